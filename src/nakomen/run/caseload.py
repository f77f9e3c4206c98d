"""Promises about how the desk handles cases: judged by what it says of each of them."""

from collections.abc import Callable, Sequence
from datetime import date

from nakomen.policy import Control, Promise
from nakomen.policy.handling import Handling
from nakomen.policy.kind import PromiseKind
from nakomen.run.company import Company
from nakomen.run.handled import Address, End, Handled, handled, lines_of
from nakomen.run.outside import ANSWERED, ASKED, State, outside
from nakomen.run.verdict import Ruling, Verdict, evidence_of
from nakomen.terms import Text

Judge = Callable[[Company, Promise, Sequence[Handled], date], Verdict | None]


def verdict(company: Company, promise: Promise, today: date) -> Verdict | None:
    """None: no case shows anything of *promise*; nothing is said of it on this ground."""
    judge = _JUDGES.get(promise.control)
    return judge(company, promise, handled(company), today) if judge else None


def _complaints(
    company: Company,  # noqa: ARG001
    promise: Promise,
    cases: Sequence[Handled],
    today: date,
) -> Verdict | None:
    """Each complaint has an answer with what came of it, and in time."""
    if promise.kind == PromiseKind.PURPOSE:
        return None
    mine = [case for case in cases if case.complaint]
    wrong = [
        case for case in mine if case.is_late(today) or (case.answered and case.end not in _JUDGED)
    ]
    return _ruled(promise, mine, wrong, _COMPLAINTS_LATE, _COMPLAINTS)


def _addresses(
    company: Company,
    promise: Promise,
    cases: Sequence[Handled],
    today: date,  # noqa: ARG001
) -> Verdict | None:
    """
    What tells of a person went to an address on file, or to who was identified before. Where the
    statement rules that out, it did so since the day of that statement.
    """
    never = Handling.of(company.policy).never_elsewhere
    since = company.policy.statement.date or date.min
    told = _tells(company)
    mine = [case for case in cases if case.end is End.GRANTED and case.plan in told]
    wrong = [
        case
        for case in mine
        if case.address is Address.UNKNOWN
        or (case.address is Address.IDENTIFIED and never and (case.answered or since) >= since)
    ]
    return _ruled(promise, mine, wrong, _ELSEWHERE, _KNOWN)


def _tells(company: Company) -> set[str]:
    """Plans that found something of a person: that nothing was found may go anywhere."""
    planned = company.ledger.lines(kind="planned")
    return {str(line.body["plan"]) for line in planned if any(line.body["rows"].values())}


def _decisions(
    company: Company,  # noqa: ARG001
    promise: Promise,
    cases: Sequence[Handled],
    today: date,  # noqa: ARG001
) -> Verdict | None:
    """A refusal, and money that is asked, rest on a ground of the law; free is free."""
    mine = [case for case in cases if case.answered and not case.complaint]
    if promise.kind == PromiseKind.REFUSAL_GROUND:
        mine = [case for case in mine if case.end is End.REFUSED]
    elif promise.kind != PromiseKind.FEE:
        return None
    return _ruled(promise, mine, [c for c in mine if not c.grounded], _NO_GROUND, _GROUNDED)


def _holders(
    company: Company, promise: Promise, cases: Sequence[Handled], today: date
) -> Verdict | None:
    """Each who held something of her confirmed, or refused with a ground."""
    if promise.rights:
        return None
    done = {case.plan: case for case in cases if case.plan and case.end is End.GRANTED}
    asks = [one for one in outside(company, today) if one.plan in done]
    asked = {one.plan for one in asks}
    mine = [case for plan, case in done.items() if plan in asked]
    waiting = [one for one in asks if not one.is_answered]
    late = [one for one in waiting if one.state is State.OVERDUE or done[one.plan].ended]
    if not mine:
        return None
    lines = company.ledger.lines(kind=(ASKED, ANSWERED))
    evidence = evidence_of([*lines_of(mine), *(x for x in lines if x.body["plan"] in asked)])
    if late:
        ruling, why, count = Ruling.BROKEN, _SILENT, len(late)
    elif waiting:
        ruling, why, count = Ruling.UNSEEN, _WAITING, len(waiting)
    else:
        ruling, why, count = Ruling.KEPT, _ALL_SAID.fill(cases=len(mine)), 0
    oldest = min((one.on for one in late), default=None)
    return Verdict(
        promise=promise, ruling=ruling, why=why, count=count, oldest=oldest, evidence=evidence
    )


def _ruled(
    promise: Promise, mine: Sequence[Handled], wrong: Sequence[Handled], broken: Text, kept: Text
) -> Verdict | None:
    if not mine:
        return None
    return Verdict(
        promise=promise,
        ruling=Ruling.BROKEN if wrong else Ruling.KEPT,
        why=broken if wrong else kept.fill(cases=len(mine)),
        count=len(wrong),
        oldest=min((case.received for case in wrong), default=None),
        evidence=evidence_of(lines_of(wrong or mine)),
    )


_JUDGED = (End.RIGHT, End.PARTLY, End.WRONG)
_JUDGES: dict[str, Judge] = {
    Control.COMPLAINT_DESK: _complaints,
    Control.KNOWN_ADDRESS_ONLY_DELIVERY: _addresses,
    Control.RIGHTS_DECISION_LETTER: _decisions,
    Control.PROCESSOR_SIDE_EXECUTION: _holders,
}
_COMPLAINTS_LATE = Text(
    "klachten zonder oordeel binnen de termijn", "complaints without a judgement in time"
)
_COMPLAINTS = Text(
    "geen klacht is te laat; alle klachten bij elkaar: {cases}",
    "no complaint is late; complaints in all: {cases}",
)
_ELSEWHERE = Text(
    "antwoorden naar een adres dat niet mocht: het stond niet bij ons voor het verzoek",
    "answers to an address that was not allowed: it was not on file before the request",
)
_KNOWN = Text(
    "elk antwoord ging naar een adres waar het heen mocht; antwoorden: {cases}",
    "each answer went to an address where it might go; answers: {cases}",
)
_NO_GROUND = Text("besluiten zonder een grond uit de wet", "decisions without a ground of the law")
_GROUNDED = Text(
    "elk besluit heeft waar het moet een grond uit de wet; besluiten: {cases}",
    "each decision has a ground of the law where it must; decisions: {cases}",
)
_SILENT = Text(
    "verwerkers of ontvangers die niet op tijd antwoordden",
    "processors or receivers who did not answer in time",
)
_WAITING = Text(
    "hier is alles gedaan; verwerkers of ontvangers moeten nog antwoorden",
    "all is done here; processors or receivers must still answer",
)
_ALL_SAID = Text(
    "ieder die iets van haar had, antwoordde; zaken: {cases}",
    "everybody who had something of hers answered; cases: {cases}",
)
