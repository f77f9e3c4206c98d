"""Exact words of the statement and where they stand: the root of every fact."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Words of the statement: ``text[start:start + len(quote)] == quote``."""

    quote: str
    start: int

    @property
    def end(self) -> int:
        """The offset of the first character after the quote."""
        return self.start + len(self.quote)

    @property
    def as_json(self) -> Json:
        return {"quote": self.quote, "start": self.start}
