"""marketing-preference-gate: statement and law together, by channel and kind of message."""

from datetime import date

import pytest
from tests.gates.companies import SILENT, company, marketing

from nakomen.gates import Answer, Decision, Message, Sending, marketing_gate
from nakomen.gates.decision import Consent
from nakomen.policy import Policy
from nakomen.terms import Channel, MarketingGround

TODAY = date(2026, 11, 21)
YES = Consent(given=date(2026, 1, 2))
NEVER = company(marketing(MarketingGround.NEVER))
ASKS = company(marketing(MarketingGround.CONSENT))
UNTIL = company(marketing(MarketingGround.OPT_OUT, Channel.EMAIL, Channel.SMS, Channel.POST))
CUSTOMERS = company(marketing(MarketingGround.CUSTOMER, Channel.EMAIL))
SALE = {"customer": True, "similar": True, "opt_out": True}
ELECTRONIC = (Channel.EMAIL, Channel.SMS, Channel.APP, Channel.SOCIAL_MEDIA)


def decide(policy: Policy, channel: Channel | None = Channel.EMAIL, **facts: object) -> Decision:
    sending = Sending(**{"channel": channel, "today": TODAY} | facts)  # type: ignore[arg-type]
    return marketing_gate(policy, sending)


@pytest.mark.parametrize("channel", Channel)
def test_who_promises_no_advertising_sends_none(channel: Channel) -> None:
    """Consent does not undo it, nor being a customer; a survey is advertising as well."""
    for message in (Message.CAMPAIGN, Message.SURVEY):
        decision = decide(NEVER, channel, message=message, consent=YES, **SALE)
        assert (decision.answer, decision.promise) == (Answer.DENY, "P1")


def test_later_contact_needs_a_yes_where_advertising_is_never_sent() -> None:
    """Getting in touch otherwise than somebody asked for is no campaign, but is asked first."""
    assert decide(NEVER, message=Message.CONTACT).answer is Answer.DENY
    assert decide(NEVER, message=Message.CONTACT, consent=YES).answer is Answer.ALLOW


@pytest.mark.parametrize("policy", [NEVER, ASKS, UNTIL, CUSTOMERS, SILENT])
@pytest.mark.parametrize("channel", [*Channel, None])
def test_a_message_about_the_service_always_passes(policy: Policy, channel: Channel | None) -> None:
    """An outage is told also to who objected to everything."""
    decision = decide(policy, channel, message=Message.SERVICE, everywhere=True)
    assert decision.answer is Answer.ALLOW


def test_an_objection_to_one_channel_stops_that_and_no_other() -> None:
    """Text messages stop, post does not."""
    facts = {"consent": YES, "objected": frozenset({Channel.SMS})}
    before = decide(UNTIL, Channel.SMS, consent=YES)
    after = decide(UNTIL, Channel.SMS, **facts)

    assert before.answer is Answer.ALLOW
    assert (after.answer, after.article) == (Answer.DENY, "AVG artikel 21 lid 2 en 3")
    assert decide(UNTIL, Channel.POST, **facts).answer is Answer.ALLOW
    assert decide(UNTIL, Channel.POST, everywhere=True).answer is Answer.DENY


def test_who_promises_to_ask_first_asks_first() -> None:
    """Without approval nothing goes out, not by post and not to customers."""
    for channel in Channel:
        decision = decide(ASKS, channel, **SALE)
        assert (decision.answer, decision.promise) == (Answer.DENY, "P1")
        assert "consent" in decision.missing
        assert decide(ASKS, channel, consent=YES).answer is Answer.ALLOW


@pytest.mark.parametrize(
    ("consent", "expected"),
    [
        (YES, Answer.ALLOW),
        (Consent(given=date(2026, 1, 2), withdrawn=date(2026, 11, 21)), Answer.DENY),
        (Consent(given=date(2026, 1, 2), withdrawn=date(2026, 1, 2)), Answer.DENY),
        (Consent(given=date(2026, 6, 1), withdrawn=date(2026, 1, 2)), Answer.ALLOW),  # yes again
        (Consent(given=date(2026, 11, 22)), Answer.DENY),
        (Consent(), Answer.DENY),
    ],
)
def test_only_a_consent_that_lives_counts(consent: Consent, expected: Answer) -> None:
    """Withdrawn, of tomorrow or not there at all is no consent."""
    assert decide(ASKS, consent=consent).answer is expected


@pytest.mark.parametrize("channel", ELECTRONIC)
def test_a_customer_may_be_written_to_about_similar_products(channel: Channel) -> None:
    """Tw 11.7(4): all three conditions, or a question, or a refusal."""
    assert decide(SILENT, channel, **SALE).answer is Answer.ALLOW
    assert decide(SILENT, channel, customer=True).answer is Answer.ASK
    assert decide(SILENT, channel, customer=True).missing == ("similar", "opt-out")
    assert decide(SILENT, channel, **SALE | {"similar": False}).answer is Answer.DENY
    assert decide(SILENT, channel, **SALE | {"opt_out": False}).answer is Answer.DENY
    assert decide(SILENT, channel).answer is Answer.DENY


def test_nobody_is_rung_without_consent() -> None:
    """Tw 11.7(2): no exception for customers; the statement cannot make one."""
    rung = company(marketing(MarketingGround.OPT_OUT, Channel.PHONE))
    for policy in (SILENT, rung):
        decision = decide(policy, Channel.PHONE, **SALE)
        assert decision.answer is Answer.DENY
        assert decision.article == "Telecommunicatiewet artikel 11.7 lid 2"
        assert decide(policy, Channel.PHONE, consent=YES).answer is Answer.ALLOW


def test_a_published_business_address_may_be_used_for_that() -> None:
    """Tw 11.7(3); but a company that promises to ask first asks."""
    assert decide(SILENT, published=True).rule == "tw11-7-3-b2b"
    assert decide(SILENT, published=True).answer is Answer.ALLOW
    assert decide(ASKS, published=True).answer is Answer.DENY


def test_post_needs_no_consent_by_law() -> None:
    """Until somebody objects."""
    decision = decide(SILENT, Channel.POST)
    assert (decision.answer, decision.by_law_alone) == (Answer.ALLOW, True)


def test_a_promise_on_one_channel_leaves_others_to_the_law() -> None:
    """A newsletter for customers says nothing about the telephone."""
    assert decide(CUSTOMERS, **SALE).promise == "P1"
    assert decide(CUSTOMERS).answer is Answer.DENY
    assert decide(CUSTOMERS, Channel.PHONE).by_law_alone


def test_of_contradicting_promises_the_strictest_binds() -> None:
    """Never, beside after consent."""
    both = company(marketing(MarketingGround.CONSENT), marketing(MarketingGround.NEVER))
    decision = decide(both, consent=YES)
    assert (decision.answer, decision.promise) == (Answer.DENY, "P2")


def test_an_unknown_channel_is_asked() -> None:
    """What nobody knows is never allowed."""
    assert decide(SILENT, None, consent=YES).answer is Answer.ASK
