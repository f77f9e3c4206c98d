"""The lines of a text as units: what was broken by a margin or a page is whole again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_MARK = re.compile(
    r"(?:[-*•·–▪◦‣●○■□✓➢>\uf0b7\uf0a7]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t]+(?=\S)"
    r"|\d{1,2}\)(?=[A-Z])|[•▪●]\b"
)
_HASH = re.compile(r"#{1,6}[ \t]+")
_RULE = re.compile(r"[-=_*|:+ \t]+\Z")
_LEADERS = re.compile(r"\w ?\.{4,60} ?\w")
"""The dots that lead the eye over a line of two columns."""
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\Z")
_PAGE = re.compile(
    r"(?:(?:pagina|page|blz\.?|pag\.?)\s{1,3}\d{1,3}(?:\s{0,2}(?:van|of|/)\s{0,2}\d{1,3})?"
    r"|[-–]\s\d{1,3}\s[-–])\Z",
    re.I,
)
_ANCHOR = re.compile(r'(?:<a (?:id|name)="[^"\n]{0,80}"></a>)+')
"""Where a link can point to, as Markdown borrows it from HTML."""
_ENDS = re.compile(r"[.!?:;]['\"”’)\]*_]*\Z")
_ADDRESS = re.compile(r"www\.|https?:|[\w.+-]{1,64}@")
_LABEL = re.compile(r"\*{0,2}[A-Z][\w/-]{0,24}(?:[ /-]\w{1,20}){0,2}\*{0,2}\s?:(?:\s|\Z)")
_LONG = 55
"""Characters; a line that the margin broke is longer."""
_WIDEST_WRAP = 110
"""Characters; a text with longer lines is not broken by a margin."""


class Role(StrEnum):
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    PROSE = "prose"


@dataclass(kw_only=True)
class Unit:
    """One or more lines that belong together."""

    start: int
    end: int
    block: int
    role: Role
    indent: int = 0
    """Columns of white space before it."""
    lines: int = 1
    body: int = field(default=0)
    """Where the words begin, after a list mark or hashes."""
    level: int = 0
    """Of a heading that says its own: 1 is the outermost."""
    titles: bool = False
    """A row that names the columns of those below it."""


def units(text: str) -> list[Unit]:
    """Each line that holds words, joined with the next where a margin or a page broke it."""
    listed = list(_lines(text))
    _find_rows(text, listed)
    wrapped = _is_wrapped(listed)
    whole: list[Unit] = []
    for unit in listed:
        if whole and _runs_on(text, whole[-1], unit, wrapped):
            whole[-1].end, whole[-1].block = unit.end, unit.block
            whole[-1].lines += 1
        else:
            whole.append(unit)
    _find_items(text, whole)
    return whole


def _lines(text: str) -> Iterator[Unit]:
    """Each line that holds words, without the white space around it."""
    block, last = 0, 0
    before: Unit | None = None
    for found in _LINE.finditer(text):
        line = found.group().strip()
        if not line:
            continue
        indent = len(found.group()) - len(found.group().lstrip())
        start = found.start() + indent
        if text.count("\n", last, start) > 1 or "\f" in text[last:start]:
            block += 1
        near, last = text.count("\n", last, start) == 1, start + len(line)
        if _RULE.match(line):
            _underlined(before if near else None, line)
        elif not (_PAGE.match(line) or _ANCHOR.fullmatch(line)):
            if before:
                yield before
            before = _unit(line, start, block, indent)
    if before:
        yield before


def _underlined(before: Unit | None, line: str) -> None:
    """A rule below a line makes it a heading, one below a row the names of the columns."""
    if before is None:
        return
    if "-" in line and ("|" in line or before.role is Role.ROW):
        before.role, before.titles = Role.ROW, True
    elif before.role is Role.PROSE and _UNDERLINE.match(line) and before.end - before.start <= 90:
        before.role, before.level = Role.HEADING, 1 if line[0] == "=" else 2


def _unit(line: str, start: int, block: int, indent: int) -> Unit:
    role, skip, level = Role.PROSE, 0, 0
    if found := _HASH.match(line):
        role, skip, level = Role.HEADING, found.end(), found.group().count("#")
    elif (found := _MARK.match(line)) and "\t" not in line[found.end() :]:
        role, skip = Role.ITEM, found.end()
    elif line.startswith("|") or "\t" in line or _LEADERS.search(line):
        role = Role.ROW
    if found := _ANCHOR.match(line, skip):
        skip = found.end()
    end = start + len(line)
    return Unit(
        start=start, end=end, block=block, role=role, indent=indent, body=start + skip, level=level
    )


def _find_rows(text: str, listed: list[Unit]) -> None:
    """Lines below each other with as many bars in them are a table."""
    bars = [
        text.count(" | ", unit.start, unit.end) if unit.role in (Role.PROSE, Role.ROW) else 0
        for unit in listed
    ]
    for (before, above), (unit, below) in pairwise(zip(listed, bars, strict=True)):
        if above and above == below and before.block == unit.block:
            before.role = unit.role = Role.ROW


def _is_wrapped(listed: list[Unit]) -> bool:
    """Whether a margin breaks the lines of this text."""
    lengths = [unit.end - unit.start for unit in listed if unit.role is not Role.ROW]
    longest = max(lengths, default=0)
    full = sum(length > 0.75 * longest for length in lengths)
    return longest <= _WIDEST_WRAP and full >= 3


def _runs_on(text: str, whole: Unit, unit: Unit, wrapped: bool) -> bool:
    if unit.role is not Role.PROSE or whole.role in (Role.HEADING, Role.ROW):
        return False
    tail = text[max(whole.body, whole.end - 200) : whole.end]
    if _ENDS.search(tail):
        return False
    long_line = len(tail.rpartition("\n")[2]) > _LONG
    if text[unit.start].islower() and not _ADDRESS.match(text, unit.start):
        return long_line or unit.block == whole.block
    if not (long_line and unit.block == whole.block):
        return False
    return (wrapped or tail[-1] == ",") and not _LABEL.match(text, unit.start, unit.end)


def _find_items(text: str, whole: list[Unit]) -> None:
    """Lines that end with a semicolon, below a colon or each other, are items without a mark."""
    for before, unit in pairwise(whole):
        if unit.role is not Role.PROSE:
            continue
        ended, ends = text[before.end - 1], text[unit.end - 1]
        listed = before.role in (Role.ITEM, Role.PROSE)
        if (ends == ";" and listed and ended in ":;") or (
            ended == ";" and before.role is Role.ITEM and unit.block == before.block
        ):
            unit.role = Role.ITEM
