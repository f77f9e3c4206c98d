"""A real window of a chosen width: what a person sees, and what she types."""

import fcntl
import os
import re
import struct
import termios
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.terminal import terminal

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@dataclass(frozen=True, kw_only=True)
class Seen:
    """How a command ended, and every sign that it sent to the window."""

    code: int | None
    raw: str

    @property
    def text(self) -> str:
        """Without colours."""
        return _ESCAPES.sub("", self.raw).replace("\r\n", "\n")

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    @property
    def words(self) -> str:
        """On one line: where the window folds says nothing about what is told."""
        return " ".join(self.text.split())


@dataclass
class _Window:
    """A pseudo-terminal, read all the time so that nobody waits."""

    master: int
    slave: int
    sent: bytearray = field(default_factory=bytearray)

    def read(self) -> None:
        while True:
            try:
                sent = os.read(self.master, 65536)
            except OSError:
                return
            if not sent:
                return
            self.sent += sent


@contextmanager
def _window(columns: int) -> Iterator[_Window]:
    window = _Window(*os.openpty())
    fcntl.ioctl(window.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    quiet = termios.tcgetattr(window.slave)
    quiet[3] &= ~termios.ECHO
    termios.tcsetattr(window.slave, termios.TCSANOW, quiet)
    reader = threading.Thread(target=window.read)
    reader.start()
    try:
        yield window
    finally:
        os.close(window.slave)
        reader.join()
        os.close(window.master)


def seen(
    *words: object,
    columns: int = 80,
    lang: str = "nl",
    typed: str = "",
    env: Mapping[str, str] | None = None,
) -> Seen:
    """One command in a window of *columns*, with *typed* waiting at its keyboard."""
    surroundings = {"COLUMNS": "", "TERM": "xterm-256color", **(env or {})}
    with _window(columns) as window:
        if typed:
            os.write(window.master, typed.encode())
        running = terminal(lang).start(
            *words, env=surroundings, screen=Path(os.ttyname(window.slave))
        )
        code = running.end().code
    return Seen(code=code, raw=window.sent.decode("utf-8", "replace"))
