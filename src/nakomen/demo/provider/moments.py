"""The days on which a term of one year turns, in the time of Europe/Amsterdam."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")
_ENDS_OF_A_DAY: Final = (time(0, 0, 0), time(23, 59, 59))


def year_before(day: date) -> date:
    """
    The same day a year earlier; 29 February becomes 28 February.

    >>> year_before(date(2028, 2, 29))
    datetime.date(2027, 2, 28)
    """
    last = monthrange(day.year - 1, day.month)[1]
    return date(day.year - 1, day.month, min(day.day, last))


def clock_changes(today: date) -> tuple[date, ...]:
    """
    The last Sundays of March and October in the two years before *today*.

    >>> clock_changes(date(2026, 11, 21))[-1]
    datetime.date(2026, 10, 25)
    """
    days = []
    for year in range(today.year - 2, today.year + 1):
        for month in (3, 10):
            last = date(year, month, 31)
            days.append(last - timedelta(days=last.isoweekday() % 7))
    return tuple(day for day in days if today - timedelta(days=730) < day < today)


def boundary_days(today: date) -> tuple[date, ...]:
    """The day a year before *today* and each change of the clock, with the days around them."""
    turns = {year_before(today), *clock_changes(today)}
    return tuple(sorted({turn + timedelta(days=step) for turn in turns for step in (-1, 0, 1)}))


def boundary_moments(today: date) -> tuple[datetime, ...]:
    """
    The first and the last second of each boundary day, in UTC; and the hour that comes twice.

    >>> len(boundary_moments(date(2026, 11, 21)))
    34
    """
    local = [
        datetime.combine(d, t, AMSTERDAM) for d in boundary_days(today) for t in _ENDS_OF_A_DAY
    ]
    twice = [
        datetime.combine(day, time(2, 30), AMSTERDAM).replace(fold=fold)
        for day in clock_changes(today)
        if day.month == 10
        for fold in (0, 1)
    ]
    return tuple(moment.astimezone(UTC) for moment in sorted([*local, *twice], key=_utc))


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
