"""Customers, prospects, questions, deliveries and payments."""

from nakomen.law.checked import Checked
from nakomen.law.retention import starts
from nakomen.law.retention.row import Force, Kept, Sector
from nakomen.law.sources import AVG, BW_3, UAVG
from nakomen.terms import Period, RecordKind, Text

_CUSTOMER = frozenset({RecordKind.CUSTOMER})
_TALK = frozenset({RecordKind.CORRESPONDENCE})
_STORAGE = "AVG artikel 5 lid 1 onder e"
_YEAR = Period(years=1)
_TWO_YEARS = Period(years=2)
_HALF_YEAR = Period(months=6)

ROWS = (
    Kept(
        id="customer-account-inactive",
        what=Text("account dat niemand meer gebruikt", "account that nobody uses any more"),
        most=_TWO_YEARS,
        start=Text("de laatste keer inloggen of kopen", "the last login or purchase"),
        basis=_STORAGE,
        force=Force.CUSTOM,
        note=Text(
            "Waarschuw vooraf; facturen blijven apart 7 jaar.",
            "Warn in advance; invoices stay 7 years, apart.",
        ),
        checked=Checked.MEMORY,
        records=_CUSTOMER,
        words=("klantaccount", "account ", "accounts ", "klantgegevens", "customer data"),
    ),
    Kept(
        id="customer-profile-crm",
        what=Text("klantprofiel en interesses", "customer profile and interests"),
        most=_TWO_YEARS,
        start=starts.LAST_CONTACT,
        basis=f"{_STORAGE}, 21",
        force=Force.CUSTOM,
        note=Text(
            "Stop direct bij bezwaar tegen reclame.", "Stop at once on objection to advertising."
        ),
        checked=Checked.MEMORY,
        records=frozenset({RecordKind.CUSTOMER, RecordKind.CONTACT}),
        words=("klantprofiel", "crm ", "relatiebeheer", "interesse", "customer profile"),
    ),
    Kept(
        id="prospect-data",
        what=Text("mogelijke klanten", "prospects"),
        most=_YEAR,
        start=starts.LAST_CONTACT,
        basis=f"{_STORAGE}, 14 lid 3",
        force=Force.CUSTOM,
        note=Text(
            "Van elders gekregen: vertel het binnen een maand.",
            "Obtained elsewhere: tell them within a month.",
        ),
        checked=Checked.MEMORY,
        source=AVG,
        records=frozenset({RecordKind.CONTACT}),
        words=("prospect", "potentiële klant", "leads "),
    ),
    Kept(
        id="contact-form",
        what=Text("vragen per formulier of e-mail", "questions by form or e-mail"),
        most=_YEAR,
        start=starts.HANDLED,
        basis=_STORAGE,
        force=Force.CUSTOM,
        sector=Sector.WEBSITE,
        note=Text(
            "Drie tot twaalf maanden; langer als het bij het klantdossier hoort.",
            "Three to twelve months; longer when it belongs to the customer's file.",
        ),
        checked=Checked.MEMORY,
        records=_TALK,
        words=("contactformulier", "contact form", "e-mailbericht", "correspondentie"),
    ),
    Kept(
        id="chat-logs",
        what=Text("chatgesprekken", "chats"),
        most=_HALF_YEAR,
        start=Text("het einde van de chat", "the end of the chat"),
        basis=_STORAGE,
        force=Force.CUSTOM,
        sector=Sector.WEBSITE,
        checked=Checked.MEMORY,
        records=_TALK,
        words=("chat ", "chats ", "chatgesprek", "chatbericht", "live chat"),
    ),
    Kept(
        id="quotes-not-accepted",
        what=Text("offertes die niets werden", "quotations that led to nothing"),
        most=_TWO_YEARS,
        start=Text("de dag van de offerte", "the day of the quotation"),
        basis=_STORAGE,
        force=Force.CUSTOM,
        checked=Checked.MEMORY,
        records=frozenset({RecordKind.CONTACT}),
        words=("offerte", "quotation"),
    ),
    Kept(
        id="complaint-file",
        what=Text("klachtdossier", "file on a complaint"),
        most=_TWO_YEARS,
        start=starts.HANDLED,
        basis=f"{_STORAGE}, 6 lid 1 onder f",
        force=Force.CUSTOM,
        note=Text(
            "Dreigt een claim, dan 5 jaar (BW 3:310).", "When a claim threatens, 5 years (3:310)."
        ),
        checked=Checked.MEMORY,
        source=BW_3,
        records=_TALK,
        words=("klacht", "complaint"),
    ),
    Kept(
        id="warranty-consumer",
        what=Text(
            "aankoop, voor een product dat niet deugt", "purchase, for a product that is faulty"
        ),
        most=_TWO_YEARS,
        start=Text("de melding van het gebrek", "the report of the fault"),
        basis="BW 7:17 en 7:23 lid 2",
        force=Force.STATUTORY,
        sector=Sector.WEB_SHOP,
        note=Text(
            "Een product kan langer meegaan; de factuur blijft toch al 7 jaar.",
            "A product may last longer; the invoice stays 7 years anyway.",
        ),
        checked=Checked.MEMORY,
        records=frozenset({RecordKind.CONTRACT}),
        words=("garantie", "warranty"),
    ),
    Kept(
        id="withdrawal-distance",
        what=Text(
            "bewijs van de bedenktijd bij kopen op afstand",
            "proof of the reflection period in distance sales",
        ),
        most=_YEAR,
        start=Text(
            "de ontvangst: 14 dagen, tot 12 maanden langer zonder goede uitleg",
            "receipt: 14 days, up to 12 months longer without proper information",
        ),
        basis="BW 6:230o",
        force=Force.STATUTORY,
        sector=Sector.WEB_SHOP,
        checked=Checked.MEMORY,
        records=frozenset({RecordKind.CONTRACT}),
        words=("herroeping", "bedenktijd", "retourzending", "right of withdrawal"),
    ),
    Kept(
        id="delivery-data",
        what=Text("bezorging en het volgen daarvan", "delivery and its tracking"),
        most=_HALF_YEAR,
        start=Text("de bezorging", "the delivery"),
        basis=_STORAGE,
        force=Force.CUSTOM,
        sector=Sector.WEB_SHOP,
        note=Text("De vervoerder heeft zijn eigen termijnen.", "The carrier has terms of its own."),
        checked=Checked.MEMORY,
        records=frozenset({RecordKind.CONTRACT}),
        words=("bezorg", "track & trace", "track en trace", "delivery data"),
    ),
    Kept(
        id="payment-card",
        what=Text("gegevens van een creditcard", "details of a credit card"),
        most=Period(),
        start=Text("de goedkeuring van de betaling", "the authorisation of the payment"),
        basis="AVG artikel 5 lid 1 onder c; PCI-DSS",
        force=Force.CUSTOM,
        sector=Sector.WEB_SHOP,
        note=Text(
            "Sla ze niet zelf op, en de controlecode nooit.",
            "Do not store them yourself, and the security code never.",
        ),
        checked=Checked.MEMORY,
        records=frozenset({RecordKind.BILLING}),
        words=("creditcard", "credit card"),
    ),
    Kept(
        id="payment-dispute",
        what=Text("betaling die wordt betwist", "payment in dispute"),
        most=Period(months=13),
        start=Text("de afschrijving", "the debit"),
        basis="BW 7:526",
        force=Force.STATUTORY,
        sector=Sector.WEB_SHOP,
        checked=Checked.MEMORY,
        records=frozenset({RecordKind.BILLING}),
        words=("storner", "chargeback", "betalingsgeschil"),
    ),
    Kept(
        id="blacklist-own",
        what=Text("eigen waarschuwingslijst", "own warning list"),
        most=_TWO_YEARS,
        start=Text("de plaatsing", "the entry"),
        basis="AVG artikel 6 lid 1 onder f en 10; UAVG artikel 33 lid 2 onder b",
        force=Force.CUSTOM,
        note=Text(
            "Alleen voor het eigen belang en feiten tegen het eigen bedrijf; bekijk haar geregeld.",
            "Only for one's own interest and acts against one's own company; review it regularly.",
        ),
        checked=Checked.MEMORY,
        source=UAVG,
        records=_CUSTOMER,
        words=("zwarte lijst", "waarschuwingslijst", "blacklist"),
    ),
)
