"""
May a special value about a person be stored? (special-category-gate)

The statement refuses it, asks for explicit consent, or takes what people volunteer; the law bans
it unless an exception holds (AVG artikel 9 and 10, UAVG artikelen 22 to 33 and 46). That somebody
volunteers it is no exception by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from nakomen.gates.decision import (
    NO_CONSENT,
    Answer,
    Consent,
    Decision,
    Gate,
    strictest,
    together,
    unread,
)
from nakomen.gates.special_kind import TOLD, Special, named, told_in
from nakomen.policy import Control, Policy, SpecialData
from nakomen.terms import SpecialRule, SpecialStatus, Text

__all__ = ["Special", "Storing", "special_category_gate"]


@dataclass(frozen=True, kw_only=True)
class Storing:
    """
    *consent* is explicit, for this purpose. *volunteered*: she gave it of her own accord.

    *duty*: a statute demands it. *security*: biometrics that are needed to let the right person in.
    *text* is what would be stored: what it tells of counts beside *kind*. It is never noted.
    """

    kind: Special | None
    today: date
    consent: Consent = NO_CONSENT
    volunteered: bool = False
    duty: bool = False
    security: bool = False
    text: str | None = field(default=None, repr=False)

    @property
    def kinds(self) -> tuple[Special, ...]:
        """What was named, and what the text tells of."""
        named_kinds = {self.kind} if self.kind else set()
        return tuple(sorted(named_kinds | told_in(self.text or "")))

    @property
    def agreed(self) -> bool:
        return self.consent.lives(self.today)


def special_category_gate(policy: Policy, storing: Storing) -> Decision:
    """Every promise on this category binds, and so does the law; the strictest decides."""
    kinds = storing.kinds
    if not kinds:
        seen = storing.text is not None
        return _decide(Answer.ALLOW, _NOTHING) if seen else _which()
    decisions = (
        _about(kind, together(_promised(policy, storing, kind), _by_law(storing, kind)), storing)
        for kind in kinds
    )
    return strictest(decisions)


def _which() -> Decision:
    return _decide(Answer.ASK, _WHICH, missing=("category",))


def _about(kind: Special, decision: Decision, storing: Storing) -> Decision:
    """Says of what the decision is, where the text told it and nobody named it."""
    if kind is storing.kind:
        return decision
    what, said = TOLD[kind], decision.text
    return replace(decision, text=Text(f"{what.nl}: {said.nl}", f"{what.en}: {said.en}"))


def _promised(policy: Policy, storing: Storing, kind: Special) -> Iterator[Decision]:
    for promise in policy.promises:
        if promise.special and _covers(promise.special, kind):
            for decision in _of(promise.special, storing):
                yield decision.kept_by(promise)
    control = Control.SPECIAL_CATEGORY_GATE
    yield from unread(policy, Gate.SPECIAL, control, lambda promise: promise.special)


def _covers(special: SpecialData, kind: Special) -> bool:
    """A denial is about all of them, and about others that it names; a rule about what it names."""
    items = named("; ".join(special.items))
    if kind in items:
        return True
    everything = special.status is SpecialStatus.NONE or not items
    return everything and kind.of_article_9


def _of(special: SpecialData, storing: Storing) -> Iterator[Decision]:
    if special.status is SpecialStatus.NONE or special.rule is SpecialRule.REFUSED:
        yield _decide(Answer.DENY, _REFUSED)
    elif special.rule is SpecialRule.EXPLICIT_CONSENT:
        if storing.agreed:
            yield _decide(Answer.ALLOW, _AGREED)
        else:
            text = _WITHDRAWN if storing.consent.withdrawn else _PROMISED_CONSENT
            yield _decide(Answer.DENY, text, missing=("consent",))
    elif special.rule is SpecialRule.VOLUNTEERED:
        if storing.volunteered:
            yield _decide(Answer.ALLOW, _GIVEN)
        else:
            yield _decide(Answer.DENY, _NOT_GIVEN, missing=("volunteered",))


def _by_law(storing: Storing, kind: Special) -> Decision:
    match kind:
        case Special.BSN:
            return _by_duty(storing, "uavg46-bsn-legal-basis", "UAVG artikel 46 lid 1", _BSN)
        case Special.CRIMINAL:
            article = "AVG artikel 10; UAVG artikel 31 tot en met 33"
            return _by_duty(storing, "art10-uavg31-criminal-ground", article, _CRIMINAL)
        case Special.GENETIC if storing.agreed:
            return _decide(Answer.ASK, _GENES, rule="uavg28-genetic", article="UAVG artikel 28")
        case Special.BIOMETRIC if storing.security and not storing.agreed:
            return _decide(Answer.ASK, _BODY, rule="uavg29-biometric", article="UAVG artikel 29")
    return _by_article_9(storing)


def _by_duty(storing: Storing, rule: str, article: str, ban: Text) -> Decision:
    """Consent does not help here; a statute does."""
    if storing.duty:
        return _decide(Answer.ALLOW, _DUTY, rule=rule, article=article)
    return _decide(Answer.DENY, ban, rule=rule, article=article, missing=("duty",))


def _by_article_9(storing: Storing) -> Decision:
    article = "AVG artikel 9 lid 1 en 2"
    if storing.agreed:
        rule = "art9-2-a-explicit"
        return _decide(Answer.ALLOW, _AGREED, rule=rule, article="AVG artikel 9 lid 2 onder a")
    rule = "art9-2-exception-per-category"
    if storing.duty:
        return _decide(Answer.ASK, _WHICH_EXCEPTION, rule=rule, article=article)
    if storing.volunteered:
        rule = "art9-2-a-explicit"
        return _decide(Answer.ASK, _NO_EXCEPTION, rule=rule, article=article, missing=("consent",))
    text = _WITHDRAWN if storing.consent.withdrawn else _BANNED
    return _decide(Answer.DENY, text, rule=rule, article=article, missing=("consent",))


def _decide(
    answer: Answer,
    text: Text,
    *,
    rule: str | None = None,
    article: str | None = None,
    missing: tuple[str, ...] = (),
) -> Decision:
    return Decision(
        gate=Gate.SPECIAL, answer=answer, text=text, rule=rule, article=article, missing=missing
    )


_WHICH = Text("welk soort gegeven het is, is niet gezegd", "the category was not said")
_NOTHING = Text(
    "in de tekst staat geen woord of nummer dat wij als bijzonder kennen",
    "the text holds no word or number that we know as special",
)
_REFUSED = Text(
    "de verklaring zegt dat dit niet wordt vastgelegd", "the statement says this is not recorded"
)
_AGREED = Text("er is uitdrukkelijke toestemming", "there is explicit consent")
_PROMISED_CONSENT = Text(
    "de verklaring belooft dit alleen met uitdrukkelijke toestemming, en die is er niet",
    "the statement promises this with explicit consent only, and there is none",
)
_WITHDRAWN = Text(
    "de toestemming is ingetrokken: leg het niet vast en wis wat er is",
    "the consent was withdrawn: do not record it, and erase what is there",
)
_GIVEN = Text("de persoon gaf het uit zichzelf", "the person volunteered it")
_NOT_GIVEN = Text(
    "de verklaring belooft alleen wat mensen uit zichzelf geven",
    "the statement promises only what people volunteer",
)
_BSN = Text(
    "het BSN mag alleen als een wet het voorschrijft; toestemming helpt niet",
    "the citizen number is allowed only where a statute demands it; consent does not help",
)
_CRIMINAL = Text(
    "strafrechtelijke gegevens mogen alleen als de wet het toestaat; toestemming alleen helpt niet",
    "criminal data are allowed only where the law permits; consent alone does not help",
)
_GENES = Text(
    "genetische gegevens zijn ook met toestemming bijna nooit toegestaan: laat een mens oordelen",
    "genetic data are hardly ever allowed, also with consent: a person judges",
)
_BODY = Text(
    "biometrie mag als zij nodig is om te zien wie binnenkomt: een mens oordeelt, met een DPIA",
    "biometrics are allowed where needed to see who enters: a person judges, with a DPIA",
)
_DUTY = Text(
    "een wet schrijft het voor; gebruik het alleen daarvoor",
    "a statute demands it; use it for that alone",
)
_WHICH_EXCEPTION = Text(
    "een wettelijke plicht is nog geen uitzondering op het verbod: kies er een van lid 2",
    "a statutory duty is not yet an exception to the ban: choose one of paragraph 2",
)
_NO_EXCEPTION = Text(
    "uit zichzelf gegeven is nog geen uitdrukkelijke toestemming: laat een mens oordelen",
    "volunteered is not yet explicit consent: a person judges",
)
_BANNED = Text(
    "verboden zonder uitzondering, zoals uitdrukkelijke toestemming",
    "prohibited without an exception, such as explicit consent",
)
