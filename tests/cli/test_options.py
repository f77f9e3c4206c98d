"""The common options, the language, and what is said about words that make no command."""

from pathlib import Path

import pytest
from tests.cli.conftest import Firm
from tests.cli.terminal import Told, terminal


def test_common_options_stand_anywhere(firm: Firm) -> None:
    """Before or after the verb, apart or glued to their value: the same answer."""
    here = str(firm.folder)
    told = terminal().run("-C", here, "--today", "2026-11-21", "--json", "status").json
    assert told["promises"]
    for words in (
        ("status", "--json", "--today=2026-11-21", "-C", here),
        ("--json", f"-C{here}", "status", "--today", "2026-11-21"),
        (f"--dir={here}", "status", "--json", "--today", "2026-11-21"),
    ):
        assert terminal().run(*words).json == told
    assert terminal().run("status", "--json", "--today", "2026-11-21", cwd=firm.folder).json == told


def test_today_sets_the_clock(firm: Firm) -> None:
    """A plan of another day is dated that day and finds what falls due by then."""
    now = firm.document("plan", "retention")
    later = (
        terminal()
        .run("-C", firm.folder, "--today", "2031-01-01", "plan", "retention", "--json")
        .json
    )
    assert (now["today"], later["today"]) == ("2026-11-21", "2031-01-01")
    assert _erased(later) > _erased(now) > 0


def _erased(plan: dict[str, list[dict[str, int]]]) -> int:
    return sum(step["rows"] for step in plan["steps"] if str(step["act"]) == "erase")


@pytest.mark.parametrize(
    ("env", "dutch"),
    [
        ({"LANG": "nl_NL.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "en_US.UTF-8"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_NL.UTF-8"}, True),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "C.UTF-8"}, True),
        ({}, True),
    ],
)
def test_the_locale_chooses_the_language(env: dict[str, str], dutch: bool) -> None:
    """English for who has an English locale, else Dutch; --lang has the last word."""
    from nakomen.cli.language import language

    assert (language(["status"], env) == "nl") is dutch
    assert language(["status", "--lang", "en"], env) == "en"
    assert language(["--lang=nl", "status"], env) == "nl"


WRONG = {
    ("stauts",): (
        "De opdracht stauts is er niet. Bedoelt u status? Zie `nakomen --help`.",
        "There is no command stauts. Did you mean status? See `nakomen --help`.",
    ),
    ("plan", "erase", "--kye", "x"): (
        "De optie --kye is er niet. Bedoelt u --key? Zie `nakomen plan --help`.",
        "There is no option --kye. Did you mean --key? See `nakomen plan --help`.",
    ),
    ("plan", "forget"): (
        "VERZOEK is access, rectify, port, object, withdraw, erase, offboard, restrict, "
        "unrestrict, retention of destruction. Zie `nakomen plan --help`.",
        "REQUEST is access, rectify, port, object, withdraw, erase, offboard, restrict, "
        "unrestrict, retention or destruction. See `nakomen plan --help`.",
    ),
    ("plan",): (
        "Hier ontbreekt VERZOEK. Zie `nakomen plan --help`.",
        "REQUEST is missing. See `nakomen plan --help`.",
    ),
    ("init", "x"): (
        "Hier ontbreekt --statement. Zie `nakomen init --help`.",
        "--statement is missing. See `nakomen init --help`.",
    ),
    ("plan", "erase", "--key"): (
        "--key heeft een waarde nodig. Zie `nakomen plan --help`.",
        "--key needs a value. See `nakomen plan --help`.",
    ),
    ("evidence",): (
        "Hier ontbreekt een opdracht. Zie `nakomen evidence --help`.",
        "A command is missing. See `nakomen evidence --help`.",
    ),
    ("status", "now", "please"): (
        "Er staan woorden te veel. Zie `nakomen status --help`.",
        "There are words too many. See `nakomen status --help`.",
    ),
    ("status", "--today", "gisteren"): (
        "--today is geen datum. Schrijf hem als 2026-11-21.",
        "--today is not a date. Write it as 2026-11-21.",
    ),
    ("status", "--today", "0001-01-01"): (
        "--today is geen datum. Schrijf hem als 2026-11-21.",
        "--today is not a date. Write it as 2026-11-21.",
    ),
    ("status", "--lang", "de"): ("--lang is nl of en.", "--lang is nl or en."),
    ("status", "-C"): (
        "Deze optie heeft een waarde nodig. Zie `nakomen --help`. (-C)",
        "This option needs a value. See `nakomen --help`. (-C)",
    ),
    ("plan", "erase", "--key", "anna@post.example"): (
        "Een sleutel is SOORT=WAARDE, zoals --key email=ADRES of --key customer=NUMMER.",
        "A key is KIND=VALUE, such as --key email=ADDRESS or --key customer=NUMBER.",
    ),
}


@pytest.mark.parametrize("words", WRONG)
def test_wrong_words_name_the_place_and_the_cure(done: Firm, words: tuple[str, ...]) -> None:
    """In both languages, on stderr, with the page that helps; exit 2."""
    for lang, expected in zip(("nl", "en"), WRONG[words], strict=True):
        told = terminal(lang).run(*words, cwd=done.folder)
        assert told.code == 2
        assert told.out == ""
        assert told.text == expected


@pytest.mark.parametrize(
    "words",
    [
        ("anna.dewit@post.example",),
        ("status", "anna.dewit@post.example"),
        ("status", "--anna.dewit@post.example"),
        ("plan", "anna.dewit@post.example"),
        ("plan", "erase", "--key", "anna.dewit@post.example"),
        ("plan", "erase", "--key", "email=anna.dewit@post.example"),
        ("explain", "anna.dewit@post.example"),
        ("show", "anna.dewit@post.example"),
        ("confirm", "policy", "anna.dewit@post.example"),
        ("confirm", "anna.dewit@post.example"),
    ],
)
def test_a_message_never_repeats_a_person(done: Firm, words: tuple[str, ...]) -> None:
    """Messages end in logs; a person who was typed in the wrong place is not in them."""
    for how in ((), ("--json",)):
        told: Told = done.run(*words, *how)
        assert told.all
        assert "dewit" not in told.all.lower()


def test_a_value_may_look_like_an_option(firm: Firm, tmp_path: Path) -> None:
    """What follows an option is its value, whatever it looks like; so is what follows `--`."""
    told = firm.run("plan", "erase", "--key", "--json")
    assert told.code == 2
    assert "SOORT=WAARDE" in told.text
    assert told.out == ""
    odd = tmp_path / "-C.txt"
    odd.write_text("Wij bewaren uw facturen 7 jaar.\n")
    assert terminal().run("read", "--", "-C.txt", cwd=tmp_path).code == 0
