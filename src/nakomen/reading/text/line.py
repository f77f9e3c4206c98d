"""A line on a page, and how the lines of a document are set."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from nakomen.reading.text.headings import is_title

_EDGE = 0.11
"""The part of the page's height at its top and foot where running lines stand."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A run of words. ``base`` is a share of the page's height from below, the rest in points."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    tall: float
    bold: bool
    broken: bool
    """The last word goes on in the next line."""
    behind: bool = False
    """It stands behind a gap in the same line: wide enough for a cell, or for a full line."""

    @property
    def step(self) -> float:
        """Its own height, as a share of the page's."""
        return self.size / self.tall

    @property
    def in_edge(self) -> bool:
        return self.base > 1 - _EDGE or self.base < _EDGE


@dataclass(frozen=True, kw_only=True)
class Setting:
    """The size of ordinary words, the sizes of headings, the usual step between two lines."""

    size: float
    titles: list[float]
    leading: float
    left: float
    right: float
    rights: dict[Line, float]

    @classmethod
    def of(cls, lines: list[Line]) -> "Setting":
        sizes, lefts = Counter[float](), Counter[float]()
        for line in lines:
            sizes[line.size] += len(line.text)
            lefts[round(line.left)] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        return cls(
            size=size,
            titles=sorted({s for s in sizes if s > 1.12 * size}, reverse=True),
            leading=_leading(lines),
            left=lefts.most_common(1)[0][0] if lefts else 0.0,
            right=max((line.right for line in lines), default=0.0),
            rights=_rights(lines),
        )

    def level(self, line: Line) -> int | None:
        """Of a heading by its size, or by its bold letters; None for ordinary words."""
        if line.size in self.titles and len(line.text) <= 120:
            return min(5, self.titles.index(line.size) + 1)
        if line.bold and is_title(line.text):
            return min(6, len(self.titles) + 1)
        return None

    def is_long(self, line: Line) -> bool:
        """As long as a line of a column is, and few items of a list are."""
        return line.right - line.left > 0.35 * (self.right - self.left)

    def fits_behind(self, last: Line, line: Line) -> bool:
        """Whether the first word of *line* had room behind *last*: then the break was meant."""
        sign = (line.right - line.left) / max(1, len(line.text))
        word = len(line.text.split(maxsplit=1)[0]) + 1
        return last.right + word * sign < 0.985 * self.rights[last]


def _rights(lines: list[Line]) -> dict[Line, float]:
    """How far the words may go: as far as those of the lines around, else of the page."""
    widest = max((line.right for line in lines), default=0.0)
    rights: dict[Line, float] = {}
    for i, line in enumerate(lines):
        around = [ln for ln in lines[max(0, i - 4) : i + 5] if abs(ln.left - line.left) < 15]
        right = max(ln.right for ln in around)
        full = [ln for ln in around if ln.right > right - 0.08 * (right - ln.left)]
        rights[line] = right if len(full) >= 4 else widest
    return rights


def _leading(lines: list[Line]) -> float:
    steps = [
        above.base - below.base
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < above.base - below.base < 3 * above.step
    ]
    return median(steps) if steps else 0.02
