"""Undoing a plan within the set time: what it took out of the systems is put back."""

from datetime import date

from nakomen.errors import UsageError
from nakomen.ledger import Entry, is_group
from nakomen.plan import Because, Plan, Request, numbered
from nakomen.run import shelf
from nakomen.run.company import Company
from nakomen.run.parked import restorable
from nakomen.run.restricting import back_step
from nakomen.terms import Text


class NothingToUndo(UsageError):
    """
    Nothing of this plan can be put back: it took nothing out, the time for it is over, or there
    was none. Set one in nakomen.yaml: guards: {undo: 7 dagen}.
    """

    nl = (
        "Van dit plan is niets terug te zetten: het nam niets weg, de tijd ervoor is om, of die "
        "was er niet. Stel die in met nakomen.yaml: guards: {undo: 7 dagen}."
    )


def plan_undo(company: Company, id: str, today: date) -> Plan:
    """
    The plan that puts back what plan *id* took out, the last thing first.

    Raises:
        NoSuchPlan: nothing is stored under that name.
        NothingToUndo: nothing of it is in the vault, or not for long enough.
    """
    taken = shelf.load_plan(company, id)
    parcels = [p for p in restorable(company) if p.plan == id and p.until and p.until > today]
    if not parcels:
        raise NothingToUndo(id)
    steps = [
        back_step(parcel, Because(text=_BACK.fill(plan=id), promise=parcel.promise))
        for parcel in reversed(parcels)
    ]
    plan = Plan(
        id="",
        request=Request.UNDO,
        today=today,
        subject=taken.subject,
        made_from=company.digests,
        steps=numbered(steps),
    )
    return shelf.keep(company, plan)


def undone(company: Company, plan: Plan) -> list[Entry]:
    """
    That a plan was undone, and whose: nothing of theirs waits for a last day any more.

    A key that is still in the subject book goes: she is found again by what stands in the systems.
    """
    taken = list(dict.fromkeys(step.parcel.partition(" ")[0] for step in plan.steps))
    entries = [Entry(kind="undone", body={"plan": plan.id, "undid": name}) for name in taken]
    for name in taken:
        steps = shelf.load_plan(company, name).steps
        for subject in dict.fromkeys(step.subject for step in steps if step.subject):
            for person in _persons(company, subject):
                company.subjects.forget(person)
                entries.append(Entry(kind="released", body={"plan": plan.id, "subject": person}))
    return entries


def _persons(company: Company, subject: str) -> list[str]:
    if not is_group(subject):
        return [subject]
    return [member.subject for member in company.subjects.groups.members(subject)]


_BACK = Text("terugzetten wat {plan} wegnam", "put back what {plan} took out")
