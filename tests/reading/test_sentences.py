"""A pasted text falls into sentences, items, rows and headings, each where it stands."""

import pytest

from nakomen.reading.text.sentences import Role, Sentence, split

PAGE = """Privacyverklaring

Wij zijn Wilgenborg ICT B.V. en hosten o.a. websites. Uw gegevens delen wij alleen met
partijen die daarvoor zijn gekozen en die ons op papier hebben beloofd dat zij uw

gegevens geheim houden.

Uw rechten

U heeft het recht op:
- inzage;
- wissen.

5.1 Bewaren:

| Wat | Hoe lang |
|---|---|
| Facturen | 7 jaar |
"""


def _find(words: str) -> Sentence:
    return next(s for s in split(PAGE) if words in s.words)


def test_every_sentence_stands_at_its_offset() -> None:
    """The text between start and end is the sentence, letter for letter."""
    sentences = split(PAGE)

    assert len(sentences) == 10
    assert all(PAGE[s.start : s.end] == s.text for s in sentences)
    assert [s.start for s in sentences] == sorted(s.start for s in sentences)


def test_a_page_break_does_not_end_a_sentence() -> None:
    """A line without a full stop runs on over the empty line when the next begins small."""
    sentence = _find("op papier")

    assert sentence.text.endswith("dat zij uw\n\ngegevens geheim houden.")
    assert "\n" not in sentence.words
    assert len(sentence.words) == len(sentence.text)


def test_abbreviations_and_legal_forms_do_not_end_a_sentence() -> None:
    """ "B.V." and "o.a." have full stops of their own."""
    assert _find("Wilgenborg").words.endswith("websites.")


def test_headings_need_no_mark() -> None:
    """A short line on its own is a heading; what follows belongs to it."""
    headings = [s.text for s in split(PAGE) if s.role is Role.HEADING]

    assert headings == ["Privacyverklaring", "Uw rechten", "5.1 Bewaren:"]
    assert _find("recht op").section == "Uw rechten"


def test_items_know_the_line_above_their_list() -> None:
    """ "wissen." alone says nothing; with its lead it does."""
    item = _find("wissen.")

    assert item.role is Role.ITEM
    assert item.lead == "U heeft het recht op:"


def test_a_table_row_is_one_sentence() -> None:
    """The bar lines of a table are no words."""
    row = _find("Facturen")

    assert (row.role, row.text) == (Role.ROW, "| Facturen | 7 jaar |")
    assert row.section == "5.1 Bewaren"


@pytest.mark.parametrize(
    "address", ["Kerkstraat 4\n1234 AB Ede\ninfo@voorbeeld.nl", "www.voorbeeld.nl\nTelefoon 06"]
)
def test_lines_of_an_address_stay_apart(address: str) -> None:
    """Short lines below each other are lines of their own."""
    assert [s.text for s in split(address)] == address.split("\n")


def test_a_run_without_full_stops_is_cut() -> None:
    """No sentence grows without bound, and no letter is lost."""
    text = "woord " * 2000
    sentences = split(text)

    assert max(len(s.text) for s in sentences) <= 2000
    assert sum(s.text.count("woord") for s in sentences) == 2000


def test_bullets_stand_below_a_numbered_heading() -> None:
    """A number above bullets heads them; a number above a number is a list."""
    headed = split("6. Hoe lang bewaren wij ze?\n\n- Facturen: 7 jaar\n- Mails: 1 jaar\n")
    listed = split("Wij vragen:\n\n1. Uw naam\n\n2. Uw adres\n")

    assert [s.section for s in headed[1:]] == ["6. Hoe lang bewaren wij ze?"] * 2
    assert listed[1].role is Role.ITEM


def test_bold_words_that_open_a_paragraph_head_it() -> None:
    """Only that paragraph, and only with a full stop or a colon; a name in bold heads nothing."""
    kept, named = split("**Bewaren.** Facturen zeven jaar.\n\n**Wilgenhof** verhuurt ruimte.\n")[1:]

    assert kept.section == "Bewaren"
    assert named.section is None


def test_a_line_of_dots_is_one_row() -> None:
    """The dots that lead to a number end no sentence."""
    rows = split("Facturen ........ 7 jaar\nMails ........ 1 jaar\n")

    assert [(row.role, row.text[-6:]) for row in rows] == [
        (Role.ROW, "7 jaar"),
        (Role.ROW, "1 jaar"),
    ]
