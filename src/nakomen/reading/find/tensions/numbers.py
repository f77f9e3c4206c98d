"""Numbers that disagree: terms, answers, ages, and the numbers of the sections themselves."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from nakomen.reading.facts import Quote, ResponseFact, RetentionFact, Tension
from nakomen.reading.find.tensions.place import part, whole
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.quick import Quick
from nakomen.terms import Bound, RecordKind, Text

_TERMS = Text(
    "Voor dezelfde gegevens staan hier twee bewaartermijnen.",
    "Two terms of keeping stand here for the same data.",
)
_ANSWERS = Text(
    "Voor het antwoord op een verzoek staan hier twee termijnen.",
    "Two terms stand here for the answer to a request.",
)
_AGES = Text("Hier staan twee leeftijdsgrenzen.", "Two age limits stand here.")
_NUMBERED = Text("Nummer {words} staat hier twee keer.", "Number {words} stands here twice.")
_ONE_SORT = (
    RecordKind.BILLING,
    RecordKind.TRAFFIC,
    RecordKind.BACKUP,
    RecordKind.CAMERA,
    RecordKind.NEWSLETTER,
    RecordKind.CUSTOMER,
)
"""Kinds of record that one word names; others hold several sorts with terms of their own."""
_LONGER = Quick(r"verleng|langer|extend|complex", re.I)
_AGE = Quick(
    r"\b(?:jonger|ouder|onder|younger|older|under|vanaf|minimaal|tot)\s+(?:zijn\s+)?(?:dan\s+|than\s+)?"
    r"(?:de\s+|the\s+age\s+of\s+)?(1[2-8])\b(?!\s*(?:%|euro|dagen|days|maanden|months|weken|weeks))",
    re.I,
)
_SECTION = re.compile(r"\s*(?:[#*]{1,6}\s*)?(\d{1,2}\.\d{1,2})\b(?!\.\d)")


def terms(facts: tuple[RetentionFact, ...]) -> Iterator[Tension]:
    """Two different terms, counted from the same moment, for records of the same kind."""
    often = Counter(fact.start for fact in facts)
    exact = [f for f in facts if f.period and _comparable(f) and often[f.start] == 1]
    for one, other in combinations(exact, 2):
        same = (one.object, one.start_event) == (other.object, other.start_event)
        if same and one.period != other.period:
            yield _tension("retention_disagrees", _TERMS, (one, other))
            return


def _comparable(fact: RetentionFact) -> bool:
    """A term of one plain kind of record, without "at least", "if" or "until"."""
    plain = fact.bound is not Bound.AT_LEAST and not fact.holder and not fact.criterion
    return plain and fact.object in _ONE_SORT and not fact.trigger


def answers(facts: tuple[ResponseFact, ...]) -> Iterator[Tension]:
    """Two terms for an answer; a longer one for difficult requests is no contradiction."""
    told = [fact for fact in facts if fact.within and not _LONGER.search(fact.quote)]
    for one, other in combinations(told, 2):
        if one.within != other.within and one.code == other.code and one.start != other.start:
            yield _tension("response_disagrees", _ANSWERS, (one, other))
            return


def ages(sentences: tuple[Sentence, ...]) -> Iterator[Tension]:
    """Two ages in sentences about minors."""
    places: dict[str, Quote] = {}
    for sentence in sentences:
        for found in _AGE.finditer(sentence.text):
            places.setdefault(found.group(1), part(sentence, found))
    if len(places) > 1:
        yield _tension("ages_disagree", _AGES, places.values())


def numbering(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Tension]:
    """The same number above two different sections, such as 5.5 and again 5.5."""
    seen: dict[str, Sentence] = {}
    for sentence in sentences:
        if sentence.role is not Role.HEADING:
            continue
        line = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.end]
        found = _SECTION.match(line)
        if not found:
            continue
        before = seen.setdefault(found.group(1), sentence)
        if before is not sentence and before.text != sentence.text:
            message = _NUMBERED.fill(words=found.group(1))
            yield _tension("numbering", message, (whole(before), whole(sentence)))


def _tension(kind: str, message: Text, places: Iterable[Quote]) -> Tension:
    quotes = tuple(Quote(quote=place.quote, start=place.start) for place in places)
    ordered = tuple(sorted(quotes, key=lambda quote: quote.start))
    return Tension(kind=kind, message=message, quotes=ordered)
