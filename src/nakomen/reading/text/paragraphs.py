"""Lines and rows as paragraphs, headings, items and tables; words cut by the margin are whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from nakomen.reading.text.columns import Row
from nakomen.reading.text.line import Line, Setting

_BULLET = re.compile(r"(?:[-*•·▪◦‣●○■□✓➢\uf0b7\uf0a7\uf0d8–]|o(?=\s))\s*(?=\S)")
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
_ENDS = re.compile(r"[.!?:;]['\"”’)\]]*\Z")
_KEEPS_HYPHEN = re.compile(r"(?:\A|[\s(/])(?:[A-Za-z]|[A-Z0-9]{2,8}|back|opt|non)\Z")
_AND = re.compile(r"(?:en|of|and|or|dan\s+wel)\b")
_INDENT = 9.0
_WIDE = 1.25
"""Of the usual step between two lines; more than this parts two paragraphs."""


class _Kind(Enum):
    PROSE = auto()
    TITLE = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(kw_only=True)
class _Piece:
    """Words of lines that belong together; *last* is the line they end with."""

    words: str
    kind: _Kind
    first: Line
    last: Line


def told(parts: Sequence[Line | Row], setting: Setting) -> str:
    """The running text; a form feed where a page ends between two pieces."""
    pieces: list[_Piece] = []
    for part in parts:
        if isinstance(part, Row):
            pieces.append(_row(part))
        elif pieces and _goes_on(pieces[-1], part, setting):
            pieces[-1].words = _joined(pieces[-1].words, pieces[-1].last, part)
            pieces[-1].last = part
        else:
            pieces.append(_piece(pieces[-1] if pieces else None, part, setting))
    ends = [_between(p, q, setting) for p, q in pairwise(pieces)]
    return "".join(p.words + end for p, end in zip(pieces, [*ends, "\n"], strict=True))


def _row(row: Row) -> _Piece:
    cells = []
    for lines in row.cells:
        words = lines[0].text
        for above, line in pairwise(lines):
            words = _joined(words, above, line)
        cells.append(words.replace("|", "/"))
    first, last = row.cells[0][0], row.cells[0][-1]
    return _Piece(words=f"| {' | '.join(cells)} |", kind=_Kind.ROW, first=first, last=last)


def _piece(before: _Piece | None, line: Line, setting: Setting) -> _Piece:
    words, kind = line.text, _Kind.PROSE
    if found := _BULLET.match(words):
        words, kind = f"- {words[found.end() :]}", _Kind.ITEM
    elif level := setting.level(line):
        words, kind = f"{'#' * level} {words}", _Kind.TITLE
    elif _NUMBER.match(words):
        kind = _Kind.ITEM
    elif before and _is_unmarked_item(before, line, setting):
        words, kind = f"- {words}", _Kind.ITEM
    return _Piece(words=words, kind=kind, first=line, last=line)


def _is_unmarked_item(before: _Piece, line: Line, setting: Setting) -> bool:
    """Some programs draw the dot of a list as a picture; the indent is what is left of it."""
    if line.left < setting.left + _INDENT:
        return False
    if before.kind is _Kind.ITEM and before.words.startswith("- "):
        return abs(before.first.left - line.left) < 2
    return before.words.endswith(":") and before.first.left < line.left - _INDENT


def _goes_on(piece: _Piece, line: Line, setting: Setting) -> bool:
    """Whether *line* is the next line of the same paragraph."""
    last = piece.last
    if piece.kind is _Kind.ROW or _BULLET.match(line.text) or _NUMBER.match(line.text):
        return False
    if abs(last.size - line.size) > 0.08 * last.size:
        return False
    if last.broken:
        return True
    if (piece.kind is _Kind.TITLE) != (setting.level(line) is not None):
        return False
    if line.page != last.page or line.base > last.base:
        return line.text[0].islower() and not _ENDS.search(piece.words)
    if last.base - line.base > _WIDE * setting.leading:
        return False
    if piece.kind is _Kind.TITLE or not setting.fits_behind(last, line):
        return True
    runs = line.text[0].islower() and not _ENDS.search(piece.words)
    return runs and setting.is_long(last)


def _joined(words: str, last: Line, line: Line) -> str:
    """
    The words with those of the next line; a hyphen goes unless the word has one of its own.
    """
    if not last.broken and not words.endswith("-"):
        return f"{words} {line.text}"
    stem = words.rstrip("-")
    if _AND.match(line.text):
        return f"{stem}- {line.text}"
    if not line.text[0].islower() or _KEEPS_HYPHEN.search(stem):
        return f"{stem}-{line.text}"
    return stem + line.text


def _between(piece: _Piece, after: _Piece, setting: Setting) -> str:
    if piece.kind is after.kind and piece.kind in (_Kind.ROW, _Kind.ITEM):
        return "\n"
    if piece.last.page != after.first.page:
        return "\n\f\n"
    step = piece.last.base - after.first.base
    close = 0 < step < _WIDE * setting.leading
    plain = {piece.kind, after.kind} <= {_Kind.PROSE, _Kind.ITEM}
    return "\n" if close and plain else "\n\n"
