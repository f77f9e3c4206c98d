"""Clocks of keeping things in order: assessments, reviews, processors, retention."""

from nakomen.law.checked import Checked
from nakomen.law.clocks.clock import Clock, Limit, practice
from nakomen.terms import Period, Text

_BEFORE = Text("vooraf", "in advance")

CLOCKS = (
    Clock(
        id="CL-22",
        what=Text("antwoord van de AP op een raadpleging vooraf", "answer to a prior consultation"),
        starts=Text("de ontvangst door de AP", "receipt by the authority"),
        length=Text("acht weken, en zes meer", "eight weeks, and six more"),
        changes=Text("staat stil om gegevens", "stands still for information"),
        limits=(Limit(period=Period(weeks=8)), Limit(period=Period(weeks=14))),
        article="AVG artikel 36 lid 2",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-23",
        what=Text("effectbeoordeling (DPIA)", "impact assessment (DPIA)"),
        starts=Text("de verwerking", "the processing"),
        length=_BEFORE,
        article="AVG artikel 35 lid 1",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-24",
        what=Text("effectbeoordeling opnieuw", "impact assessment again"),
        starts=Text("een ander risico, of de vorige", "another risk, or the last one"),
        length=Text("dan (onze maat: elke 36 maanden)", "then (our measure: every 36 months)"),
        limits=(practice(months=36),),
        article="AVG artikel 35 lid 11",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-25",
        what=Text("beleid en verklaring bekijken", "review of policy and statement"),
        starts=Text("de vorige keer", "the last time"),
        length=Text("onze maat: 12 tot 24 maanden", "our measure: 12 to 24 months"),
        limits=(practice(months=12), practice(months=24)),
        article="AVG artikel 24 lid 1",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-26",
        what=Text("bericht van een andere subverwerker", "notice of another sub-processor"),
        starts=Text("het voornemen", "the intention"),
        length=Text(
            "vooraf, met tijd voor bezwaar (onze maat: 30 dagen)",
            "in advance, with time to object (our measure: 30 days)",
        ),
        limits=(practice(days=30),),
        article="AVG artikel 28 lid 2",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-27",
        what=Text("einde van een verwerkersovereenkomst", "end of a processing agreement"),
        starts=Text("het einde van de dienst", "the end of the service"),
        length=Text(
            "wissen of teruggeven, naar keuze van de klant (onze maat: 30 tot 90 dagen)",
            "erase or return, as the customer chooses (our measure: 30 to 90 days)",
        ),
        changes=Text("wettelijke bewaarplicht", "statutory duty to keep"),
        limits=(practice(days=30), practice(days=90)),
        article="AVG artikel 28 lid 3 onder g",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-28",
        what=Text("einde van een bewaartermijn", "end of a retention term"),
        starts=Text("het begin van de termijn", "the start of the term"),
        length=Text(
            "de termijn zelf; wissen in de eerste ronde na de laatste dag",
            "the term itself; erase in the first run after the last day",
        ),
        changes=Text(
            "bewaarplicht, of een vordering die loopt", "a duty to keep, or a claim that runs"
        ),
        article="AVG artikel 5 lid 1 onder e",
        checked=Checked.READ,
        norm="avg-5-1-e",
    ),
)
