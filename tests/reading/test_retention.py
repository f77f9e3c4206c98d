"""How long records are kept, read from Dutch and English sentences of fictional providers."""

import pytest

from nakomen.reading import read
from nakomen.reading.facts import RetentionFact

Said = tuple[str, str | None, str | None, str | None, str | None, str | None]

STATED: list[tuple[str, list[Said]]] = [
    # object, period, bound (with a period), criterion, start, act
    (
        "Wij bewaren facturen zeven jaar.",
        [("billing", "P7Y", "exactly", None, None, None)],
    ),
    (
        "Onze boekhouding bewaren wij 7 jaar na afloop van het kalenderjaar.",
        [("billing", "P7Y", "exactly", None, "calendar_year_end", None)],
    ),
    (
        "Op grond van de fiscale bewaarplicht blijven uw factuurgegevens zeven (7) jaar bewaard.",
        [("billing", "P7Y", "at_least", None, None, None)],
    ),
    (
        "We zijn wettelijk verplicht om onze administratie minimaal 7 jaar te bewaren.",
        [("billing", "P7Y", "at_least", None, None, None)],
    ),
    (
        "Inloggegevens en logbestanden worden na zes maanden automatisch gewist.",
        [("login", "P6M", "exactly", None, None, "erase")],
    ),
    (
        "IP-adressen slaan wij maximaal 30 dagen op.",
        [("login", "P30D", "at_most", None, None, None)],
    ),
    (
        "Verkeersgegevens verwijderen we uiterlijk 6 maanden na het gesprek.",
        [("traffic", "P6M", "at_most", None, "event", "erase")],
    ),
    (
        "Belgegevens worden na een half jaar geanonimiseerd.",
        [("traffic", "P6M", "exactly", None, None, "blank")],
    ),
    (
        "Camerabeelden bewaren wij niet langer dan vier weken.",
        [("camera", "P4W", "at_most", None, None, None)],
    ),
    (
        "Back-ups worden na 14 dagen overschreven.",
        [("backup", "P14D", "exactly", None, None, "erase")],
    ),
    (
        "Uw klantgegevens worden binnen drie maanden na het einde van de overeenkomst vernietigd.",
        [("customer", "P3M", "at_most", None, "contract_end", "erase")],
    ),
    (
        "Zegt u uw laatste dienst bij ons op? Dan wissen wij uw klantgegevens binnen een maand.",
        [("customer", "P1M", "at_most", None, "contract_end", "erase")],
    ),
    (
        "Zegt u niets? Dan wissen wij uw klantgegevens binnen een maand.",
        [("customer", "P1M", "at_most", None, None, "erase")],
    ),
    (
        "Uw account en klantprofiel blijven tot twee jaar na uw laatste inlog bewaard.",
        [("customer", "P2Y", "exactly", None, "last_login", None)],
    ),
    (
        "Wij wissen uw klantgegevens als u twee jaar niet heeft ingelogd.",
        [("customer", "P2Y", "exactly", None, "last_login", "erase")],
    ),
    (
        "Klantgegevens bewaren wij tot een jaar na uw laatste contact of inlog.",
        [("customer", "P1Y", "exactly", None, "last_contact", None)],
    ),
    (
        "We keep your account data for 18 months after your last login.",
        [("customer", "P18M", "exactly", None, "last_login", None)],
    ),
    (
        "We delete your account when you have not logged in for three years.",
        [("customer", "P3Y", "exactly", None, "last_login", "erase")],
    ),
    (
        "Facturen bewaren wij 7 jaar en logbestanden 6 maanden.",
        [
            ("billing", "P7Y", "exactly", None, None, None),
            ("login", "P6M", "exactly", None, None, None),
        ],
    ),
    (
        "Correspondentie en tickets bewaren we anderhalf jaar na afhandeling.",
        [("correspondence", "P18M", "exactly", None, "event", None)],
    ),
    (
        "Sollicitatiebrieven verwijderen wij vier weken na afloop van de procedure.",
        [("staff", "P4W", "exactly", None, "event", "erase")],
    ),
    (
        "Na opzegging blijven de door u ingevoerde gegevens nog 60 dagen staan.",
        [("content", "P60D", "exactly", None, "contract_end", None)],
    ),
    (
        "Betaalt u langer dan 60 dagen niet tijdig, dan kan wanbetaling leiden tot vernietiging "
        "van de opgeslagen bestanden.",
        [("content", "P60D", "exactly", "non_payment", None, "erase")],
    ),
    (
        "Facturen worden niet verwijderd, tenzij u ons verzoekt facturen ouder dan 7 jaar te "
        "wissen.",
        [("billing", "P7Y", "at_least", None, None, "ask")],
    ),
    (
        "Wij bewaren uw gegevens zolang u klant bij ons bent.",
        [("all", None, None, "while_customer", "contract_end", None)],
    ),
    (
        "We bewaren persoonsgegevens niet langer dan nodig is voor de doelen in deze verklaring.",
        [("all", None, None, "purpose", None, None)],
    ),
    (
        "Voor de nieuwsbrief bewaren wij uw e-mailadres totdat u zich afmeldt.",
        [("newsletter", None, None, "until_withdrawn", None, None)],
    ),
    (
        "Uw factuurgegevens bewaren wij gedurende de wettelijke termijn.",
        [("billing", None, None, "statutory", None, None)],
    ),
    (
        "Na beëindiging van het contract worden uw klantgegevens verwijderd.",
        [("customer", None, None, "while_customer", "contract_end", "erase")],
    ),
    (
        "Onze administratie. De Belastingdienst verplicht ons deze gegevens minstens vijf jaar te "
        "bewaren.",
        [("billing", "P5Y", "at_least", None, None, None)],
    ),
    (
        "Neemt u geen domeinen meer bij ons af, dan bewaren wij het dataverkeer twee jaar.",
        [("other", "P2Y", "exactly", None, None, None)],
    ),
    (
        "Nieuwsbrief\n\nUw gegevens bewaren wij hiervoor tot twee jaar na het laatste contact.\n",
        [("newsletter", "P2Y", "exactly", None, "last_contact", None)],
    ),
    (
        "Bewaartermijnen\n\n- Factuurgegevens: 7 jaar\n- Personalia > 2 jaar > service\n",
        [
            ("billing", "P7Y", "exactly", None, None, None),
            ("customer", "P2Y", "exactly", None, None, None),
        ],
    ),
    (
        "Wanneer u geen diensten meer afneemt, verwijderen wij uw accountgegevens.",
        [("customer", None, None, "while_customer", "contract_end", "erase")],
    ),
    (
        "Sessiegegevens bewaren wij tussen de 3 en 6 maanden.",
        [("traffic", "P6M", "at_most", None, None, None)],
    ),
    (
        "We keep invoices for seven years.",
        [("billing", "P7Y", "exactly", None, None, None)],
    ),
    (
        "Server logs are deleted after 90 days.",
        [("login", "P90D", "exactly", None, None, "erase")],
    ),
    (
        "We retain your personal data for as long as you are a customer.",
        [("all", None, None, "while_customer", "contract_end", None)],
    ),
    (
        "Account data is stored for up to 12 months after the end of the agreement.",
        [("customer", "P12M", "at_most", None, "contract_end", None)],
    ),
    (
        "Personal data is kept no longer than necessary.",
        [("all", None, None, "purpose", None, None)],
    ),
]

