"""How people write: each case a piece of a page, and what it falls into."""

import pytest

from nakomen.reading.text.sentences import Role, Sentence, split


def _told(text: str) -> list[tuple[str, str]]:
    return [(sentence.role.value, sentence.words) for sentence in split(text)]


def _find(text: str, words: str) -> Sentence:
    return next(sentence for sentence in split(text) if words in sentence.words)


HEADINGS = {
    "a question above a short answer": ("Hoe lang bewaart u dit?\nTwee jaar.\n", "Hoe lang"),
    "a long question": (
        "Met welke andere partijen deelt u mijn persoonsgegevens, en waarom doet u dat eigenlijk?\n"
        "Met onze boekhouder.",
        "Met welke andere",
    ),
    "capitals above a short line": ("BEWAARTERMIJNEN\nTwee jaar.", "BEWAARTERMIJNEN"),
    "a number": ("3. Bewaren\nWij bewaren niets.", "Bewaren"),
    "a number without a space": ("3)Bewaren\nWij bewaren niets.", "Bewaren"),
    "an article": ("Artikel 3. Bewaren\nTwee jaar.", "Artikel 3. Bewaren"),
    "an article and a dash": ("Artikel 12 – Bewaren\nTwee jaar.", "Artikel 12"),
    "hashes": ("### Bewaren\nTwee jaar.", "Bewaren"),
    "bold words": ("**Bewaren**\n\nTwee jaar.", "**Bewaren**"),
    "a line below it": ("Bewaren\n=======\nTwee jaar.", "Bewaren"),
    "a thin line below it": ("Bewaren\n-------\nTwee jaar.", "Bewaren"),
}


@pytest.mark.parametrize("case", HEADINGS)
def test_a_heading_is_known_by(case: str) -> None:
    """Its words are of the role of a heading, and what follows stands in its section."""
    text, words = HEADINGS[case]
    *_, last = split(text)

    assert _find(text, words).role is Role.HEADING
    assert last.role is Role.PROSE
    assert words.strip("*") in (last.section or "")


NO_HEADINGS = [
    "Kerkstraat 12\n\n1234 AB Ede",
    "Ede, 3 mei 2024\n\nWij bewaren niets.",
    "Wij delen uw gegevens met\n- de bank",
    "Wilgenborg ICT B.V.\nTelefoon 0318-123456",
]


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_no_heading_is(text: str) -> None:
    """A street, a dateline, the lead of a list and the name above an address begin no section."""
    assert Role.HEADING not in {sentence.role for sentence in split(text)}


def test_headings_stand_within_each_other() -> None:
    """The chain runs from the title to the nearest heading, whatever shows its depth."""
    marked = "# Privacy\n\n## Bewaren\n\n### Facturen\n\nZeven jaar.\n\n## Rechten\n\nInzage."
    numbered = "2. Bewaren\n\n2.1 Facturen\n\nZeven jaar.\n\n3. Rechten\n\nInzage."

    assert _find(marked, "Zeven").sections == ("Privacy", "Bewaren", "Facturen")
    assert _find(marked, "Inzage").sections == ("Privacy", "Rechten")
    assert _find(numbered, "Zeven").sections == ("2. Bewaren", "2.1 Facturen")
    assert _find(numbered, "Inzage").sections == ("3. Rechten",)
    assert all(s.section == s.sections[-1] for s in split(marked) if s.sections)


