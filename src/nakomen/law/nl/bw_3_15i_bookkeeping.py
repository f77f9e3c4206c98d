"""
BW boek 3 artikel 15i: wie een bedrijf heeft, bewaart zijn administratie zeven jaar.

Holds for: records of kind `billing` of everyone who runs a business or works independently, with
           or without a legal person. From the end of the book year.
Demands:   keep at least 7 years, by the reference in lid 2 to BW 2:10 lid 3.
Example:   Anna's invoice of 15 March 2019 stays through 2026:

    >>> from datetime import date
    >>> SEVEN_YEARS.free_from(date(2019, 3, 15), RULE.start)
    datetime.date(2027, 1, 1)

Source:    wetten.overheid.nl, BWBR0005291 (text of 2020) and BWBR0003045 (BW 2:10, text of 2005),
           read on 2026-11-21.
Checked:   the seven years are verified in those older texts; the end of the year is practice.
"""

from nakomen.law.model import LegalRule
from nakomen.law.nl import ob_35a_invoice_content
from nakomen.law.sources import BW_3
from nakomen.terms import Moment, Period, RecordKind, Text

SEVEN_YEARS = Period(years=7)

RULE = LegalRule(
    id="bw-3-15i",
    article="BW 3:15i lid 2",
    records=frozenset({RecordKind.BILLING}),
    text=Text(
        "wie een bedrijf heeft, bewaart zijn administratie 7 jaar",
        "whoever runs a business keeps its records for 7 years",
    ),
    keep=SEVEN_YEARS,
    start=Moment.CALENDAR_YEAR_END,
    beats_erasure=True,
    needs=ob_35a_invoice_content.RULE.needs,
    source=BW_3,
    verified=True,
    checked=Text(
        "Nagelezen in oudere teksten (BW 3 van 2020, BW 2:10 van 2005). Het einde van het boekjaar "
        "als begin is de praktijk.",
        "Read in older texts (BW 3 of 2020, BW 2:10 of 2005). The end of the book year as start is "
        "practice.",
    ),
)
