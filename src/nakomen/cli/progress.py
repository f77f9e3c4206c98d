"""Progress of long work: a figure that runs on a terminal, a line every ten seconds elsewhere."""

import sys
import time

from nakomen.cli.language import say
from nakomen.cli.tell import rows_told

LINE_EVERY_S = 10.0


class Progress:
    """Rows that have gone so far; on stderr, so that stdout stays the answer."""

    def __init__(self) -> None:
        self.rows = 0
        self.told = time.monotonic()
        self.runs = False

    def add(self, rows: int) -> None:
        self.rows += rows
        text = say(f"{rows_told(self.rows)} gewist …", f"{rows_told(self.rows)} erased …")
        if sys.stderr.isatty():
            self.runs = True
            print(f"\r{text}", end="", file=sys.stderr, flush=True)
        elif time.monotonic() - self.told >= LINE_EVERY_S:
            self.told = time.monotonic()
            print(text, file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Make the line free for what is told next."""
        if self.runs:
            self.runs = False
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
