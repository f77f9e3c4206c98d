"""
One group of steps: intent, act, outcome.

The intent is on disk before a store is touched, the outcome after what is left was counted on
another connection: an open transaction lies.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from nakomen.ledger import Entry, is_group
from nakomen.plan import Plan, Step
from nakomen.records import Keys, Question, Store, StoreError, StoreUnreachable, Tally, gather
from nakomen.run import anonymity, totals
from nakomen.run.company import Company
from nakomen.run.export import write_export
from nakomen.run.noted import Noted
from nakomen.run.outcomes import BatchDone, Event, StepOutcome, body_of, write_outcomes
from nakomen.run.own import Copy, copied
from nakomen.run.parked import Keeper
from nakomen.run.parting import each_member
from nakomen.run.resolve import identity
from nakomen.run.spared import Spared
from nakomen.run.writing import writing

BATCH_ROWS = 50_000


def tell(step: Step) -> StepOutcome:
    """Of a step that touches nothing: what stays, or what a person must decide."""
    return StepOutcome.of(step, Tally(found=step.rows, left=step.rows), 0.0)


def act(
    company: Company, plan: Plan, noted: Noted, store: str, steps: Sequence[Step], keeper: Keeper
) -> Iterator[StepOutcome]:
    """Steps in one store, all in one transaction; *keeper* has what must be able to come back."""
    tasks, keeps = [step.task for step in steps], keeper.keeps(steps)

    def work(keys: Keys) -> list[Tally]:
        found, _ = _intend(company, plan, noted, steps, keys)
        if any(keeps):
            company.stores[store].park(tasks, keys, keeps)
        else:
            company.stores[store].act(tasks, keys)
        left = _count_apart(company, store, steps, keys)
        totals.note(company, plan, steps)
        return [Tally(found=f, left=n) for f, n in zip(found, left, strict=True)]

    yield from _outcomes(company, plan, steps, work)


def sweep(
    company: Company, plan: Plan, noted: Noted, step: Step, keeper: Keeper
) -> Iterator[Event]:
    """One step in batches, each its own transaction; tells of every batch."""
    began = perf_counter()
    keys = _keys(company, [step])
    try:
        found, now = _intend(company, plan, noted, [step], keys)
        for rows in _swept(company.stores[step.store], step, keys, now[0], keeper):
            yield BatchDone(step=step.id, rows=rows)
        left = _count_fresh(company, step.store, [step], keys)
        anonymity.note(company, plan, [step], keys)
    except StoreError as error:
        outcome = StepOutcome.failed(step, error)
    else:
        tally = Tally(found=found[0], left=left[0])
        outcome = StepOutcome.of(step, tally, perf_counter() - began)
    write_outcomes(company, plan, [outcome])
    yield outcome


def _swept(store: Store, step: Step, keys: Keys, found: int, keeper: Keeper) -> Iterator[int]:
    keep = keeper.keeps([step])[0]
    if keep is None:
        return store.sweep(step.task, keys, BATCH_ROWS, found)
    return store.park_sweep(step.task, keys, keep, BATCH_ROWS, found)


def export(
    company: Company, plan: Plan, steps: Sequence[Step], copy: Copy
) -> Iterator[StepOutcome]:
    """
    Steps that copy, all into one archive; for a group one for each person, in a folder. What is
    brought along is noted with their outcomes.
    """
    if steps and steps[0].subject and is_group(steps[0].subject):
        yield from _export_each(company, plan, steps, copy.file)
        return
    brought: list[Entry] = []

    def work(keys: Keys) -> list[Tally]:
        rows = write_export(company, plan, steps, keys, copy)
        brought.extend(copied(plan, copy.own, rows[len(steps) :]))
        return [Tally(found=n, left=n) for n in rows[: len(steps)]]

    yield from _outcomes(company, plan, steps, work, brought)


def _export_each(
    company: Company, plan: Plan, steps: Sequence[Step], out: Path
) -> Iterator[StepOutcome]:
    """One archive a person, named after her line in the list."""

    def work(_: Keys) -> list[Tally]:
        rows = [0] * len(steps)
        for file, hers, keys in _copies(company, plan, steps[0].subject or "", out):
            found = write_export(company, hers, steps, keys, Copy(file=file))
            rows = [before + now for before, now in zip(rows, found, strict=True)]
        return [Tally(found=n, left=n) for n in rows]

    yield from _outcomes(company, plan, steps, work)


def _copies(
    company: Company, plan: Plan, group: str, folder: Path
) -> Iterator[tuple[Path, Plan, Keys]]:
    with writing(folder.name):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    book = company.subjects
    for member, keys in each_member(book, group):
        shown = tuple(f"{k} #{book.fingerprint(k, v)[:4]}" for k, v in identity(keys))
        yield folder / f"{member.line:05}.zip", replace(plan, subject=shown), keys


def _outcomes(
    company: Company,
    plan: Plan,
    steps: Sequence[Step],
    work: Callable[[Keys], list[Tally]],
    more: Sequence[Entry] = (),
) -> list[StepOutcome]:
    """Do *work* and note how it ended, for all *steps* alike; *more* in the same commit."""
    began = perf_counter()
    try:
        tallies = work(_keys(company, steps))
    except StoreError as error:
        outcomes = [StepOutcome.failed(step, error) for step in steps]
    else:
        seconds = (perf_counter() - began) / max(1, len(steps))
        outcomes = [StepOutcome.of(s, t, seconds) for s, t in zip(steps, tallies, strict=True)]
    write_outcomes(company, plan, outcomes, more)
    return outcomes


def _keys(company: Company, steps: Sequence[Step]) -> Keys:
    subjects = {step.subject for step in steps if step.subject}
    if any(step.subject is None for step in steps):
        # What falls due spares rows of some: their keys find those.
        return Spared.by_sweeps(company).keys
    if len(subjects) == 1 and is_group(group := next(iter(subjects))):
        return company.crowd(group).keys
    return gather(pair for subject in subjects for pair in company.subjects.keys(subject))


def _intend(
    company: Company, plan: Plan, noted: Noted, steps: Sequence[Step], keys: Keys
) -> tuple[list[int], list[int]]:
    """
    Write what is about to happen, with the rows found now; a repeated intent keeps the first.

    Returns:
        For each step the rows found when it was first meant, and the rows found now.
    """
    first = noted.found
    now = _count(company.stores[steps[0].store], steps, keys)
    entries = [
        Entry(
            kind="intent",
            body=body_of(plan, step) | {"found": rows} | totals.before(company, step),
        )
        for step, rows in zip(steps, now, strict=True)
        if step.id not in first
    ]
    if entries:
        company.ledger.append(entries, at=datetime.now(UTC))
    return [first.get(step.id, rows) for step, rows in zip(steps, now, strict=True)], now


def _count_apart(company: Company, store: str, steps: Sequence[Step], keys: Keys) -> list[int]:
    """On a connection that never writes; a fresh one for many, whose keys it would hold."""
    if is_group(steps[0].subject or ""):
        return _count_fresh(company, store, steps, keys)
    try:
        return _count(company.witness(store), steps, keys)
    except StoreUnreachable:  # it may have been cut off while nobody asked it anything
        company.dismiss(store)
        return _count(company.witness(store), steps, keys)


def _count_fresh(company: Company, store: str, steps: Sequence[Step], keys: Keys) -> list[int]:
    with company.stores[store].reopen() as fresh:
        return _count(fresh, steps, keys)


def _count(store: Store, steps: Sequence[Step], keys: Keys) -> list[int]:
    """Rows that each step is about, now."""
    questions = [Question(selection=step.task.selection) for step in steps]
    return [count.rows for count in store.count(questions, keys)]
