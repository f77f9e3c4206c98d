"""The plan that a decision of the review leads to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

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
    rules_for,
    same_kind_parent,
)
from nakomen.records import Act, Clock, Dated, Keys, Question, Selection, all_of, not_
from nakomen.run import shelf
from nakomen.run.anonymity import measured
from nakomen.run.company import Company
from nakomen.run.counting import counted
from nakomen.run.review.items import Choice
from nakomen.run.review.refusals import ArchiveTooShort, NothingTaken, TermBelow
from nakomen.run.spared import Spared
from nakomen.terms import Text


def plan_of(
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


_TO_ARCHIVE = Text(
    "bij de herziening besloten: {because}; naar het archief tot {end}, voor {purpose}, alleen "
    "voor {role}",
    "decided at the review: {because}; to the archive until {end}, for {purpose}, for {role} only",
)
_DECIDED = Text("bij de herziening besloten: {because}", "decided at the review: {because}")
