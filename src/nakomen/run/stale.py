"""A plan holds for what was known when it was made; what changed since is refused, not guessed."""

from collections.abc import Sequence
from datetime import date, timedelta

from nakomen.errors import UsageError
from nakomen.ledger import Line, is_group
from nakomen.plan import Plan, Request, digest
from nakomen.records import gather, is_value
from nakomen.run.company import Company
from nakomen.run.held import KIND, TAKING
from nakomen.run.leaving import any_news, let_go
from nakomen.run.noted import Noted
from nakomen.run.resolve import resolve
from nakomen.run.standing import of_kind, standing

_NO_END = frozenset({"named", "left"})
"""Lines about a person that settle nothing."""
ANSWERED = "answered-question"
HOLDS_FOR = timedelta(days=31)
"""A person must have her answer within a month (AVG artikel 12 lid 3)."""


class PlanChanged(UsageError):
    """The stored plan is not the one that was shown. Make a new plan."""

    nl = "Het bewaarde plan is niet het plan dat is getoond. Maak een nieuw plan."


class PlanEarly(UsageError):
    """This plan is for a day that has not come. Wait for that day, or make a plan for today."""

    nl = (
        "Dit plan is voor een dag die nog moet komen. Wacht tot die dag, of maak een plan voor "
        "vandaag."
    )


class PlanOld(UsageError):
    """This plan is more than a month old. Make a new plan."""

    nl = "Dit plan is meer dan een maand oud. Maak een nieuw plan."


class PlanStale(UsageError):
    """The policy or a data map changed after this plan was made. Make a new plan."""

    nl = "Het beleid of een gegevenskaart is veranderd na dit plan. Maak een nieuw plan."


class PlanReplaced(UsageError):
    """A person answered a question of this plan; the plan that followed is the one to carry out."""

    nl = "Een mens beantwoordde een vraag van dit plan; voer het plan uit dat daaruit volgde."


class PlanOvertaken(UsageError):
    """Another plan for this person was carried out since. Make a new one if more must be done."""

    nl = (
        "Na dit plan is een ander plan voor deze persoon uitgevoerd. Maak een nieuw plan als er "
        "nog iets moet gebeuren."
    )


class FrozenSince(UsageError):
    """
    Somebody's data was restricted after this plan was made. Make a new plan, which leaves it alone.
    """

    nl = (
        "Na dit plan is de verwerking van iemands gegevens beperkt. Maak een nieuw plan; dat laat "
        "ze met rust."
    )


class HeldSince(UsageError):
    """Something was put on hold after this plan was made. Make a new plan, which keeps it."""

    nl = "Na dit plan is iets vastgehouden om een geschil. Maak een nieuw plan; dat bewaart het."


class PersonGrew(UsageError):
    """Records came to this person that this plan does not know. Make a new plan."""

    nl = (
        "Er zijn gegevens van deze persoon bij gekomen die dit plan niet kent. Maak een nieuw plan."
    )


def refuse_stale(company: Company, plan: Plan, noted: Noted, today: date) -> None:
    """
    Raises:
        PlanChanged: somebody wrote in it, or it belongs to another company.
        PlanEarly: it would erase what must still be kept today.
        PlanOld: and it was not begun yet; what was begun is finished.
        PlanStale: names what changed.
    """
    planned = noted.planned
    if planned is None or planned.body["digest"] != digest(plan):
        raise PlanChanged(plan.id)
    if plan.today > today:
        raise PlanEarly(f"{plan.id}: {plan.today}")
    if today - plan.today > HOLDS_FOR and not noted.begun:
        raise PlanOld(f"{plan.id}: {plan.today}")
    names = plan.made_from.keys() | company.digests.keys()
    changed = [n for n in names if company.digests.get(n) != plan.made_from.get(n)]
    if changed:
        raise PlanStale(", ".join(sorted(changed)))


