"""
Carrying a plan out: intent, act, outcome; and proof on a fresh connection.

1. Take the lease; a second runner is refused, a killed one leaves nothing behind.
2. Refuse a plan that was changed, is stale, or rests on what nobody confirmed.
3. For each group of steps in one store: write the intents, act in one transaction (or in batches,
   for what fell due), count what is left on a fresh connection, write the outcomes.
4. Put what stays on the calendar; forget the keys that are no longer needed.

Killed at any moment, the same command goes on where it stopped and ends in the same account.
"""

import fcntl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from time import perf_counter
from typing import ClassVar

from nakomen.errors import NakomenError, PersonMustDecide, UsageError
from nakomen.ledger import JSON, Entry, Line
from nakomen.plan import Plan, Request, Step
from nakomen.records import Act, Keys, Question, StoreError, gather
from nakomen.run.company import Company
from nakomen.run.export import write_export
from nakomen.run.settle import settle
from nakomen.run.stale import refuse_other, refuse_stale

BATCH_ROWS = 20_000


class Unconfirmed(PersonMustDecide):
    """Nobody confirmed what this plan rests on. Read it and run `nakomen confirm`."""

    nl = "Niemand heeft bevestigd waar dit plan op rust. Lees het en draai `nakomen confirm`."


class Busy(NakomenError):
    """Another run is at work in this folder. Wait until it has ended."""

    nl = "In deze map is al een uitvoering bezig. Wacht tot die klaar is."
    exit_code: ClassVar[int] = 7
    retry: ClassVar[bool] = True


class ExportNeedsFile(UsageError):
    """Name the file for the copy: -o FILE.zip."""

    nl = "Noem het bestand voor de kopie: -o BESTAND.zip."


@dataclass(frozen=True, kw_only=True)
class StepOutcome:
    """What a step did. *left* was counted on a fresh connection; *error* says why not."""

    step: str
    act: Act
    found: int
    left: int
    seconds: float
    error: str | None = None
    retry: bool = False

    @property
    def gone(self) -> int:
        return self.found - self.left if self.act.destructive and self.error is None else 0


@dataclass(frozen=True, kw_only=True)
class BatchDone:
    """Rows of one batch of a long step, for whoever watches."""

    step: str
    rows: int


@dataclass(frozen=True, kw_only=True)
class PlanDone:
    """The end: ``done``, ``partly`` or ``failed``, and the ledger head that proves it."""

    plan: str
    state: str
    evidence: str
    asks: int = 0


Event = StepOutcome | BatchDone | PlanDone


def apply_plan(
    company: Company, plan: Plan, today: date, out: Path | None = None
) -> Iterator[Event]:
    """
    Carry *plan* out and tell what happens, as it happens.

    Raises:
        errors of `nakomen.run.stale`, Unconfirmed: nothing was touched.
        Busy: another run holds the lease.
        SchemaChanged, StoreUnreachable: before the first act; nothing was touched.
        LedgerFull: the next act was not begun.
    """
    with _lease(company):
        done = _outcomes(company, plan)
        if not _finished(company, plan):
            _check(company, plan, today, out)
            for event in _work(company, plan, out, done):
                if isinstance(event, StepOutcome):
                    done[event.step] = event
                yield event
            _finish(company, plan, done, today)
        yield _told(company, plan, done)


