"""After a plan is done: what stays goes on the calendar, keys nobody needs are destroyed."""

from nakomen.ledger import Entry
from nakomen.plan import Plan, Request
from nakomen.records import is_value
from nakomen.run.calendar import holds_of, row_keys, still_there
from nakomen.run.company import Company

_ERASING = frozenset({Request.ERASE, Request.RETENTION})
"""Requests after which what stays waits for its last day; any other leaves that as it was."""


def settle(company: Company, plan: Plan) -> list[Entry]:
    """
    Destroy the keys that nobody needs; what is then to be noted is returned.

    Repeatable: killed before that is on disk, the next run of the same plan settles again. By then
    the plan counts as begun, so that nobody looks for the person by keys that are gone.
    """
    persons = dict.fromkeys(step.subject for step in plan.steps if step.subject)
    return [entry for subject in persons for entry in _settle_person(company, plan, subject)]


def _settle_person(company: Company, plan: Plan, subject: str) -> list[Entry]:
    stays = list(holds_of(plan, subject)) if plan.request in _ERASING else []
    if stays:
        left = list(still_there(company, row_keys(company, subject)))
        company.subjects.keep_only(subject, left)
        return stays
    if plan.request not in _ERASING and _on_the_calendar(company, subject):
        known = company.subjects.keys(subject)
        company.subjects.keep_only(subject, [key for key in known if not is_value(key[0])])
        return []
    company.subjects.forget(subject)
    return [Entry(kind="released", body={"plan": plan.id, "subject": subject})]


def _on_the_calendar(company: Company, subject: str) -> bool:
    """An earlier plan keeps something of *subject*: her ids are needed to find it again."""
    return any(line.kind == "hold" for line in company.ledger.lines(subject=subject))
