"""What a plan takes out goes into the vault first, and comes back from it or is destroyed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from time import perf_counter

from nakomen.ledger import Entry, LedgerBusy, Parcel, has_vault, is_group
from nakomen.plan import Because, Plan, Request, Step
from nakomen.plan.requests.offboard import cooling_off
from nakomen.records import Act, Nothing, Selection, StoreError, StoreRefused, Tally, Task, is_value
from nakomen.records.parking import Keep, Parked
from nakomen.run.archive import marks_of
from nakomen.run.company import Company
from nakomen.run.noted import Noted
from nakomen.run.outcomes import StepOutcome, body_of, write_outcomes
from nakomen.terms import Period, Text

PARKABLE = frozenset({Act.ERASE, Act.BLANK, Act.DETACH})
"""What can be undone. A value that was wrong is gone for good when it was put right."""
MARK_CHARS = 32


class PlaceTaken(StoreRefused):
    """
    Something else stands where these rows stood, or a rule of the table forbids them. They stay in
    the vault; see what came in their place, and give the same command again.
    """

    nl = (
        "Waar deze rijen stonden staat nu iets anders, of een regel van de tabel verbiedt ze. Ze "
        "blijven in de kluis; kijk wat ervoor in de plaats kwam, en geef dezelfde opdracht nog "
        "eens."
    )


@dataclass(frozen=True, kw_only=True)
class Keeper:
    """Puts what the steps of one plan take out into the vault, where it has to be kept."""

    company: Company
    plan: Plan
    today: date

    def keeps(self, steps: Sequence[Step]) -> list[Keep | None]:
        """For each step what takes its rows; None: nothing is kept of it."""
        return [self._keep(step) if self._kept(step) else None for step in steps]

    def _kept(self, step: Step) -> bool:
        if step.task.act is Act.FREEZE or step.archive:
            return True
        dataset = self.company.store_map(step.store).dataset(step.task.dataset)
        able = step.task.act in PARKABLE and bool(dataset.primary_key)
        return able and self._undo is not None

    @property
    def _undo(self) -> Period | None:
        """How long it can come back: as the statement promises to who leaves, or as is set."""
        leaves = self.plan.request is Request.OFFBOARD
        return (cooling_off(self.company.policy) if leaves else None) or self.company.settings.undo

    def _keep(self, step: Step) -> Keep:
        def keep(_: Task, rows: Iterator[Parked]) -> int:
            first = next(rows, None)
            if first is None:
                return 0
            vault = self.company.vault
            parcel = vault.begin(self._parcel(step), self._marks(step))
            return vault.keep(parcel, _with(first, rows), self._of_row(step))

        return keep

    def _of_row(self, step: Step) -> Callable[[Parked], list[str]] | None:
        """An archive is asked for single rows; what can be undone goes back as a whole."""
        if step.archive is None:
            return None
        dataset = self.company.store_map(step.store).dataset(step.task.dataset)
        return partial(marks_of, self.company, step.store, dataset)

    def _parcel(self, step: Step) -> Parcel:
        undo, archive = self._undo, step.archive
        ends = step.task.act is not Act.FREEZE and undo is not None
        return Parcel(
            plan=self.plan.id,
            step=step.id,
            store=step.store,
            dataset=step.task.dataset,
            act=step.task.act.value,
            columns=step.task.columns,
            subject=step.subject,
            promise=step.because.promise,
            until=archive.until if archive else undo.after(self.today) if ends and undo else None,
            purpose=archive.purpose if archive else None,
            role=archive.role if archive else None,
        )

    def _marks(self, step: Step) -> list[str]:
        """Fingerprints of the persons' own keys, so that each can be told of it when she asks."""
        book, who = self.company.subjects, step.subject
        names = [m.subject for m in book.groups.members(who)] if who and is_group(who) else [who]
        keys = [key for name in names if name for key in book.keys(name)]
        own = [key for key in keys if "." not in key[0] and not is_value(key[0])]
        return marks(self.company, own)


def marks(company: Company, keys: Sequence[tuple[str, str]]) -> list[str]:
    return [company.subjects.fingerprint(*key)[:MARK_CHARS] for key in keys]


def parcels(company: Company) -> list[Parcel]:
    """Everything in the vault; a company that never kept anything gets no vault for the asking."""
    return company.vault.parcels() if has_vault(company.state) else []


def restorable(company: Company) -> list[Parcel]:
    """What can still be undone."""
    return [parcel for parcel in parcels(company) if parcel.until and parcel.rows]


