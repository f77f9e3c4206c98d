"""Everything that a drill planted is taken out again, also when it was killed."""

from contextlib import suppress
from datetime import UTC, date, datetime

from nakomen.errors import PersonMustDecide
from nakomen.ledger import Entry, Line, SubjectUnknown, has_vault
from nakomen.records.planting import Marked, Planter, Sample, Stands
from nakomen.run.company import Company
from nakomen.run.drill.running import Running, archive_of
from nakomen.run.shelf import load_plan


class DrillLeft(PersonMustDecide):
    """
    A row of the drill was changed by another program, so it is not taken out. Look at it yourself.
    """

    nl = (
        "Een rij van de oefening is door een ander programma veranderd en wordt daarom niet "
        "weggehaald. Bekijk hem zelf."
    )


def clean(company: Company) -> int:
    """
    Take out everything that drills left, and forget their persons; the number of rows taken out.

    Raises:
        DrillLeft: a row stands there that is not as it was planted; the others are taken out.
    """
    ended = {str(line.body["drill"]) for line in company.ledger.lines(kind="drill-clean")}
    begun = [line for line in company.ledger.lines(kind="drill") if line.body["drill"] not in ended]
    return sum(_clean(company, line) for line in begun)


def _clean(company: Company, begun: Line) -> int:
    tag = str(begun.body["drill"])
    running = Running(
        company, Sample(tag=tag, day=date.fromisoformat(str(begun.body["on"]))), date.min
    )
    archive_of(company).unlink(missing_ok=True)
    removed, other = 0, []
    for line in company.ledger.lines(kind="drill-rows", drill=tag):
        rows = [Marked(**row) for row in line.body["rows"]]
        store = company.stores[str(line.body["store"])]
        assert isinstance(store, Planter)
        for row, was in zip(rows, store.uproot(rows, running.mark), strict=True):
            removed += was in (Stands.WHOLE, Stands.EMPTIED)
            other += [f"{line.body['store']}.{row.dataset}"] if was is Stands.OTHER else []
    _forget(running, begun)
    running.note("drill-clean", removed=removed, other=sorted(set(other)))
    if other:
        raise DrillLeft(", ".join(sorted(set(other))))
    return removed


def _forget(running: Running, begun: Line) -> None:
    """Her requests are marked as no one's, her keys are destroyed, her calendar is empty."""
    company = running.company
    noted = {str(x.body["plan"]) for x in company.ledger.lines(kind="drill-plan")}
    persons: dict[str, str] = {}
    for line in company.ledger.lines(kind="planned"):
        if line.seq < begun.seq:
            continue
        plan = load_plan(company, str(line.body["plan"]))
        subject = next((step.subject for step in plan.steps if step.subject), None)
        if plan.id in noted or (subject and _hers(running, subject)):
            if plan.id not in noted:
                running.note("drill-plan", plan=plan.id)
            if has_vault(company.state):
                company.vault.destroy(company.vault.parcels(plan=plan.id))
            if subject:
                persons[subject] = plan.id
    for subject, plan_id in persons.items():
        company.subjects.forget(subject)
        released = Entry(kind="released", body={"plan": plan_id, "subject": subject})
        company.ledger.append([released], at=datetime.now(UTC))


def _hers(running: Running, subject: str) -> bool:
    """The subject book knows this person by the drill's own tag."""
    with suppress(SubjectUnknown):
        keys = running.company.subjects.keys(subject)
        return any(running.sample.tag in value.lower() for _, value in keys)
    return False
