"""What falls due as a picture: a line for each kind of data, a bar for each month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from typing import Any

from babel.dates import format_date

from nakomen.desk.kit.acts import ACTS
from nakomen.terms import Lang

MONTHS = 24
LEFT, COLUMN, ROW, HEAD, BAR = 220, 36, 56, 48, 34
"""Units of the picture: the names, a month, a line, the months above, and the highest bar."""


@dataclass(frozen=True, kw_only=True)
class Bar:
    """*rows* of one month; *x* and *y* are its upper left corner. *due*: it should be gone now."""

    x: int
    y: int
    height: int
    rows: int
    due: bool

    @property
    def middle(self) -> int:
        return self.x + (COLUMN - 8) // 2

    @property
    def above(self) -> int:
        return self.y - 4


@dataclass(frozen=True, kw_only=True)
class Lane:
    """One kind of data: *base* is the line on which its bars stand."""

    place: str
    act: str
    mark: str
    base: int
    bars: tuple[Bar, ...]
    rows: int


@dataclass(frozen=True, kw_only=True)
class Head:
    """The name of a column; *year* where one begins."""

    x: int
    words: str
    year: str


@dataclass(frozen=True, kw_only=True)
class Timeline:
    width: int
    height: int
    heads: tuple[Head, ...]
    lanes: tuple[Lane, ...]
    due: int
    ahead: int


@dataclass(frozen=True, kw_only=True)
class Told:
    """A row of the table beside the picture."""

    until: date
    now: bool
    place: str
    act: str
    promise: str
    rows: int


def timeline(shown: Mapping[str, Any], lang: Lang) -> Timeline:
    """
    Args:
        shown: as `ahead.told` makes it.
    """
    falling = shown["falling"]
    months = [day.isoformat() for day in _ends(date.fromisoformat(shown["until"]))]
    columns = {"": 0, **{month: n for n, month in enumerate(months, 1)}}
    lanes = tuple(_lanes(falling, columns, lang))
    return Timeline(
        width=LEFT + COLUMN * len(columns),
        height=HEAD + ROW * len(lanes) + 8,
        heads=tuple(_heads(months, lang)),
        lanes=lanes,
        due=sum(f["rows"] for f in falling if f["now"]),
        ahead=sum(f["rows"] for f in falling if not f["now"]),
    )


def _ends(last: date) -> list[date]:
    """
    The last days of the months up to *last*; a month in which nothing falls due is there too.

    >>> [str(day) for day in _ends(date(2028, 2, 29))[-3:]]
    ['2027-12-31', '2028-01-31', '2028-02-29']
    """
    ends = [last]
    while len(ends) < MONTHS:
        ends.append(ends[-1].replace(day=1) - timedelta(1))
    return ends[::-1]


def _heads(months: Sequence[str], lang: Lang) -> Iterator[Head]:
    yield Head(x=LEFT, words="nu" if lang is Lang.NL else "now", year="")
    years: set[int] = set()
    for n, month in enumerate(months, 1):
        day = date.fromisoformat(month)
        words = format_date(day, "MMM", locale=lang.value).rstrip(".")
        year = "" if day.year in years else str(day.year)
        years.add(day.year)
        yield Head(x=LEFT + COLUMN * n, words=words, year=year)


def _lanes(
    falling: Sequence[Mapping[str, Any]], columns: Mapping[str, int], lang: Lang
) -> Iterator[Lane]:
    cells: dict[tuple[str, str], dict[str, int]] = {}
    for f in falling:
        cell = cells.setdefault((f["place"], f["act"]), {})
        month = "" if f["now"] else f["until"]
        cell[month] = cell.get(month, 0) + f["rows"]
    most = max((rows for cell in cells.values() for rows in cell.values()), default=1)
    for n, ((place, act), cell) in enumerate(sorted(cells.items())):
        base = HEAD + ROW * (n + 1) - 8
        mark, nl, en = ACTS[act]
        yield Lane(
            place=place,
            act=nl if lang is Lang.NL else en,
            mark=mark,
            base=base,
            bars=tuple(_bar(columns[m], base, rows, most) for m, rows in sorted(cell.items())),
            rows=sum(cell.values()),
        )


def _bar(column: int, base: int, rows: int, most: int) -> Bar:
    """The root of the rows is drawn, so that one row is seen beside a thousand."""
    height = max(2, round(BAR * sqrt(rows / most)))
    return Bar(x=LEFT + COLUMN * column, y=base - height, height=height, rows=rows, due=column == 0)


def table(shown: Mapping[str, Any], lang: Lang) -> list[Told]:
    """The same in words, in order of time."""
    return [
        Told(
            until=date.fromisoformat(f["until"]),
            now=f["now"],
            place=f["place"],
            act=ACTS[f["act"]][1 if lang is Lang.NL else 2],
            promise=f["promise"] or "",
            rows=f["rows"],
        )
        for f in shown["falling"]
    ]
