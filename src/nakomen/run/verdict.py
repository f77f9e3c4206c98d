"""What is true of one promise today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nakomen.ledger import Line
from nakomen.policy import Promise
from nakomen.terms import Place, Text


class Ruling(StrEnum):
    KEPT = "kept"
    BROKEN = "broken"
    CONTRADICTED = "contradicted"
    ATTESTED = "attested"
    UNSEEN = "unseen"
    INFORMATIONAL = "informational"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """
    What is true of one promise today.

    *count* is the rows that break it, *oldest* the clock day of the oldest of them, *since* the day
    from which it is so, *evidence* the ledger lines (``12-40``) it was read from.
    """

    promise: Promise
    ruling: Ruling
    why: Text
    count: int | None = None
    oldest: date | None = None
    since: date | None = None
    evidence: str | None = None
    place: Place | None = None
    """Where the sentence stands in the statement."""


NO_CHECK = Text(
    "hier is nog geen controle voor op de systemen", "no check of the systems exists for this yet"
)


def unseen(promise: Promise, why: Text) -> Verdict:
    """What we cannot see is never shown as good."""
    return Verdict(promise=promise, ruling=Ruling.UNSEEN, why=why)


def evidence_of(lines: Sequence[Line]) -> str | None:
    """From the first of *lines* to the last: ``12-40``."""
    numbers = [line.seq for line in lines]
    return f"{min(numbers)}-{max(numbers)}" if numbers else None
