"""dpia-screening: an activity is looked at before it starts, and waits where it must."""

from datetime import date

import pytest
from tests.gates.companies import SILENT, company

from nakomen.gates import Activity, Answer, Decision, dpia_screening_gate
from nakomen.law.eu.avg_35_dpia import SIGNS, Screening, Trait, screen
from nakomen.policy import Control

TODAY = date(2026, 11, 21)
DONE = date(2026, 11, 1)


def decide(*traits: Trait, **days: date) -> Decision:
    return dpia_screening_gate(SILENT, Activity(today=TODAY, traits=frozenset(traits), **days))


@pytest.mark.parametrize("trait", [Trait.BIOMETRIC, Trait.LARGE_SCALE_SPECIAL])
def test_grave_activities_cannot_start_unscreened(trait: Trait) -> None:
    """Screened they wait for the assessment; with it they start."""
    assert decide(trait).answer is Answer.DENY
    assert decide(trait).missing == ("screened", "assessed")
    assert decide(trait, screened=DONE).answer is Answer.DENY
    assert decide(trait, screened=DONE).missing == ("assessed",)
    assert decide(trait, screened=DONE, assessed=DONE).answer is Answer.ALLOW


def test_an_assessment_of_tomorrow_is_none() -> None:
    """What is planned does not open the gate."""
    late = date(2026, 11, 22)
    assert decide(Trait.BIOMETRIC, screened=DONE, assessed=late).answer is Answer.DENY
    assert decide(screened=late).answer is Answer.ASK


def test_an_ordinary_activity_is_screened_and_starts() -> None:
    """Unscreened it is a question, not a yes; one sign is a person's judgement."""
    assert decide().answer is Answer.ASK
    assert decide(screened=DONE).answer is Answer.ALLOW
    assert decide(Trait.VULNERABLE, screened=DONE).answer is Answer.ASK
    assert decide(Trait.VULNERABLE, Trait.MATCHING, screened=DONE).answer is Answer.DENY


@pytest.mark.parametrize("trait", Trait)
def test_each_trait_weighs_as_its_list_says(trait: Trait) -> None:
    """Nine signs count two by two; what the law or the authority lists counts alone."""
    alone = Screening.DOUBT if trait in SIGNS else Screening.REQUIRED
    assert screen({trait}) is alone
    assert len(SIGNS) == 9


def test_a_promise_on_assessments_is_named() -> None:
    """Who promised it is held to it by that sentence."""
    policy = company({}, {"control": Control.DPIA_SCREENING})
    activity = Activity(today=TODAY, traits=frozenset({Trait.COVERT}))
    assert dpia_screening_gate(policy, activity).promise == "P2"
