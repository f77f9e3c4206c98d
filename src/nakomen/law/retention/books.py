"""Records of the books, tax and contracts."""

from nakomen.law.checked import Checked
from nakomen.law.retention import starts
from nakomen.law.retention.row import Counted, Force, Kept, Sector
from nakomen.law.sources import AWR, BW_2, BW_3
from nakomen.terms import Period, RecordKind, Text

_SEVEN = Period(years=7)
_TEN = Period(years=10)
_BILLING = frozenset({RecordKind.BILLING})

ROWS = (
    Kept(
        id="awr-business-records",
        what=Text(
            "fiscale administratie: grootboek, facturen, debiteuren en crediteuren",
            "tax records: ledger, invoices, debtors and creditors",
        ),
        least=_SEVEN,
        most=_SEVEN,
        start=starts.BOOK_YEAR,
        counted=Counted.YEAR_END,
        basis="AWR artikel 52 lid 1 en 4",
        force=Force.STATUTORY,
        note=Text(
            "Zolang de plicht loopt, gaat zij voor een verzoek om wissing; daarna direct wissen. "
            "Langer kan bij een controle of geschil dat loopt.",
            "While the duty runs it goes before a request for erasure; then erase at once. Longer "
            "is possible during an audit or dispute.",
        ),
        checked=Checked.OLDER,
        source=AWR,
        records=_BILLING,
        words=("administratie", "factu", "boekhoud", "fiscal", "invoice", "bookkeeping", "tax "),
    ),
    Kept(
        id="bw2-10-legal-person",
        what=Text(
            "administratie van een rechtspersoon, met balans en staat van baten en lasten",
            "records of a legal person, with balance sheet and accounts",
        ),
        least=_SEVEN,
        most=_SEVEN,
        start=starts.BOOK_YEAR,
        counted=Counted.YEAR_END,
        basis="BW 2:10 lid 3",
        force=Force.STATUTORY,
        sector=Sector.LEGAL_PERSON,
        note=Text(
            "Balans en staat van baten en lasten blijven op papier (lid 4).",
            "Balance sheet and accounts stay on paper (paragraph 4).",
        ),
        checked=Checked.OLDER,
        source=BW_2,
        records=_BILLING,
    ),
    Kept(
        id="bw3-15i-business",
        what=Text(
            "administratie van wie een bedrijf of zelfstandig beroep heeft",
            "records of whoever has a business or an independent profession",
        ),
        least=_SEVEN,
        most=_SEVEN,
        start=starts.BOOK_YEAR,
        counted=Counted.YEAR_END,
        basis="BW 3:15i lid 2 met BW 2:10 lid 3",
        force=Force.STATUTORY,
        sector=Sector.BUSINESS,
        note=Text(
            "Dus ook voor een eenmanszaak of vof.", "So also for a sole trader or partnership."
        ),
        checked=Checked.OLDER,
        source=BW_3,
        records=_BILLING,
    ),
    Kept(
        id="vat-real-estate",
        what=Text(
            "gegevens over onroerende zaken, voor herziening van btw",
            "data on real estate, for adjustment of VAT",
        ),
        least=_TEN,
        most=_TEN,
        start=Text(
            "het jaar van ingebruikneming, dat zelf meetelt",
            "the year of first use, which counts itself",
        ),
        counted=Counted.YEAR,
        basis="Wet OB 1968 artikel 34a",
        force=Force.STATUTORY,
        sector=Sector.REAL_ESTATE,
        note=Text(
            "De negen jaren na het jaar van ingebruikneming: samen tien.",
            "The nine years after the year of first use: ten together.",
        ),
        checked=Checked.REPORTED,
        source="bnvs.nl, herbenadministraties.nl",
        records=_BILLING,
        words=("onroerend", "bedrijfspand", "real estate"),
    ),
    Kept(
        id="vat-oss-ioss",
        what=Text(
            "registers van het éénloketsysteem voor btw (OSS, IOSS)",
            "registers of the one-stop shop for VAT (OSS, IOSS)",
        ),
        least=_TEN,
        most=_TEN,
        start=Text(
            "31 december van het jaar van de handeling", "31 December of the year of the sale"
        ),
        counted=Counted.YEAR_END,
        basis="Uitvoeringsverordening 282/2011 artikel 63 quater lid 3",
        force=Force.STATUTORY,
        sector=Sector.DIGITAL_SALES,
        checked=Checked.MEMORY,
        records=_BILLING,
        words=("éénloket", "eenloket", "one-stop shop", "ioss"),
    ),
    Kept(
        id="vat-platform",
        what=Text(
            "wat een platform over verkopen van anderen bijhoudt",
            "what a platform records of sales by others",
        ),
        least=_TEN,
        most=_TEN,
        start=Text("het einde van het jaar van de handeling", "the end of the year of the sale"),
        counted=Counted.YEAR_END,
        basis="Richtlijn 2006/112 artikel 242 bis",
        force=Force.STATUTORY,
        sector=Sector.PLATFORM,
        note=Text(
            "Alleen voor een platform dat leveringen van anderen mogelijk maakt.",
            "Only for a platform that makes supplies by others possible.",
        ),
        checked=Checked.MEMORY,
        records=_BILLING,
    ),
    Kept(
        id="contract-file",
        what=Text("overeenkomst en uitvoering", "contract and performance"),
        least=_SEVEN,
        most=_SEVEN,
        start=Text(
            "het einde van de overeenkomst of het boekjaar",
            "the end of the contract or the book year",
        ),
        counted=Counted.YEAR_END,
        basis="AWR artikel 52 lid 4; BW 3:307",
        force=Force.STATUTORY,
        note=Text(
            "Voor zover het bij de boekhouding hoort; voor de rest telt de verjaring van 5 jaar.",
            "As far as it belongs to the books; for the rest the limitation of 5 years counts.",
        ),
        checked=Checked.OLDER,
        source=f"{AWR}; {BW_3}",
        records=frozenset({RecordKind.CONTRACT}),
        words=("overeenkomst", "contract", "agreement"),
    ),
    Kept(
        id="debt-collection",
        what=Text("incassodossier", "file on the collection of a debt"),
        least=_SEVEN,
        most=_SEVEN,
        start=Text("betaling of afboeking", "payment or writing off"),
        counted=Counted.YEAR_END,
        basis="AWR artikel 52 lid 4; BW 3:307 en 3:324",
        force=Force.STATUTORY,
        note=Text(
            "Een vonnis kan nog 20 jaar worden uitgevoerd (BW 3:324 lid 1).",
            "A judgment can be enforced for 20 years (BW 3:324(1)).",
        ),
        checked=Checked.OLDER,
        source=f"{AWR}; {BW_3}",
        records=_BILLING,
        words=("incasso", "aanmaning", "debt collection"),
    ),
    Kept(
        id="webshop-order",
        what=Text("bestellingen in een webwinkel", "orders in a web shop"),
        least=_SEVEN,
        most=_SEVEN,
        start=starts.BOOK_YEAR,
        counted=Counted.YEAR_END,
        basis="AWR artikel 52 lid 4",
        force=Force.STATUTORY,
        sector=Sector.WEB_SHOP,
        note=Text(
            "Alleen wat op de factuur hoort, niet hoe iemand de winkel bekeek.",
            "Only what belongs on the invoice, not how somebody looked around the shop.",
        ),
        checked=Checked.OLDER,
        source=AWR,
        records=frozenset({RecordKind.CONTRACT, RecordKind.BILLING}),
        words=("bestelling", "bestelgegevens", "order ", "orders ", "ordergegevens"),
    ),
)
