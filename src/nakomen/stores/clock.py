"""Days in the Netherlands: when local midnight is, and on which local day a clock's value falls."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from nakomen.records import LOCAL_ZONE

LOCAL = ZoneInfo(LOCAL_ZONE)
ISO_DAY = re.compile(r"[1-9]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)
"""A day as it is written. 0000-00-00 and the thirteenth month stand for a day nobody knows."""
TIMED = re.compile(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}", re.ASCII)
ZONED = re.compile(TIMED.pattern + r".*(Z|[+-][01]\d(:?[0-5]\d)?)", re.ASCII | re.DOTALL)


def midnight(day: date) -> datetime:
    """
    The instant at which *day* begins in the Netherlands, in UTC.

    >>> midnight(date(2026, 3, 29)), midnight(date(2026, 3, 30))
    (datetime.datetime(2026, 3, 28, 23, 0, tzinfo=datetime.timezone.utc), \
datetime.datetime(2026, 3, 29, 22, 0, tzinfo=datetime.timezone.utc))
    """
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL).astimezone(UTC)


def wall(day: date, zone: str) -> datetime:
    """
    What a clock in *zone* shows when *day* begins in the Netherlands.

    >>> wall(date(2026, 3, 29), "UTC"), wall(date(2026, 3, 30), LOCAL_ZONE)
    (datetime.datetime(2026, 3, 28, 23, 0), datetime.datetime(2026, 3, 30, 0, 0))
    """
    return midnight(day).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def before(value: object, day: date, zone: str = LOCAL_ZONE) -> bool:
    """
    Whether a clock's value lies before local midnight of *day*. What tells no day is not before.

    Text counts as ISO 8601. A moment without a zone was read in *zone*; a bare day is a local day.

    >>> before("2026-03-31T22:30:00Z", date(2026, 4, 1)), before("", date(2026, 4, 1))
    (False, False)
    >>> at = "2026-03-31 22:30"
    >>> before(at, date(2026, 4, 1)), before(at, date(2026, 4, 1), "UTC")
    (True, False)
    """
    if isinstance(value, str) and not ZONED.fullmatch(value):
        if ISO_DAY.match(value) and TIMED.match(value):
            return value.replace("T", " ") < f"{wall(day, zone):%Y-%m-%d %H:%M}"
        return ISO_DAY.match(value) is not None and value[:10] < day.isoformat()
    if isinstance(value, datetime) and not value.tzinfo:
        return value < wall(day, zone)
    found = local_day(value)
    return found is not None and found < day


def tells_day(value: object) -> bool:
    """
    Whether a clock's value can be before a day at all.

    >>> tells_day("2026-02-30"), tells_day("2026-13-01"), tells_day("0000-00-00"), tells_day(None)
    (True, False, False, False)
    """
    if isinstance(value, str):
        return ISO_DAY.match(value) is not None
    return isinstance(value, date)


def local_day(value: object, zone: str = LOCAL_ZONE) -> date | None:
    """
    The local day on which a clock's value falls; None when it tells no day.

    >>> local_day("2026-03-31T22:30:00Z"), local_day("2026-03-31 22:30"), local_day("onbekend")
    (datetime.date(2026, 4, 1), datetime.date(2026, 3, 31), None)
    >>> local_day("2026-03-31 22:30", "UTC"), local_day("2026-03-31", "Asia/Tokyo")
    (datetime.date(2026, 4, 1), datetime.date(2026, 3, 31))
    """
    if isinstance(value, str):
        value = _read(value)
    if isinstance(value, datetime):
        return _local(value, zone)
    return value if isinstance(value, date) else None


def _local(moment: datetime, zone: str) -> date:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))
    try:
        return aware.astimezone(LOCAL).date()
    except OverflowError:  # The year 9999 stands for "never" in many systems.
        return moment.date()


def _read(text: str) -> date | None:
    if not ISO_DAY.match(text):
        return None
    if len(text) == 10:
        return _day(text)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return _day(text[:10])


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
