"""
Who said no to a use: remembered as keyed fingerprints, so that it holds when her address is gone.

This is the least that must be kept to respect an objection (AVG artikel 21 lid 3, recital 65); it
cannot be turned back into an address without the key of the subject book.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from nakomen.errors import UsageError
from nakomen.ledger import Entry, Line
from nakomen.plan import Request
from nakomen.plan.requests.purposes import (
    ADVERTISING,
    MARKETING,
    WEIGHED,
    Purpose,
    channel_of,
    purpose_named,
    purposes,
)
from nakomen.policy import Policy
from nakomen.records import KeyKind, Keys, normal
from nakomen.run.company import Company
from nakomen.run.reason import refuse_reason
from nakomen.terms import Basis

KIND, OVERRULED = "objected", "weighed"
STOPPING = frozenset({Request.OBJECT, Request.WITHDRAW})
_NAMING = (KeyKind.EMAIL, KeyKind.PHONE, KeyKind.CUSTOMER, KeyKind.USERNAME)
Pair = tuple[str, str]


class UnknownPurpose(UsageError):
    """The policy states no such purpose. Name marketing, or the id of a promise with a purpose."""

    nl = "Het beleid noemt dit doel niet. Noem marketing, of de naam van een belofte met een doel."


class NotWeighed(UsageError):
    """Only an objection to a use on your own interest or a public task is weighed: --compelling."""

    nl = (
        "Alleen bezwaar tegen een gebruik op eigen belang of een publieke taak wordt gewogen: "
        "--compelling."
    )


def purpose_of(policy: Policy, request: Request, word: str | None) -> Purpose:
    """
    What an objection or a withdrawal is about; advertising when nothing else is said.

    Raises:
        UnknownPurpose: names what can be named.
    """
    if request not in STOPPING:
        return ADVERTISING
    found = purpose_named(policy, word or MARKETING)
    if found is None:
        raise UnknownPurpose(", ".join(purposes(policy)))
    return found


def note(company: Company, purpose: Purpose, keys: Keys, on: date) -> None:
    """Note that the person with *keys* said no; it holds from this moment. Repeating adds none."""
    marks = sorted(marks_of(company, keys))
    last = _overruled(company, set(marks), purpose.name)
    known = (line.body for line in company.ledger.lines(kind=KIND) if line.seq > last)
    if any(b["purpose"] == purpose.name and set(marks) <= set(_strings(b["marks"])) for b in known):
        return
    body = {"purpose": purpose.name, "marks": marks, "on": on.isoformat()}
    company.ledger.append([Entry(kind=KIND, body=body)], at=datetime.now(UTC))


def objected_on(company: Company, given: Sequence[Pair], purpose: str) -> date | None:
    """
    The last day on which whoever has one of the keys *given* said no to *purpose*: of advertising
    by one channel, to that or to all of it.
    """
    marks = {mark_of(company, kind, normal(kind, value)) for kind, value in given}
    names = {purpose, MARKETING} if channel_of(purpose) else {purpose}
    lines = company.ledger.lines(kind=KIND)
    days = [_day(ln) for ln in lines if any(_is(ln, marks, name) for name in names)]
    return max(days, default=None)


def refuse_unweighed(purpose: Purpose, request: Request, because: str) -> None:
    """
    Raises:
        NotWeighed: the law weighs no objection to this use.
        ReasonMissing: nobody says which grounds go first.
    """
    if request is not Request.OBJECT or not WEIGHED & set(purpose.bases):
        raise NotWeighed
    refuse_reason(because)


def overrule(company: Company, purpose: Purpose, keys: Keys, because: str, on: date) -> None:
    """Note that grounds were shown that go first (AVG artikel 21 lid 1): the use may go on."""
    body = {
        "purpose": purpose.name,
        "marks": sorted(marks_of(company, keys)),
        "because": because.strip(),
        "on": on.isoformat(),
    }
    company.ledger.append([Entry(kind=OVERRULED, body=body)], at=datetime.now(UTC))


def standing(company: Company, given: Sequence[Pair], purpose: str) -> date | None:
    """
    The day of an objection or a withdrawal that stops this use: of one that rests on consent, or
    whose weighing did not end against her. What rests on a contract or a duty goes on (OBJ-04).
    """
    found = purpose_named(company.policy, purpose)
    if found is None or not (WEIGHED | {Basis.CONSENT}) & set(found.bases):
        return None
    marks = {mark_of(company, kind, normal(kind, value)) for kind, value in given}
    last = _overruled(company, marks, found.name)
    lines = (ln for ln in company.ledger.lines(kind=KIND) if ln.seq > last)
    return max((_day(ln) for ln in lines if _is(ln, marks, found.name)), default=None)


def _overruled(company: Company, marks: set[str], purpose: str) -> int:
    """The line that last ended a weighing against whoever has one of *marks*; 0 if none did."""
    lines = company.ledger.lines(kind=OVERRULED)
    return max((line.seq for line in lines if _is(line, marks, purpose)), default=0)


def _is(line: Line, marks: set[str], purpose: str) -> bool:
    return line.body["purpose"] == purpose and bool(marks & set(_strings(line.body["marks"])))


def marks_of(company: Company, keys: Keys) -> set[str]:
    """Fingerprints of the keys by which somebody is named from outside."""
    return {mark_of(company, kind, v) for kind in _NAMING for v in keys.get(kind, ())}


def mark_of(company: Company, kind: str, value: str) -> str:
    """Half of a fingerprint names as surely, and takes half the room."""
    return f"{kind}:{company.subjects.fingerprint(kind, value)[:32]}"


def _strings(value: object) -> list[str]:
    return [str(part) for part in value] if isinstance(value, list | tuple) else []


def _day(line: Line) -> date:
    return date.fromisoformat(str(line.body["on"]))
