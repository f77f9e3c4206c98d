"""
May this activity start? (dpia-screening)

Each activity is screened first; where that says "required" it waits for the assessment (AVG
artikel 35). Ids of what was promised about it come from the policy.
"""

from dataclasses import dataclass
from datetime import date

from nakomen.gates.decision import Answer, Decision, Gate
from nakomen.law.eu.avg_35_dpia import Screening, Trait, screen
from nakomen.policy import Control, Policy
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Activity:
    """*screened* and *assessed* are the days of the screening and of the assessment, if done."""

    today: date
    traits: frozenset[Trait] = frozenset()
    screened: date | None = None
    assessed: date | None = None


def dpia_screening_gate(policy: Policy, activity: Activity) -> Decision:
    said = next((p for p in policy.promises if p.control == Control.DPIA_SCREENING), None)
    return _decide(activity).kept_by(said)


def _decide(activity: Activity) -> Decision:
    outcome = screen(activity.traits)
    if outcome is Screening.REQUIRED and not _done(activity.assessed, activity.today):
        screened = _done(activity.screened, activity.today)
        missing = ("assessed",) if screened else ("screened", "assessed")
        return _told(Answer.DENY, _REQUIRED, missing)
    if _done(activity.assessed, activity.today):
        return _told(Answer.ALLOW, _ASSESSED)
    if not _done(activity.screened, activity.today):
        return _told(Answer.ASK, _NOT_SCREENED, ("screened",))
    if outcome is Screening.DOUBT:
        return _told(Answer.ASK, _DOUBT, ("assessed",))
    return _told(Answer.ALLOW, _FREE)


def _done(day: date | None, today: date) -> bool:
    return day is not None and day <= today


def _told(answer: Answer, text: Text, missing: tuple[str, ...] = ()) -> Decision:
    return Decision(
        gate=Gate.DPIA,
        answer=answer,
        text=text,
        rule="avg-35",
        article="AVG artikel 35 lid 1 en 3",
        missing=missing,
    )


_REQUIRED = Text(
    "voor deze verwerking is een effectbeoordeling (DPIA) verplicht, en die is er niet",
    "this processing needs an impact assessment (DPIA), and there is none",
)
_ASSESSED = Text("er is een effectbeoordeling gedaan", "an impact assessment was done")
_NOT_SCREENED = Text(
    "niemand heeft bekeken of een effectbeoordeling nodig is",
    "nobody has looked whether an impact assessment is needed",
)
_DOUBT = Text(
    "één kenmerk van een hoog risico: laat een mens oordelen en leg vast waarom",
    "one sign of a high risk: a person judges, and records why",
)
_FREE = Text(
    "bekeken: er is geen effectbeoordeling nodig", "screened: no impact assessment is needed"
)
