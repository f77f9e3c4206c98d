"""Within which term a request is answered."""

import pytest

from nakomen.reading import read


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("U krijgt binnen 30 dagen een reactie op uw verzoek.", "P30D"),
        ("Wij reageren zo snel mogelijk, maar binnen vier weken, op uw verzoek.", "P4W"),
        ("Op uw verzoek om inzage antwoorden wij binnen een maand.", "P1M"),
        ("U kunt een verzoek sturen. Wij antwoorden uiterlijk binnen tien dagen.", "P10D"),
        ("We respond to your request within one month.", "P1M"),
        ("Binnen 5 werkdagen wordt uw verzoek afgehandeld.", "P5D"),
        (
            "Uw verzoek beantwoorden wij binnen een maand; die termijn kan met twee maanden worden "
            "verlengd.",
            "P1M",
        ),
    ],
)
def test_a_stated_term_is_read(words: str, term: str) -> None:
    """Days, weeks and months, in figures and in words."""
    facts = read(words)

    assert facts.as_json()["response_term"] == term
    assert [p.parameters["within"] for p in facts.promises if p.kind == "deadline"] == [term]


@pytest.mark.parametrize(
    "words",
    [
        "Wij reageren zo snel mogelijk op uw verzoek.",
        "U ontvangt binnen 2 werkdagen een ontvangstbevestiging van uw verzoek.",
        "Bestellingen leveren wij binnen 3 dagen na uw aanvraag.",
        "Datalekken melden wij binnen 72 uur; op uw verzoek lichten wij dat toe.",
        "Op uw verzoek bewaren wij de reactie 2 jaar.",
        "Wij zijn op werkdagen binnen een week bereikbaar.",
    ],
)
def test_another_term_is_not_an_answer(words: str) -> None:
    """Confirmations, deliveries and leaks have terms of their own."""
    assert read(words).response_term is None


def test_the_legal_term_is_a_promise_without_a_number() -> None:
    """What is not stated is not filled in."""
    facts = read("Wij handelen uw verzoek af binnen de door de wet gestelde termijn.")
    promise = next(p for p in facts.promises if p.kind == "deadline")

    assert facts.response_term is None
    assert promise.parameters == {"criterion": "statutory"}


def test_a_term_knows_the_right_of_its_chapter() -> None:
    """Below "Recht op inzage" the term is that of access."""
    facts = read(
        "Recht op inzage\n\nU heeft recht op inzage in uw gegevens. Op uw verzoek krijgt u binnen "
        "twee weken antwoord.\n"
    )
    promise = next(p for p in facts.promises if p.kind == "deadline")

    assert promise.parameters == {"within": "P2W", "right": "access"}
    assert promise.section == "Recht op inzage"
