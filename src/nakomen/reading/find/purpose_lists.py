"""Purposes that stand as a list: bullets, rows of a table, headings and bare nouns."""

import re
from collections.abc import Iterator
from itertools import pairwise

from nakomen.reading.facts import PurposeFact, Quote
from nakomen.reading.find.bases import bases_of, grounds
from nakomen.reading.find.purpose_lines import (
    NO_BULLET,
    RECORD,
    SHARES,
    inline,
    lines,
    nouns,
    record,
    short,
)
from nakomen.reading.text.items import continues
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.text.table import Row, rows
from nakomen.reading.words.about import About, listed, subjects
from nakomen.reading.words.quick import Quick
from nakomen.terms import Basis

_LABEL = re.compile(r"\A[*_]{0,2}([^:–—.(]{3,60}?)[*_]{0,2}\s*(?::|\s[–—-]\s)[*_]{0,2}\s*\S")
_ENDS = re.compile(
    r"\s*(?:[(;.]|,\s+(?:op\s+basis|op\s+grond|tenzij|waarbij|want)|\s+op\s+(?:basis|grond)\s+van\b)"
)
_SAYS_WHY = Quick(r"\A\W{0,4}(?:om|voor|ten\s+behoeve|ter|het\s+\w+en\b|to|for|in\s+order)\b", re.I)
_TITLE = re.compile(
    r"\A\W{0,4}(?:\d{1,2}(?:\.\d{1,2})*\.?\s*)?(?:om\s.{3,80}\bte\s|voor\s+het|ten\s+behoeve\s+van|"
    r"het\s+\w+en\s+van|to\s+\w+)",
    re.I,
)
_OTHER_TALK = Quick(
    r"\b(?:delen|derden|cookies?|recht|rechten|rights?|klacht|bewaar\w*|beveilig\w*|contact|wijzig\w*)\b",
    re.I,
)
_NUMBERED = re.compile(r"\A\W{0,3}\d{1,2}[.)]?\s")
_WHO = Quick(
    r"ontvanger|partij|leverancier|verwerker|bedrijf|\bnaam\b|\bwie\b|\bdienst\b|recipient|supplier|"
    r"processor|company|cookie",
    re.I,
)
"""A column of a table that tells what others do, or cookies."""
_ACTIVITY = re.compile(
    r"\W*(?:(?:verwerkings?|processing)?-?\s?activit\w{1,7}|verwerking(?:en)?|processing)\W*\Z",
    re.I,
)
_OTHER_HEADS = frozenset(About) - {About.PURPOSE, About.DATA, About.BASIS}
_MOST_HEADINGS = 12
_IN_ORDER = re.compile(r"\W{0,4}(?:om\s.{3,160}?\bte\s+\w|in\s+order\s+to\s)", re.I)
_DEALS = re.compile(
    r"\b(?:gebruik\w{0,2}|verwerk\w{0,2}|raadple\w{2,3}|verzamel\w{0,2}|bewa\w{2,4}|use|process|"
    r"collect|keep)\b[^.]{0,80}\Z",
    re.I,
)
_CONDITIONS = re.compile(r"\b(?:indien|if|wanneer|als|when)\W{0,3}\Z", re.I)


def in_lists(sentences: tuple[Sentence, ...]) -> Iterator[PurposeFact]:
    """Each bullet, row, heading and noun that stands as a purpose."""
    tabled = {row.sentence.start: row for row in rows(sentences)}
    titles = titled(sentences)
    before: Sentence | None = None
    open_ = False
    for n, sentence in enumerate(sentences):
        if row := tabled.get(sentence.start):
            yield from _row(row)
        elif sentence.start in titles:
            yield _fact(sentence, _whole(sentence), _under(sentences, n))
        elif sentence.role is Role.ITEM and RECORD.match(sentence.words):
            yield from record(sentences, n)
        elif is_bullet(sentence):
            if not continues(before, sentence) and _is_purpose(sentence):
                yield _fact(sentence, _label(sentence), _basis(sentences, n))
        elif sentence.role is Role.PROSE:
            found = record(sentences, n) or inline(sentence) or nouns(sentence)
            found = found or (lines(sentence) if open_ else [])
            yield from found
            open_ = bool(open_ and found) or _opens(sentence)
        before = sentence


def titled(sentences: tuple[Sentence, ...]) -> frozenset[int]:
    """Where the headings begin that are purposes themselves."""
    chapters = {sentence.start for sentence in _chapters(sentences)}
    headings = (s for s in sentences if s.role is Role.HEADING)
    return frozenset(s.start for s in headings if s.start in chapters or _is_title(s))


