"""Which rights the statement grants, and in which sentences (AVG artikelen 13-22 en 77)."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import RightFact, RightMention
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.wording import OURS, TREATED_AS_ERASURE
from nakomen.terms import Certainty, Right

_SHE = (
    r"(?:u|je|jij|jullie|men|iedereen|iemand|betrokkenen?|relaties?|klant(?:en)?|gebruikers?|"
    r"bezoekers?|"
    r"cli[eë]nt(?:en)?|you|users?|data\s+subjects?|customers?|individuals?)"
)
_GRANT = re.compile(
    rf"\b(?:\b{_SHE}\s+(?:\w+\s+){{0,4}}(?:heeft|hebt|hebben|have|"
    rf"has)\b.{{0,60}}?\b(?:recht(?:en)?|mogelijkheid|rights?)\b|"
    rf"\b(?:heeft|hebt|hebben)\s+(?:\w+\s+){{0,2}}{_SHE}\b.{{0,60}}?\b(?:recht(?:en)?|"
    rf"mogelijkheid)\b|"
    rf"\b(?:kunt|kun|kan|mag|can|may)\s+(?:\w+\s+)?{_SHE}\b|"
    rf"\b{_SHE}\s+(?:\w+\s+){{0,5}}(?:kunt|kan|mag|can|may)\b|"
    r"\b(?:betrokkenen|klanten|gebruikers|bezoekers|relaties)\s+(?:\w+\s+)?(?:kunnen|mogen)\b|"
    rf"\b{_SHE}\s+(?:\w+\s+){{0,3}}recht(?:en)?\s+(?:heeft|hebt|hebben)\b|"
    r"\b(?:op\s+(?:uw|jouw|je)\s+(?:\w+\s+)?verzoek|indien\s+gewenst|desgewenst|"
    r"op\s+te\s+vragen)\b|"
    r"\brecht\s+(?:op|van|tot)\b|\bright\s+(?:of|to)\b|\bmogelijkheid\b|\b(?:kunnen|"
    r"worden)\s+door\s+(?:u|jou|je)\b|"
    r"\b(?:dien|file|lodge)\s+(?:dan\s+|gerust\s+)?(?:een|a)\s+(?:klacht|complaint)\b|"
    rf"\b(?:verzoek|aanvraag)\s+(?:tot|om)\b|\bbereid\s+(?:om|u)\b|\b(?:bieden|"
    rf"geven)\s+(?:wij\s+|we\s+)?{_SHE}\b)",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:\brecht\b.{0,90}\bniet\s+(?:geldt|van\s+toepassing|bestaat)|\bgeen\s+recht\b|"
    r"\bno\s+right\b|"
    r"does\s+not\s+apply|\bhoe\s+(?:u|je)\s+(?:bezwaar|een\s+klacht))",
    re.I,
)
_DATA = re.compile(
    r"gegevens|informatie|\bdata\b|profiel|account|berichten|verwerking|information|processing",
    re.I,
)
_OTHER_THING = re.compile(r"\b(?:\bcookies?\b|browser|nieuwsbrief)", re.I)
_WHOLE_LIST = re.compile(
    r"\b(?:\brechten\b|\brights\b|\bkunt\s+u\b|\bu\s+kunt\b|\bje\s+kunt\b|you\s+(?:can|may))", re.I
)
_NAMED_RIGHT = re.compile(r"recht\b|\bright\b|bezwaar|klacht", re.I)
_SELF = re.compile(
    r"\bzelf\b|\b(?:via|in)\s+(?:uw|je|jouw)\s+(?:\w+\s+)?(?:account|portaal|portal|profiel)|"
    r"yourself",
    re.I,
)
_WORDS: dict[Right, str] = {
    Right.ACCESS: r"\binzien\b|\bin\s+te\s+zien\b|\binzage|\binzicht\b|opvragen|"
    r"\bop\s+te\s+vragen|inkijken|"
    r"\bbekijken|te\s+raadplegen|een\s+kopie|\bafschrift|overzicht\s+(?:van|op)|"
    r"te\s+informeren\s+over\s+de\s+perso|"
    r"\bwelke\s+(?:persoons|persoonlijke\s+)?(?:gegevens|informatie)\b|\baccess\b|\bcopy\s+of|"
    r"\bview\b",
    Right.RECTIFICATION: r"corriger|correctie|rectific|\bverbeter|wijzig|aanpass|aangepast|"
    r"gecorrigeerd|"
    r"bijgewerkt|aan\s+te\s+passen|"
    r"bij\s+te\s+werken|"
    r"bijwerken|aanvullen\b|aan\s+te\s+vullen|\brectif|\bcorrect(?:ion|ed)?\b|\bupdate\b|\bamend",
    Right.ERASURE: r"verwijder(?!baar)|\bwissen\b|gegevenswissing|\bgewist\b|vernietig|"
    r"vergetelheid|"
    r"vergeten\s+(?:te\s+)?worden|vergeetverzoek|\beras(?:e|ure)\b|\bdelet|forgotten",
    Right.RESTRICTION: r"beperking\s+van\s+(?:\w+\s+){0,2}verwerking|(?:verwerking|"
    r"gegevens)\b.{0,220}\bbeperk(?:en|t)\b|"
    r"beperken\s+van\s+(?:\w+\s+){0,2}verwerking|\brestrict",
    Right.PORTABILITY: r"overdra(?:agbaar|gen|cht)|over\s+te\s+dragen|portabiliteit|portability|"
    r"door\s+een\s+ander\w?\s+partij\s+te\s+laten\s+uitvoeren|machine-?leesba|"
    r"gangbaar\s+formaat|meenemen",
    Right.OBJECTION: r"\bbezwaar\b|\bverzet\b|verzoeken\s+dat\s+(?:wij|we)\s+niet\s+langer|"
    r"\bobject(?:ion)?\b",
    Right.WITHDRAW_CONSENT: r"toestemming\b.{0,60}(?:in\s+te\s+trekken|intrek|ingetrokken|herroep)|"
    r"(?:intrek\w{1,4}|herroepen)\b.{0,40}toestemming|withdraw\b.{0,30}consent|"
    r"consent\b.{0,40}withdraw",
    Right.NO_AUTOMATED_DECISION: r"geautomatiseerde?\s+(?:\w+\s+){0,2}(?:besluit|verwerking)|"
    r"\bprofiling\b|"
    r"automated\s+(?:\w+\s+){0,2}decision",
    Right.COMPLAINT: r"\bklacht\w{0,3}\b.{0,120}(?:autoriteit\s+persoonsgegevens|toezichthoud|"
    r"\bAP\b)|"
    r"(?:autoriteit\s+persoonsgegevens|toezichthoud\w+|\bAP\b).{0,120}\bklacht|"
    r"complaint\b.{0,120}(?:authority|supervisor|autoriteit)",
}
_RIGHTS = {right: re.compile(words, re.I) for right, words in _WORDS.items()}
_ABOUT_DATA = frozenset({Right.ACCESS, Right.RECTIFICATION, Right.ERASURE, Right.PORTABILITY})


def read_rights(sentences: tuple[Sentence, ...]) -> tuple[RightMention, ...]:
    """
    Every sentence that grants a right, in text order.

    A right that is named without being granted in so many words (a heading, "opvatten als een
    vergeetverzoek") is a mention with less certainty.
    """
    return tuple(_mentions(sentences))


def one_per_right(mentions: tuple[RightMention, ...]) -> tuple[RightFact, ...]:
    """Each right once, with the first sentence that grants it."""
    first: dict[Right, RightMention] = {}
    for mention in sorted(mentions, key=lambda m: m.certainty is not Certainty.SURE):
        for code in mention.codes:
            first.setdefault(code, mention)
    facts = [RightFact(code=c, quote=m.quote, start=m.start) for c, m in first.items()]
    order = list(Right)
    return tuple(sorted(facts, key=lambda fact: (fact.start, order.index(fact.code))))


def _mentions(sentences: tuple[Sentence, ...]) -> Iterator[RightMention]:
    for sentence in sentences:
        words = _hers(sentence.words)
        certainty = Certainty.SURE
        if sentence.role is Role.HEADING or TREATED_AS_ERASURE.search(words):
            certainty = Certainty.LIKELY
        codes = _codes(sentence, words)
        if codes:
            yield RightMention(
                quote=sentence.text,
                start=sentence.start,
                codes=codes,
                self_service=_SELF.search(words) is not None,
                section=sentence.section,
                certainty=certainty,
            )


def _codes(sentence: Sentence, words: str) -> tuple[Right, ...]:
    if TREATED_AS_ERASURE.search(words):
        return (Right.ERASURE,)
    if _DENIED.search(words) or not _grants(sentence, words):
        return ()
    about_data = _about_data(sentence, words)
    found = (right for right, pattern in _RIGHTS.items() if pattern.search(words))
    return tuple(right for right in found if about_data or right not in _ABOUT_DATA)


def _grants(sentence: Sentence, words: str) -> bool:
    """Whether the sentence, or the line above its list, gives her something to ask."""
    if sentence.role is Role.HEADING:
        return _NAMED_RIGHT.search(words) is not None and len(words) < 60
    listed = sentence.role in (Role.ITEM, Role.ROW)
    if listed and _WHOLE_LIST.search(f"{sentence.lead or ''} {sentence.section or ''}"):
        return True
    return _GRANT.search(words) is not None


def _about_data(sentence: Sentence, words: str) -> bool:
    """Inspecting and changing is a right over data; of a document or a cookie it is none."""
    if _OTHER_THING.search(words) and "persoonsgegevens" not in words.casefold():
        return False
    named = re.search(r"\brecht\b|\bright\b|recht\s*:", words, re.I)
    listed = sentence.role in (Role.ITEM, Role.ROW) and sentence.lead is not None
    return bool(named or listed or _DATA.search(words))


def codes_of_heading(words: str) -> tuple[Right, ...]:
    """
    The rights that a heading names.

    >>> [code.value for code in codes_of_heading("Recht op beperking van de verwerking")]
    ['restriction']
    """
    return tuple(right for right, pattern in _RIGHTS.items() if pattern.search(words))


def _hers(words: str) -> str:
    """What stands before "behouden wij ons het recht voor"."""
    ours = OURS.search(words)
    return words[: ours.start()] if ours else words
