"""
A terminal for tests: words go in, an exit code and two streams come out.

Each command is a process of its own, with its own folder, environment, limits and rights, and it
can be killed. It is forked from a program that has everything imported and nothing open, so that it
costs the price of a fork.
"""

import atexit
import ctypes
import importlib
import json
import os
import resource
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NoReturn, TextIO

from tests.support.imported import everything
from tests.support.programs import PROVIDER, listening, taken, write_shims

LONG_S = 60.0
DAY = "2026-11-21"
_PLAIN = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LANG": "C.UTF-8", "TZ": "UTC"}
_FILE_RIGHTS = (1, 2)
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH: with them root writes where nobody may."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """How a command ended; *code* is negative for the signal that ended it, None for a hang."""

    code: int | None
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err

    @property
    def text(self) -> str:
        """Both streams on one line: where the window folds a sentence says nothing about it."""
        return " ".join(self.all.split())

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass
class Running:
    """A command that is under way."""

    terminal: "Terminal"
    pid: int
    streams: tuple[Path, ...]

    def signal(self, which: signal.Signals) -> None:
        os.kill(self.pid, which)

    def end(self, within_s: float = LONG_S) -> Told:
        code = self.terminal.ask({"wait": self.pid, "within_s": within_s})
        told = [file.read_text("utf-8", "backslashreplace") for file in self.streams]
        for file in self.streams:
            file.unlink()
        return Told(code=code, out="".join(told[:1]), err="".join(told[1:]))


class Terminal:
    """Commands in one language; the language is chosen when a program starts, as in real life."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.folder = tempfile.TemporaryDirectory(prefix="nakomen-terminal-")
        self.number = 0
        address = Path(self.folder.name) / "line"
        self.programs = Path(self.folder.name) / "programs"
        """What a shell needs first on its PATH to start programs as this terminal does."""
        write_shims(self.programs, address)
        self.warm = subprocess.Popen(
            [sys.executable, "-m", "tests.cli.terminal", "--lang", lang, str(address)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONPATH": "src", "LANG": "C.UTF-8"},
        )

    def ask(self, order: dict[str, Any]) -> Any:
        assert self.warm.stdin
        assert self.warm.stdout
        self.warm.stdin.write(json.dumps(order) + "\n")
        self.warm.stdin.flush()
        return json.loads(self.warm.stdout.readline())

    def start(
        self,
        *words: object,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        stdin: Path = Path("/dev/null"),
        screen: Path | None = None,
        file_bytes: int | None = None,
        powerless: bool = False,
    ) -> Running:
        """
        *screen* is a tty that takes the place of its streams. *file_bytes* is the longest file it
        may write; *powerless* takes the rights of root.
        """
        self.number += 1
        here = Path(self.folder.name)
        out, err = here / f"{self.number}.out", here / f"{self.number}.err"
        streams = [screen] * 3 if screen else [stdin, out, err]
        pid = self.ask(
            {
                "words": ["--lang", self.lang, *map(str, words)],
                "cwd": str(cwd or here),
                "env": {**_PLAIN, "COLUMNS": "100", **(env or {})},
                "streams": [str(stream) for stream in streams],
                "file_bytes": file_bytes,
                "powerless": powerless,
            }
        )
        return Running(self, pid, () if screen else (out, err))

    def run(self, *words: object, within_s: float = LONG_S, **how: Any) -> Told:
        told = self.start(*words, **how).end(within_s)
        assert told.code is not None, f"still busy after {within_s} s: {words}"
        return told

    def close(self) -> None:
        assert self.warm.stdin
        assert self.warm.stdout
        self.warm.stdin.close()
        self.warm.wait(LONG_S)
        self.warm.stdout.close()
        self.folder.cleanup()


@cache
def terminal(lang: str = "nl") -> Terminal:
    """The one terminal of this test process for *lang*."""
    made = Terminal(lang)
    atexit.register(made.close)
    return made


def _child(order: dict[str, Any]) -> NoReturn:
    for number, name in enumerate(order["streams"]):
        how = os.O_CREAT | os.O_TRUNC | os.O_WRONLY if number else os.O_RDONLY
        os.dup2(os.open(name, how, 0o600), number)
    if order["powerless"]:
        _drop_file_rights()
    if order["file_bytes"] is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["file_bytes"],) * 2)
    os._exit(_ran(order, "nakomen"))


def _called(line: socket.socket) -> NoReturn:
    """The child that a shim asked for; it answers with its exit code."""
    order = taken(line)
    line.send(str(_ran(order, order["program"])).encode())
    os._exit(0)


def _ran(order: dict[str, Any], program: str) -> int:
    """Run *program* as a fresh interpreter would; its exit code."""
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.argv = [program, *order["words"]]
    sys.stdin, sys.stdout, sys.stderr = _streams(order["env"])
    try:
        code = _main(program)()
    except SystemExit as done:
        code = done.code
    except BaseException:  # noqa: BLE001 - shown as Python would
        traceback.print_exc()
        code = 1
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        sys.stderr.flush()
    return code if isinstance(code, int) else int(code is not None)


def _main(program: str) -> Callable[[], Any]:
    name = "nakomen.cli" if program == "nakomen" else f"{PROVIDER}.__main__"
    found: Callable[[], Any] = importlib.import_module(name).main
    return found


def _streams(env: Mapping[str, str]) -> Iterator[TextIO]:
    """As a fresh interpreter opens them."""
    encoding = env.get("PYTHONIOENCODING", "utf-8")
    for number, mode in enumerate("rww"):
        by_line = 1 if number == 2 or os.isatty(number) else -1
        yield open(number, mode, by_line, encoding=encoding, closefd=False)  # noqa: SIM115


def _drop_file_rights() -> None:
    """Let the mode of a file count for root too; for anybody else it always does."""
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    assert libc.capget(head, sets) == 0
    for which in (0, 1):
        sets[which] &= ~sum(1 << right for right in _FILE_RIGHTS)
    assert libc.capset(head, sets) == 0


def _wait(pid: int, within_s: float) -> int | None:
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return None


def _answer(order: dict[str, Any]) -> int | None:
    if "wait" in order:
        return _wait(order["wait"], order["within_s"])
    pid = os.fork()
    if pid == 0:
        _child(order)
    return pid


def serve(address: str) -> None:
    """Orders of this test process on stdin, and of the shims of its shells at *address*."""
    with listening(address) as shims, selectors.DefaultSelector() as both:
        everything()
        for source in (sys.stdin, shims):
            both.register(source, selectors.EVENT_READ)
        while True:
            for ready, _ in both.select():
                if ready.fileobj is shims:
                    _fork_for(shims)
                elif not (order := sys.stdin.readline()):
                    return
                else:
                    print(json.dumps(_answer(json.loads(order))), flush=True)


def _fork_for(shims: socket.socket) -> None:
    line, _ = shims.accept()
    with line:
        if os.fork() == 0:
            shims.close()
            _called(line)


if __name__ == "__main__":
    serve(sys.argv[-1])
