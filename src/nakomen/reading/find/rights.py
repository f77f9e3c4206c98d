"""Which rights the statement grants, and in which sentences (AVG artikelen 13-22 en 77)."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import RightFact, RightMention
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.quick import Quick
from nakomen.reading.words.rights import HINTS, NOUNS, RIGHTS
from nakomen.reading.words.wording import OURS, TREATED_AS_ERASURE
from nakomen.terms import Certainty, Right

_SHE = (
    r"(?:u|je|jij|jullie|men|iedereen|iemand|(?:de\s+)?betrokkenen?|relaties?|klant(?:en)?|"
    r"gebruikers?|bezoekers?|leden|leerlingen|ouders|pati[eë]nten|deelnemers|huurders|"
    r"sollicitanten|cli[eë]nt(?:en)?|you|users?|data\s+subjects?|customers?|"
    r"individuals?)"
)
_GRANT = re.compile(
    rf"\b(?:\b{_SHE}\s+(?:\w+\s+){{0,4}}(?:heeft|hebt|hebben|have|"
    rf"has)\b.{{0,60}}?\b(?:recht(?:en)?|mogelijkheid|rights?)\b|"
    rf"\b(?:heeft|hebt|hebben|heb)\s+(?:\w+\s+){{0,2}}{_SHE}\b.{{0,60}}?\b(?:recht(?:en)?|"
    rf"mogelijkheid)\b|"
    rf"\b(?:kunt|kun|kan|mag|can|may)\s+(?:\w+\s+)?{_SHE}\b|"
    rf"\b{_SHE}\s+(?:\w+\s+){{0,5}}(?:kunt|kun|kan|mag|can|may)\b|"
    r"\b(?:betrokkenen|klanten|gebruikers|bezoekers|relaties|leden|leerlingen|ouders|pati[eë]nten|"
    r"deelnemers|huurders|sollicitanten|zij)\s+(?:\w+\s+)?(?:kunnen|"
    r"mogen)\b|"
    rf"\b{_SHE}\s+(?:\w+\s+){{0,3}}recht(?:en)?\s+(?:heeft|hebt|hebben)\b|"
    r"\b(?:op\s+(?:uw|jouw|je)\s+(?:\w+\s+)?verzoek|indien\s+gewenst|desgewenst|"
    r"op\s+te\s+vragen)\b|"
    r"\brecht(?:en)?\s+(?:te\s+)?respecteren\b|\brespect\w{0,5}\s+(?:uw|je|jouw|your)\s+(?:recht|right)s?|"
    r"\brecht\s+(?:op|van|tot)\b|\bright\s+(?:of|to)\b|\bmogelijkheid\b|\b(?:kunnen|"
    r"worden)\s+door\s+(?:u|jou|je)\b|"
    r"\b(?:dien|file|lodge)\s+(?:dan\s+|gerust\s+)?(?:een|a)\s+(?:klacht|complaint)\b|"
    rf"\b(?:verzoek|aanvraag)\s+(?:tot|om)\b|\bbereid\s+(?:om|u)\b|\b(?:bieden|"
    rf"geven)\s+(?:wij\s+|we\s+)?{_SHE}\b|\btrek(?:t)?\s+(?:u|je|jij)\b|"
    r"\b(?:wilt|wil)\s+(?:u|je)\b|\bmag\s+ook\b|\biedereen\b.{0,60}\b(?:kan|mag)\b|"
    r"\bmogen\s+zij\b|\bask\s+\w+\s+(?:for|to)\b|"
    r"\bals\s+(?:u|je|jij)\s+(?:dat|het|er\s?om|daarom)\s*(?:wilt?|vraagt)\b|\b(?:mail|bel|schrijf|vraag)\b.{0,40}\bals\s+(?:u|je)\b|"
    r"\bkan\s+bezwaar\b|"
    r"\b(?:maken|vragen|intrekken|laten)\s+kan\b)",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:\brecht\b.{0,90}\bniet\s+(?:geldt|van\s+toepassing|bestaat)|\bgeen\s+recht\b|"
    r"\bno\s+right\b|"
    r"\b(?:hieronder|hierna|below|in\s+de(?:ze)?\s+tabel)\b.{0,40}\b(?:zien|lezen|vind\w*|see|find|read)\b|"
    r"does\s+not\s+apply|\bhoe\s+(?:u|je)\s+(?:bezwaar|een\s+klacht))",
    re.I,
)
_DATA = re.compile(
    r"gegevens(?!bescherming)|informatie|\bdata\b|profiel|dossier|account|berichten|verwerking|information|processing|"
    r"\b(?:van|over)\s+(?:u|je|jou)\s+(?:hebben|heb|weten|bewaren)\b",
    re.I,
)
_OTHER_THING = Quick(r"\b(?:\bcookies?\b|browser|nieuwsbrief|newsletter)", re.I)
_WHOLE_LIST = Quick(
    r"\b(?:rechten|rights|kun(?:t)?\s+(?:u|je|jij)|(?:u|je|jij)\s+kunt|wat\s+(?:mag|kunt|kun|kan)\s+"
    r"(?:u|je|jij)|(?:u|jij|je)\s+mag|you\s+(?:can|may)|can\s+you)\b|"
    r"\bwat\b.{0,12}\bvan\s+ons\s+vragen|\b(?:inzien|inzage|regie|baas|eigen\s+hand|zeggenschap)\b|"
    r"your\s+(?:choices|control)|\brecht\s+(?:op|om)\b|\bright\s+to\b",
    re.I,
)
_NAMED_RIGHT = Quick(r"recht\b|\bright\b|bezwaar|klacht", re.I)
_SELF = Quick(
    r"\bzelf\b|\b(?:via|in)\s+(?:uw|je|jouw)\s+(?:\w+\s+)?(?:account|portaal|portal|profiel)|"
    r"yourself",
    re.I,
)
_AUTHORITY = Quick(
    r"autoriteit\s+persoonsgegevens|gegevensbeschermingsautoriteit|toezichthoud|"
    r"data\s+protection\s+authority|supervisory\s+authority|(?-i:(?<!\d )\bAP\b)",
    re.I,
)
_TO_AUTHORITY = re.compile(
    r"\b(?:bij|aan|tot|naar|to|with|er)\s+(?:\w+\s+){0,3}(?:autoriteit\s+persoonsgegevens|"
    r"gegevensbeschermingsautoriteit|data\s+protection\s+authority|toezichthouder|(?-i:AP\b))",
    re.I,
)
_UNHAPPY = Quick(
    r"\bklacht\w{0,6}|klagen|complain|niet\s+(?:\w+\s+){0,4}(?:eens|tevreden|blij)|ontevreden|boos|\bniks\b|oneens",
    re.I,
)
_CAN_I = re.compile(r"\b(?:kan|mag|can|may)\s+(?:ik|I)\b")
_LABELS = re.compile(r"\W{0,4}([A-Z][\w '’-]{2,40}?)\s*(?:[:|–]|\*\*)\s")
"""The first cell of a row, or what stands before a colon."""
_IN_CASE = re.compile(
    r"\W{0,4}(?:klop(?:t|pen)|vragen|zeggen|alles|krijgen|wilt|wil|bent|ben|zijn|staat|staan|vraag|laat|geef|heeft|heb(?:t)?|"
    r"toestemming|if|want|ask|tell)\b",
    re.I,
)
_LABEL = Quick(rf"\W{{0,4}}(?:{NOUNS.pattern})\W{{0,4}}(?:[:–.-]|\Z)", re.I)
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
    before = None
    for sentence in sentences:
        asked, before = before, sentence
        if _goes_there(sentence, asked):
            yield _mention(sentence, (Right.COMPLAINT,))
        if not any(hint in sentence.low for hint in HINTS):
            continue
        words = _hers(sentence.words)
        certainty = Certainty.SURE
        asks = sentence.role is Role.HEADING or _CAN_I.search(words)
        if asks or TREATED_AS_ERASURE.search(words):
            certainty = Certainty.LIKELY
        codes = _codes(sentence, words)
        if codes:
            yield _mention(sentence, codes, certainty)


def _mention(
    sentence: Sentence, codes: tuple[Right, ...], certainty: Certainty = Certainty.SURE
) -> RightMention:
    return RightMention(
        quote=sentence.text,
        start=sentence.start,
        codes=codes,
        self_service=_SELF.search(_hers(sentence.words)) is not None,
        section=sentence.section,
        certainty=certainty,
    )


def _goes_there(sentence: Sentence, before: Sentence | None) -> bool:
    """ "Dan kunt u naar de Autoriteit Persoonsgegevens", where it is about complaints."""
    if sentence.role is Role.HEADING or not _TO_AUTHORITY.search(sentence.words):
        return False
    if Right.COMPLAINT in codes_of_heading(sentence.words):
        return False
    asked = before.words if before and before.section == sentence.section else ""
    return _UNHAPPY.search(f"{sentence.section or ''} {asked} {sentence.words}") is not None


def _codes(sentence: Sentence, words: str) -> tuple[Right, ...]:
    if TREATED_AS_ERASURE.search(words):
        return (Right.ERASURE,)
    if _DENIED.search(words):
        return ()
    found = codes_of_heading(words)
    if not found or not _grants(sentence, words, found):
        return (Right.COMPLAINT,) if Right.COMPLAINT in found and _AUTHORITY.search(words) else ()
    about_data = _about_data(sentence, words)
    return tuple(right for right in found if about_data or right not in _ABOUT_DATA)


def _grants(sentence: Sentence, words: str, found: tuple[Right, ...]) -> bool:
    """Whether the sentence, its chapter or the line above its list gives her something to ask."""
    if _CAN_I.search(words):
        return True
    if sentence.role is Role.HEADING:
        return _NAMED_RIGHT.search(words) is not None and len(words) < 60
    listed = sentence.role in (Role.ITEM, Role.ROW)
    if listed and _WHOLE_LIST.search(f"{sentence.lead or ''} {sentence.section or ''}"):
        return True
    if len(found) >= 2 and _of_rights(sentence) and len(NOUNS.findall(words)) >= 2:
        return True
    if _of_rights(sentence) and (_LABEL.match(words) or _IN_CASE.match(words)):
        return True
    return _GRANT.search(words) is not None


def _of_rights(sentence: Sentence) -> bool:
    told = _LABELS.match(sentence.words)
    above = " / ".join((*sentence.sections, told[1] if told else ""))
    return _WHOLE_LIST.search(above) is not None


def _about_data(sentence: Sentence, words: str) -> bool:
    """Inspecting and changing is a right over data; of a document or a cookie it is none."""
    if _OTHER_THING.search(words) and "gegevens" not in words.casefold() and "data" not in words:
        return False
    named = re.search(r"\brecht\b|\bright\b|recht\s*:", words, re.I)
    listed = sentence.role in (Role.ITEM, Role.ROW) and sentence.lead is not None
    several = len(NOUNS.findall(words)) >= 2
    return bool(named or listed or several or _DATA.search(words) or _of_rights(sentence))


def codes_of_heading(words: str) -> tuple[Right, ...]:
    """
    The rights that *words* name, granted or not.

    >>> [code.value for code in codes_of_heading("Recht op beperking van de verwerking")]
    ['restriction']
    """
    return tuple(right for right, pattern in RIGHTS.items() if pattern.search(words))


def _hers(words: str) -> str:
    """What stands before "behouden wij ons het recht voor"."""
    ours = OURS.search(words)
    return words[: ours.start()] if ours else words
