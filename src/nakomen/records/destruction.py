"""What a store still holds of values whose rows are gone, and how it is made to let go of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol, runtime_checkable

from nakomen.terms import Text


class Medium(StrEnum):
    """Where a database keeps the bytes of a value after the row went."""

    TABLE = "table"
    """The files of the table and of its indexes, with their free pages."""
    LOG = "log"
    """What it writes first, to survive a crash: journal, write-ahead log, redo log."""
    UNDO = "undo"
    """Old versions of rows, for transactions that may still see them."""
    DOUBLEWRITE = "doublewrite"
    """Copies of pages that were being written."""
    STATISTICS = "statistics"
    """Samples of values by which it plans its queries."""
    CHANGES = "changes"
    """The log of changes, for copies of the database and for putting back a moment."""
    COPY = "copy"
    """Another server, an archive, a stored answer of a query: a copy with files of its own."""
    STATEMENTS = "statements"
    """A log of the statements that were run."""


@dataclass(frozen=True, kw_only=True)
class Remain:
    """
    One place where old values can still be read, or where nobody can see whether they can.

    *until* is the first day on which it is certainly over; None when no day can be named. *seen*
    is False when this user of the store may not look. *text* says what, and how it ends.
    """

    medium: Medium
    place: str
    text: Text
    until: date | None = None
    seen: bool = True


@dataclass(frozen=True, kw_only=True)
class Destroyed:
    """What was done, as statements that hold no values, and what remains after it."""

    methods: tuple[str, ...]
    remains: tuple[Remain, ...] = ()


@runtime_checkable
class Destroyer(Protocol):
    """A store that can make what was erased unreadable in its files, and tell what remains."""

    def destruction(self, datasets: Sequence[str]) -> list[str]:
        """The statements that lock *datasets* and write them anew."""
        ...

    def destroy(self, datasets: Sequence[str], first: datetime, last: datetime) -> Destroyed:
        """
        Write *datasets* anew without what went, and let the store forget its own copies of it.

        Repeatable: each time everything is written anew.

        Args:
            first: before the first row went.
            last: after the last row went.

        Raises:
            StoreError: a table could not be written anew; others may have been.
        """
        ...
