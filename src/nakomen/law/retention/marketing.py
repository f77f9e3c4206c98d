"""Newsletters, consent, cookies and what is shown on a site."""

from nakomen.law.checked import Checked
from nakomen.law.retention import starts
from nakomen.law.retention.row import Force, Kept, Sector, Until
from nakomen.law.sources import AVG, BW_3, TW
from nakomen.terms import Period, RecordKind, Text

_MAILING = frozenset({RecordKind.NEWSLETTER})
_PLACED = Text("het plaatsen van de cookie", "the placing of the cookie")

ROWS = (
    Kept(
        id="newsletter-subscription",
        what=Text(
            "e-mailadres en voorkeuren voor de nieuwsbrief",
            "e-mail address and preferences for the newsletter",
        ),
        most=Until.WITHDRAWN,
        start=Text("de aanmelding", "the subscription"),
        basis="AVG artikel 6 lid 1 onder a, 7 lid 3 en 17 lid 1 onder b; Tw artikel 11.7",
        force=Force.CUSTOM,
        note=Text(
            "Wie een of twee jaar niets opent: vraag het opnieuw of wis.",
            "Who opens nothing for a year or two: ask again or erase.",
        ),
        checked=Checked.READ,
        source=f"{AVG}; {TW}",
        records=_MAILING,
        words=("nieuwsbrief", "mailing", "newsletter"),
    ),
    Kept(
        id="consent-evidence",
        what=Text(
            "bewijs van toestemming: wie, wanneer, welke tekst, ingetrokken of niet",
            "proof of consent: who, when, which text, withdrawn or not",
        ),
        least=Until.PROCESSING_ENDS,
        most=Period(years=5),
        start=Text(
            "het einde van wat op de toestemming rust", "the end of what rests on the consent"
        ),
        basis="AVG artikel 7 lid 1, 5 lid 2 en 17 lid 3 onder e; BW 3:310",
        force=Force.CUSTOM,
        note=Text(
            "De wet noemt geen termijn; vijf jaar is de verjaring van een schadeclaim.",
            "The law names no term; five years is the limitation of a claim for damages.",
        ),
        checked=Checked.OLDER,
        source=f"{AVG}; {BW_3}",
        records=_MAILING,
        words=("bewijs van toestemming", "toestemmingsregister", "proof of consent"),
    ),
    Kept(
        id="suppression-list",
        what=Text("lijst van wie geen reclame wil", "list of who wants no advertising"),
        least=Until.NO_MARKETING,
        start=Text("het bezwaar of de afmelding", "the objection or the unsubscription"),
        basis="AVG artikel 21 lid 3 en 6 lid 1 onder c en f",
        force=Force.CUSTOM,
        note=Text(
            "Zo klein mogelijk, bij voorkeur versleuteld: nodig om het bezwaar te blijven volgen.",
            "As small as can be, preferably hashed: needed to keep following the objection.",
        ),
        checked=Checked.MEMORY,
        source=AVG,
        records=_MAILING,
        words=("afmeldlijst", "bezwaarlijst", "suppression list"),
    ),
    Kept(
        id="cookie-session",
        what=Text("cookies zonder welke de site niet werkt", "cookies that the site cannot miss"),
        most=Until.SESSION,
        start=Text("het sluiten van de browser", "the closing of the browser"),
        basis="Telecommunicatiewet artikel 11.7a lid 3 onder b",
        force=Force.CUSTOM,
        sector=Sector.WEBSITE,
        note=Text("Een winkelmandje enkele dagen.", "A shopping cart a few days."),
        checked=Checked.READ,
        source=TW,
        words=("sessiecookie", "functionele cookie", "session cookie", "functional cookie"),
    ),
    Kept(
        id="cookie-analytics-limited",
        what=Text(
            "cookies die alleen tellen, zonder toestemming",
            "cookies that only count, without consent",
        ),
        most=Period(months=13),
        start=_PLACED,
        basis="Telecommunicatiewet artikel 11.7a lid 3 onder b; maatstaf van de CNIL",
        force=Force.CUSTOM,
        sector=Sector.WEBSITE,
        note=Text(
            "De Nederlandse wet noemt geen termijn; Frankrijk 13 maanden, en 25 voor de gegevens.",
            "Dutch law names no term; France 13 months, and 25 for the data.",
        ),
        checked=Checked.REPORTED,
        source=TW,
        words=("analytische cookie", "analytics", "analytical cookie"),
    ),
    Kept(
        id="cookie-consent-choice",
        what=Text("de keuze die een bezoeker maakte", "the choice that a visitor made"),
        most=Period(months=6),
        start=Text("de keuze", "the choice"),
        basis="AVG artikel 7 lid 1",
        force=Force.CUSTOM,
        sector=Sector.WEBSITE,
        note=Text(
            "Vraag na een half tot een heel jaar opnieuw.", "Ask again after half a year or a year."
        ),
        checked=Checked.MEMORY,
        words=("cookiekeuze", "cookievoorkeur", "cookie choice"),
    ),
    Kept(
        id="cookie-marketing",
        what=Text("cookies die volgen, met toestemming", "cookies that follow, with consent"),
        most=Period(months=13),
        start=_PLACED,
        basis="Telecommunicatiewet artikel 11.7a lid 1; AVG artikel 5 lid 1 onder e",
        force=Force.CUSTOM,
        sector=Sector.WEBSITE,
        note=Text(
            "Vertel hoe lang ze blijven (HvJEU C-673/17).",
            "Tell how long they stay (CJEU C-673/17).",
        ),
        checked=Checked.REPORTED,
        source="GDPRhub",
        words=("tracking cookie", "trackingcookie", "marketingcookie", "advertentiecookie"),
    ),
    Kept(
        id="references-testimonials",
        what=Text(
            "ervaringen en foto's van klanten op de site",
            "experiences and photos of customers on the site",
        ),
        most=Until.WITHDRAWN,
        start=starts.CONSENT,
        basis="AVG artikel 6 lid 1 onder a en 7 lid 3",
        force=Force.CUSTOM,
        note=Text(
            "Laat ze na intrekking ook elders weghalen (artikel 17 lid 2).",
            "After withdrawal have them removed elsewhere too (article 17(2)).",
        ),
        checked=Checked.READ,
        source=AVG,
        words=("klantreferentie", "testimonial", "klantervaring"),
    ),
    Kept(
        id="social-media-messages",
        what=Text("berichten via sociale media", "messages through social media"),
        most=Period(years=1),
        start=starts.HANDLED,
        basis="AVG artikel 5 lid 1 onder e",
        force=Force.CUSTOM,
        checked=Checked.MEMORY,
        records=frozenset({RecordKind.CORRESPONDENCE}),
        words=("social media", "sociale media"),
    ),
)
