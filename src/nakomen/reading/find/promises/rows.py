"""A row of a table by its columns: what stands under "Doel" is a purpose, under "Gegevens" data."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import Quote
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.concepts import concepts

_BORDER = re.compile(r"\s*[|\t]\s*")
_NAMES = {
    "purpose": ("purpose-words",),
    "data_category": ("data",),
    "retention": ("no-longer", "keep"),
}


def cells(sentence: Sentence) -> Iterator[tuple[str, Quote]]:
    """
    Each cell that is a promise by its column alone, with the kind of it.

    Nothing where the row has no named columns, or where they name parties rather than purposes.
    """
    if sentence.role is not Role.ROW or not sentence.columns:
        return
    titles = [_kind(sentence.columns[a:b]) for a, b in _pieces(sentence.columns)]
    if not any(title in ("purpose", "data_category") for title in titles):
        return
    for title, (start, end) in zip(titles, _pieces(sentence.text), strict=False):
        words = sentence.text[start:end]
        if title and any(letter.isalnum() for letter in words):
            yield title, Quote(quote=words, start=sentence.start + start)


def _kind(title: str) -> str | None:
    ideas = concepts(title)
    return next((kind for kind, names in _NAMES.items() if not ideas.isdisjoint(names)), None)


def _pieces(text: str) -> list[tuple[int, int]]:
    """Start and end of each cell, the empty ones before the first and behind the last left out."""
    body = text.strip(" |\t")
    start = text.index(body) if body else 0
    pieces, stop = [], start + len(body)
    for border in _BORDER.finditer(text, start, stop):
        pieces.append((start, border.start()))
        start = border.end()
    pieces.append((start, stop))
    return pieces