ONE_SENTENCE = [
    "Wij bewaren o.a. naam, adres e.d. en bijv. uw telefoonnummer.",
    "Zie art. 6 lid 1 sub b AVG en par. 2.1 van deze verklaring.",
    "Bel ons, tel. 0318-123456, of vraag naar mr. A. de Wit.",
    "M.b.t. uw gegevens kunt u t.a.v. Chaima schrijven, d.w.z. per post.",
    "Wilgenborg ICT B.V. te Ede verwerkt gegevens.",
    "Deze verklaring geldt sinds 1 jan. 2024 voor max. 5 jaar.",
    "Zie hoofdstuk 3. Bewaren",
    "Onze versie is 2.1 en die geldt.",
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_one_sentence_stays_one(text: str) -> None:
    """A full stop after a short word, an initial or a number ends nothing."""
    assert [sentence.text for sentence in split(text)] == [text]


TWO_SENTENCES = [
    ("Wij bewaren facturen e.d.", "Deze wissen wij na zeven jaar."),
    ("U bent klant van Wilgenborg ICT B.V.", "Wij verwerken uw naam."),
    ("Wij vragen naam, adres, enz.", "Die gebruiken wij voor de factuur."),
    ("Zie www.wilgenborg.example.", "Daar staat meer."),
    ("Dat is optie b.", "Wij kiezen die niet."),
    ("Wij bewaren dit tot 2030.", "Daarna wissen wij het."),
    ("Vragen?", "Bel ons."),
    ("Wij wissen alles (ook de back-up).", "Dat duurt een dag."),
]


@pytest.mark.parametrize(("first", "second"), TWO_SENTENCES)
def test_two_sentences_part(first: str, second: str) -> None:
    """Also behind a short word that can end a sentence, when the next one plainly begins."""
    assert [sentence.text for sentence in split(f"{first} {second}")] == [first, second]


def test_lists_without_marks_are_lists() -> None:
    """Lines that end in semicolons below a colon are items, the last one too."""
    text = "Doelen zijn:\nhet leveren van diensten;\nhet sturen van facturen.\n\nDat is alles."

    assert _told(text) == [
        ("prose", "Doelen zijn:"),
        ("item", "het leveren van diensten;"),
        ("item", "het sturen van facturen."),
        ("prose", "Dat is alles."),
    ]
    assert _find(text, "facturen").lead == "Doelen zijn:"


def test_a_nested_item_is_led_by_the_item_above_it() -> None:
    """ "van uzelf" says nothing below the list's own lead; below "inzage:" it does."""
    text = "U heeft recht op:\n- inzage:\n  - van uzelf\n  - van uw kind\n- wissen"

    assert _find(text, "kind").lead == "inzage:"
    assert _find(text, "wissen").lead == "U heeft recht op:"


@pytest.mark.parametrize(
    "table",
    [
        "| Wat | Hoe lang |\n|---|---|\n| Facturen | 7 jaar |",
        "| Wat | Hoe lang |\n| Facturen | 7 jaar |",
        "Wat | Hoe lang\n--- | ---\nFacturen | 7 jaar",
        "Wat | Hoe lang\nFacturen | 7 jaar",
        "Wat\tHoe lang\nFacturen\t7 jaar",
    ],
)
def test_a_row_knows_the_names_of_its_columns(table: str) -> None:
    """In Markdown with and without outer bars, and from a sheet with tabs."""
    first, row = split(f"Bewaren:\n\n{table}\n\nEinde van dit stuk.")[1:3]

    assert (first.role, first.columns) == (Role.ROW, None)
    assert (row.role, row.columns) == (Role.ROW, first.text)


def test_a_tab_behind_a_mark_makes_no_row() -> None:
    """Word puts one behind each bullet and number."""
    told = _told("U mag:\n•\tinzien\n•\twissen\n1.\tBewaren\nWij bewaren niets.")

    assert told[1:4] == [("item", "inzien"), ("item", "wissen"), ("heading", "Bewaren")]


@pytest.mark.parametrize("between", ["\n\n", "\n\f\n", "\n\nPagina 2 van 9\n\n", "\n- 3 -\n\n"])
def test_a_page_break_ends_no_sentence(between: str) -> None:
    """Neither does the number of the page."""
    text = (
        f"Wij bewaren uw gegevens zo lang als u klant bij ons bent en daarna{between}nog een jaar."
    )

    assert len(split(text)) == 1
    assert split(text)[0].words.endswith("nog een jaar.")


def test_a_margin_breaks_lines_but_no_sentences() -> None:
    """A text with lines of one width runs on, also before a capital."""
    text = (
        "Wij bewaren de gegevens van klanten zolang de overeenkomst met\n"
        "Wilgenborg loopt. Daarna bewaren wij ze nog twee jaar, zodat wij\n"
        "Anna kunnen antwoorden als zij later nog een vraag heeft over de\n"
        "dienst die zij had.\n"
    )

    assert len(split(text)) == 2
    assert split(text)[1].words.startswith("Daarna bewaren wij ze nog twee jaar, zodat wij Anna")


def test_lines_with_labels_stay_apart() -> None:
    """However long they are, and without a full stop."""
    lines = [
        "Adres voor al uw vragen over privacy en over deze verklaring: Kerkstraat 4",
        "Telefoon: 0318-123456",
        "E-mail: privacy@wilgenborg.example",
    ]

    assert [s.text for s in split("\n".join(lines))] == lines


def test_a_page_on_one_line_falls_into_sentences() -> None:
    """Some pages lose all line ends when they are copied."""
    text = "Privacy. Wij bewaren niets. Vragen? Mail info@wilgenborg.example. Wij antwoorden snel."

    assert [s.text for s in split(text)] == [
        "Privacy.",
        "Wij bewaren niets.",
        "Vragen?",
        "Mail info@wilgenborg.example.",
        "Wij antwoorden snel.",
    ]


@pytest.mark.parametrize("filling", [" " * 300, "_" * 300, "\t" * 99, "." * 90, "*" * 100])
def test_filling_is_no_part_of_a_sentence(filling: str) -> None:
    """What stands at both ends of a line to write on is two things."""
    assert [s.text for s in split(f"Naam{filling}Adres")] == ["Naam", "Adres"]