def is_bullet(sentence: Sentence) -> bool:
    """An item of a list that its lead or its heading calls purposes."""
    if sentence.role is not Role.ITEM:
        return False
    about = listed(sentence.lead, sentence.section)
    if About.PURPOSE not in about:
        wanted = _IN_ORDER.match(sentence.words) and _DEALS.search(sentence.lead or "")
        return bool(wanted) and not about & _OTHER_HEADS
    return not _CONDITIONS.search(sentence.lead or "")


def _row(row: Row) -> Iterator[PurposeFact]:
    """The cell below "Doel", and the ground below "Grondslag"."""
    cell = next((c for name, c in row.cells.items() if About.PURPOSE in subjects(name)), None)
    cell = cell or _activity(row)
    if cell is None or any(_WHO.search(name) for name in row.cells):
        return
    named = next((c for name, c in row.cells.items() if About.BASIS in subjects(name)), None)
    basis = next(iter(bases_of(named.quote)), None) if named else None
    yield PurposeFact(
        label=" ".join(cell.quote.split()).strip("*_ "),
        basis=basis,
        quote=cell.quote,
        start=cell.start,
        section=row.sentence.section,
    )


def _activity(row: Row) -> Quote | None:
    """The cell below "Verwerking" or "Activity", where another column names its ground."""
    if not any(About.BASIS in subjects(name) for name in row.cells):
        return None
    return next((c for name, c in row.cells.items() if _ACTIVITY.match(name)), None)


def _chapters(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """Headings that stand as a list, right below "voor de volgende doelen:"."""
    left, numbered = 0, False
    for before, sentence in pairwise(sentences):
        if sentence.role is not Role.HEADING:
            continue
        if _announces(before):
            left, numbered = _MOST_HEADINGS, _is_numbered(sentence)
        elif subjects(sentence.words) & _OTHER_HEADS or _is_numbered(sentence) is not numbered:
            left = 0
        if left and not subjects(sentence.words) & _OTHER_HEADS:
            left -= 1
            yield sentence


def _announces(sentence: Sentence) -> bool:
    """A heading or a line with a colon that promises purposes and has none of its own below it."""
    words = sentence.words
    if sentence.role is Role.HEADING and not words.rstrip().endswith((":", "?")):
        return False
    if sentence.role is Role.PROSE and not words.rstrip("*_ ").endswith(":"):
        return False
    return listed(words, None) == {About.PURPOSE} and sentence.role is not Role.ITEM


def _opens(sentence: Sentence) -> bool:
    """A line with a colon below which purposes stand, each on a line without a bullet."""
    words = sentence.words
    return _announces(sentence) and not SHARES.search(words) and not _CONDITIONS.search(words)


def _is_numbered(sentence: Sentence) -> bool:
    return _NUMBERED.match(sentence.section or "") is not None


def _is_title(sentence: Sentence) -> bool:
    words = sentence.words
    return _TITLE.match(words) is not None and not _OTHER_TALK.search(words)


def _under(sentences: tuple[Sentence, ...], n: int) -> Basis | None:
    """The ground that a sentence below the heading names."""
    for sentence in sentences[n + 1 : n + 12]:
        if sentence.role is Role.HEADING:
            return None
        for fact in grounds(sentence):
            return fact.basis
    return None


def _is_purpose(sentence: Sentence) -> bool:
    words = sentence.words
    about = listed(sentence.lead, sentence.section)
    if (
        NO_BULLET.match(words)
        or About.SHARING in about
        or SHARES.search((sentence.lead or "")[-90:])
    ):
        return False
    return About.DATA not in about or bool(_SAYS_WHY.match(words))


def _label(sentence: Sentence) -> str:
    """The head of a bullet: what stands before a colon, a bracket or the ground."""
    words = sentence.words
    if found := _LABEL.match(words):
        return " ".join(found[1].split())
    end = _ENDS.search(words, 12)
    return short(words[: end.start()] if end else words)


def _basis(sentences: tuple[Sentence, ...], n: int) -> Basis | None:
    """The ground that the bullet or one of its further sentences names."""
    for at in range(n, min(n + 6, len(sentences))):
        if at > n and not continues(sentences[at - 1], sentences[at]):
            break
        for fact in grounds(sentences[at]):
            return fact.basis
    return None


def _whole(sentence: Sentence) -> str:
    return short(re.sub(r"\A[\W\d_]+", "", sentence.words))


def _fact(sentence: Sentence, label: str, basis: Basis | None) -> PurposeFact:
    return PurposeFact(
        label=label,
        basis=basis,
        quote=sentence.text,
        start=sentence.start,
        section=sentence.section,
    )
