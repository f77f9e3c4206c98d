"""Which lines are headings, and which heading stands within which."""

import re
from itertools import zip_longest

from nakomen.reading.text.units import Role, Unit

NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+(?=\S)")
_DEPTH = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)(?:[.)]|\s)")
_ARTICLE = re.compile(
    r"(?:artikel|hoofdstuk|paragraaf|bijlage|deel|article|section|chapter|part)"
    r"\s+(?:\d{1,2}|[IVX]{1,6})\b",
    re.I,
)
_LEAD_IN = re.compile(
    r"(?:wij|we|u|je|het|dit|deze|we|you|the following)\b|.{0,80}\bvolgende\b", re.I
)
_PLACE = re.compile(
    r"[\w'. -]{0,40}(?:straat|weg|laan|plein|kade|gracht|dijk|singel|hof|park|markt|postbus)"
    r"\s+\d{1,5}"
    r"|\d{4}\s?[A-Z]{2}\b|.{0,30}\b\d{1,2}\s+[a-z]{3,9}\s+20\d\d\Z"
    r"|.{0,30}\b\d{1,2}-\d{1,2}-20\d\d\Z",
    re.I,
)
_LONGEST = 90
_MOST_WORDS = 12
_QUESTION = 150
_MOST_ASKED = 22
_UNMARKED = 50
"""The level of a heading without a sign of its depth: within all others, beside its like."""


def find_headings(text: str, units: list[Unit]) -> None:
    """Find the headings that carry no mark: short, alone or above a long line, no full stop."""
    for unit, after in zip_longest(units, units[1:]):
        if unit.role in (Role.PROSE, Role.ITEM) and _is_heading(text, unit, after):
            unit.role = Role.HEADING


class Outline:
    """The headings above the place where one reads, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    @property
    def chain(self) -> tuple[str, ...]:
        return tuple(words for _, words in self._open)

    def enter(self, unit: Unit, words: str) -> None:
        """*words* is the next heading; it ends those that it does not stand within."""
        level = _level(unit, words)
        self._open = [(above, told) for above, told in self._open if above < level]
        self._open.append((level, words))


def _level(unit: Unit, words: str) -> int:
    """Hashes speak first; then "2.1", which stands within "2."; then headings without a sign."""
    if unit.level:
        return unit.level
    if found := _DEPTH.match(words):
        return 10 + found.group(1).count(".")
    return 10 if words.isupper() or _ARTICLE.match(words) else _UNMARKED


def _is_heading(text: str, unit: Unit, after: Unit | None) -> bool:
    words = text[unit.body : unit.end]
    numbered = text[unit.start].isdigit() and unit.role is Role.ITEM
    if unit.lines > 1 or "@" in words or _too_long(words):
        return False
    if (unit.role is Role.ITEM and not numbered) or not (words[0].isupper() or numbered):
        bold = words.startswith("**") and words.rstrip(":").endswith("**")
        if unit.role is Role.ITEM or not (bold or NUMBERED.match(words)):
            return False
    if words[-1] in ".!;," or (": " in words and not numbered and not _ARTICLE.match(words)):
        return False
    if words[-1] == ":" and (_LEAD_IN.match(words) or not _labels(words)):
        return False
    if _PLACE.match(words) or sum(map(str.isdigit, words)) >= 6:
        return False
    if after is None or after.block != unit.block:
        return not numbered or after is None or not _counts_on(text, after)
    if numbered or after.role is not Role.PROSE:
        return numbered and not _counts_on(text, after)
    return _titles(text, words, after)


def _counts_on(text: str, after: Unit) -> bool:
    """Whether the next unit has a number too: below a numbered heading stand words or bullets."""
    return after.role is Role.ITEM and text[after.start].isdigit()


def _too_long(words: str) -> bool:
    asks = words[-1] == "?"
    longest, most = (_QUESTION, _MOST_ASKED) if asks else (_LONGEST, _MOST_WORDS)
    return len(words) > longest or len(words.split()) > most


def _titles(text: str, words: str, after: Unit) -> bool:
    """Whether *words* are the heading of the line right below them."""
    if words[-1] == "?" or _ARTICLE.match(words) or _shouts(words):
        return True
    label = ": " in text[after.start : after.end] and len(words.split()) <= 4
    return label or after.end - after.start > _LONGEST


def _shouts(words: str) -> bool:
    """Capitals all through, as headings have where there are no other letters."""
    return words.isupper() and sum(map(str.isalpha, words)) >= 6 and not _LEGAL.search(words)


_LEGAL = re.compile(r"\b(?:B\.?V|N\.?V|V\.?O\.?F)\b|\d")


def _labels(words: str) -> bool:
    """A line with a colon is a heading when it is numbered or short, else it leads in a list."""
    return bool(NUMBERED.match(words)) or len(words.split()) <= 5
