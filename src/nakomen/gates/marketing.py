"""
May this message be sent to this person, by this channel? (marketing-preference-gate)

The statement says when (never, after consent, to customers, until somebody objects); the law says
least (Telecommunicatiewet artikel 11.7, AVG artikel 21). An objection stops its channel at once. A
message about the service itself is no advertising.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nakomen.gates.decision import NO_CONSENT, Answer, Consent, Decision, Gate, together, unread
from nakomen.policy import Control, Policy, Promise
from nakomen.terms import Channel, MarketingGround, Text


class Message(StrEnum):
    CAMPAIGN = "campaign"
    SURVEY = "survey"
    CONTACT = "contact"
    """Getting in touch later, other than the person asked for."""
    SERVICE = "service"
    """About what the person already has: an outage, an invoice, a change."""


@dataclass(frozen=True, kw_only=True)
class Sending:
    """
    *customer*: the address was given in a sale. *similar*: it is about own, similar products;
    *opt_out*: she could refuse then, and can in this message; None when nobody knows.
    *published*: a business made this address public to be written to.
    *objected*: the channels she objected to; *everywhere*: to all of them.
    """

    channel: Channel | None
    today: date
    message: Message = Message.CAMPAIGN
    customer: bool = False
    similar: bool | None = None
    opt_out: bool | None = None
    published: bool = False
    consent: Consent = NO_CONSENT
    objected: frozenset[Channel] = frozenset()
    everywhere: bool = False

    def after_objection(self, day: date | None) -> "Sending":
        """She said no to everything on *day*; only consent that she gave later undoes that."""
        given = self.consent.given
        if day is None or (given is not None and given > day):
            return self
        return replace(self, everywhere=True)

    @property
    def agreed(self) -> bool:
        return self.consent.lives(self.today)


def marketing_gate(policy: Policy, sending: Sending) -> Decision:
    """Every promise on this channel binds, and so does the law; the strictest decides."""
    if sending.message is Message.SERVICE:
        return _decide(Answer.ALLOW, _SERVICE)
    if sending.channel is None:
        return _decide(Answer.ASK, _WHICH_CHANNEL, missing=("channel",))
    promises = [p for p in policy.promises if _speaks(p, sending.channel)]
    control = Control.MARKETING_PREFERENCE_GATE
    open_ = unread(policy, Gate.MARKETING, control, lambda promise: promise.marketing)
    stopped = sending.everywhere or sending.channel in sending.objected
    law = _objected() if stopped else _by_law(sending, sending.channel)
    return together([*_promised(promises, sending), *open_], law).kept_by(
        promises[0] if promises else None
    )


def _speaks(promise: Promise, channel: Channel) -> bool:
    marketing = promise.marketing
    return marketing is not None and (not marketing.channels or channel in marketing.channels)


def _promised(promises: list[Promise], sending: Sending) -> Iterator[Decision]:
    for promise in promises:
        if promise.marketing:
            yield _of(promise.marketing.ground, sending).kept_by(promise)


def _of(ground: MarketingGround, sending: Sending) -> Decision:
    if ground is MarketingGround.NEVER and sending.message is not Message.CONTACT:
        return _decide(Answer.DENY, _NEVER)
    if sending.agreed:
        return _decide(Answer.ALLOW, _AGREED)
    if ground in (MarketingGround.NEVER, MarketingGround.CONSENT):
        return _decide(Answer.DENY, _NOT_AGREED, missing=("consent",))
    if ground is MarketingGround.CUSTOMER and not sending.customer:
        return _decide(Answer.DENY, _NO_CUSTOMER, missing=("customer", "consent"))
    return _decide(Answer.ALLOW, _UNTIL_OBJECTION)


def _by_law(sending: Sending, channel: Channel) -> Decision:
    rule, article, exception = _LAW[channel]
    if rule is None:
        return _decide(Answer.ALLOW, _FREE, article=article)
    if sending.agreed:
        return _decide(Answer.ALLOW, _AGREED, rule=rule, article=article)
    if not exception or not (sending.customer or sending.published):
        text = _UNPROVEN if channel is not Channel.ONLINE_ADVERTISING else _UNFOLLOWED
        return _decide(Answer.DENY, text, rule=rule, article=article, missing=("consent",))
    return _business() if sending.published else _to_customer(sending)


def _to_customer(sending: Sending) -> Decision:
    """Tw artikel 11.7 lid 4: to own customers about own, similar products, with a way out."""
    facts = {"similar": sending.similar, "opt-out": sending.opt_out}
    rule, article = "tw11-7-4-soft-opt-in", "Telecommunicatiewet artikel 11.7 lid 4"
    no = tuple(name for name, known in facts.items() if known is False)
    open_ = tuple(name for name, known in facts.items() if known is None)
    if no:
        return _decide(Answer.DENY, _NOT_SIMILAR, rule=rule, article=article, missing=no)
    if open_:
        return _decide(Answer.ASK, _IF_SIMILAR, rule=rule, article=article, missing=open_)
    return _decide(Answer.ALLOW, _SIMILAR, rule=rule, article=article)


def _business() -> Decision:
    return _decide(
        Answer.ALLOW,
        _PUBLISHED,
        rule="tw11-7-3-b2b",
        article="Telecommunicatiewet artikel 11.7 lid 3",
    )


def _objected() -> Decision:
    return _decide(
        Answer.DENY,
        _OBJECTED,
        rule="art21-2-3-marketing-absolute",
        article="AVG artikel 21 lid 2 en 3",
    )


def _decide(
    answer: Answer,
    text: Text,
    *,
    rule: str | None = None,
    article: str | None = None,
    missing: tuple[str, ...] = (),
) -> Decision:
    return Decision(
        gate=Gate.MARKETING, answer=answer, text=text, rule=rule, article=article, missing=missing
    )


_ELECTRONIC = ("tw11-7-1-opt-in-electronic", "Telecommunicatiewet artikel 11.7 lid 1", True)
_SPOKEN = ("tw11-7-2-telemarketing-opt-in", "Telecommunicatiewet artikel 11.7 lid 2", False)
_FOLLOWED = ("tw11-7a-1-b-prior-consent", "Telecommunicatiewet artikel 11.7a lid 1", False)
_OTHERWISE = (None, "AVG artikel 6 lid 1 onder f en 21 lid 2", False)
_LAW: dict[Channel, tuple[str | None, str, bool]] = {
    Channel.EMAIL: _ELECTRONIC,
    Channel.SMS: _ELECTRONIC,
    Channel.APP: _ELECTRONIC,
    Channel.SOCIAL_MEDIA: _ELECTRONIC,
    Channel.PHONE: _SPOKEN,
    Channel.ONLINE_ADVERTISING: _FOLLOWED,
    Channel.POST: _OTHERWISE,
    Channel.WEBSITE: _OTHERWISE,
    Channel.PORTAL: _OTHERWISE,
    Channel.STATEMENT: _OTHERWISE,
    Channel.IN_PERSON: _OTHERWISE,
}
"""Channel → rule, article, and whether customers and business addresses are excepted."""

_SERVICE = Text(
    "een bericht over de dienst zelf is geen reclame",
    "a message about the service itself is no advertising",
)
_WHICH_CHANNEL = Text("langs welke weg is niet gezegd", "the channel was not said")
_NEVER = Text(
    "de verklaring zegt dat er geen reclame wordt gestuurd",
    "the statement says that no advertising is sent",
)
_AGREED = Text("de persoon heeft toegestemd", "the person gave consent")
_NOT_AGREED = Text(
    "de verklaring belooft het eerst te vragen, en er is geen geldige toestemming",
    "the statement promises to ask first, and there is no valid consent",
)
_NO_CUSTOMER = Text(
    "de verklaring belooft het alleen aan klanten te sturen, en dit is geen klant",
    "the statement promises it to customers only, and this is no customer",
)
_UNTIL_OBJECTION = Text(
    "de verklaring zegt dat het mag tot iemand bezwaar maakt",
    "the statement says so, until somebody objects",
)
_OBJECTED = Text(
    "de persoon maakte bezwaar: stop direct, zonder afweging",
    "the person objected: stop at once, without weighing",
)
_FREE = Text(
    "hiervoor vraagt de wet geen toestemming; stop bij bezwaar",
    "the law asks no consent for this; stop on objection",
)
_UNPROVEN = Text(
    "hiervoor vraagt de wet toestemming vooraf die u kunt aantonen",
    "the law asks for prior consent that you can show",
)
_UNFOLLOWED = Text(
    "reclame die mensen volgt, vraagt toestemming vooraf",
    "advertising that follows people asks for prior consent",
)
_PUBLISHED = Text(
    "dit zakelijke adres is bekendgemaakt om zo te worden gebruikt",
    "this business address was published to be used so",
)
_NOT_SIMILAR = Text(
    "zonder toestemming mag alleen reclame voor eigen soortgelijke producten, met een afmeldkans "
    "bij de verkoop en in elk bericht",
    "without consent only for own similar products, with a way to refuse at the sale and in each "
    "message",
)
_IF_SIMILAR = Text(
    "aan een klant mag het zonder toestemming als het om eigen soortgelijke producten gaat en zij "
    "bij de verkoop en in elk bericht kan weigeren",
    "to a customer it may go without consent if it is about own similar products and she can "
    "refuse at the sale and in each message",
)
_SIMILAR = Text(
    "een klant, eigen soortgelijke producten, en zij kan zich steeds afmelden",
    "a customer, own similar products, and she can always refuse",
)
