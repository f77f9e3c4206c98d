"""
What others must do or hear: each ask and notice of a plan, followed until it is answered.

A processor must help and report (AVG artikel 28 lid 3 onder e), a receiver must be told (artikel
19), and the person has her answer within a month (artikel 12 lid 3): so long they have too.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from nakomen.errors import UsageError
from nakomen.ledger import Entry, Line
from nakomen.plan import Plan
from nakomen.run.company import Company
from nakomen.terms import Period, Text

ASKED, ANSWERED = "asked", "answered"
TERM = Period(months=1)
_LONGEST = 300


class NoSuchAsk(UsageError):
    """There is no such ask. `nakomen asks` lists them."""

    nl = "Dit verzoek bestaat niet. `nakomen asks` noemt ze."


class GroundMissing(UsageError):
    """Whoever refuses says why: --because with the ground, in a few words and without names."""

    nl = "Wie weigert, zegt waarom: --because met de grond, in een paar woorden en zonder namen."


class State(StrEnum):
    OPEN = "open"
    SENT = "sent"
    DONE = "done"
    REFUSED = "refused"
    OVERDUE = "overdue"


@dataclass(frozen=True, kw_only=True)
class Outside:
    """
    One ask or notice. *due* is the last day for an answer.

    *receipt* is the SHA-256 of what was received as proof; *ground* why it was refused.
    """

    id: str
    plan: str
    to: str
    what: Text
    state: State
    on: date
    due: date
    answered: date | None = None
    receipt: str | None = None
    ground: str | None = None

    @property
    def is_answered(self) -> bool:
        return self.state in (State.DONE, State.REFUSED)


def opened(company: Company, plan: Plan, today: date) -> Iterator[Entry]:
    """Lines for every ask and notice of *plan*, once; nobody is asked anything for a drill."""
    if any(company.ledger.lines(kind=("drill-plan", ASKED), plan=plan.id)):
        return
    told = [(ask.to, ask.what) for ask in plan.asks]
    told += [(notice.recipient, notice.what) for notice in plan.notices]
    for number, (to, what) in enumerate(told, start=1):
        body = {
            "plan": plan.id,
            "ask": f"{plan.id}/{number}",
            "to": to,
            "nl": what.nl,
            "en": what.en,
            "on": today.isoformat(),
            "due": TERM.after(today).isoformat(),
        }
        yield Entry(kind=ASKED, body=body)


def outside(company: Company, today: date) -> list[Outside]:
    """Every ask and notice with how far it is on *today*, oldest first."""
    found = {str(line.body["ask"]): _asked(line) for line in company.ledger.lines(kind=ASKED)}
    for line in company.ledger.lines(kind=ANSWERED):
        name = str(line.body["ask"])
        found[name] = _after(found[name], line)
    return [_late(one, today) for one in found.values()]


def answer(
    company: Company,
    name: str,
    state: State,
    today: date,
    receipt: bytes | None = None,
    ground: str | None = None,
) -> Outside:
    """
    Note that an ask was sent, done or refused. Of *receipt* only its SHA-256 is kept.

    Raises:
        NoSuchAsk: nothing was noted.
        GroundMissing: a refusal without a ground, or one that could name a person.
    """
    known = {one.id: one for one in outside(company, today)}
    if name not in known:
        raise NoSuchAsk
    if state is State.REFUSED and not _is_ground(ground):
        raise GroundMissing
    body = {
        "plan": known[name].plan,
        "ask": name,
        "state": state.value,
        "on": today.isoformat(),
        "receipt": hashlib.sha256(receipt).hexdigest() if receipt is not None else None,
        "ground": ground if state is State.REFUSED else None,
    }
    company.ledger.append([Entry(kind=ANSWERED, body=body)], at=datetime.now(UTC))
    return next(one for one in outside(company, today) if one.id == name)


def _is_ground(ground: str | None) -> bool:
    """Something, not too long, and no address: the ledger holds nothing of a person."""
    return (
        bool(ground and ground.strip()) and "@" not in str(ground) and len(ground or "") < _LONGEST
    )


def _asked(line: Line) -> Outside:
    body = line.body
    return Outside(
        id=str(body["ask"]),
        plan=str(body["plan"]),
        to=str(body["to"]),
        what=Text(str(body["nl"]), str(body["en"])),
        state=State.OPEN,
        on=date.fromisoformat(str(body["on"])),
        due=date.fromisoformat(str(body["due"])),
    )


def _after(one: Outside, line: Line) -> Outside:
    body = line.body
    return replace(
        one,
        state=State(str(body["state"])),
        answered=date.fromisoformat(str(body["on"])),
        receipt=str(body["receipt"]) if body["receipt"] else None,
        ground=str(body["ground"]) if body["ground"] else None,
    )


def _late(one: Outside, today: date) -> Outside:
    return replace(one, state=State.OVERDUE) if not one.is_answered and one.due < today else one
