"""
Data without a living purpose: all of it in one list, and of each item what a person decided.

An item is what no plan takes by itself and no promise keeps: records without a term in a number,
rows without a date, rows that go only on request, rows whose consent was withdrawn or whose
processing ended, and holds whose review is late. A decision holds
until its next day, or until the plan that it led to was carried out.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from nakomen.errors import PersonMustDecide, UsageError
from nakomen.ledger import JSON, Entry, Line, Parcel
from nakomen.plan import (
    Archive,
    Because,
    Hold,
    Plan,
    Request,
    Step,
    archived_steps,
    decided_steps,
    holds,
    numbered,
    purposeless_steps,
    retention_steps,
    rules_for,
    same_kind_parent,
)
from nakomen.records import Act, Clock, Dated, Keys, Question, Selection, all_of, not_
from nakomen.run import shelf
from nakomen.run.about import written
from nakomen.run.anonymity import measured
from nakomen.run.archive import archives
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
    ARCHIVE = "archive"
    KEEP = "keep"


class NoSuchItem(UsageError):
    """There is no such item. `nakomen review` names them."""

    nl = "Dit punt is er niet. `nakomen review` noemt ze."


class OnlyKept(UsageError):
    """A hold can be kept on until another day, or ended: nakomen hold end."""

    nl = "Een vasthouding kunt u verlengen (keep), of opheffen: nakomen hold end."


class ArchiveUnfinished(UsageError):
    """An archive names its last day (--end DATE), --purpose and --role, without names of people."""

    nl = (
        "Een archief noemt de laatste dag (--end DATUM), --purpose en --role, zonder namen van "
        "mensen."
    )


class ArchiveTooShort(UsageError):
    """The law keeps some of these rows longer, or they bear no date. Choose a later --end."""

    nl = (
        "De wet bewaart een deel van deze rijen langer, of zij hebben geen datum. Kies een later "
        "--end."
    )


class TermBelow(PersonMustDecide):
    """
    Rows with a promised term of their own hang under these, and an archive would keep them longer.
    Choose another decision.
    """

    nl = (
        "Onder deze rijen hangen rijen met een eigen beloofde termijn, en een archief zou die "
        "langer bewaren. Kies een ander besluit."
    )


class ArchiveStays(UsageError):
    """An archive can be kept (keep) or put back (nakomen undo PLAN); it goes on its last day."""

    nl = (
        "Een archief kunt u houden (keep) of terugzetten (nakomen undo PLAN); op de laatste dag "
        "gaat het weg."
    )


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
    items += _of_archives(company, decisions, today)
    return items + [_of_hold(hold, today) for hold in holds_now(company)]


def decide(
    company: Company,
    id: str,
    choice: Choice,
    because: str,
    until: date,
    by: str,
    today: date,
    archive: Archive | None = None,
) -> tuple[Item, Plan | None]:
    """
    Note what *by* decided about item *id*; who that is stands in the ledger as a fingerprint.

    Returns:
        The item, and the plan that the decision leads to; it is carried out like any other.

    Raises:
        NoSuchItem, OnlyKept, NothingTaken, ReasonMissing, ReviewTooLate, ArchiveUnfinished,
        ArchiveTooShort, ArchiveStays, TermBelow: nothing was noted.
    """
    refuse_reason(because)
    refuse_day(until, today)
    if any(hold.id == id for hold in holds_now(company)):
        if choice is not Choice.KEEP:
            raise OnlyKept
        renew(company, id, because, until, today)
        return _one(review(company, today), id), None
    _refuse_archive(choice, archive, today)
    company.check_shapes()
    known = {_archive_id(parcel): parcel for parcel in archives(company)}
    if id in known and choice is not Choice.KEEP:
        raise ArchiveStays
    step = next((step for step in _found(company, today) if _name(step) == id), None)
    plan = None
    if id not in known:
        if step is None:
            raise NoSuchItem
        if choice is not Choice.KEEP:
            plan = _plan(company, step, choice, because, today, archive)
    body: dict[str, JSON] = {
        "item": id,
        "choice": choice.value,
        "because": because.strip(),
        "rows": step.rows if step else known[id].rows,
        "on": today.isoformat(),
        "next": until.isoformat(),
        "by": company.subjects.fingerprint("colleague", by.casefold().strip())[:16],
        "decision": plan.id if plan else None,
    }
    company.ledger.append([Entry(kind=KIND, body=body)], at=datetime.now(UTC))
    return _one(review(company, today), id), plan


def _refuse_archive(choice: Choice, archive: Archive | None, today: date) -> None:
    """
    Raises:
        ArchiveUnfinished: an archive without purpose, role or a day to come, or these without one.
    """
    if (choice is Choice.ARCHIVE) != (archive is not None):
        raise ArchiveUnfinished
    if archive:
        try:
            refuse_reason(archive.purpose)
            refuse_reason(archive.role)
        except UsageError:
            raise ArchiveUnfinished from None
        if archive.until <= today:
            raise ArchiveUnfinished


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


def _archive_id(parcel: Parcel) -> str:
    return f"archive-{parcel.plan.removeprefix('plan-')}-{parcel.step.removeprefix('step-')}"


def _of_archives(company: Company, decisions: dict[str, Decided], today: date) -> Iterator[Item]:
    """What is kept apart waits for a look as well, on the day that was set."""
    made = {decided.plan: decided for decided in decisions.values() if decided.plan}
    for parcel in archives(company):
        decided = decisions.get(_archive_id(parcel)) or made.get(parcel.plan)
        yield Item(
            id=_archive_id(parcel),
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


def _plan(
    company: Company,
    step: Step,
    choice: Choice,
    because: str,
    today: date,
    archive: Archive | None,
) -> Plan:
    why = Because(
        text=_DECIDED.fill(because=because.strip()),
        promise=step.because.promise,
        rule="avg-5-1-e",
        article="AVG artikel 5 lid 1 onder e",
    )
    spared = Spared.by_sweeps(company)
    store_map, rows = company.store_map(step.store), step.task.selection
    if archive:
        why = replace(why, text=_TO_ARCHIVE.fill(because=because.strip(), **_told(archive)))
        steps = archived_steps(store_map, rows, archive, why, today)
    else:
        steps = decided_steps(company.policy, store_map, rows, Act(choice.value), why, today)
    steps = measured(company, spared.heeded(company, steps), spared.keys)
    steps = counted(company, steps, {"": spared.keys}, today)
    if not any(step.rows for step in steps if step.task.act.destructive):
        raise NothingTaken
    if archive:
        _refuse_longer(company, steps, rows.dataset)
        _refuse_short(company, steps, archive, spared.keys, today)
    plan = Plan(
        id="",
        request=Request.RETENTION,
        today=today,
        made_from=company.digests,
        steps=numbered(steps),
    )
    return shelf.keep(company, plan)


def _told(archive: Archive) -> dict[str, str]:
    return {"purpose": archive.purpose, "role": archive.role, "end": archive.until.isoformat()}


def _refuse_longer(company: Company, steps: Sequence[Step], decided: str) -> None:
    """
    Raises:
        TermBelow: names what would stay longer than the statement promises.
    """
    for step in steps:
        dataset = company.store_map(step.store).dataset(step.task.dataset)
        below = step.archive and step.rows and dataset.name != decided
        if below and rules_for(company.policy, dataset):
            raise TermBelow(f"{step.store}.{dataset.name}")


def _refuse_short(
    company: Company, steps: Sequence[Step], archive: Archive, keys: Keys, today: date
) -> None:
    """
    Raises:
        ArchiveTooShort: the archive ends before the law lets a row go, or nobody can see when.
    """
    for step in steps:
        store_map = company.store_map(step.store)
        dataset = store_map.dataset(step.task.dataset)
        member = same_kind_parent(store_map, dataset) is not None
        if step.archive and step.rows and not member:
            for hold in holds(dataset.records, None, today):
                last = _free_from(company, step, hold, dataset.own_clock(hold.start), keys)
                if last is None or last > archive.until:
                    raise ArchiveTooShort(str(last or ""))


def _free_from(
    company: Company, step: Step, hold: Hold, clock: Clock | None, keys: Keys
) -> date | None:
    """The first day on which *hold* lets all rows of *step* go; None when a row has no day."""
    if clock is None:
        return None
    rows = step.task.selection
    undated = Selection(rows.dataset, all_of(rows.where, not_(Dated(clock.column))))
    asked = [Question(selection=rows, clock=clock.column), Question(selection=undated)]
    every, none = company.stores[step.store].count(asked, keys)
    return None if none.rows else hold.free_from(every.newest)


_KEPT_APART = Text(
    "in het archief ({plan}) tot {until}, alleen voor: {purpose}",
    "in the archive ({plan}) until {until}, for this only: {purpose}",
)
_TO_ARCHIVE = Text(
    "bij de herziening besloten: {because}; naar het archief tot {end}, voor {purpose}, alleen "
    "voor {role}",
    "decided at the review: {because}; to the archive until {end}, for {purpose}, for {role} only",
)
_DECIDED = Text("bij de herziening besloten: {because}", "decided at the review: {because}")
_ON_HOLD = Text("vastgehouden om een geschil", "on hold for a dispute")
