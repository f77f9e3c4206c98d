"""A length of time as people write it: "7 jaar", "90 dagen", "P7Y"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from nakomen.terms.moment import Moment
from nakomen.terms.text import Lang

_COUNTED = (
    "een|één|one twee|two drie|three vier|four vijf|five zes|six zeven|seven acht|eight negen|nine "
    "tien|ten elf|eleven twaalf|twelve dertien|thirteen veertien|fourteen"
)
NUMBER_WORDS = {
    word: number
    for number, words in enumerate(_COUNTED.split(), start=1)
    for word in words.split("|")
} | {"dertig": 30, "thirty": 30, "negentig": 90, "ninety": 90, "zestig": 60, "sixty": 60}
UNIT_WORDS = {
    "years": "jaar|jaren|kalenderjaar|kalenderjaren|boekjaren|year|years|calendar years",
    "months": "maand|maanden|month|months",
    "weeks": "week|weken|weeks",
    "days": "dag|dagen|kalenderdagen|day|days",
}
_UNITS = {word: unit for unit, words in UNIT_WORDS.items() for word in words.split("|")}
_ISO = re.compile(r"P(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?\Z")
_TOLD = {
    "years": ("jaar", "jaar", "year", "years"),
    "months": ("maand", "maanden", "month", "months"),
    "weeks": ("week", "weken", "week", "weeks"),
    "days": ("dag", "dagen", "day", "days"),
}


class PeriodError(ValueError):
    """Not a period. Write a number and a unit, such as "30 dagen" or "7 jaar"."""


@dataclass(frozen=True)
class Period:
    """
    Whole years, months, weeks and days; never hours.

    >>> Period.parse("7 jaar").iso, Period.parse("negentig dagen").iso, Period.parse("P1Y6M").iso
    ('P7Y', 'P90D', 'P1Y6M')
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> "Period":
        """
        Read a period from Dutch, English or ISO 8601.

        Raises:
            PeriodError: the text is no period.
        """
        words = text.strip().casefold()
        if iso := _ISO.match(words.upper()):
            numbers = [int(n or 0) for n in iso.groups()]
            if any(n is not None for n in iso.groups()):
                return cls(*numbers)
        number, _, unit = words.partition(" ")
        count = int(number) if number.isdecimal() and len(number) < 6 else NUMBER_WORDS.get(number)
        if count is None or unit.strip() not in _UNITS:
            raise PeriodError(PeriodError.__doc__)
        return cls(**{_UNITS[unit.strip()]: count})

    @property
    def iso(self) -> str:
        parts = ((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        return "P" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0D")

    def tell(self, lang: Lang) -> str:
        """
        The period in words.

        >>> Period(years=7).tell(Lang.NL), Period(days=90).tell(Lang.EN)
        ('7 jaar', '90 days')
        """
        parts = [(n, _TOLD[name]) for name in _TOLD if (n := getattr(self, name))]
        start = 0 if lang is Lang.NL else 2
        told = [f"{n} {words[start + (n != 1)]}" for n, words in parts]
        return (" en " if lang is Lang.NL else " and ").join(
            told
        ) or f"0 {_TOLD['days'][start + 1]}"

    def after(self, day: date) -> date:
        """
        *day* plus this period; a day that does not exist becomes the last of its month.

        >>> Period(months=1).after(date(2026, 1, 31))
        datetime.date(2026, 2, 28)
        """
        months = day.year * 12 + day.month - 1 + self.years * 12 + self.months
        year, month = divmod(months, 12)
        clipped = date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
        return clipped + timedelta(weeks=self.weeks, days=self.days)

    def free_from(self, day: date, moment: Moment) -> date:
        """
        The first day on which a record with clock *day* may go.

        >>> Period(years=7).free_from(date(2019, 3, 15), Moment.CALENDAR_YEAR_END)
        datetime.date(2027, 1, 1)
        >>> Period(years=1).free_from(date(2025, 5, 1), Moment.EVENT)
        datetime.date(2026, 5, 2)
        """
        start = date(day.year, 12, 31) if moment.ends_year else day
        return self.after(start) + timedelta(days=1)

    def cutoff(self, today: date, moment: Moment) -> date:
        """
        The first clock day that is not yet free on *today*: every earlier record may go.

        >>> Period(years=7).cutoff(date(2027, 1, 1), Moment.CALENDAR_YEAR_END)
        datetime.date(2020, 1, 1)
        >>> Period(years=1).cutoff(date(2026, 5, 2), Moment.EVENT)
        datetime.date(2025, 5, 2)
        """
        if moment.ends_year:
            year = today.year - self.years - 2
            while self.free_from(date(year, 1, 1), moment) <= today:
                year += 1
            return date(year, 1, 1)
        day = Period(-self.years, -self.months, -self.weeks, -self.days).after(today)
        day -= timedelta(days=4)
        while self.free_from(day, moment) <= today:
            day += timedelta(days=1)
        return day
