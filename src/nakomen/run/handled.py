"""
What the desk says of each case that it handles: days, numbers and closed words, never who asked.

A case is kept where people work with it. Here stands how far it is, in a new line as soon as that
is something else than the last line of that case says.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from nakomen.ledger import Entry, Line
from nakomen.plan import Request
from nakomen.run.company import Company

KIND = "case"
COMPLAINT, UNCLEAR = "complaint", ""
"""What a case may be about beside the requests that a plan is made for."""
RIGHTS = frozenset({*(request.value for request in Request), COMPLAINT, UNCLEAR})


class End(StrEnum):
    """How far a case is. The last three: what came of a complaint."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"
    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


class Address(StrEnum):
    """What was known of the address that an answer goes to."""

    ON_FILE = "on_file"
    IDENTIFIED = "identified"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Handled:
    """
    One case: its *number* at the desk, and *right*: one of `RIGHTS`.

    *due* is the last day in force, None while the clock stands still. *answered*: she has her
    answer; *ended*: all others answered too. *grounded*: a refusal, and money that is asked, each
    rest on a ground of the law.
    """

    number: int
    right: str
    received: date
    due: date | None
    end: End
    address: Address
    answered: date | None = None
    ended: date | None = None
    plan: str | None = None
    charged: bool = False
    grounded: bool = True
    line: Line | None = None
    """Where it stands, once it is read back."""

    @property
    def complaint(self) -> bool:
        return self.right == COMPLAINT

    def is_late(self, today: date) -> bool:
        """Answered, or still open on *today*, after the last day in force."""
        return self.due is not None and self.due < (self.answered or today)


def note(company: Company, cases: Iterable[Handled]) -> int:
    """As `nakomen.verbs.note_cases`."""
    last = {case.number: case.line.body for case in handled(company) if case.line}
    bodies = ((case.number, _body(case)) for case in cases)
    news = [Entry(kind=KIND, body=body) for number, body in bodies if last.get(number) != body]
    if news:
        company.ledger.append(news, at=datetime.now(UTC))
    return len(news)


def handled(company: Company) -> list[Handled]:
    """Every case as its last line says it, in the order of their numbers."""
    last = {int(line.body["case"]): line for line in company.ledger.lines(kind=KIND)}
    return [_read(last[number]) for number in sorted(last)]


def lines_of(cases: Iterable[Handled]) -> list[Line]:
    """Where *cases* stand."""
    return [case.line for case in cases if case.line]


def _body(case: Handled) -> dict[str, Any]:
    """
    Raises:
        ValueError: *right* is no closed word.
    """
    if case.right not in RIGHTS:
        raise ValueError("right")
    return {
        "case": case.number,
        "right": case.right,
        "received": case.received.isoformat(),
        "due": _said(case.due),
        "end": case.end.value,
        "address": case.address.value,
        "answered": _said(case.answered),
        "ended": _said(case.ended),
        "plan": case.plan,
        "charged": case.charged,
        "grounded": case.grounded,
    }


def _read(line: Line) -> Handled:
    body = line.body
    return Handled(
        number=int(body["case"]),
        right=str(body["right"]),
        received=date.fromisoformat(body["received"]),
        due=_day(body["due"]),
        end=End(body["end"]),
        address=Address(body["address"]),
        answered=_day(body["answered"]),
        ended=_day(body["ended"]),
        plan=body["plan"],
        charged=bool(body["charged"]),
        grounded=bool(body["grounded"]),
        line=line,
    )


def _said(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
