"""
Data without a living purpose: all of it in one list, and of each item what a person decided.

An item is what no plan takes by itself and no promise keeps: records without a term in a number,
rows without a date, rows that go only on request, and holds whose review is late. A decision holds
until its next day, or until the plan that it led to was carried out.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from nakomen.errors import PersonMustDecide, UsageError
from nakomen.ledger import JSON, Entry, Line
from nakomen.plan import Because, Plan, Request, Step, decided_steps, numbered, retention_steps
from nakomen.records import Act, Question
from nakomen.run import shelf
from nakomen.run.anonymity import measured
from nakomen.run.company import Company
from nakomen.run.counting import counted
from nakomen.run.held import LegalHold, holds_now
from nakomen.run.holds import refuse_day, renew
from nakomen.run.reason import refuse_reason
from nakomen.run.spared import Spared
from nakomen.terms import Text

KIND = "reviewed"


class Choice(StrEnum):
    ERASE = "erase"
    ANONYMISE = "anonymise"
    KEEP = "keep"


class NoSuchItem(UsageError):
    """There is no such item. `nakomen review` names them."""

    nl = "Dit punt is er niet. `nakomen review` noemt ze."


class OnlyKept(UsageError):
    """A hold can be kept on until another day, or ended: nakomen hold end."""

    nl = "Een vasthouding kunt u verlengen (keep), of opheffen: nakomen hold end."


class NothingTaken(PersonMustDecide):
    """
    Nothing of these rows can be taken so: the law keeps them, or they point to a person for good.
    Choose another decision.
    """

    nl = (
        "Van deze rijen kan zo niets weg: de wet bewaart ze, of ze wijzen vast naar een persoon. "
        "Kies een ander besluit."
    )


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What a person decided *on* a day, until the *next*; *plan* is what it led to."""

    choice: Choice
    because: str
    on: date
    next: date
    plan: str | None = None


@dataclass(frozen=True, kw_only=True)
class Item:
    """
    Rows of *place* (``crm.ticket``) that nobody has a purpose for, and why. *decided* is the last
    decision, also when it holds no longer; *waits* that a person must decide now.
    """

    id: str
    place: str
    why: Text
    rows: int
    waits: bool
    promise: str | None = None
    decided: Decided | None = None


def review(company: Company, today: date) -> list[Item]:
    """
    Everything without a living purpose, as it is counted now.

    Raises:
        SchemaChanged, StoreUnreachable: a store is not as its map says, or not there.
    """
    company.check_shapes()
    decisions, done = _decisions(company), _carried_out(company)
    items = [_item(step, decisions, done, today) for step in _found(company, today)]
    return items + [_of_hold(hold, today) for hold in holds_now(company)]


def decide(
    company: Company, id: str, choice: Choice, because: str, until: date, by: str, today: date
) -> tuple[Item, Plan | None]:
    """
    Note what *by* decided about item *id*; who that is stands in the ledger as a fingerprint.

    Returns:
        The item, and the plan that the decision leads to; it is carried out like any other.

    Raises:
        NoSuchItem, OnlyKept, NothingTaken, ReasonMissing, ReviewTooLate: nothing was noted.
    """
    refuse_reason(because)
    refuse_day(until, today)
    if any(hold.id == id for hold in holds_now(company)):
        if choice is not Choice.KEEP:
            raise OnlyKept
        renew(company, id, because, until, today)
        return _one(review(company, today), id), None
    company.check_shapes()
    step = next((step for step in _found(company, today) if _name(step) == id), None)
    if step is None:
        raise NoSuchItem
    plan = None if choice is Choice.KEEP else _plan(company, step, choice, because, today)
    body: dict[str, JSON] = {
        "item": id,
        "choice": choice.value,
        "because": because.strip(),
        "rows": step.rows,
        "on": today.isoformat(),
        "next": until.isoformat(),
        "by": company.subjects.fingerprint("colleague", by.casefold().strip())[:16],
        "decision": plan.id if plan else None,
    }
    company.ledger.append([Entry(kind=KIND, body=body)], at=datetime.now(UTC))
    return _one(review(company, today), id), plan


