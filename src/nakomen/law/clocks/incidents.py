"""Clocks of breaches."""

from nakomen.law.checked import Checked
from nakomen.law.clocks.clock import By, Clock, Limit, months
from nakomen.law.eu.avg_33_1_breach import NOTICE_HOURS
from nakomen.terms import Text

_HOURS = NOTICE_HOURS[-1].hours
_AWARE = Text("het moment waarop u het weet", "the moment on which you are aware")

CLOCKS = (
    Clock(
        id="CL-15",
        what=Text("datalek melden bij de AP", "breach to the authority"),
        starts=_AWARE,
        length=Text(
            f"zonder onredelijke vertraging, uiterlijk {_HOURS} uur",
            f"without undue delay, {_HOURS} hours at most",
        ),
        changes=Text(
            "risico onwaarschijnlijk; in delen; later met de reden erbij",
            "risk unlikely; in parts; later with the reasons",
        ),
        missed=Text("boete", "fine"),
        limits=(Limit(hours=_HOURS),),
        article="AVG artikel 33 lid 1 en 4",
        checked=Checked.READ,
        norm="avg-33-1",
    ),
    Clock(
        id="CL-16",
        what=Text("datalek vertellen aan betrokkenen", "breach to the persons"),
        starts=Text("een hoog risico is waarschijnlijk", "a high risk is likely"),
        length=Text("zonder onredelijke vertraging", "without undue delay"),
        changes=Text(
            "artikel 34 lid 3; financiële ondernemingen (UAVG artikel 42)",
            "article 34(3); financial companies (UAVG article 42)",
        ),
        missed=Text("de AP kan het gelasten", "the authority may order it"),
        article="AVG artikel 34 lid 1, 3 en 4",
        checked=Checked.OLDER,
    ),
    Clock(
        id="CL-17",
        what=Text("verwerker aan verantwoordelijke", "processor to controller"),
        starts=Text("de verwerker weet het", "the processor is aware"),
        length=Text(
            "zonder onredelijke vertraging (in contracten: 24 uur)",
            "without undue delay (in contracts: 24 hours)",
        ),
        limits=(Limit(hours=24, by=By.PRACTICE),),
        article="AVG artikel 33 lid 2 en 28 lid 3 onder f",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-18",
        what=Text("datalek bij een verwerker melden", "reporting a breach at a processor"),
        starts=Text("de verwerker licht u in", "the processor informs you"),
        length=Text(f"{_HOURS} uur", f"{_HOURS} hours"),
        limits=(Limit(hours=_HOURS),),
        article="AVG artikel 33 lid 1",
        checked=Checked.MEMORY,
        norm="avg-33-1",
    ),
    Clock(
        id="CL-19",
        what=Text("inbreuk bij telecom melden", "telecom breach to the authority"),
        starts=Text("de ontdekking", "the detection"),
        length=Text(
            "onverwijld; 24 uur (Vo 611/2013, niet nagelezen)",
            "without delay; 24 hours (Regulation 611/2013, not verified)",
        ),
        limits=(Limit(hours=24),),
        article="Telecommunicatiewet artikel 11.3a lid 1",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-20",
        what=Text("inbreuk bij telecom vertellen aan de abonnee", "telecom breach to subscribers"),
        starts=Text("nadelige gevolgen zijn waarschijnlijk", "adverse effects are likely"),
        length=Text("onverwijld", "without delay"),
        changes=Text("versleuteld (lid 5)", "encrypted (paragraph 5)"),
        article="Telecommunicatiewet artikel 11.3a lid 2 en 5",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-31",
        what=Text(
            "incident bij een essentiële of belangrijke organisatie",
            "incident at an essential or important entity",
        ),
        starts=_AWARE,
        length=Text(
            "24 uur waarschuwen, 72 uur melden, na een maand verslag",
            "24 hours to warn, 72 hours to notify, a report after a month",
        ),
        limits=(Limit(hours=24), Limit(hours=72), months(1)),
        article="Cyberbeveiligingswet",
        checked=Checked.MEMORY,
    ),
)
