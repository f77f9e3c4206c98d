"""Clocks of requests by persons."""

from nakomen.law.checked import Checked
from nakomen.law.clocks.clock import By, Clock, Limit, months
from nakomen.terms import Period, Text

_RECEIPT = Text("de ontvangst, langs welke weg ook", "receipt, by whatever channel")
_COMPLAINT = Text(
    "klacht bij de AP; naar de rechter zonder termijn",
    "complaint to the authority; to court without a term",
)
_BREACH = Text("overtreding", "infringement")

CLOCKS = (
    Clock(
        id="CL-01",
        what=Text("antwoord op een verzoek", "answer to a request"),
        starts=_RECEIPT,
        length=Text(
            "zonder onredelijke vertraging, uiterlijk een maand",
            "without undue delay, one month at most",
        ),
        changes=Text(
            "verlenging (CL-02) en vraag naar identiteit (CL-03)",
            "extension (CL-02) and question of identity (CL-03)",
        ),
        missed=_COMPLAINT,
        limits=(months(1),),
        article="AVG artikel 12 lid 3",
        checked=Checked.READ,
        norm="avg-12-3",
    ),
    Clock(
        id="CL-02",
        what=Text("verlenging van het antwoord", "extension of the answer"),
        starts=_RECEIPT,
        length=Text("twee maanden meer, samen drie", "two months more, three together"),
        changes=Text(
            "alleen om ingewikkeldheid of aantal, gemeld met de reden binnen de eerste maand",
            "only for complexity or number, told with the reason within the first month",
        ),
        missed=Text("te laat", "late"),
        limits=(months(3),),
        article="AVG artikel 12 lid 3",
        checked=Checked.READ,
        norm="avg-12-3",
    ),
    Clock(
        id="CL-03",
        what=Text("pauze om de identiteit", "pause for identity"),
        starts=Text(
            "de dag van de vraag, mits direct gesteld", "the day of the question, if at once"
        ),
        length=Text("tot het antwoord er is", "until the answer is there"),
        changes=Text(
            "geen pauze zonder redelijke twijfel of bij een late vraag (onze maat: 5 dagen)",
            "no pause without reasonable doubt or when asked late (our measure: 5 days)",
        ),
        missed=Text("de maand liep gewoon door", "the month simply ran on"),
        article="AVG artikel 12 lid 6 en 11 lid 2",
        checked=Checked.REPORTED,
        norm="avg-12-6",
    ),
    Clock(
        id="CL-04",
        what=Text("bericht dat u niets doet", "notice that you take no action"),
        starts=_RECEIPT,
        length=Text("onverwijld, uiterlijk een maand", "without delay, one month at most"),
        missed=_BREACH,
        limits=(months(1),),
        article="AVG artikel 12 lid 4",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-05",
        what=Text("intrekking van toestemming", "withdrawal of consent"),
        starts=Text("de intrekking", "the withdrawal"),
        length=Text("direct, en even makkelijk als geven", "at once, and as easy as giving"),
        changes=Text(
            "een andere grondslag telt alleen als die vooraf was genoemd",
            "another basis counts only when it was named before",
        ),
        missed=Text("onrechtmatige verwerking", "unlawful processing"),
        article="AVG artikel 7 lid 3 en 17 lid 1 onder b",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-06",
        what=Text("bezwaar tegen reclame", "objection to direct marketing"),
        starts=_RECEIPT,
        length=Text(
            "direct stoppen (onze maat: bij de volgende verzending, binnen 24 uur)",
            "stop at once (our measure: at the next mailing, within 24 hours)",
        ),
        missed=_BREACH,
        limits=(Limit(hours=24, by=By.PRACTICE),),
        article="AVG artikel 21 lid 3 en 12 lid 3",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-07",
        what=Text("bezwaar om een eigen situatie", "objection for one's own situation"),
        starts=_RECEIPT,
        length=Text(
            "zolang beperken; antwoord uiterlijk een maand",
            "restrict meanwhile; answer in one month at most",
        ),
        changes=Text(
            "zwaarwegende gronden, door u aan te tonen", "compelling grounds, for you to show"
        ),
        missed=_BREACH,
        limits=(months(1),),
        article="AVG artikel 21 lid 1, 18 lid 1 onder d en 12 lid 3",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-08",
        what=Text("verbeteren of wissen zelf", "rectifying or erasing itself"),
        starts=Text("het besluit", "the decision"),
        length=Text("zonder onredelijke vertraging", "without undue delay"),
        changes=Text("artikel 17 lid 3", "article 17(3)"),
        article="AVG artikel 16 en 17 lid 1",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-09",
        what=Text("ontvangers inlichten", "informing receivers"),
        starts=Text("de uitvoering", "the execution"),
        length=Text("vlot (onze maat: 5 werkdagen)", "promptly (our measure: 5 working days)"),
        changes=Text(
            "onmogelijk of onevenredig veel werk", "impossible or disproportionate effort"
        ),
        limits=(Limit(working_days=5, by=By.PRACTICE),),
        article="AVG artikel 19",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-10",
        what=Text(
            "bericht voor het opheffen van een beperking", "notice before lifting a restriction"
        ),
        starts=Text("het voornemen", "the intention"),
        length=Text("vooraf (onze maat: 5 werkdagen)", "in advance (our measure: 5 working days)"),
        limits=(Limit(working_days=5, by=By.PRACTICE),),
        article="AVG artikel 18 lid 3",
        checked=Checked.READ,
    ),
    Clock(
        id="CL-21",
        what=Text("naar de rechtbank", "going to court"),
        starts=Text("de ontvangst van het antwoord", "receipt of the answer"),
        length=Text("zes weken", "six weeks"),
        changes=Text(
            "zonder tijdig antwoord geen termijn; na bemiddeling door de AP opnieuw zes weken",
            "without an answer in time no term; six weeks anew after mediation",
        ),
        missed=Text("niet-ontvankelijk", "inadmissible"),
        limits=(Limit(period=Period(weeks=6), by=By.ATW),),
        article="UAVG artikel 35 lid 2 en 36 lid 1",
        checked=Checked.OLDER,
        norm="uavg-35",
    ),
)
