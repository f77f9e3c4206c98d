"""
AVG artikel 33 lid 1: een datalek wordt binnen 72 uur gemeld bij de toezichthouder.

Holds for: a breach of personal data that is not unlikely to be a risk, from the moment on which the
           controller is aware of it, or hears of it from a processor.
Demands:   a notice without undue delay and within 72 hours; weekends and holidays count. Later only
           with the reasons; in parts when not all is known.
Example:   found on Friday 20 November 2026 at a quarter to six:

    >>> found = datetime(2026, 11, 20, 17, 45, tzinfo=ZoneInfo("Europe/Amsterdam"))
    >>> notify(found).safe.isoformat()
    '2026-11-23T17:45:00+01:00'

Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified. A proposal (COM(2025) 837) would make it 96 hours; it was not
           law when this was checked, so the hours stand in a table with the days they hold.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from nakomen.law.clocks.deadline import HERE, HourLimit, hours_after
from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import RecordKind, Text


@dataclass(frozen=True, kw_only=True)
class NoticeHours:
    """So many hours for a breach of which one became aware from *since* on, until the next row."""

    since: date
    hours: int


NOTICE_HOURS = (NoticeHours(since=date(2018, 5, 25), hours=72),)
"""In the order of time."""

RULE = LegalRule(
    id="avg-33-1",
    article="AVG artikel 33 lid 1",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "een datalek met risico wordt binnen 72 uur gemeld bij de Autoriteit Persoonsgegevens",
        "a breach that is a risk is notified to the supervisory authority within 72 hours",
    ),
    source=AVG,
    verified=True,
    checked=Text(
        "Het artikel is nagelezen. Hoe uren tellen, is gelezen bij anderen: ga uit van de vroegste "
        "uitkomst.",
        "The article was read. How hours count was read in reports: go by the earliest outcome.",
    ),
)


def notify(aware: datetime) -> HourLimit:
    """
    Raises:
        ValueError: *aware* does not say its time zone.
    """
    day = aware.astimezone(ZoneInfo(HERE)).date()
    hours = [row.hours for row in NOTICE_HOURS if row.since <= day]
    return hours_after(aware, hours[-1] if hours else NOTICE_HOURS[0].hours)
