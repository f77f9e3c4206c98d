"""What the log says: that something broke and where, and nothing of whom it was about."""

import logging
from traceback import extract_tb
from types import TracebackType


class Bare(logging.Formatter):
    """Without the message, and of an error its kind and the lines it came by: never its words."""

    def format(self, record: logging.LogRecord) -> str:
        told = f"{self.formatTime(record)} {record.levelname} {record.name}"
        kind, _, trace = record.exc_info or (None, None, None)
        return told if kind is None else f"{told} {kind.__name__}{_lines(trace)}"


def _lines(trace: TracebackType | None) -> str:
    return "".join(f"\n  {line.filename}:{line.lineno}" for line in extract_tb(trace))
