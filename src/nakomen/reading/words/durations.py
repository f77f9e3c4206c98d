"""Lengths of time in running text: "zeven (7) jaar", "6 tot 12 maanden", "anderhalf jaar"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.reading.words.quick import Quick
from nakomen.terms import Period

_ONES_NL = "een twee drie vier vijf zes zeven acht negen"
_LOW_NL = (
    f"{_ONES_NL} tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien"
)
_TENS_NL = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
_LOW_EN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS_EN = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {
    "jaar": "jaar|jaren|kalenderjaar|kalenderjaren|boekjaar|boekjaren|years?|calendar\\s+years?",
    "maanden": "maand|maanden|kalendermaanden|months?",
    "weken": "week|weken|weeks?",
    "dagen": "dag|dagen|kalenderdagen|werkdagen|days?|calendar\\s+days?|working\\s+days?",
}
_HOURS = "uur|uren|hours?"


def _numbers() -> dict[str, int]:
    """Dutch and English number words to 99."""
    words = {"één": 1, "a": 1, "an": 1, "honderd": 100}
    for low, tens in ((_LOW_NL, _TENS_NL), (_LOW_EN, _TENS_EN)):
        words |= {word: n for n, word in enumerate(low.split(), start=1)}
        words |= {word: n * 10 for n, word in enumerate(tens.split(), start=2)}
    for n, ten in enumerate(_TENS_NL.split(), start=2):
        for one, word in enumerate(_ONES_NL.split(), start=1):
            joint = "ën" if word in ("twee", "drie") else "en"
            words[f"{word}{joint}{ten}"] = n * 10 + one
    for n, ten in enumerate(_TENS_EN.split(), start=2):
        for one, word in enumerate(_LOW_EN.split()[:9], start=1):
            words[f"{ten}-{word}"] = n * 10 + one
    return words


NUMBERS = _numbers()
_N = r"\d{1,4}|" + "|".join(sorted(NUMBERS, key=len, reverse=True))
_UNIT = "|".join(f"(?:{words})" for words in (*_UNITS.values(), _HOURS))
_LENGTH = re.compile(
    rf"(?<![\w.,/€])(?:(?P<low>{_N})(?:\s+(?:tot|to|en|and|à|a|of|or)(?:\s+met)?\s+|\s?[-–/]\s?))?"
    rf"(?P<n>{_N})(?:\s?\((?:\d{{1,4}}|[a-zéë]{{2,20}})\))?[\s-]{{1,3}}(?P<unit>{_UNIT})\b"
    rf"|\b(?P<half>anderhalf|half)\s+jaar\b"
    rf"|\b(?P<quarter>kwartaal)\b"
    rf"|(?<![\w.,])(?P<old>{_N})[- ]?jarige?\b",
    re.I,
)
_UNIT_THERE = re.compile(r"ja[ar]|maand|we?ek|dag|year|month|day|kwartaal|u[ur]|hour", re.I)
_NOT_BEFORE = re.compile(
    r"(?<!\w)(?:elke|iedere|ieder|om\s+de|per|every|each|afgelopen|laatste|vorige|past|last|"
    r"garantie\s+van|"
    r"ervaring\s+van|al|ruim|artikel|art\.)\s+\Z",
    re.I,
)
_ROLLS = Quick(r"overschreven|overwritten|rolled\s+over|geroteerd", re.I)
"""What is overwritten every month lives a month."""
_PAST = re.compile(r"\s+(?:geleden|ago)\b", re.I)
_WORKING = re.compile(r"werkdagen|working", re.I)
_BOOK_YEAR = Quick(r"kalenderja|boekja|calendar\s+year", re.I)
_AGE_BEFORE = re.compile(
    r"(?:jonger|ouder|younger|older)\s+(?:\w+\s+)?(?:dan|than)\s|onder\s|under\s|leeftijd|\bage",
    re.I,
)
_AGE_AFTER = re.compile(
    r"\s*(?:oud\b|old\b|of\s+(?:ouder|jonger)|or\s+(?:older|younger)|of\s+age)", re.I
)
_PEOPLE = Quick(
    r"minderjarig|kind|voogd|personen|persoon|bezoekers|leeftijd|jongeren|minors?\b|child|guardian|"
    r"jeugd|gebruikers",
    re.I,
)


@dataclass(frozen=True, kw_only=True)
class Duration:
    """One length of time between ``start`` and ``end`` of the searched words."""

    period: Period
    start: int
    end: int
    upper: bool = False
    """The far end of a range."""
    book_years: bool = False
    working_days: bool = False


def durations(words: str) -> Iterator[Duration]:
    """
    Each length of time in *words*; frequencies, ages of people and guarantees are none.

    >>> [d.period.iso for d in durations("zeven (7) jaar, achttien maanden of anderhalf jaar")]
    ['P7Y', 'P18M', 'P18M']
    >>> [d.period.iso for d in durations("na 48 uur; op werkdagen binnen 2 uur")]
    ['P2D']
    >>> list(durations("kinderen onder de 16 jaar; elke 7 dagen"))
    []
    """
    if not _UNIT_THERE.search(words):
        return
    for found in _LENGTH.finditer(words):
        before = words[max(0, found.start() - 30) : found.start()]
        past = _PAST.match(words, found.end())
        every = _NOT_BEFORE.search(before) and not _ROLLS.search(words)
        if past or every or _part_of_a_day(found) or _is_age(words, found):
            continue
        yield Duration(
            period=_period(found),
            start=found.start(),
            end=found.end(),
            upper=found["low"] is not None,
            book_years=bool(_BOOK_YEAR.search(found.group())),
            working_days=bool(_WORKING.search(found.group())),
        )


def _period(found: re.Match[str]) -> Period:
    if found["half"]:
        return Period(months=18 if found["half"].casefold() == "anderhalf" else 6)
    if found["quarter"]:
        return Period(months=3)
    number = (found["n"] or found["old"]).casefold()
    count = int(number) if number.isdecimal() else NUMBERS[number]
    if _in_hours(found):
        return Period(days=count // 24)
    return Period.parse(f"{count} {_unit(found['unit'] or 'jaar')}")


def _in_hours(found: re.Match[str]) -> bool:
    return re.fullmatch(_HOURS, found["unit"] or "", re.I) is not None


def _part_of_a_day(found: re.Match[str]) -> bool:
    """A term is counted in days: "48 uur" is two, "36 uur" cannot be told."""
    return _in_hours(found) and (not found["n"].isdecimal() or int(found["n"]) % 24 != 0)


def _unit(word: str) -> str:
    return next(name for name, words in _UNITS.items() if re.fullmatch(words, word, re.I))


def _is_age(words: str, found: re.Match[str]) -> bool:
    """Sixteen years of a child, not of a record."""
    if _AGE_AFTER.match(words, found.end()):
        return True
    before = words[max(0, found.start() - 40) : found.start()]
    young = 10 <= _period(found).years <= 21
    return bool(young and _AGE_BEFORE.search(before) and _PEOPLE.search(words))
