"""special-category-gate: refused, with explicit consent, or volunteered; the law as least."""

from datetime import date

import pytest
from tests.gates.companies import SILENT, company, special

from nakomen.gates import Answer, Decision, Special, Storing, special_category_gate
from nakomen.gates.decision import Consent
from nakomen.gates.special_kind import named
from nakomen.policy import Policy
from nakomen.terms import SpecialRule, SpecialStatus

TODAY = date(2026, 11, 21)
YES = Consent(given=date(2026, 1, 2))
GONE = Consent(given=date(2026, 1, 2), withdrawn=date(2026, 11, 20))
NONE = company(special(SpecialStatus.NONE, None, "ras", "gezondheid", "burgerservicenummer"))
ASKS = company(special(SpecialStatus.CONDITIONAL, SpecialRule.EXPLICIT_CONSENT))
GIVEN = company(special(SpecialStatus.CONDITIONAL, SpecialRule.VOLUNTEERED))
ARTICLE_9 = [kind for kind in Special if kind.of_article_9]


def decide(policy: Policy, kind: Special | None, **facts: object) -> Decision:
    storing = Storing(**{"kind": kind, "today": TODAY} | facts)  # type: ignore[arg-type]
    return special_category_gate(policy, storing)


@pytest.mark.parametrize("kind", [*ARTICLE_9, Special.BSN])
def test_who_says_it_records_none_records_none(kind: Special) -> None:
    """Health, race and all others of article 9, and what is named beside them."""
    decision = decide(NONE, kind, consent=YES, volunteered=True, duty=True)
    assert (decision.answer, decision.promise) == (Answer.DENY, "P1")


def test_with_consent_promised_it_is_stored_while_consent_lives() -> None:
    """Not before, and not after: then what is there must go."""
    assert decide(ASKS, Special.HEALTH).answer is Answer.DENY
    assert decide(ASKS, Special.HEALTH, consent=YES).answer is Answer.ALLOW
    gone = decide(ASKS, Special.HEALTH, consent=GONE)
    assert gone.answer is Answer.DENY
    assert "wis" in gone.text.nl


def test_the_same_call_differs_by_policy_alone() -> None:
    """One value, one consent; three companies."""
    facts = {"consent": YES}
    answers = [decide(p, Special.HEALTH, **facts).answer for p in (NONE, ASKS, GIVEN)]
    assert answers == [Answer.DENY, Answer.ALLOW, Answer.DENY]
    assert decide(GIVEN, Special.HEALTH, consent=YES, volunteered=True).answer is Answer.ALLOW


def test_volunteered_is_no_exception_by_itself() -> None:
    """The promise is met, the law still asks for explicit consent: a person decides."""
    decision = decide(GIVEN, Special.HEALTH, volunteered=True)
    assert (decision.answer, decision.missing) == (Answer.ASK, ("consent",))
    assert decision.rule == "art9-2-a-explicit"


@pytest.mark.parametrize("kind", [Special.BSN, Special.CRIMINAL])
def test_some_data_no_consent_opens(kind: Special) -> None:
    """UAVG 46 and AVG 10: a statute, or not."""
    for policy in (SILENT, ASKS):
        assert decide(policy, kind, consent=YES, volunteered=True).answer is Answer.DENY
        assert decide(policy, kind, duty=True).answer is Answer.ALLOW


@pytest.mark.parametrize("kind", ARTICLE_9)
def test_where_the_statement_is_silent_the_ban_holds(kind: Special) -> None:
    """AVG 9(1); consent opens it, except where people must judge all the same."""
    assert decide(SILENT, kind).answer is Answer.DENY
    expected = Answer.ASK if kind is Special.GENETIC else Answer.ALLOW
    decision = decide(SILENT, kind, consent=YES)
    assert (decision.answer, decision.by_law_alone) == (expected, True)
    assert decide(SILENT, kind, duty=True).answer is Answer.ASK


def test_biometrics_for_entry_are_judged_by_a_person() -> None:
    """UAVG 29: needed for who may come in, and assessed."""
    assert decide(SILENT, Special.BIOMETRIC, security=True).answer is Answer.ASK
    assert decide(SILENT, Special.HEALTH, security=True).answer is Answer.DENY


def test_a_ban_on_one_kind_is_a_ban_on_that_kind() -> None:
    """A statement that forbids criminal data does not forbid health data."""
    policy = company(
        special(SpecialStatus.CONDITIONAL, SpecialRule.EXPLICIT_CONSENT),
        special(SpecialStatus.CONDITIONAL, SpecialRule.REFUSED, "strafrechtelijke gegevens"),
    )
    assert decide(policy, Special.HEALTH, consent=YES).answer is Answer.ALLOW
    crime = decide(policy, Special.CRIMINAL, duty=True)
    assert (crime.answer, crime.promise) == (Answer.DENY, "P2")


def test_an_unnamed_category_is_asked() -> None:
    """What nobody knows is never allowed."""
    assert decide(SILENT, None, consent=YES).answer is Answer.ASK


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("godsdienst of levensovertuiging", {Special.BELIEF}),
        ("politieke voorkeur; lidmaatschap van een vakbond", {Special.POLITICS, Special.UNION}),
        ("seksuele geaardheid", {Special.SEX_LIFE}),
        ("medische gegevens", {Special.HEALTH}),
        ("ethnic origin", {Special.RACE}),
        ("vingerafdrukken", {Special.BIOMETRIC}),
        ("voorkeurstaal", set()),
        ("klasse en terras", set()),
    ],
)
def test_a_category_is_known_by_its_words(words: str, kinds: set[Special]) -> None:
    """Dutch and English; a stem within another word is no match."""
    assert named(words) == kinds
