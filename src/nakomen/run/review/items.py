"""What the review lists, and what was decided about each item."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nakomen.ledger import Line, Parcel
from nakomen.plan import (
    Step,
    purposeless_steps,
    retention_steps,
)
from nakomen.records import Act, Question
from nakomen.run.about import written
from nakomen.run.archive import archives
from nakomen.run.company import Company
from nakomen.run.held import LegalHold, holds_now
from nakomen.run.spared import Spared
from nakomen.terms import Text

KIND = "reviewed"


class Choice(StrEnum):
    ERASE = "erase"
    ANONYMISE = "anonymise"
    ARCHIVE = "archive"
    KEEP = "keep"


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
    items = [_item(step, decisions, done, today) for step in found(company, today)]
    items += _of_archives(company, decisions, today)
    return items + [_of_hold(hold, today) for hold in holds_now(company)]


def waiting(company: Company, today: date) -> int:
    """
    Items that wait for a decision, once a company has begun to review; else its late holds.

    Who never reviewed is not asked to count for it whenever a status is told.
    """
    if any(company.ledger.lines(kind=KIND)):
        return sum(item.waits for item in review(company, today))
    return sum(hold.late(today) for hold in holds_now(company))


def found(company: Company, today: date) -> list[Step]:
    """Steps of a retention plan of today that say: nobody knows, or a person must decide."""
    over = purposeless_steps(company.policy, company.maps, written(company), today)
    ended = {(s.store, s.task.selection) for s in over}
    steps = retention_steps(company.policy, company.maps, today)
    # Of rows whose purpose ended it matters little that no promise names their term.
    steps = [*(s for s in steps if (s.store, s.task.selection) not in ended), *over]
    spared = Spared.by_sweeps(company)
    open_ones = [s for s in steps if s.task.act in (Act.ASK, Act.UNKNOWN)]
    found: list[Step] = []
    for store in dict.fromkeys(step.store for step in open_ones):
        mine = [step for step in open_ones if step.store == store]
        asked = [Question(selection=step.task.selection) for step in mine]
        counts = company.stores[store].count(asked, spared.keys)
        found += [replace(s, rows=c.rows) for s, c in zip(mine, counts, strict=True) if c.rows]
    return list({name_of(step): step for step in found}.values())


def name_of(step: Step) -> str:
    """The same for the same question on another day, however many rows it is about."""
    told = (step.store, step.task.dataset, step.task.act, step.because.promise, step.because.text)
    return "review-" + hashlib.sha256(repr(told).encode()).hexdigest()[:6]


def _item(step: Step, decisions: dict[str, Decided], done: set[str | None], today: date) -> Item:
    decided = decisions.get(name_of(step))
    over = decided is None or decided.next <= today or decided.plan in done
    return Item(
        id=name_of(step),
        place=f"{step.store}.{step.task.dataset}",
        why=step.because.text,
        rows=step.rows,
        waits=over,
        promise=step.because.promise,
        decided=decided,
    )


def archive_id(parcel: Parcel) -> str:
    return f"archive-{parcel.plan.removeprefix('plan-')}-{parcel.step.removeprefix('step-')}"


def _of_archives(company: Company, decisions: dict[str, Decided], today: date) -> Iterator[Item]:
    """What is kept apart waits for a look as well, on the day that was set."""
    made = {decided.plan: decided for decided in decisions.values() if decided.plan}
    for parcel in archives(company):
        decided = decisions.get(archive_id(parcel)) or made.get(parcel.plan)
        yield Item(
            id=archive_id(parcel),
            place=f"{parcel.store}.{parcel.dataset}",
            why=_KEPT_APART.fill(
                plan=parcel.plan, purpose=parcel.purpose or "", until=str(parcel.until)
            ),
            rows=parcel.rows,
            waits=decided is None or decided.next <= today,
            promise=parcel.promise,
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


_KEPT_APART = Text(
    "in het archief ({plan}) tot {until}, alleen voor: {purpose}",
    "in the archive ({plan}) until {until}, for this only: {purpose}",
)
_ON_HOLD = Text("vastgehouden om een geschil", "on hold for a dispute")
