"""What shows that a company keeps the AVG: requests, breaches, registers, versions."""

from nakomen.law.checked import Checked
from nakomen.law.retention import starts
from nakomen.law.retention.row import Counted, Force, Kept, Sector
from nakomen.law.sources import AVG, AWR, BW_3, TW, UAVG
from nakomen.terms import Period, Text

_FIVE = Period(years=5)
_SEVEN = Period(years=7)
_YEAR = Period(years=1)

ROWS = (
    Kept(
        id="dsr-file",
        what=Text("dossier van een verzoek", "file on a request"),
        most=_FIVE,
        start=starts.HANDLED,
        basis="AVG artikel 5 lid 2 en 17 lid 3 onder e; UAVG artikel 35 lid 2; BW 3:310",
        force=Force.CUSTOM,
        note=Text(
            "Wat is gevraagd, wanneer, en wat is geantwoord; niet de kopie die is gegeven.",
            "What was asked, when, and what was answered; not the copy that was given.",
        ),
        checked=Checked.OLDER,
        source=f"{UAVG}; {BW_3}",
        words=("inzageverzoek", "verzoeken van betrokkenen"),
    ),
    Kept(
        id="dsr-identity-proof",
        what=Text("bewijs van identiteit bij een verzoek", "proof of identity with a request"),
        most=Period(),
        start=Text("de identiteit staat vast", "the identity is established"),
        basis="AVG artikel 12 lid 6 en 5 lid 1 onder c en e",
        force=Force.GUIDELINE,
        note=Text(
            "Wis het direct en noteer alleen wanneer en hoe is gekeken.",
            "Erase it at once and note only when and how it was seen.",
        ),
        checked=Checked.REPORTED,
        source="GDPRhub (AP DPG Media)",
    ),
    Kept(
        id="breach-register",
        what=Text("register van alle datalekken", "register of all breaches"),
        least=_YEAR,
        most=_FIVE,
        start=starts.HANDLED,
        basis="AVG artikel 33 lid 5 en 5 lid 2",
        force=Force.CUSTOM,
        note=Text(
            "De wet noemt geen termijn; vijf jaar is gangbaar, om boetes en claims.",
            "The law names no term; five years is common, for fines and claims.",
        ),
        checked=Checked.MEMORY,
        source=AVG,
        words=("datalekregister", "datalekken", "breach register"),
    ),
    Kept(
        id="breach-overview-telecom",
        what=Text(
            "overzicht van inbreuken bij een telecomaanbieder",
            "overview of breaches at a telecom provider",
        ),
        least=_YEAR,
        most=_FIVE,
        start=Text("de inbreuk", "the breach"),
        basis="Telecommunicatiewet artikel 11.3a lid 6",
        force=Force.CUSTOM,
        sector=Sector.TELECOM,
        note=Text("De wet noemt geen termijn.", "The law names no term."),
        checked=Checked.READ,
        source=TW,
    ),
    Kept(
        id="dpa-contracts",
        what=Text("verwerkersovereenkomsten", "processing agreements"),
        least=_SEVEN,
        most=_SEVEN,
        start=starts.AGREEMENT,
        counted=Counted.YEAR_END,
        basis="AVG artikel 28 lid 3 en 9, 5 lid 2; AWR artikel 52 lid 4",
        force=Force.CUSTOM,
        note=Text("Als elk ander zakelijk contract.", "Like every other contract of the business."),
        checked=Checked.OLDER,
        source=f"{AVG}; {AWR}",
    ),
    Kept(
        id="ropa-versions",
        what=Text(
            "versies van het register van verwerkingen", "versions of the register of processing"
        ),
        most=_FIVE,
        start=starts.REPLACED,
        basis="AVG artikel 30 en 5 lid 2",
        force=Force.CUSTOM,
        checked=Checked.MEMORY,
    ),
    Kept(
        id="dpia-docs",
        what=Text(
            "effectbeoordelingen en raadplegingen vooraf",
            "impact assessments and prior consultations",
        ),
        most=_FIVE,
        start=starts.PROCESSING,
        basis="AVG artikel 35, 36 en 5 lid 2",
        force=Force.CUSTOM,
        note=Text("En zolang de verwerking loopt.", "And as long as the processing runs."),
        checked=Checked.MEMORY,
    ),
    Kept(
        id="lia-tia-docs",
        what=Text(
            "afwegingen van belangen en beoordelingen van doorgifte",
            "balances of interests and assessments of transfers",
        ),
        most=_FIVE,
        start=starts.PROCESSING,
        basis="AVG artikel 5 lid 2, 6 lid 1 onder f en 46",
        force=Force.CUSTOM,
        checked=Checked.MEMORY,
    ),
    Kept(
        id="statement-versions",
        what=Text(
            "versies van de privacyverklaring, en wat er veranderde",
            "versions of the privacy statement, and what changed",
        ),
        most=_SEVEN,
        start=starts.REPLACED,
        basis="AVG artikel 5 lid 2 en 12 lid 1",
        force=Force.CUSTOM,
        note=Text(
            "Om te laten zien wat op welke dag was beloofd.",
            "To show what was promised on which day.",
        ),
        checked=Checked.MEMORY,
    ),
)
