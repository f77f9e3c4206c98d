"""What a statement says of itself: title, version, dates, language."""

import pytest

from nakomen.reading import read


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Deze verklaring is voor het laatst gewijzigd op dinsdag 3 maart 2020.", "2020-03-03"),
        ("Laatst bijgewerkt: 01-02-2021", "2021-02-01"),
        ("Versie 3, mei 2022", "2022-05"),
        ("Dit beleid is vastgesteld op 2023-11-30.", "2023-11-30"),
        ("Last updated: July 4, 2024", "2024-07-04"),
        ("Utrecht, 12 juni 2019", "2019-06-12"),
        ("Datum: 31/12/2020", "2020-12-31"),
    ],
)
def test_the_date_is_that_of_the_last_change(words: str, date: str) -> None:
    """Day before month, Dutch and English names, and a month alone stays a month."""
    assert read(f"Privacyverklaring\n\n{words}\n").statement.date == date


@pytest.mark.parametrize(
    "words",
    [
        "Sinds 25 mei 2018 geldt de Algemene verordening gegevensbescherming (AVG).",
        "Wij voldoen aan de op 25 mei 2018 ingevoerde AVG.",
        "Het Hof deed op 16 juli 2020 uitspraak over doorgifte.",
        "Ons bedrijf bestaat sinds 4 april 1999.",
    ],
)
def test_a_date_of_something_else_is_not_taken(words: str) -> None:
    """The day on which the AVG came into force is not the date of the statement."""
    assert read(words).statement.date is None


def test_the_effective_date_stands_apart() -> None:
    """When it takes effect is not when it was last changed."""
    statement = read(
        "Deze versie geldt vanaf 1 mei 2024. Het document is laatst gewijzigd op 3 april 2024."
    ).statement

    assert (statement.effective, statement.date) == ("2024-05-01", "2024-04-03")


def test_title_version_words_and_language() -> None:
    """Marks of Markdown are no part of a title."""
    statement = read(
        "# Privacyverklaring **Wilgenborg B.V.**\n\nVersie: 2.1\n\nWij zijn er voor u."
    )

    assert statement.statement.title == "Privacyverklaring Wilgenborg B.V."
    assert statement.statement.version == "2.1"
    assert statement.statement.words == 11
    assert statement.statement.language == "nl"


@pytest.mark.parametrize(
    ("words", "version"),
    [
        ("Versie: 2018.5b", "2018.5b"),
        ("versie 3", "3"),
        ("Versie: 1 juni 2024", None),
        ("v2.0", "2.0"),
    ],
)
def test_a_version_is_a_number_and_no_day(words: str, version: str | None) -> None:
    """The day of a version is a date."""
    assert read(f"Privacybeleid\n\n{words}\n").statement.version == version


def test_an_english_statement_is_english() -> None:
    """The small words decide."""
    facts = read("Privacy statement\n\nWe use your data for the services that you ask of us.")

    assert facts.statement.language == "en"


def test_dates_that_disagree_are_a_tension() -> None:
    """A dateline above and a later change below are both shown."""
    facts = read(
        "Privacybeleid\n\nZwolle, mei 2018\n\nWij gaan netjes met uw gegevens om.\n\n"
        "Laatst bijgewerkt: 3 juni 2019\n"
    )

    assert [t.kind for t in facts.tensions] == ["dates_disagree"]
    assert [q.quote for q in facts.tensions[0].quotes] == [
        "Zwolle, mei 2018",
        "Laatst bijgewerkt: 3 juni 2019",
    ]
    assert facts.statement.date == "2019-06-03"
