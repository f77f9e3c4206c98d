"""
Verordening (EEG, Euratom) 1182/71 artikel 3: how terms in European law are counted.

Holds for: every term of the AVG in days, weeks, months or years. Never a term in hours.
Demands:   the day of the event does not count; a month ends on the same date of the next month, or
           on its last day; a last day on a Saturday, Sunday or public holiday moves to the next
           working day.
Example:   5 April 2026 is Easter Sunday, so a term that ends then ends on Tuesday 7 April 2026:

    >>> next_working_day(date(2026, 4, 5))
    datetime.date(2026, 4, 7)

    Good Friday and 5 May are not used to gain time:

    >>> next_working_day(date(2026, 4, 3)), next_working_day(date(2026, 5, 5))
    (datetime.date(2026, 4, 3), datetime.date(2026, 5, 5))

Source:    EUR-Lex, CELEX 31971R1182; articles 1, 2 lid 1 and 3 read in quotations on 2026-11-21.
Checked:   not verified: the list of Dutch public holidays under article 2 lid 1, and the rule for
           the end of a month. Days that may not be on that list are therefore counted as working
           days, which can only make a deadline earlier.
"""

from datetime import date, timedelta

from nakomen.law.model import LegalRule
from nakomen.law.sources import REGULATION_1182_71
from nakomen.terms import RecordKind, Text

RULE = LegalRule(
    id="vo-1182-71",
    article="Verordening 1182/71 artikel 3",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "een termijn die eindigt op een zaterdag, zondag of feestdag, loopt door tot de volgende "
        "werkdag",
        "a term that ends on a Saturday, Sunday or public holiday runs on to the next working day",
    ),
    source=REGULATION_1182_71,
    verified=False,
    checked=Text(
        "Artikel 3 is in citaten gelezen. De lijst van Nederlandse feestdagen is niet nagelezen.",
        "Article 3 was read in quotations. The list of Dutch public holidays was not verified.",
    ),
)

_FROM_EASTER = (0, 1, 39, 49, 50)
"""Eerste en Tweede Paasdag, Hemelvaartsdag, Eerste en Tweede Pinksterdag."""


def easter(year: int) -> date:
    """
    Easter Sunday of the Gregorian calendar, after the anonymous computation of 1876.

    >>> easter(2026), easter(2027)
    (datetime.date(2026, 4, 5), datetime.date(2027, 3, 28))
    """
    century = year // 100
    moon = year % 19
    skipped = century - century // 4 - (8 * century + 13) // 25
    epact = (19 * moon + skipped + 15) % 30
    epact -= epact // 28 * (1 - 29 // (epact + 1) * ((21 - moon) // 11))
    weekday = (year + year // 4 + epact + 2 - century + century // 4) % 7
    month, day = divmod(epact - weekday + 28 - 1, 31)
    return date(year, 3 + month, day + 1)


def holidays(year: int) -> frozenset[date]:
    """
    The public holidays that certainly count.

    >>> date(2025, 4, 26) in holidays(2025)  # Koningsdag, because the 27th is a Sunday
    True
    """
    kings_day = date(year, 4, 27)
    if kings_day.isoweekday() == 7:
        kings_day = date(year, 4, 26)
    fixed = {date(year, 1, 1), kings_day, date(year, 12, 25), date(year, 12, 26)}
    return frozenset(fixed | {easter(year) + timedelta(days=n) for n in _FROM_EASTER})


def next_working_day(day: date) -> date:
    """*day* itself, or the first day after it that is no Saturday, Sunday or holiday."""
    while day.isoweekday() > 5 or day in holidays(day.year):
        day += timedelta(days=1)
    return day
