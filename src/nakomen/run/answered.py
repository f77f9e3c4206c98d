"""Promises about requests of persons: was each carried out, whole and in time?"""

from collections.abc import Set
from contextlib import suppress
from dataclasses import replace
from datetime import date

from nakomen.ledger import Line
from nakomen.plan import ASKED_BY
from nakomen.policy import Promise
from nakomen.run.company import Company
from nakomen.run.handled import UNCLEAR, Handled, handled, lines_of
from nakomen.run.outside import Outside, State, outside
from nakomen.run.shelf import NoSuchPlan, load_plan
from nakomen.run.stale import PlanChanged
from nakomen.run.verdict import NO_CHECK, Ruling, Verdict, evidence_of, unseen
from nakomen.terms import Text

REQUESTS = frozenset(request.value for request in ASKED_BY.values())
_ANY = REQUESTS | {UNCLEAR}
"""Also a case of which nobody has read yet what is asked: its clock runs."""
_NO_REQUEST = Text("nog geen verzoek gehad", "no request so far")
_NOT_OURS = Text(
    "een recht dat nakomen nog niet zelf uitvoert", "a right that nakomen does not carry out yet"
)
_LATE = Text("verzoeken zonder antwoord binnen de termijn", "requests not answered in time")
_IN_TIME = Text("alle verzoeken binnen de termijn", "every request within the term")
_NOT_WHOLE = Text("verzoeken die niet geheel zijn uitgevoerd", "requests not fully carried out")
_UNANSWERED = Text(
    "verwerkers of ontvangers die niet op tijd antwoordden: nakomen asks",
    "processors or receivers who did not answer in time: nakomen asks",
)
_WAITING = Text(
    "hier is alles gedaan; verwerkers of ontvangers moeten nog antwoorden: nakomen asks",
    "all is done here; processors or receivers must still answer: nakomen asks",
)
_PROVEN = Text("elk uitgevoerd verzoek is bewezen", "every request carried out is proven")


def in_time(company: Company, promise: Promise, today: date) -> Verdict:
    """
    Was each request that the promise is about answered within its term?

    One that the desk handles has the day that is in force there; a plan without a case, its own.
    """
    if promise.within is None:
        return unseen(promise, NO_CHECK)
    requests = _requests(promise) if promise.rights else REQUESTS
    every = [case for case in handled(company) if not case.complaint]
    cases = [case for case in every if case.right in (requests if promise.rights else _ANY)]
    mine = {case.plan for case in every}
    meant = [line for line in asked(company, requests) if line.body["plan"] not in mine]
    done = {str(line.body["plan"]): line for line in ended(company)}
    answered = {plan: _done_day(line) for plan, line in done.items()}
    late = [
        line
        for line in meant
        if promise.within.after(asked_on(line)) < (answered.get(str(line.body["plan"])) or today)
        and not _is_of_a_case(company, line, every)
    ]
    late_cases = [case for case in cases if case.is_late(today)]
    if late or late_cases:
        oldest = min([*map(asked_on, late), *(case.received for case in late_cases)])
        return _broken(promise, _LATE, [*late, *lines_of(late_cases)], oldest)
    ends = [done[plan] for line in meant if (plan := str(line.body["plan"])) in done]
    seen = [*meant, *lines_of(cases)]
    return _kept(promise, _IN_TIME, seen, [*seen, *ends])


def _is_of_a_case(company: Company, line: Line, cases: list[Handled]) -> bool:
    """A plan that another took the place of: made while a case for the same person was open."""
    on = asked_on(line)
    same = [
        case.plan
        for case in cases
        if case.plan and case.right == line.body["request"]
        if case.received <= on <= (case.ended or on)
    ]
    with suppress(NoSuchPlan, PlanChanged):
        subject = load_plan(company, str(line.body["plan"])).subject if same else None
        return any(load_plan(company, plan).subject == subject for plan in same)
    return False


def carried_out(company: Company, promise: Promise, today: date) -> Verdict:
    """Did each request for a promised right end with proof, and did each receiver answer?"""
    plans = {str(line.body["plan"]) for line in asked(company, _requests(promise))}
    ends = [line for line in ended(company) if str(line.body["plan"]) in plans]
    last = {str(line.body["plan"]): line for line in ends}
    open_ends = [line for line in last.values() if line.body["state"] != "done"]
    if open_ends:
        return _broken(promise, _NOT_WHOLE, open_ends, None)
    waiting = _waiting(company, set(last), today)
    if late := [one for one in waiting if one.state is State.OVERDUE]:
        oldest = min(one.on for one in late)
        return replace(_broken(promise, _UNANSWERED, ends, oldest), count=len(late))
    kept = _kept(promise, _PROVEN, [*last.values()], ends)
    if waiting and kept.ruling is Ruling.KEPT:
        return replace(kept, ruling=Ruling.UNSEEN, why=_WAITING, count=len(waiting))
    return kept


def _waiting(company: Company, plans: Set[str], today: date) -> list[Outside]:
    """What receivers have not answered yet."""
    found = outside(company, today)
    return [one for one in found if one.plan in plans and not one.is_answered]


def ended(company: Company) -> list[Line]:
    """The ends of plans that still stand: what was undone was not done."""
    undone = {str(line.body["undid"]) for line in company.ledger.lines(kind="undone")}
    ends = company.ledger.lines(kind="done")
    return [line for line in ends if str(line.body["plan"]) not in undone]


def _requests(promise: Promise) -> set[str]:
    return {ASKED_BY[right].value for right in promise.rights if right in ASKED_BY}


def asked(company: Company, requests: Set[str]) -> list[Line]:
    """Every plan for one of *requests*: ``access``, ``erase``. A drill is nobody's request."""
    drills = {line.body["plan"] for line in company.ledger.lines(kind="drill-plan")}
    planned = company.ledger.lines(kind="planned")
    return [
        line
        for line in planned
        if line.body["request"] in requests and line.body["plan"] not in drills
    ]


def _broken(promise: Promise, why: Text, lines: list[Line], oldest: date | None) -> Verdict:
    return Verdict(
        promise=promise,
        ruling=Ruling.BROKEN,
        why=why,
        count=len(lines),
        oldest=oldest,
        evidence=evidence_of(lines),
    )


def _kept(promise: Promise, why: Text, seen: list[Line], evidence: list[Line]) -> Verdict:
    """Kept, as far as all of it can be seen: a right that is not carried out here is not."""
    if any(right not in ASKED_BY for right in promise.rights):
        return unseen(promise, _NOT_OURS)
    if not seen:
        return unseen(promise, _NO_REQUEST)
    return Verdict(
        promise=promise, ruling=Ruling.KEPT, why=why, count=0, evidence=evidence_of(evidence)
    )


def asked_on(line: Line) -> date:
    """The day of a line of `asked`."""
    return date.fromisoformat(str(line.body["today"]))


def _done_day(line: Line) -> date | None:
    return date.fromisoformat(str(line.body["on"])) if line.body["state"] == "done" else None
