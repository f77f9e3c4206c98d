"""
A text as sentences, list items, table rows and headings, each with its offset.

Published statements are pasted from PDF and web pages: a sentence may run on after an empty line
(a page break), headings have no mark, and lists have many. Time and memory are linear in the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from nakomen.reading.text.outline import NUMBERED, Outline, find_headings
from nakomen.reading.text.units import Role, Unit, units

LONGEST = 2000
"""Characters of the longest sentence; longer runs are cut, so that every search stays bounded."""

_RUN_IN = re.compile(r"\*\*([^*\n]{2,60}?[.:?]\*\*|[^*\n]{2,60}\*\*[.:])(?=[ \t\n]+\S)")
_FILLING = re.compile(r"[\s_*.|=~-]{80,}")
"""White space and lines to write on: between two words of a sentence stands less."""
_STOP = re.compile(r"[.!?…]['\"”’)\]*_]{0,3}\s+(?=[^a-zß-öø-ÿ\s])")
_WORD_BEFORE = re.compile(r"[\w.]{1,15}\Z")
_CLAUSE = re.compile(r"\*{0,2}\d{1,2}(?:\.\d{1,2}){1,3}\.?\*{0,2}[ \t]+(?=\S)")
_ONE_LINE = dict.fromkeys(map(ord, "\n\r\f\v\t\x1c\x1d\x1e\x85\xa0\u2028\u2029"), " ")
_MARKS = re.compile(r"[*_`#]+")
_ABBREVIATIONS = (
    "bijv b.v bv nr nrs no art artt tel telnr ca c.q o.a d.w.z m.b.t t.a.v i.v.m e.d incl excl evt "
    "resp dhr mevr mw mr mrs ms ir dr drs ing prof st max min jo blz pag vgl zgn n.a.v t.b.v i.p.v "
    "m.n inc ltd co e.g i.e vs par hfst lid sub stb stcrt jl ong gem mln bijl jan feb mrt apr jun "
    "jul aug sep sept okt oct nov dec etc enz ea cs vof nv"
)
_SHORT = frozenset(_ABBREVIATIONS.split())
_LAST = "b.v bv n.v nv v.o.f vof e.d ed etc enz e.a ea c.s cs inc ltd co o.i.d"
_AT_AN_END = frozenset(_LAST.split())
"""Short words with which a sentence may end."""
_BEGINS = re.compile(
    r"['\"“‘(*_]{0,3}(?:Wij|We|U|Uw|Je|Jij|Jouw|De|Het|Een|Dit|Deze|Die|Dat|In|Als|Indien|Wanneer|"
    r"Ook|Daarnaast|Daarom|Hierbij|Hiervoor|Voor|Bij|Op|Om|Door|Onze|Na|Alleen|Deze|Wilt|Heeft|"
    r"The|We|You|Your|This|These|If|When|Our|It|In|For|To|A)\b"
)
_COUNTED = re.compile(
    r"(?:artikel|hoofdstuk|paragraaf|bijlage|deel|lid|article|section|chapter)\s+(?:\d{1,3}|[IVX]+)\Z",
    re.I,
)

__all__ = ["LONGEST", "Role", "Sentence", "plain", "split"]


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """``text`` stands at ``start``; ``lead`` is the line that introduces a list item or row."""

    text: str
    start: int
    role: Role
    section: str | None = None
    """The nearest heading above it."""
    lead: str | None = None
    block: int = 0
    """Number of the stretch of lines without an empty line between them."""
    sections: tuple[str, ...] = ()
    """All headings above it, outermost first; the last is ``section``."""
    columns: str | None = None
    """Of a table row: the row that names the columns."""

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


def split(text: str) -> tuple[Sentence, ...]:
    """
    The sentences of *text* in order; what lies between them is white space and list marks.

    >>> [s.text for s in split("Recht\\n\\nU mag bijv. inzien. Dat\\n- kan\\n- mag")]
    ['Recht', 'U mag bijv. inzien.', 'Dat', 'kan', 'mag']
    """
    whole = units(text)
    find_headings(text, whole)
    return tuple(_sentences(text, whole))


def plain(words: str) -> str:
    """
    Words without Markdown marks, numbering and doubled space.

    >>> plain("## 1.2 **Onze**  gegevens:")
    'Onze gegevens'
    """
    bare = re.sub(r"[*_`#|]+", " ", words)
    return NUMBERED.sub("", " ".join(bare.split()), count=1).rstrip(": ")


class _Place:
    """What stands above the sentence that is read: headings, the lead of a list, column names."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.lead: str | None = None
        self.columns: str | None = None
        self._titles: str | None = None
        self._above: list[tuple[int, str]] = []
        self._last: Role | None = None

    def enter(self, text: str, unit: Unit) -> None:
        """*unit* comes next."""
        if unit.role is Role.HEADING:
            words = " ".join(_MARKS.sub(" ", text[unit.start : unit.end]).split())
            self.outline.enter(unit, words.rstrip(": ") or words)
        if unit.role is not Role.ROW or self._last is not Role.ROW:
            self.columns = None
        elif self._titles:
            self.columns = self._titles
        self._titles = text[unit.start : unit.end] if self._is_title(text, unit) else None
        if unit.role is Role.ITEM:
            self._above = [(n, words) for n, words in self._above if n < unit.indent]
        else:
            self._above = []
        self._last = unit.role

    def _is_title(self, text: str, unit: Unit) -> bool:
        first = unit.role is Role.ROW and self._last is not Role.ROW
        return unit.titles or (first and _names_columns(text, unit))

    def lead_of(self, unit: Unit) -> str | None:
        """The item above a nested list that ends with a colon, else the line above the list."""
        if unit.role not in (Role.ITEM, Role.ROW):
            return None
        return self._above[-1][1] if self._above else self.lead

    def leave(self, unit: Unit, last: str) -> None:
        """*last* is the last sentence of *unit*."""
        if unit.role is Role.ITEM:
            if last.endswith(":"):
                self._above.append((unit.indent, last))
        elif unit.role is not Role.ROW:
            self.lead = last


