"""Terms of one sector, mostly here because others name them by mistake."""

from nakomen.law.checked import Checked
from nakomen.law.retention import starts
from nakomen.law.retention.row import Force, Kept, Sector
from nakomen.law.sources import WWFT
from nakomen.terms import Period, Text

_FIVE = Period(years=5)

ROWS = (
    Kept(
        id="health-logging",
        what=Text(
            "wie een elektronisch patiëntdossier opende", "who opened an electronic patient file"
        ),
        least=_FIVE,
        start=starts.LOGGED,
        basis="Besluit vaststelling bewaartermijn logging (BWBR0042391)",
        force=Force.STATUTORY,
        sector=Sector.CARE,
        note=Text(
            "Alleen in de zorg; geen reden voor logboeken van een gewone site.",
            "Only in care; no reason for logs of an ordinary site.",
        ),
        checked=Checked.MEMORY,
        words=("patiëntdossier", "patient file"),
    ),
    Kept(
        id="wwft-cdd",
        what=Text("onderzoek naar cliënten onder de Wwft", "customer due diligence (Wwft)"),
        least=_FIVE,
        most=_FIVE,
        start=Text(
            "het einde van de relatie of de uitvoering van de transactie",
            "the end of the relation or the carrying out of the transaction",
        ),
        basis="Wwft artikel 33 lid 3",
        force=Force.STATUTORY,
        sector=Sector.WWFT,
        note=Text(
            "Alleen voor instellingen onder de Wwft. Vanaf 10 juli 2027 geldt Europees recht (niet "
            "nagelezen).",
            "Only for institutions under the Wwft. European law from 10 July 2027 (not verified).",
        ),
        checked=Checked.OLDER,
        source=WWFT,
        words=("cliëntenonderzoek", "wwft", "due diligence"),
    ),
    Kept(
        id="wwft-reports",
        what=Text("meldingen van ongebruikelijke transacties", "reports of unusual transactions"),
        least=_FIVE,
        most=_FIVE,
        start=Text("de melding of haar ontvangst", "the report or its receipt"),
        basis="Wwft artikel 34 lid 2",
        force=Force.STATUTORY,
        sector=Sector.WWFT,
        checked=Checked.OLDER,
        source=WWFT,
        words=("ongebruikelijke transactie",),
    ),
    Kept(
        id="wgbo-medical-file",
        what=Text("medisch dossier", "medical file"),
        least=Period(years=20),
        most=Period(years=20),
        start=Text("de laatste wijziging van het dossier", "the last change of the file"),
        basis="BW 7:454 lid 3",
        force=Force.STATUTORY,
        sector=Sector.CARE,
        note=Text(
            "Voor hulpverleners; niet voor werkgevers of gewone bedrijven.",
            "For care providers; not for employers or ordinary companies.",
        ),
        checked=Checked.REPORTED,
        source="dirkzwager.nl, lexdigitalis.nl",
        words=("medisch dossier", "medische gegevens", "medical file"),
    ),
    Kept(
        id="big-contrast",
        what=Text("registratie van zorgverleners", "registration of care professionals"),
        start=starts.NONE,
        basis="Wet BIG",
        force=Force.STATUTORY,
        sector=Sector.CARE,
        note=Text(
            "De Wet BIG geeft geen termijn voor dossiers van patiënten; dat doet BW 7:454.",
            "The Wet BIG gives no term for files of patients; BW 7:454 does.",
        ),
        checked=Checked.MEMORY,
        words=("wet big",),
    ),
)
