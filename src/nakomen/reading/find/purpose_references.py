"""Grounds that point back to a list: "de grondslag voor 1 tot en met 3 is de overeenkomst"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nakomen.reading.facts import PurposeFact
from nakomen.reading.find.bases import grounds
from nakomen.reading.text.sentences import Sentence
from nakomen.terms import Basis

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "eerste first",
            "tweede second",
            "derde third",
            "vierde fourth",
            "vijfde fifth",
            "zesde sixth",
            "zevende seventh",
            "achtste eighth",
            "negende ninth",
            "tiende tenth",
        )
    )
    for word in words.split()
}
_COUNTS = {
    word: count
    for count, words in enumerate(
        ("twee two", "drie three", "vier four", "vijf five", "zes six", "zeven seven"), start=2
    )
    for word in words.split()
}
_COUNT = "|".join(_COUNTS)
_ORDINAL = "|".join(_NUMBERS)
_MARK = r"(?:\d{1,2}(?:\.\d)?|[a-j])"
_POINTS = re.compile(
    rf"\b(?P<side>eerste|laatste|first|last)\s+(?P<count>{_COUNT})\b"
    rf"|\b(?P<from>{_MARK})\s*(?:tot\s+en\s+met|t/m|to|through|-|–)\s*(?P<to>{_MARK})\b"
    rf"|\b(?P<marks>{_MARK}(?:\s*,\s*{_MARK})*(?:\s*,?\s*(?:en|and|&)\s*{_MARK})?)(?=\W|\Z)"
    rf"|\b(?P<ordinals>(?:{_ORDINAL}|laatste|last)(?:\s*,\s*(?:{_ORDINAL}))*"
    rf"(?:\s+(?:en|and)\s+(?:het\s+|de\s+)?(?:{_ORDINAL}|laatste|last))?)\b",
    re.I,
)
_BEFORE = re.compile(
    r"(?:\b(?:voor|onder|doel|doelen|doeleinden?|punt|punten|de|het|for|purposes?|items?|the)|\()\s*\Z",
    re.I,
)
_SECTIONS = 14
"""Sentences after the list that may still point back to it."""


def with_references(facts: list[PurposeFact], sentences: tuple[Sentence, ...]) -> list[PurposeFact]:
    """The purposes of one list, each with the ground that a later sentence points at it."""
    if len(facts) < 2:
        return facts
    end = facts[-1].end
    below = [s for s in sentences if s.start >= end][:_SECTIONS]
    found: dict[int, Basis] = {}
    for sentence in below:
        for basis, places in _pointed(sentence, len(facts)):
            for place in places:
                found.setdefault(place, basis)
        for place in _named(sentence, facts):
            for fact in grounds(sentence, after=True):
                found.setdefault(place, fact.basis)
    return [
        fact if fact.basis or n not in found else replace(fact, basis=found[n])
        for n, fact in enumerate(facts)
    ]


def _pointed(sentence: Sentence, count: int) -> Iterator[tuple[Basis, list[int]]]:
    """Each stretch of the sentence that names a ground and points at places of the list."""
    for stretch in re.split(r"(?<=[;)])\s", sentence.words):
        named = list(grounds(replace(sentence, text=stretch), after=True))
        places = [place for match in _POINTS.finditer(stretch) for place in _places(match, count)]
        if named and places:
            yield named[0].basis, places


def _places(found: re.Match[str], count: int) -> list[int]:
    if not _BEFORE.search(found.string, max(0, found.start() - 14), found.start()):
        return []
    if found["count"]:
        many = _COUNTS[found["count"].lower()]
        first = found["side"].lower() in ("eerste", "first")
        return list(range(min(many, count))) if first else list(range(max(0, count - many), count))
    if found["from"]:
        return [n for n in range(_place(found["from"]), _place(found["to"]) + 1) if 0 <= n < count]
    if found["marks"]:
        marks = re.findall(_MARK, found["marks"])
        return [n for n in map(_place, marks) if 0 <= n < count]
    words = re.findall(r"\w+", found["ordinals"].lower())
    last = [count - 1] if {"laatste", "last"} & set(words) else []
    return [_NUMBERS[w] for w in words if w in _NUMBERS and _NUMBERS[w] < count] + last


def _place(mark: str) -> int:
    """
    >>> _place("a"), _place("2"), _place("3.1")
    (0, 1, 0)
    """
    bare = mark.rpartition(".")[2]
    return int(bare) - 1 if bare.isdigit() else ord(bare.lower()) - ord("a")


def _named(sentence: Sentence, facts: list[PurposeFact]) -> Iterator[int]:
    """ "Vragen beantwoorden is ons gerechtvaardigd belang": the sentence begins with the bullet."""
    low = sentence.low
    for n, fact in enumerate(facts):
        label = fact.label.lower()
        if len(label) > 8 and low.startswith(label[:40]):
            yield n
