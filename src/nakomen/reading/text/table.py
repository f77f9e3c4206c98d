"""Rows of a table with the headings of their columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.reading.facts.quote import Quote
from nakomen.reading.text.sentences import Role, Sentence


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row: ``cells`` by the heading of their column, in small letters."""

    sentence: Sentence
    cells: dict[str, Quote]


def rows(sentences: tuple[Sentence, ...]) -> Iterator[Row]:
    """
    Every row of which the columns are named.

    >>> from nakomen.reading.text.sentences import split
    >>> found = list(rows(split("| Doel | Grondslag |\\n|---|---|\\n| Post | Overeenkomst |")))
    >>> [{name: cell.quote for name, cell in row.cells.items()} for row in found]
    [{'doel': 'Post', 'grondslag': 'Overeenkomst'}]
    """
    for sentence in sentences:
        if sentence.role is Role.ROW and sentence.columns:
            names = [cell.quote.casefold().strip("*_: ") for cell in _cells(sentence.columns, 0)]
            cells = _cells(sentence.text, sentence.start)
            named = zip(names, cells, strict=False)
            yield Row(sentence=sentence, cells={n: cell for n, cell in named if cell.quote})


def _cells(words: str, start: int) -> list[Quote]:
    """The cells in order, empty ones too, without the bars on the outside."""
    body = words.strip(" ")
    skip = len(words) - len(words.lstrip(" ")) + (1 if body.startswith("|") else 0)
    found, at = [], start + skip
    for cell in re.split(r"[|\t]", body.removeprefix("|").removesuffix("|")):
        bare = cell.strip()
        found.append(Quote(quote=bare, start=at + len(cell) - len(cell.lstrip())))
        at += len(cell) + 1
    return found
