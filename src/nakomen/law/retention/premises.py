"""Cameras, visitors, recorded calls: what happens at the door and on the telephone."""

from nakomen.law.checked import Checked
from nakomen.law.retention import starts
from nakomen.law.retention.row import Force, Kept, Sector, Until
from nakomen.law.sources import BW_3
from nakomen.terms import Period, RecordKind, Text

_CAMERA = frozenset({RecordKind.CAMERA})
_TALK = frozenset({RecordKind.CORRESPONDENCE})

ROWS = (
    Kept(
        id="camera-footage",
        what=Text("beelden van bewakingscamera's", "footage of security cameras"),
        most=Period(weeks=4),
        start=starts.RECORDING,
        basis="AVG artikel 5 lid 1 onder e en 6 lid 1 onder f; richtlijn van de AP",
        force=Force.GUIDELINE,
        note=Text(
            "Laat het systeem zelf overschrijven en neem geen geluid op.",
            "Let the system overwrite by itself and record no sound.",
        ),
        checked=Checked.REPORTED,
        source="ikkendeprivacywet.nl, ictrecht.nl",
        records=_CAMERA,
        words=("camera", "cctv", "videobewaking"),
    ),
    Kept(
        id="camera-incident",
        what=Text("beelden van één incident", "footage of one incident"),
        most=Until.CLOSED,
        start=Text(
            "de afhandeling van incident, aangifte of claim",
            "the settlement of incident, report or claim",
        ),
        basis="AVG artikel 6 lid 1 onder f en 17 lid 3 onder e",
        force=Force.GUIDELINE,
        note=Text(
            "Alleen het fragment, met de reden en een einddatum erbij.",
            "Only the fragment, with the reason and an end date.",
        ),
        checked=Checked.MEMORY,
        records=_CAMERA,
        words=("camera-incident", "beelden van een incident"),
    ),
    Kept(
        id="visitor-log",
        what=Text("bezoekers aan de balie", "visitors at the desk"),
        most=Period(months=6),
        start=Text("de dag van het bezoek", "the day of the visit"),
        basis="AVG artikel 5 lid 1 onder e",
        force=Force.CUSTOM,
        note=Text(
            "Zes maanden is de oude bovengrens; een maand is meestal genoeg.",
            "Six months is the former upper limit; a month is mostly enough.",
        ),
        checked=Checked.MEMORY,
        words=("bezoekersregistratie", "bezoekerslijst", "visitor log"),
    ),
    Kept(
        id="access-badge-log",
        what=Text("toegang met pasjes", "entry with badges"),
        most=Period(months=6),
        start=starts.LOGGED,
        basis="AVG artikel 5 lid 1 onder e",
        force=Force.CUSTOM,
        note=Text(
            "Bij personeel moet de ondernemingsraad instemmen (WOR artikel 27).",
            "For staff the works council must agree (WOR article 27).",
        ),
        checked=Checked.MEMORY,
        records=frozenset({RecordKind.STAFF}),
        words=("toegangspas", "toegangscontrole", "badge"),
    ),
    Kept(
        id="call-recording-quality",
        what=Text(
            "opgenomen gesprekken voor kwaliteit en training",
            "recorded calls for quality and training",
        ),
        most=Period(months=3),
        start=starts.RECORDING,
        basis="AVG artikel 5 lid 1 onder e, 6 lid 1 onder f en 13",
        force=Force.CUSTOM,
        note=Text(
            "Denk aan weken tot enkele maanden, en neem niets op in de wachtrij.",
            "Think of weeks to a few months, and record nothing while people wait.",
        ),
        checked=Checked.REPORTED,
        source="security.nl",
        records=_TALK,
        words=("gespreksopname", "opgenomen gesprek", "telefoongesprekken", "call recording"),
    ),
    Kept(
        id="call-recording-contract",
        what=Text(
            "opname als bewijs van een afspraak per telefoon",
            "recording as proof of an agreement by telephone",
        ),
        most=Period(years=5),
        start=Text("de afspraak", "the agreement"),
        basis="AVG artikel 6 lid 1 onder b en f, 17 lid 3 onder e; BW 3:307",
        force=Force.CUSTOM,
        note=Text(
            "Alleen het stuk dat de afspraak bewijst, niet elk gesprek.",
            "Only the part that proves the agreement, not every call.",
        ),
        checked=Checked.OLDER,
        source=BW_3,
        records=_TALK,
        words=("telefonische overeenkomst", "voice contract"),
    ),
    Kept(
        id="call-recording-finance",
        what=Text("opgenomen gesprekken over beleggingen", "recorded calls about investments"),
        least=Period(years=5),
        most=Period(years=7),
        start=starts.RECORDING,
        basis="Wft en Bgfo (MiFID II)",
        force=Force.STATUTORY,
        sector=Sector.FINANCE,
        note=Text("Geldt niet voor gewone bedrijven.", "Not for ordinary companies."),
        checked=Checked.MEMORY,
        records=_TALK,
    ),
    Kept(
        id="voicemail",
        what=Text("ingesproken berichten", "voice messages"),
        most=Period(months=1),
        start=Text("de dag van het bericht", "the day of the message"),
        basis="AVG artikel 5 lid 1 onder e",
        force=Force.CUSTOM,
        note=Text("Wis ze als ze zijn afgehandeld.", "Erase them once dealt with."),
        checked=Checked.MEMORY,
        records=_TALK,
        words=("voicemail",),
    ),
)
