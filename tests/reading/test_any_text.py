"""Whatever is read: no error, exact quotes, time in step with length."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nakomen.reading import Facts, load_text, read

SAID = """
wij bewaren facturen zeven jaar na afloop van het kalenderjaar niet langer dan nodig
u heeft recht op inzage kunt bezwaar maken binnen 30 dagen een reactie verzoek
gegevens worden gewist verwijderd tenzij wettelijke bewaarplicht met Mollie delen via
Wilgenborg B.V. gevestigd aan Kerkstraat 12 1234 AB Ede 06-12345678 KvK 12345678
NL91ABNA0417164300 info@voorbeeld.nl www.voorbeeld.nl [NAAM] [ ] ( ) * ** # - | : ; , .
laatst gewijzigd op 3 mei 2021 versie 2.1 Autoriteit Persoonsgegevens klacht cookies
"""
BREAKS = [
    "\n",
    "\n\n",
    "\n- ",
    "\n| ",
    "\t",
    "\r\n",
    "\f",
    "é",
    "  ",
    "Bewaartermijnen",
    "1.1 ",
    "?",
]
WORDS = [*SAID.split(), *BREAKS]
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(WORDS), max_size=120).map(" ".join),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=80).map("".join),
)
HOSTILE = ["a", " ", "\n", "-", "1", "0", ".", "A ", "9 ", "*", "|", "wij ", "7 jaar ", "u kunt "]
HOSTILE += ["1234 AB ", "a@", "www.", "niet langer dan ", "Bewaren\n", "(", "[", "+31 ", "van de "]
HOSTILE += ["a ", "van de heer ", "| a | b |\n", "- a\n  - b\n", "3 mei 2021 ", "12-12-2020 "]
HOSTILE += ["_", "\t", "* ", "#\n", ": ", "; ", "a;\n", "'", '"', "a.b.", "06-", "x@y.nl ", "?\n"]
HOSTILE += ["cookies ", "Google ", "Naam: ", "Kerkstraat 1 ", "niet ", "zoals ", "onder de 16 "]
HOSTILE += ["Mollie, ", "B.V. ", "én ", "KvK ", "NL91", "delen ", "gegevens ", "tot ", "klacht "]


def _quotes(facts: Facts) -> list[tuple[str, int]]:
    found = [*facts.retention, *facts.rights, *facts.recipients, *facts.recipient_categories]
    found += [*facts.promises, *facts.controller.quotes.values()]
    found += [quote for tension in facts.tensions for quote in tension.quotes]
    return [(quote.quote, quote.start) for quote in found]


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_quoted_exactly(text: str) -> None:
    """Reading never fails, and every quote stands in the text at its offset."""
    facts = read(text)

    for quote, start in _quotes(facts):
        assert text[start : start + len(quote)] == quote
    assert json.loads(json.dumps(facts.as_json())) == facts.as_json()


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_text_or_a_finding(data: bytes) -> None:
    """There is a text, or an error that says why not."""
    text, findings = load_text(data, "a.txt")

    assert bool(text.strip()) is not any(f.severity.value == "error" for f in findings)


def _seconds(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


@pytest.mark.parametrize("piece", HOSTILE, ids=repr)
def test_time_is_in_step_with_length(piece: str) -> None:
    """No wording makes the time run away: eight times the text, hardly more than eight times."""
    short, long = piece * (1_000 // len(piece)), piece * (8_000 // len(piece))
    _seconds(short)

    assert _seconds(long) < 24 * min(_seconds(short), _seconds(short)) + 1.0


FILLINGS = [" ", "\t", "\n", "_", ".", "*", "-", "\u00a0", ". ", "(", " \n"]


@pytest.mark.parametrize("filling", FILLINGS, ids=repr)
def test_what_stands_between_two_words_makes_nobody_wait(filling: str) -> None:
    """Forty thousand signs of nothing in the midst of a sentence take a second, not an hour."""
    filled = filling * (40_000 // len(filling))
    text = f"Wij bewaren uw gegevens{filled}twee jaar en delen ze met Mollie B.V. te Ede."

    start = time.process_time()
    assert read(text).statement.words > 5
    assert time.process_time() - start < 10
