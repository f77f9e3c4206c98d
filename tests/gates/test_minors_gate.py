"""minors-gate: ages and what a parent must do come from the statement, the least from the law."""

import pytest
from tests.gates.companies import SILENT, children, company

from nakomen.gates import Answer, Minor, minors_gate
from nakomen.policy import Control, Policy
from nakomen.terms import Basis

PARENT = company(children(16, consent=True, written=True))
"""Below sixteen with the written consent of a parent."""
ADULTS = company(children(18))
"""Nobody below eighteen."""


def answer(policy: Policy, **facts: object) -> Answer:
    return minors_gate(policy, Minor(**facts)).answer  # type: ignore[arg-type]


def test_fifteen_is_refused_without_and_accepted_with_written_consent() -> None:
    """The same child, the same law; what changes is a paper that a parent signed."""
    assert answer(PARENT, age=15) is Answer.DENY
    assert answer(PARENT, age=15, consent=True) is Answer.DENY
    assert answer(PARENT, age=15, consent=True, written=True) is Answer.ALLOW


def test_seventeen_is_accepted_or_refused_by_policy_alone() -> None:
    """No code knows an age limit of a company."""
    assert answer(PARENT, age=17) is Answer.ALLOW
    assert answer(ADULTS, age=17) is Answer.DENY
    assert answer(ADULTS, age=17, consent=True, written=True) is Answer.DENY
    assert answer(ADULTS, age=18) is Answer.ALLOW


def test_a_refusal_names_its_promise_and_what_is_missing() -> None:
    """Who is refused can be told by which sentence, and what would help."""
    decision = minors_gate(PARENT, Minor(age=15))
    assert (decision.promise, decision.missing) == ("P1", ("parent-consent",))
    assert minors_gate(PARENT, Minor(age=15, consent=True)).missing == ("written",)
    assert minors_gate(ADULTS, Minor(age=17)).missing == ()


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"age": 16}, Answer.ALLOW),
        ({"age": 15, "basis": Basis.CONSENT}, Answer.DENY),
        ({"age": 15, "basis": Basis.CONSENT, "consent": True}, Answer.ALLOW),
        ({"age": 15}, Answer.ASK),
        ({"age": 15, "basis": Basis.CONTRACT}, Answer.ASK),
        ({}, Answer.ASK),
    ],
)
def test_where_the_statement_is_silent_the_law_decides(
    facts: dict[str, object], expected: Answer
) -> None:
    """UAVG 5 from consent; otherwise a person; what nobody knows is never allowed."""
    decision = minors_gate(SILENT, Minor(**facts))  # type: ignore[arg-type]
    assert decision.answer is expected
    assert decision.by_law_alone


def test_a_lower_age_in_the_statement_does_not_lower_the_law() -> None:
    """A company that takes thirteen-year-olds still needs their parents for consent."""
    early = company(children(13))
    assert answer(early, age=14, basis=Basis.CONSENT) is Answer.DENY
    assert answer(early, age=12, basis=Basis.CONTRACT) is Answer.DENY


def test_a_sentence_on_children_that_is_no_rule_does_not_concern_adults() -> None:
    """A school writes that it minds children; it still may enrol a parent."""
    school = company({"control": Control.MINORS_GATE})
    assert answer(school, age=40) is Answer.ALLOW
    assert answer(school, age=20) is Answer.ASK


def test_of_two_ages_the_stricter_binds() -> None:
    """Both sentences are promises."""
    both = company(children(16, consent=True), children(18))
    assert answer(both, age=17) is Answer.DENY
    assert minors_gate(both, Minor(age=17)).promise == "P2"
