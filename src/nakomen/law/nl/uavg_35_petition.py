"""
Uitvoeringswet AVG artikel 35 lid 2: naar de rechtbank, binnen zes weken na het antwoord.

Holds for: the answer of a controller that is no government body, from the day the person has it.
Demands:   a petition within six weeks. When no answer came in time there is no term at all. After
           mediation by the authority six weeks from its end (artikel 36 lid 1).
Example:   an answer received on 2 March 2026 can go to court until Monday 13 April:

    >>> petition(date(2026, 3, 2)).safe
    datetime.date(2026, 4, 13)

Source:    wetten.overheid.nl, BWBR0040940, texts of 2018 and 2020, read on 2026-11-21.
Checked:   verified in those older texts; a consolidation of 1 September 2026 was not read. The Atw
           counts this term, so the person has until *latest*; tell her *safe*.
"""

from datetime import date

from nakomen.law.clocks.deadline import Deadline
from nakomen.law.model import LegalRule
from nakomen.law.nl.atw_1_terms import ends
from nakomen.law.sources import UAVG
from nakomen.terms import Period, RecordKind, Text

SIX_WEEKS = Period(weeks=6)

RULE = LegalRule(
    id="uavg-35",
    article="UAVG artikel 35 lid 2",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "wie het niet eens is met het antwoord, kan binnen zes weken naar de rechtbank",
        "whoever disagrees with the answer can go to court within six weeks",
    ),
    source=UAVG,
    verified=True,
    checked=Text(
        "Nagelezen in de teksten van 2018 en 2020. De tekst van 1 september 2026 is niet gelezen.",
        "Read in the texts of 2018 and 2020. The text of 1 September 2026 was not read.",
    ),
)


def petition(answered: date | None) -> Deadline | None:
    """The last day to go to court; None when no answer came in time, for then there is none."""
    return ends(answered, SIX_WEEKS) if answered else None
