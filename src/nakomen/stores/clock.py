"""Days in the Netherlands: when local midnight is, and on which local day a clock's value falls."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/Amsterdam")
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
ZONED = re.compile(r".*(Z|[+-]\d{2}:\d{2})", re.ASCII | re.DOTALL)


def midnight(day: date) -> datetime:
    """
    The instant at which *day* begins in the Netherlands, in UTC.

    >>> midnight(date(2026, 3, 29)), midnight(date(2026, 3, 30))
    (datetime.datetime(2026, 3, 28, 23, 0, tzinfo=datetime.timezone.utc), \
datetime.datetime(2026, 3, 29, 22, 0, tzinfo=datetime.timezone.utc))
    """
    return datetime(day.year, day.month, day.day, tzinfo=LOCAL).astimezone(UTC)


def before(value: object, day: date) -> bool:
    """
    Whether a clock's value lies before local midnight of *day*. What tells no day is not before.

    Text counts as ISO 8601; without a zone it is local time.

    >>> before("2026-03-31T22:30:00Z", date(2026, 4, 1)), before("", date(2026, 4, 1))
    (False, False)
    """
    if isinstance(value, str) and not ZONED.fullmatch(value):
        return ISO_DAY.match(value) is not None and value[:10] < day.isoformat()
    found = local_day(value)
    return found is not None and found < day


def local_day(value: object) -> date | None:
    """
    The local day on which a clock's value falls; None when it tells no day.

    >>> local_day("2026-03-31T22:30:00Z"), local_day("2026-03-31 22:30"), local_day("onbekend")
    (datetime.date(2026, 4, 1), datetime.date(2026, 3, 31), None)
    """
    if isinstance(value, str):
        value = _read(value)
    if isinstance(value, datetime):
        return value.astimezone(LOCAL).date() if value.tzinfo else value.date()
    return value if isinstance(value, date) else None


def _read(text: str) -> date | None:
    if not ISO_DAY.match(text):
        return None
    for read, part in ((datetime.fromisoformat, text), (date.fromisoformat, text[:10])):
        try:
            return read(part)
        except ValueError:
            continue
    return None
