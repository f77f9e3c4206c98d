"""
A text as sentences, list items, table rows and headings, each with its offset.

Published statements are pasted from PDF and web pages: a sentence may run on after an empty line
(a page break), headings have no mark, and lists have many. Time and memory are linear in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import zip_longest

LONGEST = 2000
"""Characters of the longest sentence; longer runs are cut, so that every search stays bounded."""

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_MARK = re.compile(r"(?:[-*•·–▪◦‣●○>]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t]+(?=\S)")
_HASH = re.compile(r"#{1,6}[ \t]+")
_RULE = re.compile(r"[-=_*|:+ \t]+\Z")
_ENDS = re.compile(r"[.!?:;]['\"”’)\]*_]*\Z")
_STOP = re.compile(r"[.!?…]['\"”’)\]*_]{0,3}\s+(?=[^a-zß-öø-ÿ\s])")
_WORD_BEFORE = re.compile(r"[\w.]{1,15}\Z")
_CLAUSE = re.compile(r"\*{0,2}\d{1,2}(?:\.\d{1,2}){1,3}\.?\*{0,2}[ \t]+(?=\S)")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+(?=\S)")
_ONE_LINE = dict.fromkeys(map(ord, "\n\r\f\v\t\x1c\x1d\x1e\x85\xa0\u2028\u2029"), " ")
_ADDRESS = re.compile(r"www\.|https?:|[\w.+-]{1,64}@")
_LEAD_IN = re.compile(
    r"(?:wij|we|u|je|het|dit|deze|we|you|the following)\b|.{0,80}\bvolgende\b", re.I
)
_ABBREVIATIONS = (
    "bijv b.v bv nr art artt tel ca c.q o.a d.w.z m.b.t t.a.v i.v.m e.d incl excl evt resp "
    "dhr mevr mw mr ir dr drs ing max min jo blz vgl zgn n.a.v t.b.v i.p.v m.n no inc e.g i.e"
)
_SHORT = frozenset(_ABBREVIATIONS.split())


class Role(StrEnum):
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    PROSE = "prose"


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """``text`` stands at ``start``; ``lead`` is the line that introduces a list item or row."""

    text: str
    start: int
    role: Role
    section: str | None = None
    lead: str | None = None
    block: int = 0
    """Number of the stretch of lines without an empty line between them."""

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @cached_property
    def words(self) -> str:
        """The text on one line, letter for letter at the same offsets."""
        return self.text.translate(_ONE_LINE)

    @cached_property
    def low(self) -> str:
        """The words in lower case, for a quick look before a slow search; offsets may differ."""
        return self.words.lower()


@dataclass(kw_only=True)
class _Unit:
    """One or more lines that belong together."""

    start: int
    end: int
    block: int
    role: Role
    lines: int = 1
    body: int = field(default=0)
    """Where the words begin, after a list mark or hashes."""


def split(text: str) -> tuple[Sentence, ...]:
    """
    The sentences of *text* in order; what lies between them is white space and list marks.

    >>> [s.text for s in split("Recht\\n\\nU mag bijv. inzien. Dat\\n- kan\\n- mag")]
    ['Recht', 'U mag bijv. inzien.', 'Dat', 'kan', 'mag']
    """
    return tuple(_sentences(text, _with_headings(text, _joined(text, _lines(text)))))


def plain(words: str) -> str:
    """
    Words without Markdown marks, numbering and doubled space.

    >>> plain("## 1.2 **Onze**  gegevens:")
    'Onze gegevens'
    """
    bare = re.sub(r"[*_`#|]+", " ", words)
    return _NUMBERED.sub("", " ".join(bare.split()), count=1).rstrip(": ")


def _lines(text: str) -> Iterator[_Unit]:
    """Each line that holds words, without the white space around it."""
    block, last = 0, 0
    for found in _LINE.finditer(text):
        line = found.group().strip()
        if not line:
            continue
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        if text.count("\n", last, start) > 1 or "\f" in text[last:start]:
            block += 1
        last = start + len(line)
        if not _RULE.match(line):
            yield _line(line, start, block)


def _line(line: str, start: int, block: int) -> _Unit:
    role, skip = Role.PROSE, 0
    if found := _HASH.match(line):
        role, skip = Role.HEADING, found.end()
    elif line.startswith("|") or "\t" in line:
        role = Role.ROW
    elif found := _MARK.match(line):
        role, skip = Role.ITEM, found.end()
    end = start + len(line)
    return _Unit(start=start, end=end, block=block, role=role, body=start + skip)


def _joined(text: str, units: Iterator[_Unit]) -> Iterator[_Unit]:
    """Lines that were broken by the page or the margin are one unit again."""
    whole: _Unit | None = None
    for unit in units:
        if whole and _runs_on(text, whole, unit):
            whole.end, whole.block = unit.end, unit.block
            whole.lines += 1
            continue
        if whole:
            yield whole
        whole = unit
    if whole:
        yield whole


def _runs_on(text: str, whole: _Unit, unit: _Unit) -> bool:
    if unit.role is not Role.PROSE or whole.role in (Role.HEADING, Role.ROW):
        return False
    tail = text[max(whole.body, whole.end - 200) : whole.end]
    if _ENDS.search(tail):
        return False
    long_line = len(tail.rpartition("\n")[2]) > 55
    if text[unit.start].islower() and not _ADDRESS.match(text, unit.start):
        return long_line or unit.block == whole.block
    return long_line and unit.block == whole.block


def _with_headings(text: str, units: Iterator[_Unit]) -> list[_Unit]:
    """Find the headings that carry no mark: short, alone or above a long line, no full stop."""
    listed = list(units)
    for unit, after in zip_longest(listed, listed[1:]):
        if unit.role in (Role.PROSE, Role.ITEM) and _is_heading(text, unit, after):
            unit.role = Role.HEADING
    return listed


def _is_heading(text: str, unit: _Unit, after: _Unit | None) -> bool:
    words = text[unit.body : unit.end]
    numbered = text[unit.start].isdigit() and unit.role is Role.ITEM
    if unit.lines > 1 or len(words) > 90 or len(words.split()) > 12 or "@" in words:
        return False
    if (unit.role is Role.ITEM and not numbered) or not (words[0].isupper() or numbered):
        bold = words.startswith("**") and words.rstrip(":").endswith("**")
        if unit.role is Role.ITEM or not (bold or _NUMBERED.match(words)):
            return False
    if words[-1] in ".!;," or (": " in words and not numbered):
        return False
    if words[-1] == ":" and (_LEAD_IN.match(words) or not _labels(words)):
        return False
    if after is None or after.block != unit.block:
        return not numbered or after is None or after.role is not Role.ITEM
    if numbered or after.role is not Role.PROSE:
        return numbered and after.role is Role.PROSE
    label = ": " in text[after.start : after.end] and len(words.split()) <= 4
    return label or after.end - after.start > 90


def _labels(words: str) -> bool:
    """A line with a colon is a heading when it is numbered or short, else it leads in a list."""
    return bool(_NUMBERED.match(words)) or len(words.split()) <= 5


def _sentences(text: str, units: list[_Unit]) -> Iterator[Sentence]:
    section: str | None = None
    lead: str | None = None
    for unit in units:
        if unit.role is Role.HEADING:
            section = " ".join(re.sub(r"[*_`#]+", " ", text[unit.start : unit.end]).split())
            section = section.rstrip(": ") or section
        listed = unit.role in (Role.ITEM, Role.ROW)
        for start, end in _pieces(text, unit):
            words = text[start:end]
            yield Sentence(
                text=words,
                start=start,
                role=unit.role,
                section=section,
                lead=lead if listed else None,
                block=unit.block,
            )
        if not listed:
            lead = words


def _pieces(text: str, unit: _Unit) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of one unit, without the number of its clause."""
    number = None if unit.role is Role.HEADING else _CLAUSE.match(text, unit.body, unit.end)
    start = number.end() if number else unit.body
    for found in _STOP.finditer(text, start, unit.end):
        if _abbreviated(text, start, found.start(), found.group()[0]):
            continue
        yield from _cut(text, start, found.start() + len(found.group().rstrip()))
        start = found.end()
    yield from _cut(text, start, unit.end)


def _abbreviated(text: str, start: int, stop: int, mark: str) -> bool:
    found = _WORD_BEFORE.search(text, max(start, stop - 15), stop)
    if mark != "." or not found:
        return False
    word = found.group().casefold()
    return (
        word in _SHORT or len(word.rpartition(".")[2]) == 1 or (word.isdigit() and stop - start < 4)
    )


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run that is longer than any sentence, at white space where there is some."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = space if space > 0 else start + LONGEST
        yield start, stop
        start = stop + 1 if space > 0 else stop
    if start < end:
        yield start, end
