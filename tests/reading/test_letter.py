"""Which right a letter asks for."""

import tomllib
from pathlib import Path

import pytest

from nakomen import ASKED_BY, verbs
from nakomen.terms import Lang

HERE = Path(__file__).parent / "letters"


def sure_of(subject: str, text: str) -> str:
    """The right that a case gets without a person; empty where one has to read."""
    found = verbs.asked_in(subject, text)
    return ASKED_BY[found.right].value if found.sure and found.right else ""


@pytest.mark.parametrize(("name", "least"), [("seen", 1.0), ("held_out", 0.95), ("fresh", 0.95)])
def test_letters_of_people_are_recognised_and_none_is_taken_for_another(
    name: str, least: float
) -> None:
    """Formal and loose letters with slips, in both languages: what is sure is right."""
    letters = tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))["letter"]
    got = [(sure_of(one["subject"], one["text"]), one["right"]) for one in letters]
    assert [(said, true) for said, true in got if said and said != true] == []
    asked = [said == true for said, true in got if true]
    assert len(asked) >= 13
    assert sum(asked) / len(asked) >= least


@pytest.mark.parametrize(
    "text",
    [
        "Ik wil eerst een overzicht van mijn gegevens en daarna moet u ze verwijderen.",
        "Mijn inzageverzoek van 3 maart is nog steeds niet beantwoord.",
        "Graag antwoord.\n\nDit bericht is uitsluitend bestemd voor de geadresseerde. Verwijder "
        "anders dit bericht met alle gegevens.",
        "Thanks.\n\nIf you are not the intended recipient, delete this e-mail and all information.",
        "Hallo,\n> Wilt u mijn gegevens verwijderen?\nWat bedoelt u hiermee?",
        "Ik wist niet dat u deze gegevens had.",
        "",
    ],
)
def test_what_is_not_sure_is_left_to_a_person(text: str) -> None:
    """Two rights, a reminder, small print, words of another: nobody acts upon a guess."""
    assert sure_of("Verzoek", "Ik wil dat u mijn gegevens wist.") == "erase"
    assert sure_of("", text) == ""


def test_it_hears_in_which_language_she_writes() -> None:
    """She is answered in her own language, also when her subject is a word of both."""
    assert verbs.asked_in("AVG", "Ik wil graag inzage in mijn gegevens.").language is Lang.NL
    assert verbs.asked_in("GDPR", "I want a copy of all my data, please.").language is Lang.EN


def test_a_long_letter_is_read_in_a_moment() -> None:
    """A megabyte of anything keeps nobody waiting."""
    assert sure_of("", "mijn gegevens en niet voorlopig " * 30_000) == ""
