"""
AVG artikel 12 lid 6: bij redelijke twijfel mag naar de identiteit worden gevraagd.

Holds for: requests under AVG artikelen 15 to 21, from the day the controller asks.
Demands:   the least data that settle a doubt that was written down. The month stands still from the
           question to its answer, if the question came at once; five calendar days is our own
           measure of that. Who is logged in, or writes from a known address, gives no doubt.
Example:   received on 2 March 2026, asked the next day, answered on 10 March: seven days do not
           count. Asked after three weeks, every day counts:

    >>> received = date(2026, 3, 2)
    >>> paused_days(received, date(2026, 3, 3), date(2026, 3, 10))
    7
    >>> paused_days(received, date(2026, 3, 25), date(2026, 4, 10))
    0

Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified. That the month stands still is after EDPB 01/2022, read in
           reports only; AP CAK (16-12-2022) shows that an answer on the same day gives no pause.
"""

from datetime import date

from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import RecordKind, Text

AT_ONCE_DAYS = 5
"""Calendar days in which a question still comes "at once". The law names no number."""

RULE = LegalRule(
    id="avg-12-6",
    article="AVG artikel 12 lid 6",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "alleen bij redelijke twijfel wordt om extra gegevens gevraagd, en dan zo weinig mogelijk",
        "only reasonable doubt is a ground to ask for more data, and then as little as possible",
    ),
    source=AVG,
    verified=True,
    checked=Text(
        "Het artikel is nagelezen. Dat de termijn dan stilstaat, is bij anderen gelezen. De vijf "
        "dagen zijn onze eigen maat.",
        "The article was read. That the term then stands still was read in reports. The five days "
        "are our own measure.",
    ),
)


def paused_days(received: date, asked: date, arrived: date, *, doubt: bool = True) -> int:
    """
    Days that do not count towards the month.

    *doubt*: a reason to doubt who asks was written down; without one there is no pause.
    """
    at_once = 0 <= (asked - received).days <= AT_ONCE_DAYS
    return max((arrived - asked).days, 0) if doubt and at_once else 0
