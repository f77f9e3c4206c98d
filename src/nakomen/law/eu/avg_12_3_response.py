"""
AVG artikel 12 lid 3: antwoord op een verzoek, binnen een maand.

Holds for: every request under AVG artikelen 15 to 22, from the day it is received.
Demands:   an answer without undue delay and within one month. A statement may promise an earlier
           answer, and then the earlier day counts; it cannot promise a later one.
Example:   received on 31 January 2026. The month is over on 28 February, a Saturday, so the hard
           limit is Monday 2 March:

    >>> nominal(date(2026, 1, 31)), safe(date(2026, 1, 31))
    (datetime.date(2026, 2, 28), datetime.date(2026, 3, 2))

    Thirty days is not a month, and may be earlier or later; two months is always later:

    >>> due(date(2026, 3, 5), Period(days=30)), due(date(2026, 3, 5))
    (datetime.date(2026, 4, 4), datetime.date(2026, 4, 7))
    >>> always_later(Period(days=30)), always_later(Period(months=2))
    (False, True)

Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified. That Regulation 1182/71 moves the last day is after EDPB
           01/2022, read in a summary only; see vo_1182_71_periods.
"""

from datetime import date

from nakomen.law.eu.vo_1182_71_periods import next_working_day
from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import Period, RecordKind, Text

MONTH = Period(months=1)

RULE = LegalRule(
    id="avg-12-3",
    article="AVG artikel 12 lid 3",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "wie een verzoek doet, krijgt zo snel mogelijk antwoord en uiterlijk binnen een maand",
        "whoever makes a request is answered as soon as possible and within one month",
    ),
    source=AVG,
    verified=True,
    checked=Text(
        "Het artikel is nagelezen. Dat de laatste dag naar een werkdag schuift, is gelezen in een "
        "samenvatting van EDPB 01/2022.",
        "The article was read. That the last day moves to a working day was read in a summary of "
        "EDPB 01/2022.",
    ),
)


def nominal(received: date) -> date:
    """The same day one month later, or the last of that month: the day to aim at."""
    return MONTH.after(received)


def safe(received: date) -> date:
    """*nominal*, moved to a working day: the hard limit."""
    return next_working_day(nominal(received))


def due(received: date, promised: Period | None = None) -> date:
    """
    The last day for an answer: the earlier of what was promised and what the law allows.

    A promised day is not moved to a working day; nothing in the law says it would be.
    """
    return min(promised.after(received), safe(received)) if promised else safe(received)


def always_later(promised: Period) -> bool:
    """Whether *promised* ends after the legal month whatever the day of receipt."""
    before_a_long_month = date(2026, 1, 1)  # no month is longer, so here the gap is smallest
    return promised.after(before_a_long_month) > nominal(before_a_long_month)