def waiting_steps(company: Company, given: Sequence[tuple[str, str]]) -> list[Step]:
    """
    What left the systems and can still come back, for who asks for a copy: hers, and that of which
    nobody looks whose it is. What is not gone is not told as gone.
    """
    found = [parcel for parcel in restorable(company) if parcel.purpose is None]
    hers = {p.number for p in company.vault.marked(marks(company, given))} if found else set()
    return [
        _waiting(parcel, _HERS if parcel.number in hers else _ANYBODY)
        for parcel in found
        if parcel.number in hers or parcel.subject is None
    ]


def _waiting(parcel: Parcel, text: Text) -> Step:
    return Step(
        store=parcel.store,
        task=Task(selection=Selection(parcel.dataset, Nothing()), act=Act.KEEP),
        because=Because(text=text.fill(plan=parcel.plan), until=parcel.until),
        rows=parcel.rows,
    )


_HERS = Text(
    "door {plan} weggenomen, versleuteld bewaard en nog terug te zetten; daarna vernietigd",
    "taken out by {plan}, kept encrypted, and can still be put back; then destroyed",
)
_ANYBODY = Text(
    "door {plan} weggenomen omdat de termijn om was; van wie het is, wordt niet meer bekeken; nog "
    "terug te zetten, daarna vernietigd",
    "taken out by {plan} because its term was over; whose it is is no longer looked at; can still "
    "be put back, then destroyed",
)


def expire(company: Company, today: date) -> None:
    """Destroy what can be undone no longer; that it was destroyed is evidence."""
    over = [parcel for parcel in parcels(company) if parcel.until and parcel.until <= today]
    if not over:
        return
    # First on record that it has ended: killed here, the next run finds it and ends it again.
    _note(company, "expired", over)
    company.vault.destroy(over)
    with suppress(LedgerBusy):  # Who reads just now keeps the bytes until the next sweep.
        company.vault.sweep()
    _note(company, "destroyed", over)


def _note(company: Company, kind: str, over: Sequence[Parcel]) -> None:
    entries = [
        Entry(
            kind=kind,
            body={
                "plan": parcel.plan,
                "step": parcel.step,
                "store": parcel.store,
                "dataset": parcel.dataset,
                "rows": parcel.rows,
                "promise": parcel.promise,
                "until": parcel.until.isoformat() if parcel.until else None,
            },
        )
        for parcel in over
    ]
    company.ledger.append(entries, at=datetime.now(UTC))


def put_back(company: Company, plan: Plan, noted: Noted, step: Step) -> Iterator[StepOutcome]:
    """
    One parcel, row by row to where it stood: intent, act, proof on a fresh connection, outcome.

    A row leaves the vault only when a fresh connection has seen it in its place.
    """
    began = perf_counter()
    parcel = parcel_of(company, step)
    left = parcel.rows if parcel else 0
    found = noted.found.get(step.id, left)
    if step.id not in noted.found:
        intent = Entry(kind="intent", body=body_of(plan, step) | {"found": found})
        company.ledger.append([intent], at=datetime.now(UTC))
    try:
        if parcel:
            left = _emptied(company, parcel)
        if left:
            raise PlaceTaken(f"{step.store}.{step.task.dataset}: {left}")
    except StoreError as error:
        outcome = replace(StepOutcome.failed(step, error), found=found, left=left)
    else:
        if parcel:
            company.vault.destroy([parcel])
        outcome = StepOutcome.of(step, Tally(found=found, left=0), perf_counter() - began)
    write_outcomes(company, plan, [outcome])
    yield outcome


def parcel_of(company: Company, step: Step) -> Parcel | None:
    plan, _, number = step.parcel.partition(" ")
    found = company.vault.parcels(plan=plan)
    return next((parcel for parcel in found if parcel.step == number), None)


def _emptied(company: Company, parcel: Parcel) -> int:
    """
    Put back what can be; a row that waits for another (its parent) is tried again.

    Returns:
        Rows that cannot be put back now.
    """
    store, task = company.stores[parcel.store], task_of(parcel)
    moved = True
    while moved:
        moved = False
        for batch in company.vault.batches(parcel):
            back = [r for r, there in zip(batch, store.put_back(task, batch), strict=True) if there]
            if back:
                with store.reopen() as fresh:
                    seen = fresh.stands(task, back)
                proven = [row for row, there in zip(back, seen, strict=True) if there]
                company.vault.remove(parcel, proven)
                moved = moved or bool(proven)
    return next((p.rows for p in company.vault.parcels(parcel.plan) if p.step == parcel.step), 0)


def task_of(parcel: Parcel) -> Task:
    rows = Selection(parcel.dataset, Nothing())
    return Task(selection=rows, act=Act(parcel.act), columns=parcel.columns)


def _with(first: Parked, rest: Iterator[Parked]) -> Iterator[Parked]:
    yield first
    yield from rest
