"""Which language a text is in: two that are read, and others that are only named."""

import pytest

from nakomen.reading import load_text, read
from nakomen.reading.text.language import language_of

SAID = {
    "nl": "Wij bewaren uw gegevens niet langer dan nodig is voor de overeenkomst.",
    "en": "We keep your data for as long as we need it to perform the contract.",
    "de": "Wir speichern Ihre Daten nicht länger, als es für den Vertrag nötig ist, und löschen "
    "sie danach. Sie haben das Recht auf Auskunft und können der Verarbeitung widersprechen.",
    "fr": "Nous conservons vos données pendant la durée du contrat et nous les supprimons dans les "
    "trente jours. Vous avez le droit de nous demander une copie de vos données.",
    "es": "Conservamos los datos de los clientes durante el contrato y los borramos en un plazo de "
    "treinta días. Usted tiene el derecho de pedir una copia de sus datos para su uso.",
    "pl": "Przechowujemy dane osobowe przez okres umowy i nie udostępniamy ich innym. Każdy ma "
    "prawo do kopii danych oraz do ich usunięcia, o ile nie jest to sprzeczne z prawem i umową.",
}


@pytest.mark.parametrize("code", SAID)
def test_a_few_sentences_tell_their_language(code: str) -> None:
    """By the small words; no dictionary is needed."""
    assert language_of(SAID[code]) == code


@pytest.mark.parametrize("code", ["nl", "en"])
def test_one_short_sentence_is_enough_for_ours(code: str) -> None:
    """Headings and addresses around it do not count."""
    short = {"nl": "Privacy\n\nWij verkopen uw gegevens niet.\n\nKerkstraat 1, Ede"}
    short["en"] = "Privacy\n\nWe do not sell your data.\n\nKerkstraat 1, Ede"

    assert language_of(short[code]) == code


@pytest.mark.parametrize("text", ["", "Privacy", "Wilgenborg ICT B.V.\n1234 AB Ede", "12345678"])
def test_too_little_is_no_language(text: str) -> None:
    """A name and an address are of no language."""
    assert language_of(text) is None


def test_two_languages_are_the_one_that_says_more() -> None:
    """A Dutch statement with an English part is read as Dutch, without a warning."""
    text = SAID["nl"] * 3 + "\n\n" + SAID["en"]

    assert language_of(text) == "nl"
    assert load_text(text.encode(), "a.txt")[1] == []


def test_a_third_language_beside_ours_is_no_reason_to_stop() -> None:
    """One German sentence in a Dutch statement changes nothing."""
    facts = read(SAID["nl"] * 4 + " Facturen bewaren wij 7 jaar.\n\n" + SAID["de"])

    assert facts.statement.language == "nl"
    assert facts.retention != ()


@pytest.mark.parametrize("code", ["de", "fr", "es", "pl"])
def test_of_a_third_language_nothing_is_guessed(code: str) -> None:
    """Not even where a word looks like one of ours; the address is sure in every language."""
    text = f"{SAID[code]} cookies Mollie privacy@wilgenborg.example {SAID[code]}"
    facts = read(text)

    assert [f.code for f in load_text(text.encode(), "a.txt")[1]] == ["R012"]
    assert facts.controller.emails == ("privacy@wilgenborg.example",)
    assert facts.promises == facts.absent == facts.recipients == facts.rights == ()
