"""Who publishes the statement: the company's own details and nobody else's."""

import pytest

from nakomen.reading import read

FULL = """Privacyverklaring

Wilgenborg ICT B.V., gevestigd te Ede en hierna te noemen Wilgenborg, is verantwoordelijk voor
de verwerking van persoonsgegevens.

Contact

Wilgenborg ICT B.V.
Oude Kerkweg 12-b
6711 KL Ede, Nederland
Telefoon: 0318 - 55 50 12
Fax: 0318 - 55 50 13
E-mail: privacy@wilgenborg.example
Website: https://www.wilgenborg.example/privacy
KvK 12 345 678
Btw NL004495445B01
IBAN NL91 ABNA 0417 1643 00

Klachten

U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.
Autoriteit Persoonsgegevens
Postbus 93374
2509 AJ Den Haag
Telefoon 088 - 180 52 50
info@autoriteitpersoonsgegevens.nl
"""


def test_every_detail_is_the_companys_own() -> None:
    """Nothing of the supervisor gets in, and the fax is no telephone."""
    controller = read(FULL).controller

    assert controller.as_json == {
        "name": "Wilgenborg ICT B.V.",
        "aliases": ["Wilgenborg"],
        "legal_form": "B.V.",
        "kvk": "12345678",
        "vat": "NL004495445B01",
        "iban": "NL91ABNA0417164300",
        "address": "Oude Kerkweg 12-b",
        "postcode": "6711 KL",
        "city": "Ede",
        "country": "Nederland",
        "phones": ["0318 - 55 50 12"],
        "emails": ["privacy@wilgenborg.example"],
        "website": "https://www.wilgenborg.example",
    }


def test_every_detail_has_its_words() -> None:
    """Each field stands in the text at the offset given."""
    controller = read(FULL).controller

    assert {"name", "kvk", "vat", "iban", "address", "city", "phones.0"} <= set(controller.quotes)
    for quote in controller.quotes.values():
        assert FULL[quote.start : quote.end] == quote.quote


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Wij zijn De Vlierbes ICT, gevestigd aan de Dam 1.", "De Vlierbes ICT"),
        ("# Privacybeleid Eikenhof Telecom\n\nWij zijn er voor u.", "Eikenhof Telecom"),
        ("Deze privacyverklaring is van toepassing op Beukenhorst.", "Beukenhorst"),
        ("Esdoorn VOF is de verwerkingsverantwoordelijke.", "Esdoorn VOF"),
        ("Kastanje Hosting Ltd is the data controller.", "Kastanje Hosting Ltd"),
        ("Uw privacy is van belang. Wij verwerken gegevens.", None),
        ("De verantwoordelijke is gevestigd in Nederland.", None),
        ("Mollie verwerkt uw betaling.", None),
    ],
)
def test_the_name_is_what_the_company_calls_itself(words: str, name: str | None) -> None:
    """Common words and known third parties are no name."""
    assert read(words).controller.name == name


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (
            "Wij zijn te vinden aan de Lange Dijk 14 te (7951 AH) Zuidwolde.",
            ("Lange Dijk 14", "Zuidwolde"),
        ),
        ("Ons adres is Grebbepad 27, 3812 JC te Amersfoort.", ("Grebbepad 27", "Amersfoort")),
        ("Post: Postbus 12, 1000 AA Ede. Bezoek: 't Hof 3a, 1000 AB Ede.", ("Hof 3a", "Ede")),
        (
            "Van 't Hoffplein 2, 2000 AA 's-Hertogenbosch Telefoon 06",
            ("Van 't Hoffplein 2", "'s-Hertogenbosch"),
        ),
    ],
)
def test_an_address_is_street_and_town(words: str, place: tuple[str, str]) -> None:
    """Small words belong to the street, labels and telephones do not; a box comes second."""
    controller = read(words).controller

    assert (controller.address, controller.city) == place


def test_other_capitals_are_other_names_for_the_same() -> None:
    """Each spelling in the text is kept as an alias."""
    facts = read("Privacyverklaring LindeSoft\n\nLINDESOFT verwerkt gegevens.")

    assert facts.controller.name == "LindeSoft"
    assert facts.controller.aliases == ("LINDESOFT",)


def test_two_towns_for_one_postcode_are_a_tension() -> None:
    """Both places are quoted, so that a person can choose."""
    facts = read("Adres: Laan 3, 1234 AB Ede.\n\nBezoek: Laan 3, 1234 AB Lunteren.\n")

    assert [t.kind for t in facts.tensions] == ["two_towns"]
    assert [q.quote for q in facts.tensions[0].quotes] == ["Ede", "Lunteren"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("IBAN: NL92 ABNA 0417 1643 00", "iban_check_digits"),
        ("Btw-nummer NL004495446B01", "vat_check_digits"),
    ],
)
def test_wrong_check_digits_are_a_tension(words: str, kind: str) -> None:
    """A number that cannot be right is reported, and a wrong IBAN is not passed on."""
    facts = read(words)

    assert [t.kind for t in facts.tensions] == [kind]
    assert facts.controller.iban is None


def test_silence_stays_silence() -> None:
    """A text without details has none."""
    controller = read("Wij gaan netjes met uw gegevens om, 12345678 keer.").controller

    assert not any(controller.as_json.values())