SILENT = [
    "Wij bewaren uw gegevens veilig op servers in Nederland.",
    "We slaan uw naam op zodat wij u kunnen aanspreken.",
    "Onze diensten zijn niet bedoeld voor kinderen jonger dan 16 jaar.",
    "Gegevens van personen onder de 16 jaar verwijderen wij als wij ze aantreffen.",
    "Wij zijn al 20 jaar actief en op werkdagen open van 9 tot 17 uur.",
    "U kunt uw bestelling binnen 14 dagen retourneren.",
    "Op uw verzoek verwijderen wij uw gegevens binnen vier weken.",
    "Facturen moeten binnen 30 dagen betaald zijn.",
    "U kunt cookies verwijderen in uw browser.",
    "U hebt het recht om uw gegevens te laten verwijderen als ze niet langer nodig zijn.",
    "Wij maken elke 7 dagen een back-up.",
    "Wij behouden ons het recht voor een account na 30 dagen te verwijderen.",
    "Wij bewaren geen creditcardgegevens.",
    "Is de relatie meer dan vijf jaar geleden beëindigd, dan kunt u vragen uw gegevens te wissen.",
    "Op al onze apparatuur geven wij een garantie van 2 jaar; de bon bewaren wij voor u.",
    "U heeft het recht te weten hoe lang wij uw gegevens bewaren.",
    "Wij verwijderen onze oude apparatuur op een veilige manier.",
]


def _said(fact: RetentionFact) -> Said:
    return (
        fact.object.value,
        fact.period.iso if fact.period else None,
        fact.bound.value if fact.period else None,
        fact.criterion.value if fact.criterion else None,
        fact.start_event.value if fact.start_event else None,
        fact.act.value if fact.act else None,
    )


@pytest.mark.parametrize(("sentence", "expected"), STATED, ids=lambda value: str(value)[:40])
def test_a_stated_term_is_read(sentence: str, expected: list[Said]) -> None:
    """Object, length, bound, ground, start and end of a term come from the words alone."""
    assert [_said(fact) for fact in read(sentence).retention] == expected


@pytest.mark.parametrize("sentence", SILENT)
def test_what_is_no_term_is_left_alone(sentence: str) -> None:
    """Ages, opening hours, returns, answers and payments are no terms of data."""
    assert read(sentence).retention == ()
