"""
Carrying a plan out: intent, act, outcome; and proof on a fresh connection.

1. Take the lease; a second runner is refused, a killed one leaves nothing behind.
2. Refuse a plan that was changed, is stale, or rests on what nobody confirmed.
3. For each group of steps in one store: write the intents, act in one transaction (or in batches,
   for what fell due), count what is left on a fresh connection, write the outcomes.
4. Put what stays on the calendar; forget the keys that are no longer needed.

Killed at any moment, the same command goes on where it stopped and ends in the same account.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path

from nakomen.errors import PersonMustDecide, UsageError
from nakomen.ledger import Entry, SignedHead
from nakomen.papers.own_part import OwnPart
from nakomen.plan import Plan, Request, Step
from nakomen.records import Act
from nakomen.run import acting, destruction, restricting
from nakomen.run.company import Company
from nakomen.run.guards import refuse_unapproved
from nakomen.run.lease import lease
from nakomen.run.noted import Noted
from nakomen.run.outcomes import Event, PlanDone, StepOutcome, outcome_lines, state_of
from nakomen.run.outside import opened
from nakomen.run.own import COPIES, Copy, copy_of
from nakomen.run.parked import Keeper, expire, put_back
from nakomen.run.settle import settle
from nakomen.run.stale import refuse_other, refuse_replaced, refuse_stale


class Unconfirmed(PersonMustDecide):
    """Nobody confirmed what this plan rests on. Read it and run `nakomen confirm`."""

    nl = "Niemand heeft bevestigd waar dit plan op rust. Lees het en draai `nakomen confirm`."


class ExportNeedsFile(UsageError):
    """Name the file for the copy: -o FILE.zip."""

    nl = "Noem het bestand voor de kopie: -o BESTAND.zip."


def apply_plan(
    company: Company,
    plan: Plan,
    today: date,
    out: Path | None = None,
    own: Sequence[OwnPart] = (),
) -> Iterator[Event]:
    """
    Carry *plan* out and tell what happens, as it happens.

    Args:
        own: what the caller keeps of the person itself; it comes last in her copy.

    Raises:
        errors of `nakomen.run.stale`, Unconfirmed, NotApproved, NoCopyOfOne: nothing was touched.
        Busy: another run holds the lease.
        SchemaChanged, StoreUnreachable: before the first act; nothing was touched.
        LedgerFull: the next act was not begun.
    """
    copy = copy_of(plan, out, own)
    with lease(company):
        company.disperse()
        expire(company, today)
        noted = Noted.of(company, plan)
        done, head = dict(noted.outcomes), None
        if not noted.finished:
            _check(company, plan, noted, today, copy)
            _begin(company, plan, today)
            for event in _work(company, plan, noted, today, copy):
                if isinstance(event, StepOutcome):
                    done[event.step] = event
                yield event
            head = _finish(company, plan, noted, done, today)
        yield _told(company, plan, done, head or company.ledger.head())


def _check(company: Company, plan: Plan, noted: Noted, today: date, copy: Copy | None) -> None:
    refuse_replaced(company, plan)
    refuse_stale(company, plan, noted, today)
    if missing := unconfirmed(company, plan):
        raise Unconfirmed(", ".join(missing), entries=missing)
    if plan.request in COPIES and copy is None:
        raise ExportNeedsFile
    company.check_shapes()
    refuse_other(company, plan, noted)
    if not noted.begun:
        refuse_unapproved(company, plan)


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


def _begin(company: Company, plan: Plan, today: date) -> None:
    """Before the first act: from here on her data is restricted, also when this is stopped."""
    if plan.request is Request.RESTRICT and (entries := restricting.begun(company, plan, today)):
        company.ledger.append(entries, at=datetime.now(UTC))


def _work(
    company: Company, plan: Plan, noted: Noted, today: date, copy: Copy | None
) -> Iterator[Event]:
    """One transaction for what follows in one store, batches for what fell due; then the rest."""
    waiting = _waiting(plan, noted)
    acts = [s for s in waiting if s.task.act.destructive]
    keeper = Keeper(company=company, plan=plan, today=today)
    for (store, _, sweeps), group in groupby(acts, key=lambda s: _way(plan, s)):
        if sweeps:
            for step in group:
                yield from acting.sweep(company, plan, noted, step, keeper)
        else:
            yield from acting.act(company, plan, noted, store, list(group), keeper)
    for step in (s for s in waiting if s.task.act is Act.THAW):
        yield from put_back(company, plan, noted, step)
    destroys = (s for s in waiting if s.task.act is Act.DESTROY)
    for _, group in groupby(destroys, key=lambda s: s.store):
        yield from destruction.destroy(company, plan, list(group))
    if copy:
        for copies in _copied(waiting, noted, copy):
            yield from acting.export(company, plan, copies, copy)
    yield from map(acting.tell, (s for s in waiting if _touches_nothing(s)))


def _waiting(plan: Plan, noted: Noted) -> list[Step]:
    """Steps that were not done when this run began, or failed."""
    done = noted.outcomes
    return [s for s in plan.steps if s.id not in done or done[s.id].error]


def _copied(waiting: list[Step], noted: Noted, copy: Copy) -> list[list[Step]]:
    """Steps that copy, by person; none where all of a copy is what was brought along."""
    exports = [s for s in waiting if s.task.act is Act.EXPORT]
    groups = [list(group) for _, group in groupby(exports, key=lambda step: step.subject)]
    return groups or ([[]] if copy.own and not noted.copied else [])


def _way(plan: Plan, step: Step) -> tuple[str, str | None, bool]:
    """Steps that go together: of one store and one person; and whether they go in batches."""
    due = plan.request is Request.RETENTION and step.subject is None
    sweeps = due and step.task.act in _IN_BATCHES and not step.task.together
    return step.store, step.subject, sweeps


_IN_BATCHES = (Act.ERASE, Act.BLANK, Act.TRUNCATE, Act.ANONYMISE, Act.AGGREGATE)


def _touches_nothing(step: Step) -> bool:
    return not step.task.act.destructive and step.task.act not in _DONE_APART


_DONE_APART = (Act.EXPORT, Act.DESTROY, Act.THAW)


def _finish(
    company: Company, plan: Plan, noted: Noted, done: Mapping[str, StepOutcome], today: date
) -> SignedHead:
    """
    Settle, then note what was not touched, what stays, and the end, in one commit: until it is
    there, the plan can be run again.
    """
    state = state_of(plan, done)
    told = [done[step.id] for step in _waiting(plan, noted) if _touches_nothing(step)]
    settled = settle(company, plan, today) if state == "done" else []
    settled += opened(company, plan, today) if state == "done" else []
    end = Entry(kind="done", body={"plan": plan.id, "state": state, "on": today.isoformat()})
    entries = [*outcome_lines(plan, told), *settled, end]
    return company.ledger.append(entries, at=datetime.now(UTC)).head


def _told(
    company: Company, plan: Plan, done: Mapping[str, StepOutcome], head: SignedHead | None
) -> PlanDone:
    asks = sum(s.rows > 0 and s.task.act in (Act.ASK, Act.UNKNOWN) for s in plan.steps)
    asks += sum(aside.decide for aside in plan.persons.aside) if plan.persons else 0
    asks += sum(1 for _ in company.ledger.lines(kind="left", plan=plan.id)) if plan.persons else 0
    return PlanDone(
        plan=plan.id,
        state=state_of(plan, done),
        evidence=f"{head.size}-{head.root.hex()[:16]}" if head else "",
        asks=asks,
        in_files=destruction.promised(company) is not None
        and any(outcome.gone for outcome in done.values() if outcome.act.destructive),
    )