@contextmanager
def _lease(company: Company) -> Iterator[None]:
    with open(company.state / "apply.lock", "w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Busy from None
        yield


def _check(company: Company, plan: Plan, today: date, out: Path | None) -> None:
    refuse_stale(company, plan, today)
    if missing := unconfirmed(company, plan):
        raise Unconfirmed(", ".join(missing), entries=missing)
    if plan.request is Request.ACCESS and out is None:
        raise ExportNeedsFile
    company.check_shapes()
    refuse_other(company, plan)


def unconfirmed(company: Company, plan: Plan) -> list[str]:
    """Entries that a destructive step rests on and nobody confirmed: ``policy retention-1`` …"""
    missing: dict[str, None] = {}
    for step in plan.steps:
        if not step.task.act.destructive:
            continue
        if not company.store_map(step.store).dataset(step.task.dataset).confirmed:
            missing[f"systems/{step.store} {step.task.dataset}"] = None
        promise = step.because.promise
        if promise and not company.policy.promise(promise).confirmed:
            missing[f"policy {promise}"] = None
    return list(missing)


def _work(
    company: Company, plan: Plan, out: Path | None, done: dict[str, StepOutcome]
) -> Iterator[Event]:
    """One transaction for what follows in one store, batches for what fell due; then the rest."""
    waiting = [s for s in plan.steps if s.id not in done or done[s.id].error]
    acts = [s for s in waiting if s.task.act.destructive]
    for (store, _, sweeps), group in groupby(acts, key=lambda s: _way(plan, s)):
        if sweeps:
            for step in group:
                yield from _sweep(company, plan, step)
        else:
            yield from _act(company, plan, store, list(group))
    exports = [s for s in waiting if s.task.act is Act.EXPORT]
    if exports and out:
        yield from _export(company, plan, exports, out)
    yield from _tell(company, plan, [s for s in waiting if s not in acts and s not in exports])


def _way(plan: Plan, step: Step) -> tuple[str, str | None, bool]:
    """Steps that go together: of one store and one person; and whether they go in batches."""
    sweeps = plan.request is Request.RETENTION and step.task.act is Act.ERASE
    return step.store, step.subject, sweeps and step.subject is None


def _tell(company: Company, plan: Plan, steps: Sequence[Step]) -> Iterator[StepOutcome]:
    told = [
        StepOutcome(step=s.id, act=s.task.act, found=s.rows, left=s.rows, seconds=0.0)
        for s in steps
    ]
    _write_outcomes(company, plan, told)
    yield from told


def _act(company: Company, plan: Plan, store: str, steps: Sequence[Step]) -> Iterator[StepOutcome]:
    began = perf_counter()
    keys = _keys(company, steps)
    try:
        found = _intend(company, plan, steps, keys)
        company.stores[store].act([s.task for s in steps], keys)
        left = _count_fresh(company, store, steps, keys)
    except StoreError as error:
        outcomes = [_failed(step, error) for step in steps]
    else:
        seconds = (perf_counter() - began) / len(steps)
        outcomes = [
            StepOutcome(step=s.id, act=s.task.act, found=f, left=n, seconds=seconds)
            for s, f, n in zip(steps, found, left, strict=True)
        ]
    _write_outcomes(company, plan, outcomes)
    yield from outcomes


def _sweep(company: Company, plan: Plan, step: Step) -> Iterator[Event]:
    began = perf_counter()
    keys = _keys(company, [step])
    try:
        found = _intend(company, plan, [step], keys)
        for rows in company.stores[step.store].sweep(step.task, keys, BATCH_ROWS):
            yield BatchDone(step=step.id, rows=rows)
        left = _count_fresh(company, step.store, [step], keys)
    except StoreError as error:
        outcome = _failed(step, error)
    else:
        outcome = StepOutcome(
            step=step.id,
            act=step.task.act,
            found=found[0],
            left=left[0],
            seconds=perf_counter() - began,
        )
    _write_outcomes(company, plan, [outcome])
    yield outcome


def _export(
    company: Company, plan: Plan, steps: Sequence[Step], out: Path
) -> Iterator[StepOutcome]:
    began = perf_counter()
    keys = _keys(company, steps)
    try:
        rows = write_export(company, plan, steps, keys, out)
    except StoreError as error:
        outcomes = [_failed(step, error) for step in steps]
    else:
        seconds = (perf_counter() - began) / len(steps)
        outcomes = [
            StepOutcome(step=s.id, act=s.task.act, found=n, left=n, seconds=seconds)
            for s, n in zip(steps, rows, strict=True)
        ]
    _write_outcomes(company, plan, outcomes)
    yield from outcomes


def _keys(company: Company, steps: Sequence[Step]) -> Keys:
    subjects = {step.subject for step in steps if step.subject}
    return gather(pair for subject in subjects for pair in company.subjects.keys(subject))


def _intend(company: Company, plan: Plan, steps: Sequence[Step], keys: Keys) -> list[int]:
    """Write what is about to happen, with the rows found now; a repeated intent keeps the first."""
    first = {
        str(line.body["step"]): int(line.body["found"])
        for line in company.ledger.lines(kind="intent", plan=plan.id)
    }
    questions = [Question(selection=step.task.selection) for step in steps]
    counts = company.stores[steps[0].store].count(questions, keys)
    now = {step.id: count.rows for step, count in zip(steps, counts, strict=True)}
    entries = [
        Entry(kind="intent", body=_body(plan, step) | {"found": now[step.id]})
        for step in steps
        if step.id not in first
    ]
    if entries:
        company.ledger.append(entries, at=datetime.now(UTC))
    return [first.get(step.id, now[step.id]) for step in steps]


def _count_fresh(company: Company, store: str, steps: Sequence[Step], keys: Keys) -> list[int]:
    with company.stores[store].reopen() as fresh:
        questions = [Question(selection=step.task.selection) for step in steps]
        return [count.rows for count in fresh.count(questions, keys)]


def _failed(step: Step, error: StoreError) -> StepOutcome:
    return StepOutcome(
        step=step.id,
        act=step.task.act,
        found=step.rows,
        left=step.rows,
        seconds=0.0,
        error=f"{type(error).__name__}: {error.detail}",
        retry=error.retry,
    )


def _body(plan: Plan, step: Step) -> dict[str, JSON]:
    return {
        "plan": plan.id,
        "step": step.id,
        "store": step.store,
        "dataset": step.task.dataset,
        "act": step.task.act.value,
        "promise": step.because.promise,
        "rule": step.because.rule,
    }


def _write_outcomes(company: Company, plan: Plan, outcomes: Sequence[StepOutcome]) -> None:
    entries = [
        Entry(
            kind="outcome",
            body=_body(plan, plan.step(o.step))
            | {
                "found": o.found,
                "left": o.left,
                "gone": o.gone,
                "error": o.error,
                "seconds": round(o.seconds, 6),
            },
        )
        for o in outcomes
    ]
    if entries:
        company.ledger.append(entries, at=datetime.now(UTC))


def _outcomes(company: Company, plan: Plan) -> dict[str, StepOutcome]:
    """The last outcome of each step that is already in the ledger."""
    return {
        str(line.body["step"]): _outcome(line)
        for line in company.ledger.lines(kind="outcome", plan=plan.id)
    }


def _outcome(line: Line) -> StepOutcome:
    body = line.body
    return StepOutcome(
        step=str(body["step"]),
        act=Act(str(body["act"])),
        found=int(body["found"]),
        left=int(body["left"]),
        seconds=float(body["seconds"]),
        error=str(body["error"]) if body["error"] else None,
    )


def _finished(company: Company, plan: Plan) -> bool:
    return any(
        line.body["state"] == "done" for line in company.ledger.lines(kind="done", plan=plan.id)
    )


def _finish(company: Company, plan: Plan, done: dict[str, StepOutcome], today: date) -> None:
    state = _state(plan, done)
    if state == "done":
        settle(company, plan)
    entry = Entry(kind="done", body={"plan": plan.id, "state": state, "on": today.isoformat()})
    company.ledger.append([entry], at=datetime.now(UTC))


def _state(plan: Plan, done: dict[str, StepOutcome]) -> str:
    proven = [
        o.error is None and (o.left == 0 or not o.act.destructive)
        for o in (done.get(s.id) for s in plan.steps)
        if o is not None
    ]
    if len(proven) == len(plan.steps) and all(proven):
        return "done"
    return "partly" if any(proven) else "failed"


def _told(company: Company, plan: Plan, done: dict[str, StepOutcome]) -> PlanDone:
    head = company.ledger.head()
    asks = sum(s.rows > 0 and s.task.act in (Act.ASK, Act.UNKNOWN) for s in plan.steps)
    return PlanDone(
        plan=plan.id,
        state=_state(plan, done),
        evidence=f"{head.size}-{head.root.hex()[:16]}" if head else "",
        asks=asks,
    )
