"""
What every store must do with days: a table in which each row is one moment, written in every way.

A column is a way of writing: a bare day, a moment with its zone, a moment of a clock in Amsterdam,
in UTC or in New York, and the same as text. However it is written, one moment belongs to one local
day, so each column must find the same rows.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from nakomen.records import (
    LOCAL_ZONE,
    Before,
    Clock,
    Column,
    Dataset,
    Everything,
    Question,
    Selection,
    StoreMap,
    not_,
)
from nakomen.stores.contract_asking import refuses
from nakomen.stores.contract_shop import Factory, Tables
from nakomen.terms import Category, Moment, Period, RecordKind

INSTANT = "TIMESTAMP WITH TIME ZONE"
"""Whoever makes the tables takes the type that keeps a moment with its zone."""
_TYPES = {
    "day": "DATE",
    "instant": INSTANT,
    "amsterdam": "DATETIME",
    "utc": "DATETIME",
    "new_york": "DATETIME",
    "day_text": "VARCHAR(40)",
    "amsterdam_text": "VARCHAR(40)",
    "utc_text": "VARCHAR(40)",
    "zoned_text": "VARCHAR(40)",
    "short_zone_text": "VARCHAR(40)",
    "long_zone_text": "VARCHAR(40)",
    "number": "INTEGER",
}
_ZONES = {"utc": "UTC", "utc_text": "UTC", "new_york": "America/New_York"}
WAYS = tuple(name for name in _TYPES if name != "number")
VISIT = Dataset(
    name="visit",
    records=RecordKind.LOGIN,
    primary_key=("id",),
    columns=(
        Column(name="id", type="INTEGER", category=Category.NONE, nullable=False, unique=True),
        *(Column(name=name, type=kind, category=Category.NONE) for name, kind in _TYPES.items()),
    ),
    clocks=tuple(
        Clock(column=name, moment=Moment.EVENT, zone=_ZONES.get(name, LOCAL_ZONE))
        for name in _TYPES
    ),
)
CLOCKS = StoreMap(store="clocks", kind="memory", datasets=(VISIT,))


def visits() -> Tables:
    """The last second and the first of a day, each as three clocks on the wall show it."""
    moments = [
        # On 29 March 2026 the clock goes from 2 to 3: a day of 23 hours.
        _visit(1, "2026-03-28 22:59:59", "2026-03-28 23:59:59", "2026-03-28 18:59:59"),
        _visit(2, "2026-03-28 23:00:00", "2026-03-29 00:00:00", "2026-03-28 19:00:00"),
        _visit(3, "2026-03-29 21:59:59", "2026-03-29 23:59:59", "2026-03-29 17:59:59"),
        _visit(4, "2026-03-29 22:00:00", "2026-03-30 00:00:00", "2026-03-29 18:00:00"),
        # On 25 October 2026 it is half past two twice: a day of 25 hours.
        _visit(5, "2026-10-24 21:59:59", "2026-10-24 23:59:59", "2026-10-24 17:59:59"),
        _visit(6, "2026-10-24 22:00:00", "2026-10-25 00:00:00", "2026-10-24 18:00:00"),
        _visit(7, "2026-10-25 00:30:00", "2026-10-25 02:30:00", "2026-10-24 20:30:00"),
        _visit(8, "2026-10-25 01:30:00", "2026-10-25 02:30:00", "2026-10-24 21:30:00"),
        _visit(9, "2026-10-25 22:59:59", "2026-10-25 23:59:59", "2026-10-25 18:59:59"),
        _visit(10, "2026-10-25 23:00:00", "2026-10-26 00:00:00", "2026-10-25 19:00:00"),
        # 2028 has a 29 February.
        _visit(11, "2028-02-28 22:59:59", "2028-02-28 23:59:59", "2028-02-28 17:59:59"),
        _visit(12, "2028-02-28 23:00:00", "2028-02-29 00:00:00", "2028-02-28 18:00:00"),
        _visit(13, "2028-02-29 22:59:59", "2028-02-29 23:59:59", "2028-02-29 17:59:59"),
        _visit(14, "2028-02-29 23:00:00", "2028-03-01 00:00:00", "2028-02-29 18:00:00"),
        # The last second of one book year and the first of the next.
        _visit(15, "2019-12-31 22:59:59", "2019-12-31 23:59:59", "2019-12-31 17:59:59"),
        _visit(16, "2019-12-31 23:00:00", "2020-01-01 00:00:00", "2019-12-31 18:00:00"),
    ]
    return {"visit": [*moments, {"id": 17, **dict.fromkeys(_TYPES)}]}


def _visit(number: int, utc: str, amsterdam: str, new_york: str) -> dict[str, object]:
    instant = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    return {
        "id": number,
        "day": date.fromisoformat(amsterdam[:10]),
        "instant": instant,
        "amsterdam": datetime.fromisoformat(amsterdam),
        "utc": datetime.fromisoformat(utc),
        "new_york": datetime.fromisoformat(new_york),
        "day_text": amsterdam[:10],
        "amsterdam_text": amsterdam,
        "utc_text": utc.replace(" ", "T"),
        "zoned_text": utc.replace(" ", "T") + ".250Z",
        "short_zone_text": f"{instant.astimezone(ZoneInfo('Asia/Tokyo')):%Y-%m-%d %H:%M:%S}+09",
        "long_zone_text": f"{instant.astimezone(ZoneInfo('Asia/Kolkata')):%Y-%m-%dT%H:%M:%S%z}",
        "number": 1,
    }


def a_day_is_local_in_spring_and_autumn(make: Factory) -> None:
    """A day of 23 hours and one of 25 begin and end at midnight in the Netherlands."""
    early = {15, 16}
    _finds(make, date(2026, 3, 29), early | {1})
    _finds(make, date(2026, 3, 30), early | {1, 2, 3})
    _finds(make, date(2026, 10, 25), early | {1, 2, 3, 4, 5})
    _finds(make, date(2026, 10, 26), early | {1, 2, 3, 4, 5, 6, 7, 8, 9})


def a_leap_day_counts_a_year_as_february_ends(make: Factory) -> None:
    """A record of 29 February may go a year later on 1 March, like one of the day before."""
    year, past = Period(years=1), set(range(1, 11)) | {15, 16}
    _finds(make, year.cutoff(date(2029, 2, 28), Moment.EVENT), past)
    _finds(make, year.cutoff(date(2029, 3, 1), Moment.EVENT), past | {11, 12, 13})
    _finds(make, year.cutoff(date(2029, 3, 2), Moment.EVENT), past | {11, 12, 13, 14})


def a_book_year_ends_at_local_midnight(make: Factory) -> None:
    """The last second of 2019 may go on 1 January 2027, the next one a year later (AWR 52)."""
    seven, end = Period(years=7), Moment.CALENDAR_YEAR_END
    _finds(make, seven.cutoff(date(2026, 12, 31), end), set())
    _finds(make, seven.cutoff(date(2027, 1, 1), end), {15})
    _finds(make, seven.cutoff(date(2027, 12, 31), end), {15})
    _finds(make, seven.cutoff(date(2028, 1, 1), end), {15, 16})


def the_oldest_and_newest_are_local_days(make: Factory) -> None:
    """What is told about the span of a clock are days in the Netherlands."""
    with make(CLOCKS, visits()) as store:
        late = Selection("visit", not_(Before("day", date(2026, 10, 25))))
        of_2026 = Selection("visit", Everything())
        for way in WAYS:
            every, some = store.count(
                [Question(selection=of_2026, clock=way), Question(selection=late, clock=way)], {}
            )
            assert (every.oldest, every.newest) == (date(2019, 12, 31), date(2028, 3, 1)), way
            assert (some.rows, some.oldest) == (10, date(2026, 10, 25)), way


def a_number_is_no_clock(make: Factory) -> None:
    """Seconds since 1970 are not guessed at: a term that cannot be counted is refused aloud."""
    with make(CLOCKS, visits()) as store:
        selection = Selection("visit", Before("number", date(2026, 1, 1)))
        refuses(lambda: store.values(selection, ("id",), {}, 10))


CLOCK_CONTRACT: tuple[Callable[[Factory], None], ...] = (
    a_day_is_local_in_spring_and_autumn,
    a_leap_day_counts_a_year_as_february_ends,
    a_book_year_ends_at_local_midnight,
    the_oldest_and_newest_are_local_days,
    a_number_is_no_clock,
)


def _finds(make: Factory, day: date, wanted: set[int]) -> None:
    """Every way of writing finds the rows before *day*, and without it those that are not."""
    with make(CLOCKS, visits()) as store:
        for way in WAYS:
            before = Before(way, day)
            rows = store.values(Selection("visit", before), ("id",), {}, 100)
            others = store.values(Selection("visit", not_(before)), ("id",), {}, 100)
            assert {row[0] for row in rows} == wanted, (way, day)
            assert {row[0] for row in others} == set(range(1, 18)) - wanted, (way, day)
