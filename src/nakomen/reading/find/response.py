"""Within which term a request is answered (AVG artikel 12 lid 3)."""

import re
from collections import Counter
from collections.abc import Iterator

from nakomen.reading.facts import ResponseFact
from nakomen.reading.find.rights import codes_of_heading
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.durations import durations
from nakomen.reading.words.quick import Quick
from nakomen.terms import Period, Right

_WITHIN = Quick(
    r"\b(?:\b(?:binnen|uiterlijk|within|no\s+later\s+than|maximaal|in\s+maximaal)\b)", re.I
)
_HINTS = ("binnen", "uiterlijk", "within", "no later", "maxima", "termijn", "period")
_ANSWER = re.compile(
    r"\b(?:\breactie\b|\breage{1,2}r|\bantwoord|beantwoord|\bbeslis|\bregelen\b|\bbehandelt?\b|\bgevolg\b|\bzend(?:t|en)\b|\bhoor(?:t|en)?\b|"
    r"\blaten\s+(?:wij|we|u|je)\b.{0,30}\bweten|\buitvoer|\bbericht\b|\bget\s+back|\bdecide|"
    r"\bin\s+behandeling|afgehandeld|afhandel|\bhandelen\b.{0,60}\baf\b|"
    r"gehoor\s+(?:aan\s+)?ge|"
    r"inwillig|in\s+te\s+willigen|\bvoldoen\b|\brespon[ds]|\breply|\banswer|comply|"
    r"\b(?:updates|wijzigingen)\b.{0,40}\baanbrengen|verstrek|toesturen|informeren\s+(?:wij|"
    r"we)\s+u|\b(?:ontvang|krijg)t?\s+(?:u|je|jij)\b.{0,80}\b(?:bericht|uitsluitsel|overzicht|kopie)|\bhear\s+from\s+us)",
    re.I,
)
_ASKED = Quick(r"verzoek|aanvraag|aanvragen|\brequest|inzage", re.I)
_OF_RIGHTS = Quick(
    r"\brecht(?:en)?\b|\brights?\b|\binzage\b|\binzien\b|wat\s+(?:mag|kunt|kun|kan)\s+(?:u|je|jij)|"
    r"van\s+ons\s+vragen|(?:u|jij|je)\s+mag",
    re.I,
)
_LEGAL_TERM = Quick(
    r"\b(?:\b(?:binnen|within)\s+(?:de|het|the)\s+(?:\w+\s+){0,5}?(?:wettelijk\w{0,2}|wet|legal|"
    r"statutory)\s+(?:\w+\s+){0,3}?"
    r"(?:termijn\w{0,2}|periode|period|term)|wettelijke\s+(?:reactie)?termijn)",
    re.I,
)
_LONGER = Quick(r"verleng|extend|uitstel", re.I)
_NOT_THIS = re.compile(
    r"ontvangstbevestiging|bevestiging\s+van\s+ontvangst|confirmation\s+of\s+receipt|retour|"
    r"herroep|bezorg|"
    r"\blever(?:en|ing|tijd)|betaling|datalek|breach|bewaa?r|opzegtermijn|klacht\s+binnen|"
    r"klachten\s+(?:\w+\s+){0,3}binnen|nieuwsbrief|verwijderd\s+binnen",
    re.I,
)


def read_response(sentences: tuple[Sentence, ...]) -> tuple[ResponseFact, ...]:
    """Every promise of an answer within a term; ``within`` is None for "the legal term"."""
    return tuple(_facts(sentences))


def one_term(facts: tuple[ResponseFact, ...]) -> Period | None:
    """The term that is promised most often; the first of them when that is a draw."""
    counts = Counter(fact.within for fact in facts if fact.within)
    return counts.most_common(1)[0][0] if counts else None


def _facts(sentences: tuple[Sentence, ...]) -> Iterator[ResponseFact]:
    before = None
    for sentence in sentences:
        near = before.words if before and before.section == sentence.section else ""
        before = sentence
        words = sentence.words
        if sentence.role is Role.HEADING or not any(hint in sentence.low for hint in _HINTS):
            continue
        if not _ANSWER.search(words):
            continue
        asked = _ASKED.search(words) or _ASKED.search(near)
        if not asked and not _OF_RIGHTS.search(" / ".join(sentence.sections)):
            continue
        within = _within(words)
        if within or (_LEGAL_TERM.search(words) and not _NOT_THIS.search(words)):
            yield ResponseFact(
                quote=sentence.text,
                start=sentence.start,
                within=within,
                code=_code(sentence),
                section=sentence.section,
            )


def _within(words: str) -> Period | None:
    """The first length of time after "binnen" that belongs to the answer."""
    for duration in durations(words):
        before = words[max(0, duration.start - 30) : duration.start]
        around = words[max(0, duration.start - 70) : duration.end + 50]
        longer = _LONGER.search(words, max(0, duration.start - 40), duration.start)
        if _WITHIN.search(before) and not longer and not _NOT_THIS.search(around):
            return duration.period
    return None


def _code(sentence: Sentence) -> Right | None:
    """The right whose chapter this is: "Inzagerecht"."""
    codes = codes_of_heading(sentence.section or "")
    return codes[0] if len(codes) == 1 else None
