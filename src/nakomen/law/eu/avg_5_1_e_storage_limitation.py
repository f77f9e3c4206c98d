"""
AVG artikel 5 lid 1 onder e: niet langer bewaren dan nodig.

Holds for: all records.
Demands:   when the promised term is over the record goes, without anybody asking, unless a norm
           still holds it.
Example:   logins are promised for one year. The login of 1 May 2025 may stay on 1 May 2026 and is
           overdue the day after:

    >>> from datetime import date
    >>> from nakomen.terms import Moment, Period
    >>> Period(years=1).free_from(date(2025, 5, 1), Moment.EVENT)
    datetime.date(2026, 5, 2)

Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified. It names no term; how a term is counted is after Regulation
           1182/71, see vo_1182_71_periods.
"""

from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import RecordKind, Text

RULE = LegalRule(
    id="avg-5-1-e",
    article="AVG artikel 5 lid 1 onder e",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "gegevens blijven niet langer dan nodig: na de beloofde termijn worden ze gewist",
        "data stay no longer than needed: after the promised term they are erased",
    ),
    source=AVG,
    verified=True,
    checked=Text(
        "Het artikel is nagelezen. Het noemt zelf geen termijn; die staat in de verklaring.",
        "The article was read. It names no term itself; the statement does.",
    ),
)
