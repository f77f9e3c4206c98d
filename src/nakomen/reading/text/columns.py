"""Which lines of a page stand beside each other as the cells of a row."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from nakomen.reading.text.line import Line

_LONGEST_CELL = 8
"""Lines; a longer cell is a column of text."""
_NEXT_LINE = 1.9
"""Heights of a line; what stands lower does not belong to the same cell."""
_SURE_GAP = 1.4
"""Heights of a line; a full line has no wider gap between two words."""
_NEAR_ROWS = 8


@dataclass(frozen=True, kw_only=True)
class Row:
    cells: list[list[Line]]


def rows(lines: list[Line]) -> Iterator[Line | Row]:
    """The lines of a page; where the pen jumps up and to the right, a row has a further cell."""
    loose: list[Line] = []
    row: list[list[Line]] = []
    for line in _mended(lines):
        if row and _is_beside(row[-1], line):
            row.append([line])
        elif row and _is_below(row[-1], line):
            row[-1].append(line)
        elif cell := _cell_beside(loose, line) if not row else None:
            yield from loose[: len(loose) - len(cell)]
            loose, row = [], [cell, [line]]
        else:
            yield from [Row(cells=row)] if row else []
            row = []
            loose.append(line)
    yield from [Row(cells=row)] if row else loose


def _mended(lines: list[Line]) -> list[Line]:
    """
    Words that only stand wide apart are one line again.

    A narrow gap is one between cells when another line near it has a gap that ends at the same
    place.
    """
    whole: list[Line] = []
    for i, line in enumerate(lines):
        if line.behind and whole and not _is_cell(lines, i):
            last = whole[-1]
            words = f"{last.text} {line.text}"
            whole[-1] = replace(last, text=words, right=line.right, broken=line.broken)
        else:
            whole.append(line)
    return whole


def _is_cell(lines: list[Line], i: int) -> bool:
    line = lines[i]
    if line.left - lines[i - 1].right > max(14.0, _SURE_GAP * line.size):
        return True
    near = lines[max(0, i - _NEAR_ROWS) : i] + lines[i + 1 : i + _NEAR_ROWS]
    return any(ln.behind and abs(ln.left - line.left) < 1 for ln in near)


def _is_beside(cell: list[Line], line: Line) -> bool:
    """To the right of all of *cell*, and no higher or lower than it."""
    near = 0.6 * line.step
    low, high = cell[-1].base - near, cell[0].base + near
    return line.left > max(ln.right for ln in cell) - 1 and low <= line.base <= high


def _is_below(cell: list[Line], line: Line) -> bool:
    """The next line of a cell, and no further left than it."""
    last = cell[-1]
    close = 0 < last.base - line.base < _NEXT_LINE * last.step
    return close and line.left > min(ln.left for ln in cell) - 3 and len(cell) < _LONGEST_CELL


def _cell_beside(lines: list[Line], line: Line) -> list[Line] | None:
    """The last of *lines* that *line* stands beside, when it begins the second cell of a row."""
    start = len(lines)
    while start and lines[start - 1].base <= line.base + 0.6 * line.step:
        start -= 1
        if len(lines) - start > _LONGEST_CELL:
            return None
    if start == len(lines):
        return None
    # A cell in the middle of the row's height begins lower than the first.
    if abs(lines[start].base - line.base) > 0.6 * line.step:
        return None
    return lines[start:] if _is_beside(lines[start:], line) else None
