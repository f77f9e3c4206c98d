"""What holds of every gate: norms that can be explained, two languages, no yes to the unknown."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.gates.companies import (
    SILENT,
    children,
    company,
    marketing,
    special,
    transfer,
)

import nakomen.gates
from nakomen.gates import (
    Activity,
    Answer,
    Combined,
    Decision,
    Export,
    GateFacts,
    Intent,
    Message,
    Minor,
    Reach,
    Sending,
    Special,
    Storing,
    combined_data_gate,
    decide,
    dpia_screening_gate,
    dual_role_gate,
    marketing_gate,
    minors_gate,
    special_category_gate,
    transfer_gate,
)
from nakomen.gates.decision import Consent, Gate, strictest
from nakomen.law.catalogue import catalogue
from nakomen.law.eu.avg_35_dpia import Trait
from nakomen.law.explainable import explainable
from nakomen.policy import Control, Policy
from nakomen.terms import (
    Basis,
    Channel,
    MarketingGround,
    RecordKind,
    Safeguard,
    SpecialRule,
    SpecialStatus,
    Text,
)

TODAY = date(2026, 11, 21)
DAYS = st.none() | st.dates(date(2025, 1, 1), date(2027, 12, 31))
SOME = st.booleans()
POLICIES = st.lists(
    st.one_of(
        st.builds(children, st.integers(8, 21), consent=SOME, written=SOME),
        st.builds(
            lambda s, o, c, a: transfer(*s, outside_eea=o, conditional=c, assessment=a),
            st.lists(st.sampled_from(Safeguard), max_size=2),
            SOME,
            SOME,
            SOME,
        ),
        st.builds(
            lambda g, c: marketing(g, *c),
            st.sampled_from(MarketingGround),
            st.lists(st.sampled_from(Channel), max_size=2),
        ),
        st.builds(
            lambda s, r, i: special(s, r, *i),
            st.sampled_from(SpecialStatus),
            st.none() | st.sampled_from(SpecialRule),
            st.lists(st.sampled_from(["gezondheid", "ras", "bsn", "strafblad"]), max_size=2),
        ),
    ),
    max_size=4,
).map(lambda stated: company(*stated))
CONSENTS = st.builds(Consent, given=DAYS, withdrawn=DAYS)
MINORS = st.builds(
    Minor,
    age=st.none() | st.integers(0, 99),
    consent=SOME,
    written=SOME,
    basis=st.none() | st.sampled_from(Basis),
)
EXPORTS = st.builds(
    Export,
    country=st.none() | st.sampled_from(["NL", "US", "GB", "JP", "IN", "BR", "XX"]),
    today=st.dates(date(1999, 1, 1), date(2040, 1, 1)),
    safeguard=st.none() | st.sampled_from(Safeguard),
    assessment=DAYS,
    certified=DAYS,
)
SENDINGS = st.builds(
    Sending,
    channel=st.none() | st.sampled_from(Channel),
    today=st.just(TODAY),
    message=st.sampled_from(Message),
    customer=SOME,
    similar=st.none() | SOME,
    opt_out=st.none() | SOME,
    published=SOME,
    consent=CONSENTS,
    objected=st.frozensets(st.sampled_from(Channel)),
    everywhere=SOME,
)
STORINGS = st.builds(
    Storing,
    kind=st.none() | st.sampled_from(Special),
    today=st.just(TODAY),
    consent=CONSENTS,
    volunteered=SOME,
    duty=SOME,
    security=SOME,
)
ACTIVITIES = st.builds(
    Activity,
    today=st.just(TODAY),
    traits=st.frozensets(st.sampled_from(Trait)),
    screened=DAYS,
    assessed=DAYS,
)


def _sound(decision: Decision, policy: Policy) -> None:
    assert decision.promise in (None, *(p.id for p in policy.promises))
    assert decision.promise or decision.article or decision.missing
    assert decision.text.nl != decision.text.en
    assert decision.answer is not Answer.ALLOW or not decision.missing
    if decision.rule:
        assert decision.rule in catalogue() or decision.rule in explainable()


@given(POLICIES, MINORS, EXPORTS, SENDINGS, STORINGS, ACTIVITIES)
def test_a_decision_is_told_whole(
    policy: Policy,
    minor: Minor,
    export: Export,
    sending: Sending,
    storing: Storing,
    activity: Activity,
) -> None:
    """A reason, an existing promise, a rule that can be explained; a yes misses nothing."""
    if sending.message is not Message.SERVICE:
        _sound(marketing_gate(policy, sending), policy)
    _sound(minors_gate(policy, minor), policy)
    _sound(transfer_gate(policy, export), policy)
    _sound(special_category_gate(policy, storing), policy)
    _sound(dpia_screening_gate(policy, activity), policy)


@given(POLICIES, MINORS, EXPORTS, SENDINGS, STORINGS)
def test_a_promise_never_opens_what_the_law_closes(
    policy: Policy, minor: Minor, export: Export, sending: Sending, storing: Storing
) -> None:
    """Statements can be stricter than the law, never laxer."""
    for gate, facts in (
        (minors_gate, minor),
        (transfer_gate, export),
        (marketing_gate, sending),
        (special_category_gate, storing),
    ):
        law = gate(SILENT, facts).answer  # type: ignore[operator]
        ours = gate(policy, facts).answer  # type: ignore[operator]
        order = [Answer.ALLOW, Answer.ASK, Answer.DENY]
        assert order.index(ours) >= order.index(law)


@given(POLICIES, SENDINGS)
def test_an_objection_always_stops_advertising(policy: Policy, sending: Sending) -> None:
    """AVG 21(3), whatever was promised or agreed."""
    if sending.message is Message.SERVICE or sending.channel is None:
        return
    if sending.everywhere or sending.channel in sending.objected:
        assert marketing_gate(policy, sending).answer is Answer.DENY


def test_nothing_known_is_never_a_yes() -> None:
    """Each gate without facts asks or refuses."""
    for decision in (
        minors_gate(SILENT, Minor()),
        transfer_gate(SILENT, Export(country=None, today=TODAY)),
        marketing_gate(SILENT, Sending(channel=None, today=TODAY)),
        special_category_gate(SILENT, Storing(kind=None, today=TODAY)),
        dpia_screening_gate(SILENT, Activity(today=TODAY)),
        combined_data_gate(SILENT, Combined(linked=None)),
        dual_role_gate(SILENT, Reach(records=None, intent=Intent.READ)),
    ):
        assert decision.answer is not Answer.ALLOW


def test_of_equal_answers_the_first_is_told() -> None:
    """The order of the statement decides which sentence is named."""
    no, ask, yes = (
        Decision(gate=Gate.MINOR, answer=answer, text=Text(answer.value, ""))
        for answer in (Answer.DENY, Answer.ASK, Answer.ALLOW)
    )
    assert strictest([yes, ask, no]) is no
    assert strictest([yes, ask]) is ask
    assert strictest([yes]) is yes


def test_no_gate_names_a_company() -> None:
    """What differs between companies is policy: no name of one stands in the code of a gate."""
    names = ("technorama", "vextra", "upgraders", "etsoft", "itsb")
    files = list(Path(nakomen.gates.__file__).parent.glob("*.py"))
    assert len(files) > 8
    for file, name in product(files, names):
        assert name not in file.read_text("utf-8").casefold()


@pytest.mark.parametrize("records", RecordKind)
@pytest.mark.parametrize("intent", Intent)
def test_roles_are_decided_for_every_kind(records: RecordKind, intent: Intent) -> None:
    """No kind of records falls between the two sides."""
    _sound(dual_role_gate(SILENT, Reach(records=records, intent=intent)), SILENT)


@pytest.mark.parametrize(
    ("control", "facts"),
    [
        (Control.MINORS_GATE, Minor(age=19)),
        (Control.TRANSFER_GATE, Export(country="JP", today=TODAY)),
        (
            Control.MARKETING_PREFERENCE_GATE,
            Sending(channel=Channel.POST, today=TODAY),
        ),
        (
            Control.SPECIAL_CATEGORY_GATE,
            Storing(kind=Special.RACE, today=TODAY, consent=Consent(given=TODAY)),
        ),
    ],
)
def test_a_sentence_that_became_no_rule_is_not_silence(control: Control, facts: GateFacts) -> None:
    """The law alone would say yes; a sentence that nobody turned into a rule may say no."""
    assert decide(SILENT, facts).answer is Answer.ALLOW
    unread = decide(company({"control": control}), facts)
    assert (unread.answer, unread.promise) == (Answer.ASK, "P1")
