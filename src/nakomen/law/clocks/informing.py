"""Clocks of informing people, and of consent."""

from nakomen.law.checked import Checked
from nakomen.law.clocks.clock import Clock, months
from nakomen.terms import Text

_BREACH = Text("overtreding", "infringement")
_BEFORE = Text("vooraf", "in advance")

CLOCKS = (
    Clock(
        id="CL-11",
        what=Text("uitleg over gegevens van een ander", "information on data from somebody else"),
        starts=Text("de verkrijging", "obtaining them"),
        length=Text(
            "uiterlijk een maand, bij het eerste bericht of de eerste verstrekking: het vroegste",
            "one month at most, at the first message or disclosure: the earliest",
        ),
        changes=Text("artikel 14 lid 5", "article 14(5)"),
        missed=_BREACH,
        limits=(months(1),),
        article="AVG artikel 14 lid 3",
        checked=Checked.READ,
        norm="avg-14-3",
    ),
    Clock(
        id="CL-12",
        what=Text("uitleg bij het verzamelen", "information at collection"),
        starts=Text("het verzamelen", "collection"),
        length=Text("op dat moment", "at that moment"),
        changes=Text("de persoon weet het al", "the person knows already"),
        missed=_BREACH,
        article="AVG artikel 13 lid 1 en 4",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-13",
        what=Text("uitleg over een nieuw doel", "information on a new purpose"),
        starts=Text("de nieuwe verwerking", "the new processing"),
        length=_BEFORE,
        article="AVG artikel 13 lid 3 en 14 lid 4",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-14",
        what=Text("wijzen op het recht van bezwaar", "pointing to the right to object"),
        starts=Text("het eerste bericht", "the first message"),
        length=Text("uiterlijk daarbij, apart", "then at the latest, separately"),
        article="AVG artikel 21 lid 4",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-29",
        what=Text("toestemming van een ouder", "consent of a parent"),
        starts=Text("de verwerking", "the processing"),
        length=_BEFORE,
        article="AVG artikel 8; UAVG artikel 5",
        checked=Checked.OLDER,
    ),
    Clock(
        id="CL-30",
        what=Text("afmelden in reclame", "opting out in advertising"),
        starts=Text("elk bericht", "each message"),
        length=Text("in elk bericht", "in each message"),
        article="Telecommunicatiewet artikel 11.7 lid 4 onder b",
        checked=Checked.READ,
    ),
)
