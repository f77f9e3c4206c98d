"""Rights, the term for an answer, and where to complain (AVG artikel 13 lid 2 onder b, c, d, f)."""

from collections.abc import Iterator

from nakomen.policy.model import Promise
from nakomen.policy.tell.teller import Teller
from nakomen.policy.tell.telling import Passage, Section, Sentence
from nakomen.terms import Right, Text

_ID = Text("rechten", "rights")
_HEADING = Text("Welke rechten heeft u?", "Which rights do you have?")
_GRANTED = Text("U heeft recht op {rights}.", "You have the right to {rights}.")
_NAMES = {
    Right.ACCESS: Text("inzage", "access"),
    Right.RECTIFICATION: Text("rectificatie", "rectification"),
    Right.ERASURE: Text("wissing", "erasure"),
    Right.RESTRICTION: Text("beperking van de verwerking", "restriction of processing"),
    Right.PORTABILITY: Text("overdracht van gegevens", "data portability"),
    Right.OBJECTION: Text("bezwaar", "objection"),
    Right.WITHDRAW_CONSENT: Text("het intrekken van uw toestemming", "withdrawal of your consent"),
    Right.NO_AUTOMATED_DECISION: Text(
        "een besluit dat niet alleen geautomatiseerd is", "a decision that is not solely automated"
    ),
    Right.COMPLAINT: Text(
        "een klacht bij de toezichthouder", "a complaint to the supervisory authority"
    ),
}
_WITHIN = Text(
    "Wij antwoorden op uw verzoek binnen {term}.", "We answer your request within {term}."
)
_WITHIN_FOR = Text(
    "Op een verzoek om {rights} antwoorden wij binnen {term}.",
    "We answer a request for {rights} within {term}.",
)
_COMPLAIN = Text(
    "Bent u niet tevreden, dan kunt u een klacht indienen bij de {authority}.",
    "If you are not satisfied, you can lodge a complaint with the {authority}.",
)
_AUTOMATED = {
    False: Text(
        "Wij nemen geen besluiten over u met alleen geautomatiseerde verwerking.",
        "We do not take decisions about you based solely on automated processing.",
    ),
    True: Text(
        "Wij nemen besluiten over u met alleen geautomatiseerde verwerking.",
        "We take decisions about you based solely on automated processing.",
    ),
}


def rights(teller: Teller) -> Section | None:
    passages: list[Passage] = []
    for promise in teller.policy.promises:
        passages += _said(teller, promise)
    return teller.section(_ID, _HEADING, _short(teller), passages)


def _short(teller: Teller) -> str | None:
    promised = {r: None for p in teller.policy.promises if not p.within for r in p.rights}
    return teller.say(_GRANTED, rights=_named(teller, tuple(promised))) if promised else None


def _named(teller: Teller, rights: tuple[Right, ...]) -> str:
    return teller.joined([_NAMES[right].in_(teller.lang) for right in rights])


def _said(teller: Teller, promise: Promise) -> Iterator[Sentence]:
    if promise.within:
        yield _answered(teller, promise, promise.within.tell(teller.lang))
    elif promise.authority:
        yield teller.about(promise, _COMPLAIN, authority=promise.authority)
    elif promise.rights:
        yield teller.about(promise, _GRANTED, rights=_named(teller, promise.rights))
    if promise.automated is not None:
        yield teller.about(promise, _AUTOMATED[promise.automated])


def _answered(teller: Teller, promise: Promise, term: str) -> Sentence:
    if not promise.rights:
        return teller.about(promise, _WITHIN, term=term)
    return teller.about(promise, _WITHIN_FOR, rights=_named(teller, promise.rights), term=term)
