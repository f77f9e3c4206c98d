"""One clock: what starts it, how long it runs, what changes it, what follows when it is late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from nakomen.law.checked import Checked
from nakomen.law.clocks.deadline import (
    Deadline,
    HourLimit,
    hours_after,
    working_days_after,
)
from nakomen.law.nl import atw_1_terms
from nakomen.terms import Period, Text


class By(StrEnum):
    """Who says how a term in days or months is counted."""

    EU = "eu"
    """Regulation 1182/71."""
    ATW = "atw"
    """Algemene termijnenwet."""
    PRACTICE = "practice"
    """Nobody: our own choice or custom; it never moves."""


@dataclass(frozen=True, kw_only=True)
class Limit:
    """One length, in calendar time, in working days or in hours; exactly one of the three."""

    period: Period | None = None
    working_days: int | None = None
    hours: int | None = None
    by: By = By.EU

    def ends(self, start: date | datetime) -> Deadline | HourLimit:
        """
        Raises:
            ValueError: a length in hours needs a moment with its time zone.
        """
        if self.hours is not None:
            if not isinstance(start, datetime):
                raise ValueError("a term in hours starts at a moment, not on a day")
            return hours_after(start, self.hours)
        day = start.date() if isinstance(start, datetime) else start
        if self.working_days is not None:
            return Deadline.exactly(working_days_after(day, self.working_days))
        return self._in_calendar_time(day, self.period or Period())

    def _in_calendar_time(self, day: date, period: Period) -> Deadline:
        match self.by:
            case By.EU:
                return Deadline.on(period.after(day))
            case By.ATW:
                return atw_1_terms.ends(day, period)
            case By.PRACTICE:
                return Deadline.exactly(period.after(day))


@dataclass(frozen=True, kw_only=True)
class Clock:
    """
    *limits* is empty where only "at once" or "before" counts; a second limit is an extension.

    *missed* and *changes* are None where law names nothing.
    """

    id: str
    what: Text
    starts: Text
    length: Text
    changes: Text | None = None
    missed: Text | None = None
    limits: tuple[Limit, ...] = ()
    article: str
    checked: Checked
    norm: str | None = None
    """The id of the norm that computes it with its exceptions, if one does."""

    def ends(self, start: date | datetime) -> Iterator[Deadline | HourLimit]:
        """The end of each limit, in their order; nothing where none is set."""
        return (limit.ends(start) for limit in self.limits)


def months(count: int) -> Limit:
    return Limit(period=Period(months=count))


def practice(**length: int) -> Limit:
    """A length that we or custom chose, in the units of `Period`."""
    return Limit(period=Period(**length), by=By.PRACTICE)