def waiting(company: Company, today: date) -> int:
    """
    Items that wait for a decision, once a company has begun to review; else its late holds.

    Who never reviewed is not asked to count for it whenever a status is told.
    """
    if any(company.ledger.lines(kind=KIND)):
        return sum(item.waits for item in review(company, today))
    return sum(hold.late(today) for hold in holds_now(company))


def _one(items: Sequence[Item], id: str) -> Item:
    return next(item for item in items if item.id == id)


def _found(company: Company, today: date) -> list[Step]:
    """Steps of a retention plan of today that say: nobody knows, or a person must decide."""
    steps = retention_steps(company.policy, company.maps, today)
    spared = Spared.by_sweeps(company)
    open_ones = [s for s in steps if s.task.act in (Act.ASK, Act.UNKNOWN)]
    found: list[Step] = []
    for store in dict.fromkeys(step.store for step in open_ones):
        mine = [step for step in open_ones if step.store == store]
        asked = [Question(selection=step.task.selection) for step in mine]
        counts = company.stores[store].count(asked, spared.keys)
        found += [replace(s, rows=c.rows) for s, c in zip(mine, counts, strict=True) if c.rows]
    return list({_name(step): step for step in found}.values())


def _name(step: Step) -> str:
    """The same for the same question on another day, however many rows it is about."""
    told = (step.store, step.task.dataset, step.task.act, step.because.promise, step.because.text)
    return "review-" + hashlib.sha256(repr(told).encode()).hexdigest()[:6]


def _item(step: Step, decisions: dict[str, Decided], done: set[str | None], today: date) -> Item:
    decided = decisions.get(_name(step))
    over = decided is None or decided.next <= today or decided.plan in done
    return Item(
        id=_name(step),
        place=f"{step.store}.{step.task.dataset}",
        why=step.because.text,
        rows=step.rows,
        waits=over,
        promise=step.because.promise,
        decided=decided,
    )


def _of_hold(hold: LegalHold, today: date) -> Item:
    place = ", ".join(hold.shown) or f"{hold.store}.{hold.dataset}"
    kept = Decided(choice=Choice.KEEP, because=hold.reason, on=hold.since, next=hold.until)
    return Item(id=hold.id, place=place, why=_ON_HOLD, rows=0, waits=hold.late(today), decided=kept)


def _decisions(company: Company) -> dict[str, Decided]:
    return {str(x.body["item"]): _decided(x) for x in company.ledger.lines(kind=KIND)}


def _decided(line: Line) -> Decided:
    body = line.body
    return Decided(
        choice=Choice(str(body["choice"])),
        because=str(body["because"]),
        on=date.fromisoformat(str(body["on"])),
        next=date.fromisoformat(str(body["next"])),
        plan=str(body["decision"]) if body["decision"] else None,
    )


def _carried_out(company: Company) -> set[str | None]:
    """Plans that were carried out: rows that are there now, they did not take."""
    return {str(line.body["plan"]) for line in company.ledger.lines(kind="done")}


def _plan(company: Company, step: Step, choice: Choice, because: str, today: date) -> Plan:
    why = Because(
        text=_DECIDED.fill(because=because.strip()),
        promise=step.because.promise,
        rule="avg-5-1-e",
        article="AVG artikel 5 lid 1 onder e",
    )
    spared = Spared.by_sweeps(company)
    store_map, act = company.store_map(step.store), Act(choice.value)
    steps = decided_steps(company.policy, store_map, step.task.selection, act, why, today)
    steps = measured(company, spared.heeded(company, steps), spared.keys)
    steps = counted(company, steps, {"": spared.keys}, today)
    if not any(step.rows for step in steps if step.task.act.destructive):
        raise NothingTaken
    plan = Plan(
        id="",
        request=Request.RETENTION,
        today=today,
        made_from=company.digests,
        steps=numbered(steps),
    )
    return shelf.keep(company, plan)


_DECIDED = Text("bij de herziening besloten: {because}", "decided at the review: {because}")
_ON_HOLD = Text("vastgehouden om een geschil", "on hold for a dispute")
