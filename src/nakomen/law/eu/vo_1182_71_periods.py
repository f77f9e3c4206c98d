"""
Verordening (EEG, Euratom) 1182/71 artikel 3: how terms in European law are counted.

Holds for: every term of the AVG in days, weeks, months or years. A term in hours begins at the next
           full hour and never moves.
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
           days, which can only make a deadline earlier. Nor does anything lean on artikel 3 lid 5,
           two working days in every term.
"""

from datetime import date

from nakomen.law.clocks.deadline import Deadline, working_day
from nakomen.law.model import LegalRule
from nakomen.law.sources import REGULATION_1182_71
from nakomen.terms import Period, RecordKind, Text

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


def next_working_day(day: date) -> date:
    """*day* itself, or the first day after it that is no Saturday, Sunday or holiday."""
    return working_day(day)


def ends(start: date, term: Period) -> Deadline:
    """When a term of European law ends that an event on *start* sets going."""
    return Deadline.on(term.after(start))
