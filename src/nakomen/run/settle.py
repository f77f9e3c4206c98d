"""After a plan is done: what stays goes on the calendar, keys nobody needs are destroyed."""

from datetime import UTC, datetime

from nakomen.ledger import Entry
from nakomen.plan import Plan, Request
from nakomen.run.calendar import holds_of, row_keys, still_there
from nakomen.run.company import Company


def settle(company: Company, plan: Plan) -> None:
    """Repeatable: killed in between, the next run of the same plan settles again."""
    for subject in dict.fromkeys(step.subject for step in plan.steps if step.subject):
        _settle_person(company, plan, subject)


def _settle_person(company: Company, plan: Plan, subject: str) -> None:
    stays = list(holds_of(plan, subject))
    noted = list(company.ledger.lines(kind="hold"))
    if stays:
        if not any(line.body["plan"] == plan.id for line in noted):
            company.ledger.append(stays, at=datetime.now(UTC))
        left = list(still_there(company, row_keys(company, subject)))
        company.subjects.keep_only(subject, left)
    elif plan.request is Request.ACCESS and any(n.body["subject"] == subject for n in noted):
        return
    else:
        _release(company, plan, subject)


def _release(company: Company, plan: Plan, subject: str) -> None:
    """Noted once, also when an earlier run noted it and was killed before it could forget."""
    noted = company.ledger.lines(kind="released", plan=plan.id)
    if not any(line.body["subject"] == subject for line in noted):
        released = Entry(kind="released", body={"plan": plan.id, "subject": subject})
        company.ledger.append([released], at=datetime.now(UTC))
    company.subjects.forget(subject)
