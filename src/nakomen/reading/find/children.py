"""Below which age the statement treats people as children (AVG artikel 8; UAVG artikel 5)."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import Said
from nakomen.reading.text.sentences import Sentence
from nakomen.reading.words.durations import NUMBERS
from nakomen.reading.words.quick import Quick

YOUNGEST, OLDEST = 8, 21
_HINTS = (
    "jonger",
    "onder ",
    "leeftijd",
    "jarig",
    "jaar",
    "ouder",
    "under ",
    "young",
    "years",
    "age ",
    "older",
    "must be",
)
_WORDS = [word for word, number in NUMBERS.items() if YOUNGEST <= number <= OLDEST]
_NUMBER = re.compile(
    rf"(?<![\w.,/€-])(\d{{1,2}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})(?![\d.,%]?\d)",
    re.I,
)
_AGE_OF = r"(?:de\s+leeftijd\s+van\s+|the\s+age\s+of\s+)?"
_YOUNG_BEFORE = re.compile(
    rf"\b(?:jonger\s+(?:\w+\s+)?dan|(?:onder|beneden)(?:\s+de)?|leeftijds?(?:grens)?\s+(?:van|is|"
    rf"ligt\s+op)|younger\s+than|under(?:\s+the)?|below(?:\s+the)?|ages?(?:\s+of)?)\s+{_AGE_OF}\Z",
    re.I,
)
_GROWN_BEFORE = Quick(
    r"\b(?:ouder\s+(?:\w+\s+)?dan|minimaal|minstens|ten\s?minste|vanaf|nog\s+geen|minder\s+dan|must\s+be|"
    rf"boven\s+de|at\s+least|over|older\s+than|above)\s+{_AGE_OF}\Z",
    re.I,
)
_GROWN_AFTER = Quick(
    r"(?:[\s-]*(?:jaar|years?|jarige))?\s+(?:(?:of|en)\s+(?:ouder|jonger)|(?:and|or)\s+(?:older|over|"
    r"above))\b|-?jarigen?\b|\s+years?\s+(?:old|of\s+age)\b",
    re.I,
)
_OTHER_UNIT = re.compile(
    r"[\s-]*(?:maand|months?|dagen|days?|we?ek|uur|hours?|euro|procent|%|mb|gb)", re.I
)
_PEOPLE = re.compile(
    r"\b(?:kind(?:eren)?|minderjarig\w{0,4}|jongeren|person(?:en|s)|(?:website)?bezoekers?|"
    r"gebruikers?|klanten|ouders?|voogd\w{0,2}|leerlingen|leden|iedereen|mensen|child(?:ren)?|"
    r"minors?|people|users?|visitors?|individuals?|anyone|parents?|guardians?|sollicitant\w{0,2}|"
    r"(?:u|je|jij)\s+(?:moet|dient|bent)|bent\s+(?:u|je|jij)|you\s+(?:must|are|have))\b",
    re.I,
)
_RECORDS = Quick(
    r"\b(?:bewa(?:ar|ren)\w{0,3}|verwijder\w{0,4}|vernietig\w{0,2}|facturen|bestanden|back-?ups?|"
    r"ervaring|bestaat|garantie|retain\w{0,3}|kept|delet\w{1,3}|experience)\b",
    re.I,
)


def read_children(sentences: tuple[Sentence, ...]) -> Said[int] | None:
    """
    The first age that draws the line; an age is no article, and no term of keeping.

    Words that are said of people only ("jonger dan") go before words that fit things as well.
    """
    likely = [s for s in sentences if any(hint in s.low for hint in _HINTS)]
    for ages in (_below, _from):
        for sentence in likely:
            if age := next(ages(sentence), None):
                return Said(quote=sentence.text, start=sentence.start, value=age)
    return None


def _of_people(sentence: Sentence) -> bool:
    around = f"{sentence.words} {sentence.lead or ''} {sentence.section or ''}"
    return _PEOPLE.search(around) is not None


def _below(sentence: Sentence) -> Iterator[int]:
    """ "Onder de 16 jaar"."""
    words = sentence.words
    if _RECORDS.search(words) and not _of_people(sentence):
        return
    for age, found in _ages(words):
        if _YOUNG_BEFORE.search(words, max(0, found.start() - 60), found.start()):
            yield age


def _from(sentence: Sentence) -> Iterator[int]:
    """ "16 jaar of ouder", of people, where nothing is kept or thrown away."""
    words = sentence.words
    if _RECORDS.search(words) or not _of_people(sentence):
        return
    for age, found in _ages(words):
        before = _GROWN_BEFORE.search(words, max(0, found.start() - 60), found.start())
        if before or _GROWN_AFTER.match(words, found.end()):
            yield age


def _ages(words: str) -> Iterator[tuple[int, re.Match[str]]]:
    for found in _NUMBER.finditer(words):
        word = found[1].casefold()
        age = int(word) if word.isdecimal() else NUMBERS[word]
        if YOUNGEST <= age <= OLDEST and not _OTHER_UNIT.match(words, found.end()):
            yield age, found
