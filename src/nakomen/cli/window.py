"""The window that people read in: how wide it is, and whether it shows colour."""

import os
import sys
from typing import TextIO

WIDEST = 100
"""A longer line is harder to read, however wide the window."""
NARROWEST = 24
_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "magenta": "35"}


def width(stream: TextIO) -> int:
    """Cells on a line: what COLUMNS says, else the window, else the widest."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit() and len(said) < 6 and int(said):
        return _bounded(int(said))
    try:
        return _bounded(os.get_terminal_size(stream.fileno()).columns or WIDEST)
    except (OSError, ValueError):
        return WIDEST


def _bounded(columns: int) -> int:
    return max(NARROWEST, min(columns, WIDEST))


def coloured(stream: TextIO) -> bool:
    """Colour is for terminals; NO_COLOR takes it away and FORCE_COLOR asks for it."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def ink(text: str, style: str | None, stream: TextIO) -> str:
    """*text* in *style*, where the stream shows colour."""
    if style is None or not text or not coloured(stream):
        return text
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def forgiving() -> None:
    """Let a sign that the terminal cannot write stand as its number; a message is never lost."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
