"""
Algemene termijnenwet artikel 1: hoe een termijn in een Nederlandse wet eindigt.

Holds for: terms that a Dutch statute sets, such as the six weeks of UAVG artikel 35. Not the month
           of the AVG, which Regulation 1182/71 counts.
Demands:   a term that ends on a Saturday, Sunday or holiday ends on the next other day (artikel 1);
           in a term of three days or more at least two other days (artikel 2). Holidays are those
           of artikel 3, with 5 May of every year and Goede Vrijdag. None of it for terms in hours
           or years, or of more than 90 days, 12 weeks or 3 months (artikel 4 onder a).
Example:   six weeks that end on Goede Vrijdag 3 April 2026 end on Tuesday 7 April; five years do
           not move:

    >>> ends(date(2026, 2, 20), Period(weeks=6)).latest
    datetime.date(2026, 4, 7)
    >>> ends(date(2021, 4, 3), Period(years=5)).latest
    datetime.date(2026, 4, 3)

Source:    wetten.overheid.nl, BWBR0002448, whole text read on 2026-11-21.
Checked:   verified. That Koningsdag is on 26 April when the 27th is a Sunday is from memory.
"""

from datetime import date, timedelta

from nakomen.law.clocks.deadline import Deadline, works_in_atw
from nakomen.law.model import LegalRule
from nakomen.law.sources import ATW
from nakomen.terms import Period, RecordKind, Text

RULE = LegalRule(
    id="atw-1",
    article="Algemene termijnenwet artikel 1",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "een wettelijke termijn die eindigt op een zaterdag, zondag of feestdag, loopt door tot de "
        "volgende andere dag",
        "a statutory term that ends on a Saturday, Sunday or holiday runs on to the next other day",
    ),
    source=ATW,
    verified=True,
    checked=Text(
        "De wet is nagelezen. Dat Koningsdag op 26 april valt als de 27e een zondag is, niet.",
        "The act was read. That Koningsdag is on 26 April when the 27th is a Sunday was not.",
    ),
)


def moves(term: Period) -> bool:
    """Whether the act speaks of a term of this length at all (artikel 4 onder a)."""
    return not term.years and term.months <= 3 and term.weeks <= 12 and term.days <= 90


def ends(start: date, term: Period) -> Deadline:
    """When a term ends that an event on *start* sets going; *latest* is what the act allows."""
    last = term.after(start)
    if not moves(term):
        return Deadline.exactly(last)
    while (last - start).days >= 3 and _other_days(start, last) < 2:
        last += timedelta(days=1)
    return Deadline.on(last)


def _other_days(start: date, last: date) -> int:
    days = (start + timedelta(days=n) for n in range(1, (last - start).days + 1))
    return sum(works_in_atw(day) for day in days)
