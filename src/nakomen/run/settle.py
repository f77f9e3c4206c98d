"""After a plan is done: what stays goes on the calendar, keys nobody needs are destroyed."""

from datetime import UTC, datetime

from nakomen.ledger import Entry
from nakomen.plan import Plan, Request
from nakomen.run.calendar import holds_of, row_keys, still_there
from nakomen.run.company import Company
from nakomen.run.noted import Noted


def settle(company: Company, plan: Plan, noted: Noted) -> None:
    """Repeatable: killed in between, the next run of the same plan settles again."""
    for subject in dict.fromkeys(step.subject for step in plan.steps if step.subject):
        _settle_person(company, plan, noted, subject)


def _settle_person(company: Company, plan: Plan, noted: Noted, subject: str) -> None:
    stays = list(holds_of(plan, subject))
    if stays:
        if not noted.says("hold", subject):
            company.ledger.append(stays, at=datetime.now(UTC))
        left = list(still_there(company, row_keys(company, subject)))
        company.subjects.keep_only(subject, left)
    elif plan.request is not Request.ACCESS or not _on_the_calendar(company, subject):
        _release(company, plan, noted, subject)


def _on_the_calendar(company: Company, subject: str) -> bool:
    """An earlier plan keeps something of *subject*: her ids are needed to find it again."""
    return any(line.kind == "hold" for line in company.ledger.lines(subject=subject))


def _release(company: Company, plan: Plan, noted: Noted, subject: str) -> None:
    """Noted once, also when an earlier run noted it and was killed before it could forget."""
    if not noted.says("released", subject):
        released = Entry(kind="released", body={"plan": plan.id, "subject": subject})
        company.ledger.append([released], at=datetime.now(UTC))
    company.subjects.forget(subject)
