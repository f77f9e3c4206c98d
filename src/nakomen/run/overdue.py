"""Requests of persons that the law wants answered by now (AVG artikel 12 lid 3)."""

from dataclasses import dataclass
from datetime import date

from nakomen.law.eu.avg_12_3_response import due
from nakomen.ledger import Line
from nakomen.plan import Request
from nakomen.run.answered import REQUESTS, asked, asked_on, ended
from nakomen.run.company import Company
from nakomen.run.shelf import load_plan


@dataclass(frozen=True, kw_only=True)
class Overdue:
    """A plan for a request that was not carried out by *due*, the last day for an answer."""

    plan: str
    request: str
    due: date


def overdue(company: Company, today: date) -> list[Overdue]:
    """
    Unanswered after the legal month, the oldest first.

    A request is answered by any plan for the same right and the same keys that was carried out.
    """
    done = {str(line.body["plan"]) for line in ended(company) if line.body["state"] == "done"}
    meant = asked(company, REQUESTS)
    late = [line for line in meant if str(line.body["plan"]) not in done and _last(line) < today]
    if not late:
        return []
    answered = {_whose(company, line) for line in meant if str(line.body["plan"]) in done}
    return [_overdue(line) for line in late if _whose(company, line) not in answered]


def _last(line: Line) -> date:
    return due(asked_on(line))


def _whose(company: Company, line: Line) -> tuple[Request, tuple[str, ...]]:
    plan = load_plan(company, str(line.body["plan"]))
    return plan.request, plan.subject


def _overdue(line: Line) -> Overdue:
    return Overdue(plan=str(line.body["plan"]), request=str(line.body["request"]), due=_last(line))
