"""Who receives data, by name or as a kind."""

import pytest

from nakomen.reading import read

NAMED = [
    (
        "Voor het bezorgen van pakketten maken wij gebruik van PostNL.",
        [("PostNL", "processor", "het bezorgen van pakketten", None)],
    ),
    (
        "Wij delen uw naam met Mollie (betalingen) en TransIP (hosting).",
        [("Mollie", None, "betalingen", None), ("TransIP", None, "hosting", None)],
    ),
    (
        "Onze website wordt gehost bij Hetzner (Duitsland).",
        [("Hetzner", "processor", None, "DE")],
    ),
    (
        "Wij maken gebruik van de diensten van Zonnehof Data voor onze back-ups.",
        [("Zonnehof Data", "processor", "onze back-ups", None)],
    ),
    (
        "Voor onze werkzaamheden kunnen wij gegevens met de Belastingdienst delen.",
        [("Belastingdienst", "authority", "onze werkzaamheden", None)],
    ),
    (
        "Inloggen via Facebook of LinkedIn is mogelijk.",
        [("Facebook", "third_party", None, None), ("LinkedIn", "third_party", None, None)],
    ),
    ("We use Stripe for payments.", [("Stripe", "processor", "payments", None)]),
    ("Moneybird\n\nUw naam wordt met deze partij gedeeld.\n", [("Moneybird", None, None, None)]),
]

NOT_NAMED = [
    "Wij delen uw gegevens niet met Facebook.",
    "Lees ook de privacyverklaring van LinkedIn.",
    "Onze webwinkel is gebouwd met software van WooCommerce.",
    "U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.",
    "Exact zoals u van ons gewend bent, delen wij niets.",
    "Mail ons via info@mollie-fans.example.",
]

KINDS = [
    (
        "Wij kunnen gegevens verstrekken aan onze leveranciers en zakelijke partners.",
        ["leveranciers", "zakelijke partners"],
    ),
    ("Bij wanbetaling schakelen wij een incassobureau in.", ["incassobureau"]),
    (
        "Wij delen gegevens met:\n- onze accountant\n- een hostingprovider\n",
        ["accountant", "hostingprovider"],
    ),
    ("Wij delen gegevens met derde partijen.", ["derde partijen"]),
    ("Wij delen gegevens met derden, zoals onze boekhouder.", ["boekhouder"]),
]

NO_KINDS = [
    "Wij verkopen uw gegevens niet aan derden.",
    "Uw gegevens worden nooit met derden gedeeld.",
    "Wij ontvangen gegevens van derden.",
    "Een verwerker in de zin van de AVG verstrekt niets op eigen gezag aan verwerkers.",
    "Wij zijn niet verantwoordelijk voor wat derden met u delen.",
]


@pytest.mark.parametrize(("words", "parties"), NAMED, ids=lambda value: str(value)[:40])
def test_a_named_party_is_read(
    words: str, parties: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    """Name, role, purpose and country as the sentence gives them, nothing from outside."""
    found = [(f.name, f.role, f.purpose, f.country) for f in read(words).recipients]

    assert found == parties


@pytest.mark.parametrize("words", NOT_NAMED)
def test_a_name_that_receives_nothing_is_left_alone(words: str) -> None:
    """Denials, references and building blocks are no recipients."""
    assert read(words).recipients == ()


@pytest.mark.parametrize(("words", "labels"), KINDS, ids=lambda value: str(value)[:40])
def test_an_unnamed_kind_is_a_category(words: str, labels: list[str]) -> None:
    """What has no name goes to the categories; "derden" only when nothing is clearer."""
    facts = read(words)

    assert [c.label for c in facts.recipient_categories] == labels
    assert facts.recipients == ()


@pytest.mark.parametrize("words", NO_KINDS)
def test_who_does_not_receive_is_no_category(words: str) -> None:
    """Denials, sources and definitions give nothing away."""
    assert read(words).recipient_categories == ()


def test_the_company_itself_is_no_recipient() -> None:
    """A provider may bear a name that others list as their supplier."""
    facts = read(
        "Privacyverklaring Wilgenborg\n\nU maakt gebruik van Wilgenborg. Wilgenborg verwerkt uw "
        "naam.\n"
    )

    assert facts.controller.name == "Wilgenborg"
    assert facts.recipients == ()


def test_receivers_are_promises_with_the_right_control() -> None:
    """A processor is on the register, an authority on that of orders."""
    facts = read(
        "Wij maken gebruik van de diensten van PostNL. Wij kunnen verplicht zijn gegevens aan de "
        "politie te verstrekken. Met onze verwerkers sluiten wij verwerkersovereenkomsten."
    )

    assert [(p.id, p.control) for p in facts.promises] == [
        ("processor-1", "processor-field-filter"),
        ("authority_disclosure-1", "authority-order-register"),
        ("processor-2", "processor-register"),
    ]


def test_what_a_third_party_keeps_is_not_what_the_company_keeps() -> None:
    """The holder is named, so that nobody sweeps the company's own tables for it."""
    facts = read("Voor betalingen maken wij gebruik van Mollie. Mollie bewaart uw gegevens 2 jaar.")
    fact = facts.retention[0]

    assert (fact.holder, fact.object.value) == ("Mollie", "other")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Wij nemen diensten af van [NAAM LEVERANCIER].", "placeholder"),
        ("VOORBEELD: Wij delen gegevens.", "placeholder"),
        ("Wij zijn <bedrijfsnaam> en werken netjes.", "placeholder"),
        ("Wij hebben gekozen voor AndersHostnet.", "template_remnant"),
    ],
)
def test_remnants_of_a_form_are_tensions(words: str, kind: str) -> None:
    """What was never filled in is reported where it stands."""
    tension = read(words).tensions[0]

    assert tension.kind == kind
    assert all(words[q.start : q.end] == q.quote for q in tension.quotes)
