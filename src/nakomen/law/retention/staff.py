"""Employees and applicants."""

from nakomen.law.checked import Checked
from nakomen.law.retention import starts
from nakomen.law.retention.row import Counted, Force, Kept, Sector
from nakomen.law.sources import AWR, UAVG
from nakomen.terms import Period, RecordKind, Text

_FIVE = Period(years=5)
_STAFF = frozenset({RecordKind.STAFF})
_WORKS = "Uitvoeringsregeling loonbelasting 2011 (artikelnummer niet nagelezen)"

ROWS = (
    Kept(
        id="payroll-admin",
        what=Text(
            "loonadministratie, jaaropgaven en onkosten",
            "payroll records, annual statements and expenses",
        ),
        least=Period(years=7),
        most=Period(years=7),
        start=Text("het einde van het kalenderjaar", "the end of the calendar year"),
        counted=Counted.YEAR_END,
        basis="AWR artikel 52 lid 4; Wet LB 1964 artikel 28",
        force=Force.STATUTORY,
        sector=Sector.EMPLOYER,
        checked=Checked.OLDER,
        source=f"{AWR}; fundamentvoor.nl",
        records=_STAFF,
        words=("loonadministratie", "salaris", "loonstr", "payroll", "salary"),
    ),
    Kept(
        id="payroll-id-copy",
        what=Text(
            "kopie van het identiteitsbewijs bij de loonadministratie",
            "copy of the identity document with the payroll",
        ),
        least=_FIVE,
        most=_FIVE,
        start=starts.EMPLOYMENT_YEAR,
        counted=Counted.YEAR_END,
        basis=f"Wet LB 1964 artikel 28 lid 1 onder f; {_WORKS}",
        force=Force.STATUTORY,
        sector=Sector.EMPLOYER,
        note=Text(
            "Voor een gewoon bedrijf de enige grond voor een hele kopie met BSN; dus niet van "
            "klanten, zzp'ers of sollicitanten.",
            "For an ordinary company the only ground for a whole copy with citizen number; so not "
            "of customers, freelancers or applicants.",
        ),
        checked=Checked.REPORTED,
        source="fundamentvoor.nl, loon.nl",
        records=_STAFF,
        words=("identiteitsbewijs", "paspoort", "legitimatie", "identity document", "passport"),
    ),
    Kept(
        id="payroll-tax-statement",
        what=Text(
            "opgaaf voor de loonheffing en het verzoek om loonheffingskorting",
            "statement for wage tax and the request for tax credit",
        ),
        least=_FIVE,
        most=_FIVE,
        start=starts.EMPLOYMENT_YEAR,
        counted=Counted.YEAR_END,
        basis=_WORKS,
        force=Force.STATUTORY,
        sector=Sector.EMPLOYER,
        checked=Checked.REPORTED,
        source="fundamentvoor.nl, loon.nl",
        records=_STAFF,
        words=("loonbelastingverklaring", "loonheffing", "wage tax"),
    ),
    Kept(
        id="foreign-worker-id",
        what=Text(
            "kopie van het identiteitsbewijs van een vreemdeling die hier werkt",
            "copy of the identity document of a foreign worker",
        ),
        least=_FIVE,
        most=_FIVE,
        start=Text(
            "het einde van het kalenderjaar waarin het werk eindigt",
            "the end of the calendar year in which the work ends",
        ),
        counted=Counted.YEAR_END,
        basis="Wet arbeid vreemdelingen artikel 15 lid 4",
        force=Force.STATUTORY,
        sector=Sector.EMPLOYER,
        checked=Checked.MEMORY,
        records=_STAFF,
        words=("vreemdeling", "tewerkstelling"),
    ),
    Kept(
        id="working-time-records",
        what=Text("registratie van arbeids- en rusttijden", "records of working and rest hours"),
        least=Period(weeks=52),
        most=Period(weeks=52),
        start=Text("de dag van de registratie", "the day of the record"),
        basis="Arbeidstijdenwet artikel 4:3; Arbeidstijdenbesluit artikel 3.2:1",
        force=Force.STATUTORY,
        sector=Sector.EMPLOYER,
        checked=Checked.MEMORY,
        records=_STAFF,
        words=("arbeidstijd", "urenregistratie", "working time", "timesheet"),
    ),
    Kept(
        id="personnel-file",
        what=Text(
            "personeelsdossier buiten de belasting: contract, beoordelingen, verlof",
            "personnel file apart from tax: contract, reviews, leave",
        ),
        most=Period(years=2),
        start=starts.EMPLOYMENT,
        basis="AVG artikel 5 lid 1 onder e; richtlijn van de AP",
        force=Force.GUIDELINE,
        sector=Sector.EMPLOYER,
        note=Text(
            "Langer zolang een geschil loopt. Het contract zelf hoort ook bij de loonadministratie "
            "en blijft dan 7 jaar (niet nagelezen).",
            "Longer while a dispute runs. The contract itself also belongs to the payroll and then "
            "stays 7 years (not verified).",
        ),
        checked=Checked.REPORTED,
        source="vhic.nl, knmvd.nl",
        records=_STAFF,
        words=("personeelsdossier", "personeelsgegevens", "personeelsleden", "employee data"),
    ),
    Kept(
        id="sick-leave-file",
        what=Text("verzuim en re-integratie", "sick leave and reintegration"),
        most=Period(years=2),
        start=Text(
            "het einde van het dienstverband of van de re-integratie",
            "the end of the employment or of the reintegration",
        ),
        basis="AVG artikel 5 lid 1 onder e en 9 lid 2 onder b; UAVG artikel 30 lid 1",
        force=Force.GUIDELINE,
        sector=Sector.EMPLOYER,
        note=Text(
            "Leg nooit vast wat iemand mankeert. Wie zelf het risico draagt: Ziektewet 5 jaar, WGA "
            "10 jaar (niet nagelezen).",
            "Never record what somebody suffers from. Who carries the risk: sickness act 5 years, "
            "WGA 10 years (not verified).",
        ),
        checked=Checked.REPORTED,
        source=f"fenderhradvies.nl, vbs.nl; {UAVG}",
        records=_STAFF,
        words=("verzuim", "re-integratie", "ziekmelding", "sick leave"),
    ),
    Kept(
        id="sick-leave-wga-erd",
        what=Text(
            "dossier van een werkgever die zelf het WGA-risico draagt",
            "file of an employer that carries the WGA risk itself",
        ),
        least=_FIVE,
        most=Period(years=10),
        start=Text("de toekenning van de uitkering", "the award of the benefit"),
        basis="Wet WIA",
        force=Force.GUIDELINE,
        sector=Sector.EMPLOYER,
        note=Text(
            "Kijk wat de polis en het UWV vragen.", "See what the policy and the UWV ask for."
        ),
        checked=Checked.MEMORY,
        records=_STAFF,
        words=("eigenrisicodrager",),
    ),
    Kept(
        id="job-application",
        what=Text(
            "sollicitatie van wie is afgewezen: brief, cv, referenties, tests",
            "application of who was rejected: letter, CV, references, tests",
        ),
        most=Period(weeks=4),
        start=starts.PROCEDURE,
        basis="AVG artikel 5 lid 1 onder e; richtlijn van de AP",
        force=Force.GUIDELINE,
        sector=Sector.EMPLOYER,
        note=Text("Zonder toestemming om langer te bewaren.", "Without consent to keep it longer."),
        checked=Checked.REPORTED,
        source="ikkendeprivacywet.nl, knmvd.nl",
        records=_STAFF,
        words=("sollicit", "vacature", "curriculum", "job application", "applicant"),
    ),
    Kept(
        id="job-application-consent",
        what=Text(
            "sollicitatie die met toestemming blijft, voor een latere vacature",
            "application that stays with consent, for a later vacancy",
        ),
        most=Period(years=1),
        start=starts.PROCEDURE,
        basis="AVG artikel 6 lid 1 onder a en 5 lid 1 onder e; richtlijn van de AP",
        force=Force.GUIDELINE,
        sector=Sector.EMPLOYER,
        note=Text(
            "De toestemming is aan te tonen en in te trekken.",
            "The consent can be shown and withdrawn.",
        ),
        checked=Checked.REPORTED,
        source="ikkendeprivacywet.nl, knmvd.nl",
        records=_STAFF,
        words=("sollicitatie met toestemming", "portefeuille", "talent pool"),
    ),
    Kept(
        id="vog",
        what=Text("verklaring omtrent het gedrag", "certificate of conduct"),
        most=Period(years=2),
        start=starts.EMPLOYMENT,
        basis="AVG artikel 10 en 5 lid 1 onder c; UAVG artikel 33",
        force=Force.GUIDELINE,
        sector=Sector.EMPLOYER,
        note=Text(
            "Noteer liever alleen de dag waarop hij is ingezien.",
            "Better note only the day on which it was seen.",
        ),
        checked=Checked.REPORTED,
        source="knmvd.nl",
        records=_STAFF,
        words=("omtrent het gedrag", "vog ", "certificate of conduct"),
    ),
    Kept(
        id="vehicle-tracking",
        what=Text("volgsysteem in voertuigen", "tracking of vehicles"),
        most=Period(months=3),
        start=Text("de rit", "the trip"),
        basis="AVG artikel 5 lid 1 onder e; WOR artikel 27 lid 1 onder l",
        force=Force.CUSTOM,
        sector=Sector.EMPLOYER,
        note=Text(
            "Een rittenregistratie voor de belasting blijft 7 jaar (niet nagelezen).",
            "A log of trips for tax stays 7 years (not verified).",
        ),
        checked=Checked.MEMORY,
        records=_STAFF,
        words=("voertuigvolg", "ritregistratie", "rittenregistratie", "vehicle tracking"),
    ),
)
