"""The last day, or the last hour, of a term: three answers, because the law leaves doubt."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from nakomen.law.holidays import atw_holidays, core_holidays

HERE = "Europe/Amsterdam"
QUIET_MONTHS = frozenset({2, 7, 8, 9, 10, 11})
"""Without any holiday: the earliest Good Friday is on 20 March, the last Whit Monday on 14 June."""


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """
    *nominal* is the day to aim at, *safe* the hard limit, *latest* only what can be defended.

    >>> day = Deadline.on(date(2026, 4, 3))  # Goede Vrijdag
    >>> day.safe.isoformat(), day.latest.isoformat()
    ('2026-04-03', '2026-04-07')
    """

    nominal: date
    safe: date
    latest: date

    @classmethod
    def on(cls, nominal: date) -> "Deadline":
        """A term that would end on *nominal* and moves past days on which nobody works."""
        return cls(
            nominal=nominal,
            safe=working_day(nominal),
            latest=working_day(nominal, atw_holidays),
        )

    @classmethod
    def exactly(cls, day: date) -> "Deadline":
        """A term that does not move, such as a promised one."""
        return cls(nominal=day, safe=day, latest=day)

    def no_later_than(self, day: date) -> "Deadline":
        return Deadline(
            nominal=min(self.nominal, day), safe=min(self.safe, day), latest=min(self.latest, day)
        )


def working_day(day: date, holidays: Callable[[int], frozenset[date]] = core_holidays) -> date:
    """
    *day* itself, or the first day after it that is no Saturday, Sunday or holiday.

    >>> working_day(date(2026, 4, 5)).isoformat()  # Eerste Paasdag
    '2026-04-07'
    """
    while not _works(day, holidays):
        day += timedelta(days=1)
    return day


def working_days_after(day: date, count: int) -> date:
    """
    The last of *count* working days that follow *day*.

    >>> working_days_after(date(2026, 4, 2), 2).isoformat()
    '2026-04-07'
    """
    for _ in range(count):
        day = working_day(day + timedelta(days=1))
    return day


def _works(day: date, holidays: Callable[[int], frozenset[date]]) -> bool:
    if day.isoweekday() > 5:
        return False
    return day.month in QUIET_MONTHS or day not in holidays(day.year)


works_in_atw = partial(_works, holidays=atw_holidays)
"""Whether a day is none of those that Atw artikel 1, 2 and 3 name."""


@dataclass(frozen=True, kw_only=True)
class HourLimit:
    """
    The end of a term in hours, each with its offset to UTC.

    *nominal* counts hours that pass, *safe* is the earlier of that and of the hands of the clock,
    *latest* begins at the next full hour (Regulation 1182/71). Weekends count.
    """

    nominal: datetime
    safe: datetime
    latest: datetime


def hours_after(start: datetime, hours: int) -> HourLimit:
    """
    *hours* after *start*, in Dutch time, across summer time as well.

    >>> found = datetime(2026, 3, 27, 10, 20, tzinfo=ZoneInfo(HERE))
    >>> limit = hours_after(found, 72)  # summer time begins on the 29th
    >>> limit.nominal.isoformat(), limit.safe.isoformat()
    ('2026-03-30T11:20:00+02:00', '2026-03-30T10:20:00+02:00')

    Raises:
        ValueError: *start* does not say its time zone.
    """
    if start.tzinfo is None:
        raise ValueError("a term in hours needs a time zone")
    here = start.astimezone(ZoneInfo(HERE))
    by_the_hands = here + timedelta(hours=hours)  # Python adds to what the clock shows
    passed = _passing(here, hours)
    full_hour = here.replace(minute=0, second=0, microsecond=0)
    return HourLimit(
        nominal=passed,
        safe=min(passed, _passing(by_the_hands, 0), key=lambda moment: moment.astimezone(UTC)),
        latest=_passing(full_hour, hours + 1),
    )


def _passing(start: datetime, hours: int) -> datetime:
    return (start.astimezone(UTC) + timedelta(hours=hours)).astimezone(ZoneInfo(HERE))
