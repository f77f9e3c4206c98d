"""
AWR artikel 52 lid 4: fiscale bewaarplicht, zeven jaar.

Holds for: records of kind `billing`, from the end of the calendar year.
Demands:   keep at least 7 years what the books need. Beats a request under AVG artikel 17, see lid
           3 onder b.
Example:   invoice of 15 March 2019, asked to erase on 1 May 2026 → keep until 1 January 2027:

    >>> from datetime import date
    >>> SEVEN_YEARS.free_from(date(2019, 3, 15), RULE.start)
    datetime.date(2027, 1, 1)

    The last day of one book year and the first of the next are a year apart:

    >>> SEVEN_YEARS.free_from(date(2019, 12, 31), RULE.start)
    datetime.date(2027, 1, 1)
    >>> SEVEN_YEARS.free_from(date(2020, 1, 1), RULE.start)
    datetime.date(2028, 1, 1)

Source:    wetten.overheid.nl, BWBR0002320, consolidation of 2007, read on 2026-11-21.
Checked:   the seven years are verified in that older text. The article names no start: the end of
           the calendar year is practice, for a book year that is the calendar year. What the books
           need of a customer is after ob_35a_invoice_content, which is not verified.
"""

from nakomen.law.model import LegalRule
from nakomen.law.nl import ob_35a_invoice_content
from nakomen.law.sources import AWR
from nakomen.terms import Moment, Period, RecordKind, Text

SEVEN_YEARS = Period(years=7)

RULE = LegalRule(
    id="awr-52",
    article="AWR artikel 52 lid 4",
    records=frozenset({RecordKind.BILLING}),
    text=Text(
        "fiscale bewaarplicht: facturen en wat de boekhouding nodig heeft, blijven 7 jaar",
        "tax law: invoices and what the books need are kept for 7 years",
    ),
    keep=SEVEN_YEARS,
    start=Moment.CALENDAR_YEAR_END,
    beats_erasure=True,
    needs=ob_35a_invoice_content.RULE.needs,
    source=AWR,
    verified=True,
    checked=Text(
        "De zeven jaar zijn nagelezen in de tekst van 2007. De wet noemt geen begin: het einde van "
        "het kalenderjaar is de praktijk.",
        "The seven years were read in the text of 2007. The article names no start: the end of the "
        "calendar year is practice.",
    ),
)
