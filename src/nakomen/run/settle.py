"""After a plan is done: what stays goes on the calendar, keys nobody needs are destroyed."""

from collections.abc import Iterable
from datetime import date

from nakomen.ledger import Entry, is_group
from nakomen.plan import Plan, Request
from nakomen.plan.requests.offboard import LEAVING
from nakomen.records import is_value
from nakomen.run import restricting, undoing
from nakomen.run.calendar import holds_of, row_keys, still_there
from nakomen.run.company import Company
from nakomen.run.frozen import Frozen
from nakomen.run.held import Held
from nakomen.run.parting import ERASING, on_the_calendar, settle_group
from nakomen.run.standing import standing


def settle(company: Company, plan: Plan, on: date) -> list[Entry]:
    """
    Destroy the keys that nobody needs; what is then to be noted is returned.

    Repeatable: killed before that is on disk, the next run of the same plan settles again. By then
    the plan counts as begun, so that nobody looks for the person by keys that are gone.
    """
    if plan.request is Request.UNDO:
        return undoing.undone(company, plan)
    persons = dict.fromkeys(step.subject for step in plan.steps if step.subject)
    stands = standing(company)
    if plan.request is Request.UNRESTRICT:
        thawed = restricting.lifted(plan, on)
    else:
        # While her data is restricted, her keys lead to what is kept apart.
        restricted = Frozen.of(company, stands).subjects
        persons = {subject: None for subject in persons if subject not in restricted}
        thawed = []
    held = Held.of(company, stands).subjects
    return thawed + [
        entry
        for subject in persons
        for entry in (
            _waits(plan, subject) if subject in held else _settled(company, plan, subject)
        )
    ]


def _waits(plan: Plan, subject: str) -> Iterable[Entry]:
    """Her keys lead to what is on hold; what she asked goes in the first sweep after it."""
    return holds_of(plan, subject) if plan.request in ERASING else []


def _settled(company: Company, plan: Plan, subject: str) -> Iterable[Entry]:
    if is_group(subject):
        return settle_group(company, plan, subject)
    return _settle_person(company, plan, subject)


def _settle_person(company: Company, plan: Plan, subject: str) -> list[Entry]:
    stays = list(holds_of(plan, subject)) if plan.request in ERASING else []
    if stays and any(entry.body["rule"] == LEAVING for entry in stays):
        return stays  # Until then she is a customer like any other, and found as one.
    if stays:
        left = list(still_there(company, row_keys(company, subject)))
        company.subjects.keep_only(subject, left)
        return stays
    if plan.request not in ERASING and on_the_calendar(company, subject):
        known = company.subjects.keys(subject)
        company.subjects.keep_only(subject, [key for key in known if not is_value(key[0])])
        return []
    company.subjects.forget(subject)
    return [Entry(kind="released", body={"plan": plan.id, "subject": subject})]
