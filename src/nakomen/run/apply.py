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
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import ClassVar

from nakomen.errors import NakomenError, PersonMustDecide, UsageError
from nakomen.ledger import Entry
from nakomen.plan import Plan, Request, Step
from nakomen.records import Act
from nakomen.run import acting, destruction
from nakomen.run.company import Company
from nakomen.run.noted import Noted
from nakomen.run.outcomes import Event, PlanDone, StepOutcome, state_of
from nakomen.run.settle import settle
from nakomen.run.stale import refuse_other, refuse_stale


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
        noted = Noted.of(company, plan)
        done = dict(noted.outcomes)
        if not noted.finished:
            _check(company, plan, noted, today, out)
            for event in _work(company, plan, noted, out):
                if isinstance(event, StepOutcome):
                    done[event.step] = event
                yield event
            _finish(company, plan, state_of(plan, done), today)
        yield _told(company, plan, done)


@contextmanager
def _lease(company: Company) -> Iterator[None]:
    lock = company.state / "apply.lock"
    lock.touch(mode=0o600)
    with lock.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Busy from None
        yield


def _check(company: Company, plan: Plan, noted: Noted, today: date, out: Path | None) -> None:
    refuse_stale(company, plan, noted, today)
    if missing := unconfirmed(company, plan):
        raise Unconfirmed(", ".join(missing), entries=missing)
    if plan.request is Request.ACCESS and out is None:
        raise ExportNeedsFile
    company.check_shapes()
    refuse_other(company, plan, noted)


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


def _work(company: Company, plan: Plan, noted: Noted, out: Path | None) -> Iterator[Event]:
    """One transaction for what follows in one store, batches for what fell due; then the rest."""
    done = noted.outcomes
    waiting = [s for s in plan.steps if s.id not in done or done[s.id].error]
    acts = [s for s in waiting if s.task.act.destructive]
    for (store, _, sweeps), group in groupby(acts, key=lambda s: _way(plan, s)):
        if sweeps:
            for step in group:
                yield from acting.sweep(company, plan, noted, step)
        else:
            yield from acting.act(company, plan, noted, store, list(group))
    destroys = (s for s in waiting if s.task.act is Act.DESTROY)
    for _, group in groupby(destroys, key=lambda s: s.store):
        yield from destruction.destroy(company, plan, list(group))
    exports = [s for s in waiting if s.task.act is Act.EXPORT]
    if out:
        for _, copies in groupby(exports, key=lambda step: step.subject):
            yield from acting.export(company, plan, list(copies), out)
    yield from acting.tell(company, plan, [s for s in waiting if _touches_nothing(s)])


def _way(plan: Plan, step: Step) -> tuple[str, str | None, bool]:
    """Steps that go together: of one store and one person; and whether they go in batches."""
    sweeps = plan.request is Request.RETENTION and step.task.act in _IN_BATCHES
    return step.store, step.subject, sweeps and step.subject is None


_IN_BATCHES = (Act.ERASE, Act.TRUNCATE, Act.ANONYMISE)


def _touches_nothing(step: Step) -> bool:
    return not step.task.act.destructive and step.task.act not in (Act.EXPORT, Act.DESTROY)


def _finish(company: Company, plan: Plan, state: str, today: date) -> None:
    """Settle, then note the end, in one commit: until it is there, the plan can be run again."""
    settled = settle(company, plan) if state == "done" else []
    end = Entry(kind="done", body={"plan": plan.id, "state": state, "on": today.isoformat()})
    company.ledger.append([*settled, end], at=datetime.now(UTC))


def _told(company: Company, plan: Plan, done: dict[str, StepOutcome]) -> PlanDone:
    head = company.ledger.head()
    asks = sum(s.rows > 0 and s.task.act in (Act.ASK, Act.UNKNOWN) for s in plan.steps)
    asks += sum(aside.decide for aside in plan.persons.aside) if plan.persons else 0
    asks += sum(1 for _ in company.ledger.lines(kind="left", plan=plan.id)) if plan.persons else 0
    return PlanDone(
        plan=plan.id,
        state=state_of(plan, done),
        evidence=f"{head.size}-{head.root.hex()[:16]}" if head else "",
        asks=asks,
    )
