"""
A person answers one question of a plan.

A plan is never changed: the answer leads to a new one in which the question is an act or a reason,
and that one is shown before it is carried out. Who answered stands in the ledger as a fingerprint.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

from nakomen.errors import PersonMustDecide, UsageError
from nakomen.ledger import JSON, Entry, is_group
from nakomen.plan import Because, Plan, Step, no_step, numbered, yes_steps
from nakomen.records import Act, gather
from nakomen.run import shelf
from nakomen.run.company import Company
from nakomen.run.counting import counted
from nakomen.run.noted import Noted
from nakomen.run.reason import refuse_reason
from nakomen.run.spared import Spared
from nakomen.run.stale import ANSWERED, refuse_replaced, refuse_stale
from nakomen.terms import Text


class NoSuchQuestion(UsageError):
    """This plan asks no such thing of a person. `nakomen show PLAN` names its questions."""

    nl = "Dit plan vraagt dat niet aan een mens. `nakomen show PLAN` noemt de vragen."


class Unfinished(UsageError):
    """This plan was begun and is not finished. Give `nakomen apply` again first."""

    nl = "Dit plan is begonnen en niet af. Geef eerst nog eens `nakomen apply`."


class NothingFollows(PersonMustDecide):
    """
    No act follows from a yes here: mend what cannot be seen, lift the restriction, or, when her
    keys are gone or there are many persons, make a plan for her. A no can be noted.
    """

    nl = (
        "Uit een ja volgt hier geen handeling: herstel wat niet te zien is, hef de beperking op, "
        "of maak een plan voor haar als haar sleutels weg zijn of het er meer zijn. Een nee kan "
        "wel."
    )


def questions(plan: Plan) -> list[Step]:
    """What *plan* asks of a person about rows that are there."""
    return [step for step in plan.steps if step.task.act is Act.ASK and step.rows]


def decide_step(
    company: Company, plan: Plan, named: str, yes: bool, because: str, by: str, today: date
) -> Plan:
    """
    The plan that follows when *by* answers a question of *plan*; nothing in a system changes.

    Args:
        named: the step (``step-3``), or its place (``crm.staff``) where it asks one thing there.

    Raises:
        NoSuchQuestion, Unfinished, NothingFollows, ReasonMissing, and errors of
        `nakomen.run.stale`: nothing was noted.
    """
    refuse_reason(because)
    noted = Noted.of(company, plan)
    refuse_replaced(company, plan)
    if not noted.finished:
        refuse_stale(company, plan, noted, today)
        if noted.begun:
            raise Unfinished(plan.id)
    step = _question(plan, named)
    answers = _answers(company, plan, step, yes, because, today)
    # What was carried out stands in the old plan; of one that was not, all goes along.
    others = [] if noted.finished else list(plan.steps)
    steps = [new for one in others for new in (answers if one.id == step.id else [one])]
    following = shelf.keep(
        company,
        replace(
            plan,
            id="",
            today=today,
            made_from=company.digests,
            steps=numbered(steps or answers),
            asks=() if noted.finished else plan.asks,
            notices=() if noted.finished else plan.notices,
        ),
    )
    body: dict[str, JSON] = {
        "plan": plan.id,
        "step": step.id,
        "answer": "yes" if yes else "no",
        "because": because.strip(),
        "by": company.colleague(by),
        "on": today.isoformat(),
        "replaces": not noted.finished,
        "next": following.id,
    }
    company.ledger.append([Entry(kind=ANSWERED, body=body)], at=datetime.now(UTC))
    return following


def _question(plan: Plan, named: str) -> Step:
    asked = questions(plan)
    found = [s for s in asked if named in (s.id, f"{s.store}.{s.task.dataset}")]
    if len(found) != 1:
        raise NoSuchQuestion(", ".join(step.id for step in asked))
    return found[0]


def _answers(
    company: Company, plan: Plan, step: Step, yes: bool, because: str, today: date
) -> list[Step]:
    said = (_YES if yes else _NO).fill(because=because.strip())
    why = Because(
        text=said,
        promise=step.because.promise,
        rule=step.because.rule,
        article=step.because.article,
    )
    if not yes:
        return [no_step(plan.request, step, why)]
    if step.subject and is_group(step.subject):
        raise NothingFollows(step.id)
    store_map = company.store_map(step.store)
    steps = yes_steps(company.policy, store_map, plan.request, step, why, today)
    spared = Spared.of(company) if step.subject else Spared.by_sweeps(company)
    keys = gather(company.subjects.keys(step.subject)) if step.subject else spared.keys
    known = {step.subject or "": keys}
    found = counted(company, spared.heeded(company, steps), known, today)
    if not any(s.rows for s in found if s.task.act.destructive or s.task.act is Act.EXPORT):
        raise NothingFollows(step.id)
    return [one for one in found if one.rows]


_YES = Text("een mens besloot van wel: {because}", "a person decided yes: {because}")
_NO = Text("een mens besloot van niet: {because}", "a person decided no: {because}")