def refuse_replaced(company: Company, plan: Plan) -> None:
    """
    Raises:
        PlanReplaced: names the plan that followed.
    """
    for line in company.ledger.lines(kind=ANSWERED, plan=plan.id):
        if line.body["replaces"]:
            raise PlanReplaced(f"{plan.id} → {line.body['next']}")


def refuse_other(company: Company, plan: Plan, noted: Noted) -> None:
    """
    Look for the person again, as when the plan was made: a new telephone line leads to new calls.

    Raises:
        FrozenSince: names the plan that restricted.
        HeldSince: names the hold.
        PlanOvertaken: names the plan that was carried out in between.
        PersonGrew: she is now known by more than the plan knew; names the kinds of those keys.
    """
    stands = standing(company)
    if frozen := _frozen_since(company, plan, noted, stands):
        raise FrozenSince(f"{plan.id} < {frozen}")
    if hold := _held_since(company, plan, noted, stands):
        raise HeldSince(f"{plan.id} < {hold}")
    if plan.request in _OF_NOBODY_NEW or noted.begun:
        return
    for subject in dict.fromkeys(step.subject for step in plan.steps if step.subject):
        if is_group(subject):
            let_go(company, plan, subject, noted.planned.seq if noted.planned else 0)
            continue
        if other := _overtaken(company, noted, subject):
            raise PlanOvertaken(f"{plan.id} < {other}")
        if new := _grown(company, subject):
            raise PersonGrew(f"{plan.id}: {', '.join(sorted(new))}")


_OF_NOBODY_NEW = frozenset({Request.RETENTION, Request.UNRESTRICT, Request.UNDO})
"""What falls due is looked at again anyway; what comes back was hers when it went."""


def _grown(company: Company, subject: str) -> list[str]:
    """Kinds of keys of which she has more by now. Mostly one question to each store says none."""
    known = [key for key in company.subjects.keys(subject) if not is_value(key[0])]
    if not any_news(company, gather(known)):
        return []
    now = resolve(company.maps, company.stores, known)
    return [kind for kind, values in now.items() if {(kind, v) for v in values} - {*known}]


def _overtaken(company: Company, noted: Noted, subject: str) -> str | None:
    """The plan that settled *subject* after this one was made."""
    made = noted.planned.seq if noted.planned else 0
    settled = company.ledger.lines(subject=subject, after=made)
    own = noted.planned.body["plan"] if noted.planned else None
    others = (line for line in settled if line.kind not in _NO_END and line.body["plan"] != own)
    return next((str(line.body["plan"]) for line in others), None)


def _frozen_since(company: Company, plan: Plan, noted: Noted, stands: Sequence[Line]) -> str | None:
    """The plan that restricted somebody whom this one would touch, after it was made."""
    if not any(step.task.act.destructive for step in plan.steps):
        return None
    made = noted.planned.seq if noted.planned else 0
    for line in of_kind(stands, "frozen", made):
        if line.body["plan"] != plan.id and _about(company, plan, str(line.body["subject"])):
            return str(line.body["plan"])
    return None


def _held_since(company: Company, plan: Plan, noted: Noted, stands: Sequence[Line]) -> str | None:
    """The hold of after this plan on what it would take."""
    taking = [step for step in plan.steps if step.task.act in TAKING]
    if not taking:
        return None
    made = noted.planned.seq if noted.planned else 0
    for line in of_kind(stands, KIND, made):
        whole = any(step.store == line.body["store"] for step in taking)
        if whole or _about(company, plan, str(line.body["subject"])):
            return str(line.body["hold"])
    return None


def _about(company: Company, plan: Plan, person: str) -> bool:
    """The plan may touch rows of *person*: it names her, or takes whatever fell due."""
    for subject in {step.subject for step in plan.steps if step.task.act.destructive}:
        if subject is None or subject == person:
            return True
        if is_group(subject):
            members = company.subjects.groups.members(subject)
            if any(member.subject == person for member in members):
                return True
    return False
