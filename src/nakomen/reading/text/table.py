"""Rows of a table with the headings of their columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.reading.facts.quote import Quote
from nakomen.reading.text.sentences import Role, Sentence

_CELL = re.compile(r"[^|\t]+")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: ``cells`` by the heading of their column, in small letters."""

    sentence: Sentence
    cells: dict[str, Quote]


def rows(sentences: tuple[Sentence, ...]) -> Iterator[Row]:
    """
    Every row below the first of its table; a table is rows that follow one another.

    >>> from nakomen.reading.text.sentences import split
    >>> found = list(rows(split("| Doel | Grondslag |\\n|---|---|\\n| Post | Overeenkomst |")))
    >>> [{name: cell.quote for name, cell in row.cells.items()} for row in found]
    [{'doel': 'Post', 'grondslag': 'Overeenkomst'}]
    """
    names: list[str] = []
    before: Sentence | None = None
    for sentence in sentences:
        if sentence.role is Role.ROW:
            cells = _cells(sentence)
            if before is None or before.role is not Role.ROW:
                names = [cell.quote.casefold().strip("*_: ") for cell in cells]
            elif before.block == sentence.block or len(cells) == len(names):
                yield Row(sentence=sentence, cells=dict(zip(names, cells, strict=False)))
        before = sentence


def _cells(sentence: Sentence) -> list[Quote]:
    found = []
    for match in _CELL.finditer(sentence.text):
        words = match.group().strip()
        if words:
            at = sentence.start + match.start() + match.group().index(words)
            found.append(Quote(quote=words, start=at))
    return found
