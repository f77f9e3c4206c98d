"""A calm table: aligned columns, and where they do not fit one entry below the other."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from nakomen.cli.fold import cells, fold

GAP = 2
LEAST = 20
"""A column of words narrower than this is not read, but spelled."""


@dataclass(frozen=True)
class Table:
    """
    How rows of these *headings* stand in the window.

    *widths* has the cells of each column that is shown, and is empty where entries are stacked.
    """

    headings: tuple[str, ...]
    right: frozenset[int]
    widths: dict[int, int]
    width: int

    @property
    def head(self) -> list[str]:
        """The line of headings; none above stacked entries."""
        return self.lines(self.headings) if self.widths and any(self.headings) else []

    def lines(self, row: Sequence[str], indent: str = "") -> list[str]:
        return list(self._aligned(row, indent) if self.widths else self._stacked(row, indent))

    def _aligned(self, row: Sequence[str], indent: str) -> Iterator[str]:
        columns = {i: fold(row[i], width) for i, width in self.widths.items()}
        for n in range(max(len(lines) for lines in columns.values())):
            parts = (
                self._set(i, lines[n] if n < len(lines) else "") for i, lines in columns.items()
            )
            yield (indent + (" " * GAP).join(parts)).rstrip()

    def _set(self, column: int, text: str) -> str:
        pad = " " * (self.widths[column] - cells(text))
        return pad + text if column in self.right else text + pad

    def _stacked(self, row: Sequence[str], indent: str) -> Iterator[str]:
        """The first cell, and below it the others after their headings."""
        yield from fold(row[0], self.width, indent)
        below = zip(self.headings[1:], row[1:], strict=True)
        more = [f"{heading}: {cell}" if heading else cell for heading, cell in below if cell]
        if more:
            yield from fold(" · ".join(more), self.width, indent + "  ")


def table(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    width: int,
    right: Collection[int] = (),
) -> Table:
    """
    A table for *rows* in *width* cells; a column that is empty everywhere is left out.

    >>> shown = table(("zin", "aantal"), [("wissen", "12"), ("blijft", "3")], 40, right={1})
    >>> print("\\n".join([*shown.head, *shown.lines(("wissen", "12"))]))
    zin     aantal
    wissen      12
    """
    used = [i for i in range(len(headings)) if any(row[i] for row in rows)]
    widths = {i: max(cells(line[i]) for line in (headings, *rows)) for i in used}
    words = {i: _longest_word(line[i] for line in (headings, *rows)) for i in used}
    fits = _shrunk(widths, words, width - GAP * (len(used) - 1))
    return Table(tuple(headings), frozenset(right), fits if len(used) > 1 else {}, width)


def _longest_word(texts: Iterator[str]) -> int:
    return max((cells(word) for text in texts for word in text.split()), default=0)


def _shrunk(widths: dict[int, int], words: dict[int, int], room: int) -> dict[int, int]:
    """Take from the widest column first; nothing where that would break a word."""
    shrunk = dict(widths)
    for i in sorted(widths, key=lambda i: -widths[i]):
        over = sum(shrunk.values()) - room
        if over > 0:
            shrunk[i] = max(words[i], min(widths[i], LEAST), shrunk[i] - over)
    return shrunk if sum(shrunk.values()) <= room else {}
