"""
AVG artikel 14 lid 3: wie gegevens van een ander kreeg, vertelt dat de betrokkene.

Holds for: personal data that did not come from the person, from the day they were obtained.
Demands:   the information of lid 1 and 2 within a reasonable term and at most one month; at the
           first message to the person, and at the first disclosure to another, if that is earlier.
Example:   obtained on 10 February 2026 and written to on the 20th: on the 20th at the latest.

    >>> inform(date(2026, 2, 10), first_contact=date(2026, 2, 20)).safe
    datetime.date(2026, 2, 20)

Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified. Exceptions of lid 5 are for a person to judge.
"""

from datetime import date

from nakomen.law.clocks.deadline import Deadline
from nakomen.law.eu.vo_1182_71_periods import ends
from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import Period, RecordKind, Text

RULE = LegalRule(
    id="avg-14-3",
    article="AVG artikel 14 lid 3",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "wie gegevens van een ander kreeg, vertelt dat binnen een maand, en uiterlijk bij het "
        "eerste bericht",
        "whoever got data from somebody else says so within a month, and at the first message at "
        "the latest",
    ),
    source=AVG,
    verified=True,
    checked=Text("Het artikel is nagelezen.", "The article was read."),
)


def inform(
    obtained: date, first_contact: date | None = None, first_disclosure: date | None = None
) -> Deadline:
    """The earliest of the month, the first message and the first disclosure."""
    end = ends(obtained, Period(months=1))
    for moment in (first_contact, first_disclosure):
        end = end.no_later_than(moment) if moment else end
    return end