def _names_columns(text: str, unit: Unit) -> bool:
    """A first row of short cells without a figure."""
    words = text[unit.start : unit.end]
    cells = [cell.strip() for cell in re.split(r"[|\t]", words) if cell.strip()]
    return len(cells) > 1 and all(
        len(c) <= 40 and c[-1] != ":" and not any(map(str.isdigit, c)) for c in cells
    )


def _sentences(text: str, whole: list[Unit]) -> Iterator[Sentence]:
    place = _Place()
    for unit in whole:
        place.enter(text, unit)
        sections, lead = place.outline.chain, place.lead_of(unit)
        if label := _label(text, unit):
            sections = (*sections, label)
        words = ""
        for start, end in _pieces(text, unit):
            words = text[start:end]
            yield Sentence(
                text=words,
                start=start,
                role=unit.role,
                section=sections[-1] if sections else None,
                lead=lead,
                block=unit.block,
                sections=sections,
                columns=place.columns if unit.role is Role.ROW else None,
            )
        place.leave(unit, words)


def _label(text: str, unit: Unit) -> str | None:
    """The bold words that open a paragraph and say what it is about: "**Bewaren.** Zeven jaar"."""
    found = _RUN_IN.match(text, unit.body, unit.end) if unit.role is Role.PROSE else None
    return found[1].strip(" *.:") if found else None


def _pieces(text: str, unit: Unit) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of one unit, without the number of its clause."""
    number = None if unit.role is Role.HEADING else _CLAUSE.match(text, unit.body, unit.end)
    start = number.end() if number else unit.body
    for found in _STOP.finditer(text, start, unit.end):
        if _abbreviated(text, start, found):
            continue
        yield from _cut(text, start, found.start() + len(found.group().rstrip()))
        start = found.end()
    yield from _cut(text, start, unit.end)


def _abbreviated(text: str, start: int, found: re.Match[str]) -> bool:
    stop = found.start()
    before = _WORD_BEFORE.search(text, max(start, stop - 15), stop)
    if found.group()[0] != "." or not before:
        return False
    word = before.group().casefold()
    if word.endswith("..."):
        return True
    if _COUNTED.search(text, max(start, stop - 30), stop):
        return stop - start < 30
    if word in _AT_AN_END or len(word) == 1:
        return not _BEGINS.match(text, found.end()) or stop - start < 4
    return (
        word in _SHORT or len(word.rpartition(".")[2]) == 1 or (word.isdigit() and stop - start < 4)
    )


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut where there is only filling, so that no search has to try it in every way."""
    for filling in _FILLING.finditer(text, start, end):
        yield from _shortened(text, start, filling.start())
        start = filling.end()
    yield from _shortened(text, start, end)


def _shortened(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run that is longer than any sentence, at white space where there is some."""
    while end - start > LONGEST:
        space = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = space if space > 0 else start + LONGEST
        yield start, stop
        start = stop + 1 if space > 0 else stop
    if start < end:
        yield start, end
