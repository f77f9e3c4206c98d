"""
Lists that carry no marks: lines that end in a semicolon, and items strung along one line.

A list without marks says the same as one with marks, so what comes out is items in both cases,
each with the line that leads it in.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.about import About, subjects

_STRUNG = re.compile(r"\s[–—•·-]\s+(?=\S)|\s(?:\d{1,2}|[a-z])\)\s+(?=\S)")
_OPENS = re.compile(r":[*_ ]{0,3}\Z|\b(?:om|voor|to|for|ten\s+behoeve\s+van)\s*\Z")
_LETTER_O = re.compile(r"o\s+(?=\S)")
_FULL_STOP = re.compile(r"[.!?…]['\"”’)\]*_]{0,3}\Z")
_TAIL = re.compile(r"[;,]\s*(?:en|of|and|or|en/of)?\s*\Z")
_LINE = 90
"""Characters of the longest line that is an item without a mark."""
_SAME_LINE = 2
"""Characters between two sentences of one item; between items stand a line end and a mark."""


def itemised(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """
    The same sentences, with the items of unmarked lists as items and each item with its lead.

    >>> from nakomen.reading.text.sentences import split
    >>> found = itemised(split("Wij vragen:\\nuw naam;\\nuw adres.\\n\\nDat is alles."))
    >>> [(s.role.value, s.text) for s in found][1:]
    [('item', 'uw naam;'), ('item', 'uw adres.'), ('prose', 'Dat is alles.')]
    >>> [s.text for s in itemised(split("Wij vragen u het volgende: - naam - adres"))]
    ['Wij vragen u het volgende:', 'naam', 'adres']
    """
    plain = tuple(_titles(tuple(_unstrung(sentences))))
    return tuple(_unmarked(_runs(plain)))


def continues(before: Sentence | None, sentence: Sentence) -> bool:
    """Whether *sentence* is a further sentence of the item that *before* belongs to."""
    return (
        before is not None
        and before.role is Role.ITEM
        and sentence.role is Role.ITEM
        and sentence.start - before.end <= _SAME_LINE
        and _FULL_STOP.search(before.words[-4:]) is not None
        and sentence.lead == before.lead
    )


def _titles(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """A numbered line that names a part of a statement, right above a list, is its heading."""
    title: Sentence | None = None
    for sentence, after in zip_longest(sentences, sentences[1:]):
        if sentence.role is not Role.ITEM:
            title = None
        elif after is not None and _is_title(sentence, after):
            title = sentence
            yield replace(sentence, role=Role.HEADING, section=sentence.words, lead=None)
            continue
        if title is not None and sentence.lead == title.lead:
            yield replace(sentence, section=title.words, lead=title.words)
        else:
            yield sentence


def _is_title(sentence: Sentence, after: Sentence) -> bool:
    words = sentence.words.rstrip()
    listed = after.role is Role.ITEM and after.block != sentence.block
    return listed and len(words) < _LINE and words[-1:] not in ".;," and bool(subjects(words))


def _runs(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """Short lines without a full stop below a line that ends in a colon are its items."""
    lead: str | None = None
    for n, sentence in enumerate(sentences):
        after = sentences[n + 1] if n + 1 < len(sentences) else None
        if lead is not None and _is_line(sentence, after):
            yield replace(sentence, role=Role.ITEM, lead=lead)
            continue
        opens = sentence.role is Role.PROSE and _opens(sentence)
        lead = sentence.words if opens and _has_run(sentences[n + 1 : n + 4]) else None
        yield sentence


def _has_run(below: tuple[Sentence, ...]) -> bool:
    return len(below) > 1 and all(_is_line(line, after) for line, after in pairwise(below))


def _is_line(sentence: Sentence, after: Sentence | None) -> bool:
    """An item and not a heading: a heading stands above prose, or names a part of a statement."""
    words = sentence.words.rstrip()
    if sentence.role in (Role.ITEM, Role.ROW) or len(words) > _LINE or words[-1:] in ".!?:;,":
        return False
    if sentence.role is Role.PROSE:
        return words[:1].islower() or after is None or after.block != sentence.block
    above_prose = after is not None and after.words.rstrip()[-1:] in ".:"
    return not above_prose and not subjects(words) - {About.DATA}


def _unmarked(sentences: Iterator[Sentence]) -> Iterator[Sentence]:
    lead: str | None = None
    last: Sentence | None = None
    for sentence in sentences:
        opens = last is not None and _opens(last)
        goes_on = last is not None and lead is not None and _TAIL.search(last.words[-12:])
        if sentence.role is Role.PROSE and last is not None and (opens or goes_on):
            lead = last.words if opens else lead
            near = sentence.block == last.block
            if _TAIL.search(sentence.words[-12:]) or (goes_on and near):
                sentence = _bare(replace(sentence, role=Role.ITEM, lead=lead))
        elif sentence.role is Role.ITEM and lead and _TAIL.search((sentence.lead or "")[-12:]):
            sentence = replace(sentence, lead=lead)
        elif sentence.role is not Role.ITEM:
            lead = None
        yield sentence
        last = sentence


def _bare(sentence: Sentence) -> Sentence:
    """Without the letter o that was a bullet before it was pasted."""
    mark = _LETTER_O.match(sentence.text)
    if not mark:
        return sentence
    return replace(sentence, text=sentence.text[mark.end() :], start=sentence.start + mark.end())


def _opens(sentence: Sentence) -> bool:
    return _OPENS.search(sentence.words[-30:]) is not None


def _unstrung(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """ "Wij gebruiken: - dit - dat" is a lead and two items."""
    for sentence in sentences:
        colon = sentence.words.find(": ") if sentence.role is Role.PROSE else -1
        marks = list(_STRUNG.finditer(sentence.words, colon + 1)) if colon > 0 else []
        if len(marks) < 2 or marks[0].start() > colon + 2:
            yield sentence
        else:
            yield from _strung(sentence, colon + 1, marks)


def _strung(sentence: Sentence, colon: int, marks: list[re.Match[str]]) -> Iterator[Sentence]:
    lead = sentence.text[:colon]
    yield replace(sentence, text=lead)
    ends = [*(mark.start() for mark in marks[1:]), len(sentence.text)]
    for mark, end in zip(marks, ends, strict=True):
        words = sentence.text[mark.end() : end].rstrip()
        if words:
            yield replace(
                sentence,
                text=words,
                start=sentence.start + mark.end(),
                role=Role.ITEM,
                lead=lead.translate({10: " "}),
            )
