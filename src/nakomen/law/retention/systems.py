"""Logs, backups, support and hosting."""

from nakomen.law.checked import Checked
from nakomen.law.retention import starts
from nakomen.law.retention.row import Force, Kept, Sector
from nakomen.law.sources import AVG
from nakomen.terms import Period, RecordKind, Text

_LOGIN = frozenset({RecordKind.LOGIN})
_NOTHING = Period()

ROWS = (
    Kept(
        id="webserver-logs-ip",
        what=Text("logboeken van een website, met IP-adres", "logs of a website, with IP address"),
        most=Period(months=6),
        start=starts.LOGGED,
        basis="AVG artikel 5 lid 1 onder e en f, 32",
        force=Force.CUSTOM,
        sector=Sector.WEBSITE,
        note=Text(
            "Het hele IP-adres liefst hooguit 30 dagen, daarna ingekort; langer bij een incident.",
            "The whole IP address 30 days at most if possible, then shortened; longer for an "
            "incident.",
        ),
        checked=Checked.MEMORY,
        source=AVG,
        records=_LOGIN,
        words=(
            "logbestand",
            "logboek",
            "serverlog",
            "weblog",
            "log ",
            "logs ",
            "ip-adres",
            "ip address",
        ),
    ),
    Kept(
        id="security-logs",
        what=Text(
            "logboeken voor beveiliging: aanmelden, firewall",
            "logs for security: sign-in, firewall",
        ),
        least=Period(months=3),
        most=Period(years=1),
        start=starts.LOGGED,
        basis="AVG artikel 32 lid 1 en 2",
        force=Force.CUSTOM,
        note=Text(
            "Lang genoeg om een aanval te ontdekken, kort genoeg om niet te volgen.",
            "Long enough to discover an attack, short enough not to follow people.",
        ),
        checked=Checked.MEMORY,
        source=AVG,
        records=_LOGIN,
        words=("inlogmoment", "inlogpoging", "loggegevens", "beveiligingslog", "security log"),
    ),
    Kept(
        id="ip-blocklist",
        what=Text("IP-adressen die zijn geblokkeerd", "IP addresses that are blocked"),
        most=Period(months=6),
        start=Text("de laatste aanval", "the last attack"),
        basis="AVG artikel 6 lid 1 onder f, 32",
        force=Force.CUSTOM,
        sector=Sector.IT,
        note=Text("Blokkeer niet voor altijd.", "Do not block for ever."),
        checked=Checked.MEMORY,
        records=_LOGIN,
        words=("blocklist", "zwarte lijst van ip", "geblokkeerde ip"),
    ),
    Kept(
        id="backups",
        what=Text("reservekopieën", "backups"),
        most=Period(months=3),
        start=Text("het maken van de kopie", "the making of the copy"),
        basis="AVG artikel 5 lid 1 onder e en 32 lid 1 onder c",
        force=Force.CUSTOM,
        note=Text(
            "Dertig tot negentig dagen; wis bij terugzetten opnieuw wat gewist was, en noem de "
            "termijn in de verklaring.",
            "Thirty to ninety days; after restoring erase again what was erased, and name the term "
            "in the statement.",
        ),
        checked=Checked.MEMORY,
        source=AVG,
        records=frozenset({RecordKind.BACKUP}),
        words=("back-up", "backup", "reservekopie"),
    ),
    Kept(
        id="test-data",
        what=Text("kopieën van echte gegevens om mee te testen", "copies of real data for testing"),
        most=_NOTHING,
        start=Text("het einde van de test", "the end of the test"),
        basis="AVG artikel 5 lid 1 onder b en e; HvJEU C-77/21",
        force=Force.STATUTORY,
        sector=Sector.IT,
        checked=Checked.REPORTED,
        source="GDPRhub",
        words=("testomgeving", "testdata", "testgegevens", "test data"),
    ),
    Kept(
        id="support-tickets",
        what=Text("vragen aan de helpdesk", "questions to support"),
        most=Period(years=2),
        start=starts.TICKET,
        basis="AVG artikel 5 lid 1 onder e",
        force=Force.CUSTOM,
        sector=Sector.IT,
        checked=Checked.MEMORY,
        records=frozenset({RecordKind.CORRESPONDENCE}),
        words=("ticket", "supportvra", "helpdesk"),
    ),
    Kept(
        id="support-credentials",
        what=Text(
            "wachtwoorden van klanten die support nodig had",
            "passwords of customers that support needed",
        ),
        most=_NOTHING,
        start=starts.TICKET,
        basis="AVG artikel 5 lid 1 onder c, 32",
        force=Force.CUSTOM,
        sector=Sector.IT,
        note=Text(
            "Direct wissen; tijdelijke toegang is beter.",
            "Erase at once; temporary access is better.",
        ),
        checked=Checked.MEMORY,
        words=("wachtwoord", "password"),
    ),
    Kept(
        id="processor-hosted-data",
        what=Text("wat klanten bij een verwerker opslaan", "what customers store with a processor"),
        most=Period(days=90),
        start=Text(
            "het einde van de dienst; wissen of teruggeven, naar keuze van de klant",
            "the end of the service; erase or return, as the customer chooses",
        ),
        basis="AVG artikel 28 lid 3 onder g",
        force=Force.STATUTORY,
        sector=Sector.HOSTING,
        note=Text(
            "De wet noemt geen getal; negentig dagen is praktijk. Zet de termijn in de "
            "verwerkersovereenkomst en vernietig niets op eigen houtje.",
            "The law names no number; ninety days is practice. Put the term in the processing "
            "agreement and destroy nothing of your own accord.",
        ),
        checked=Checked.READ,
        source=AVG,
        records=frozenset({RecordKind.CONTENT}),
        words=("gehoste", "hostingdata", "websitebestanden", "hosted data"),
    ),
)
