"""What --help says: every command of the contract, in plain words, in time."""

import re
import resource
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from tests.cli.terminal import terminal

NAKOMEN = Path(sys.executable).with_name("nakomen")
CONTRACT = {
    "read": {"--promises"},
    "init": {"--statement", "--store"},
    "connect": set(),
    "confirm": {"--all"},
    "survey": set(),
    "check": {"--format"},
    "plan": {"--key"},
    "show": set(),
    "apply": {"--yes", "-o"},
    "status": set(),
    "evidence bundle": {"-o"},
    "verify": set(),
    "explain": set(),
    "may minor": {"--age"},
    "may transfer": {"--country", "--safeguard", "--assessment"},
    "may marketing": {"--channel", "--customer", "--consent"},
    "may special": {"--category", "--consent"},
    "may dpia": {"--trait"},
    "may combined": {"--linked"},
    "may role": {"--records"},
    "doctor": set(),
    "demo": {"--no-serve"},
}
COMMON = {"-C", "--json", "--today", "--lang"}
ENGLISH = re.compile(r"\b(Usage|Options|Commands|Arguments|Show|message|default|required|the)\b")
HEAVY = ("sqlalchemy", "typst", "pydantic", "django", "rich", "ruamel", "cryptography", "sqlglot")
CPU_S = 1.5
"""Of a start without any cache on a slow machine; a warm one takes a tenth."""


@cache
def page(verb: str, lang: str, columns: int = 80) -> str:
    told = terminal(lang).run(*verb.split(), "--help", env={"COLUMNS": str(columns)})
    assert told.code == 0
    assert told.err == ""
    return told.out


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("verb", CONTRACT)
def test_every_command_explains_itself(verb: str, lang: str) -> None:
    """Each command of the contract is there with its options, the common ones and an example."""
    words = set(re.findall(r"--?[A-Za-z][a-z-]*", page(verb, lang)))
    assert CONTRACT[verb] | COMMON | {"--help"} <= words
    assert (
        f"\n  nakomen {verb}" in page(verb, lang).split(["Voorbeeld", "Example"][lang == "en"])[-1]
    )


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_first_page_names_every_command(lang: str) -> None:
    """Who types nothing sees the same page, with every command and what it is for."""
    first = page("", lang)
    for verb in CONTRACT:
        assert re.search(rf"^  {verb.split()[0]}  +\w", first, re.MULTILINE)
    assert terminal(lang).run().out == first


@pytest.mark.parametrize("verb", ["", "evidence", "may", *CONTRACT])
def test_dutch_help_is_dutch(verb: str) -> None:
    """No English word of a library is left in the Dutch pages; the English ones are English."""
    assert ENGLISH.findall(page(verb, "nl")) == []
    assert ENGLISH.findall(page(verb, "en")) != []


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_help_fits_the_window_and_is_never_wider_than_80(lang: str, columns: int) -> None:
    """A page folds between words, and a wide window makes no long lines."""
    whole = page("", lang, 200)
    for verb in ["", "evidence", "may", *CONTRACT]:
        told = page(verb, lang, columns)
        assert max(map(len, told.splitlines())) <= min(columns, 80), told
    assert set(page("", lang, 40).split()) == set(whole.split())


def test_help_brings_in_nothing_heavy_and_starts_fast() -> None:
    """No database, PDF or web library is imported to show a page."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-X", "importtime", NAKOMEN, "plan", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "nakomen.cli.plan" in imported
    assert [name for name in imported if name.split(".")[0] in HEAVY] == []
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < CPU_S


def test_the_version_is_told() -> None:
    """A report of a fault can name the version."""
    assert re.fullmatch(r"nakomen \d+\.\d+\.\d+\S*\n", terminal().run("--version").out)


@pytest.mark.parametrize("words", ["-C", "plan er", "plan --k", "st"])
def test_completion_answers(words: str) -> None:
    """The shell that asks what may follow gets an answer and no fault."""
    told = terminal().run(
        env={
            "_NAKOMEN_COMPLETE": "complete_bash",
            "COMP_WORDS": f"nakomen {words}",
            "COMP_CWORD": str(len(words.split())),
        },
    )
    assert told.code == 0
    assert told.err == ""
    expected = {"plan er": "erase", "plan --k": "--key", "st": "status"}
    assert expected.get(words, "") in told.out
