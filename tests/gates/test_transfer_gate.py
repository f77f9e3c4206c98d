"""transfer-gate: within the EEA, by a decision in force, or with a safeguard and an assessment."""

from datetime import date, timedelta

import pytest
from tests.gates.companies import SILENT, company, transfer

from nakomen.gates import Answer, Decision, Export, transfer_gate
from nakomen.law.adequacy import DECISIONS, EEA, in_force
from nakomen.policy import Policy
from nakomen.terms import Safeguard

TODAY = date(2026, 11, 21)
YESTERDAY = TODAY - timedelta(days=1)
ADEQUATE_ONLY = company(transfer(Safeguard.ADEQUACY, conditional=True))
"""Only to countries with an adequate level of protection."""
ASSESSED = company(transfer(assessment=True, conditional=True))
"""Only after somebody found protection there equivalent."""
NEVER = company(transfer(outside_eea=False))
FULL = {"safeguard": Safeguard.SCC, "assessment": YESTERDAY}


def decide(policy: Policy, country: str | None, **facts: object) -> Decision:
    return transfer_gate(
        policy,
        Export(**{"country": country, "today": TODAY} | facts),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("country", ["IN", "CN", "ZA"])
def test_adequacy_only_refuses_every_other_country(country: str) -> None:
    """No contract and no assessment opens the gate that the statement closed."""
    for facts in ({}, FULL, {"safeguard": Safeguard.BCR, "assessment": YESTERDAY}):
        decision = decide(ADEQUATE_ONLY, country, **facts)
        assert (decision.answer, decision.promise) == (Answer.DENY, "P1")
    assert decide(ADEQUATE_ONLY, "JP").answer is Answer.ALLOW


def test_with_an_assessment_promised_only_a_dated_one_opens_the_gate() -> None:
    """A safeguard alone does not, nor an assessment of tomorrow."""
    assert decide(ASSESSED, "IN", safeguard=Safeguard.SCC).answer is Answer.DENY
    assert decide(ASSESSED, "IN", safeguard=Safeguard.SCC).missing == ("assessment",)
    tomorrow = TODAY + timedelta(days=1)
    late = decide(ASSESSED, "IN", safeguard=Safeguard.SCC, assessment=tomorrow)
    assert late.answer is Answer.DENY
    assert decide(ASSESSED, "IN", **FULL).answer is Answer.ALLOW
    assert decide(ASSESSED, "IN", **FULL).promise == "P1"


def test_an_assessment_without_a_safeguard_is_not_enough() -> None:
    """AVG 46 asks for both; the promise does not replace the law."""
    decision = decide(ASSESSED, "IN", assessment=YESTERDAY)
    assert decision.answer is Answer.DENY
    assert "safeguard" in decision.missing


def test_a_decision_that_ends_closes_the_gate() -> None:
    """The last day is still good, the day after is not, and the end is told."""
    for policy in (ADEQUATE_ONLY, SILENT):
        last = date(2031, 12, 27)
        assert decide(policy, "GB", today=last).answer is Answer.ALLOW
        over = decide(policy, "GB", today=last + timedelta(days=1))
        assert over.answer is Answer.DENY
        assert "2031-12-27" in over.text.nl


@pytest.mark.parametrize(
    ("day", "certified", "expected"),
    [
        (TODAY, None, Answer.DENY),
        (TODAY, YESTERDAY, Answer.ALLOW),
        (TODAY, TODAY - timedelta(days=400), Answer.DENY),
        (TODAY, TODAY + timedelta(days=1), Answer.DENY),
        (date(2021, 1, 1), date(2020, 12, 1), Answer.DENY),  # between two frameworks
    ],
)
def test_the_united_states_only_for_who_is_on_the_list(
    day: date, certified: date | None, expected: Answer
) -> None:
    """Somebody looked within a year, and there was a framework at all."""
    assert decide(ADEQUATE_ONLY, "US", today=day, certified=certified).answer is expected
    assert decide(SILENT, "US", today=day, certified=certified).answer is expected


def test_who_is_not_on_the_list_is_told_what_is_missing() -> None:
    """Certification, or a contract with an assessment."""
    missing = decide(SILENT, "US").missing
    assert set(missing) == {"certified", "safeguard", "assessment"}


@pytest.mark.parametrize("country", sorted(EEA))
def test_within_the_eea_data_may_go(country: str) -> None:
    """The same law holds there; also for who promises not to leave it."""
    for policy in (SILENT, ADEQUATE_ONLY, ASSESSED, NEVER):
        assert decide(policy, country).answer is Answer.ALLOW


def test_who_promised_to_stay_stays() -> None:
    """Neither adequacy nor contract opens what the statement denies."""
    for country, facts in (("JP", {}), ("IN", FULL)):
        decision = decide(NEVER, country, **facts)
        assert (decision.answer, decision.promise) == (Answer.DENY, "P1")


@pytest.mark.parametrize("safeguard", [Safeguard.PRIVACY_SHIELD, Safeguard.SAFE_HARBOR])
def test_frameworks_that_were_struck_down_are_no_safeguard(safeguard: Safeguard) -> None:
    """C-311/18 and C-362/14, whatever an old statement says."""
    old = company(transfer(safeguard))
    for policy in (SILENT, old):
        decision = decide(policy, "US", safeguard=safeguard, assessment=YESTERDAY)
        assert decision.answer is Answer.DENY


def test_what_nobody_knows_is_asked() -> None:
    """A receiver without a country, a country that was not told, data said to be anonymous."""
    assert decide(SILENT, None).missing == ("country",)
    for slip in ("XX", "EU", "ZZ", "QQ"):
        assert decide(SILENT, slip, **FULL).answer is Answer.ASK
        assert decide(SILENT, slip, **FULL).missing == ("country",)
    assert decide(SILENT, None).answer is Answer.ASK
    named = company(transfer(Safeguard.SCC, countries=("US",)))
    assert decide(named, "US", **FULL).answer is Answer.ALLOW
    assert decide(named, "IN", **FULL).answer is Answer.ASK
    assert decide(SILENT, "IN", safeguard=Safeguard.ANONYMISATION).answer is Answer.ASK


def test_a_safeguard_that_was_not_promised_breaks_the_statement() -> None:
    """Who promises standard clauses does not send under corporate rules."""
    clauses = company(transfer(Safeguard.SCC))
    other = decide(clauses, "IN", safeguard=Safeguard.BCR, assessment=YESTERDAY)
    assert (other.answer, other.promise) == (Answer.DENY, "P1")
    assert decide(clauses, "IN", **FULL).answer is Answer.ALLOW


def test_silence_falls_to_the_law_and_says_so() -> None:
    """No promise is named where none was made."""
    for decision in (decide(SILENT, "IN"), decide(SILENT, "IN", **FULL), decide(SILENT, "JP")):
        assert decision.by_law_alone
        assert decision.article


def test_an_adequacy_decision_tells_how_sure_we_are_of_it() -> None:
    """The list was read on a page, the days in reports: the answer says so."""
    assert "Niet geverifieerd" in decide(SILENT, "JP").text.nl
    assert "Not verified" in decide(SILENT, "JP").text.en


def test_decisions_of_one_country_never_overlap() -> None:
    """On any day at most one decision holds, and none of them is for the EEA itself."""
    for decision in DECISIONS:
        assert decision.country not in EEA
        for day in (decision.since, decision.until or TODAY):
            assert len(in_force(decision.country, day)) == 1
