"""What a person sees in a real window: folded between words, aligned, with or without colour."""

import re
import shlex
from pathlib import Path

import pytest
from tests.cli.conftest import Firm
from tests.cli.screen import Seen, seen
from tests.cli.terminal import terminal

from nakomen.demo.provider import STATEMENT

ESCAPE = "\x1b["
VERBS = {
    "status": ("status",),
    "all of status": ("status", "--all"),
    "check": ("check",),
    "survey": ("survey",),
    "confirm": ("confirm",),
    "doctor": ("doctor",),
    "explain": ("explain", "awr-52"),
    "show": ("show", "plan-0003"),
    "show a copy": ("show", "plan-0002"),
    "read": ("read", STATEMENT),
    "show what fell due": ("show", "plan-0001"),
}
PLACE = re.compile(r"^\s*(\d* \||\^+)")
"""The user's own line, which is cut to the window and not folded."""


def look(firm: Firm, verb: str, columns: int, lang: str = "nl") -> Seen:
    shown = seen(*firm.words(*VERBS[verb]), columns=columns, lang=lang)
    assert shown.code in {0, 3, 4}, shown.text
    assert shown.text.strip()
    return shown


def whole_words(shown: Seen) -> set[str]:
    lines = [line for line in shown.lines if not PLACE.match(line)]
    return {word.strip(".,:;") for line in lines for word in line.split()}


@pytest.mark.parametrize("verb", VERBS)
def test_no_window_breaks_a_word_or_is_too_narrow(done: Firm, verb: str) -> None:
    """At 40 columns every word of the wide page is whole, and no line leaves the window."""
    wide, narrow = look(done, verb, 200), look(done, verb, 40)
    headings = {"zin"} if verb.endswith("status") else {"wat", "de", "verklaring", "belooft"}
    lost = whole_words(wide) - whole_words(narrow)
    assert lost <= headings  # of the first column, with which each stacked entry begins
    for columns, shown in ((40, narrow), (100, wide)):
        too_long = [x for x in shown.lines if len(x) > columns and len(x.split()) > 1]
        assert too_long == []


@pytest.mark.parametrize("columns", [40, 200])
def test_every_id_is_whole(done: Firm, columns: int) -> None:
    """The names by which a person goes on are there in full: promises, datasets, plans."""
    told = look(done, "all of status", columns).words
    for promise in done.document("status")["promises"]:
        assert re.search(rf"(?<!\S){promise['promise']}(?!\S)", told)
    steps = done.document("show", "plan-0003")["steps"]
    shown = look(done, "show", columns)
    for step in steps:
        assert f"{step['store']}.{step['dataset']}" in shown.words.replace(",", "").split()


def test_a_table_stays_aligned_until_it_stacks(done: Firm) -> None:
    """At 80 the figures stand in one column; at 40 each entry says what its figures are."""
    wide = look(done, "status", 80).lines
    head = next(line for line in wide if "zin" in line.split())
    edge = head.index("aantal") + len("aantal")
    counts = [line for line in wide if re.search(r"2026 +\d+$", line)]
    assert counts
    assert {len(line) for line in counts} == {edge}
    narrow = look(done, "status", 40).words
    assert re.search(r"belofte: retention-1 · sinds: \d+ november 2026 · aantal: 0", narrow)


def test_status_begins_with_the_broken_sentences(firm: Firm) -> None:
    """The sentence first, the figure last; the verdict is a mark and a word, not a colour."""
    shown = seen(*firm.words("status"))
    assert shown.code == 3
    verdicts = [line for line in shown.lines if re.match(r"[✗≠·✎✓i] ", line)]
    assert verdicts[0].startswith("✗ gebroken · ")
    assert [v for v in verdicts if v.startswith("✗")] == verdicts[: _count(verdicts, "✗")]
    row = next(line for line in shown.lines if "Belgegevens bewaren wij" in line)
    assert re.search(r"\d+$", row)
    english = seen(*firm.words("status"), lang="en")
    assert re.search(r"^✗ broken · rows past the promised term$", english.text, re.MULTILINE)


def _count(lines: list[str], mark: str) -> int:
    return sum(line.startswith(mark) for line in lines)


def test_colour_only_adds(firm: Firm) -> None:
    """A window has colour; NO_COLOR, a dumb window and a file have none and the same words."""
    coloured = seen(*firm.words("status"))
    assert f"{ESCAPE}31m✗ gebroken" in coloured.raw
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}):
        plain = seen(*firm.words("status"), env=env)
        assert ESCAPE not in plain.raw
        assert plain.text == coloured.text
    assert ESCAPE not in firm.run("status").all
    assert ESCAPE in firm.run("status", env={"FORCE_COLOR": "1"}).out
    assert ESCAPE not in firm.run("status", "--json", env={"FORCE_COLOR": "1"}).out


@pytest.mark.parametrize("columns", ["0", "-3", "x", "1", "99999999", "²"])
def test_a_strange_width_is_no_fault(done: Firm, columns: str) -> None:
    """COLUMNS comes from anywhere; a page is always readable."""
    told = done.run("explain", "awr-52", env={"COLUMNS": columns})
    assert told.code == 0
    assert max(map(len, told.out.splitlines())) <= 100


def test_a_window_without_the_signs_still_tells(done: Firm) -> None:
    """Where a sign cannot be written its number stands; nothing is lost and nothing stops."""
    told = done.run("status", env={"PYTHONIOENCODING": "ascii"})
    assert told.code == 0
    assert r"\u2713 nagekomen" in told.out
    document = done.run("status", "--json", env={"PYTHONIOENCODING": "latin-1"}).json
    assert document == done.document("status")


def test_what_a_file_holds_cannot_steer_the_window(firm: Firm) -> None:
    """A sign that moves the cursor or turns the text is shown, not obeyed."""
    policy = firm.folder / "statement.nl.md"
    assert policy.exists()
    told = terminal().run("-C", firm.folder / "x\x1b[2J\u202ey", "status")
    assert told.code == 2
    assert "\x1b" not in told.all
    assert "\u202e" not in told.all


def test_a_long_command_can_be_copied(done: Firm, tmp_path: Path) -> None:
    """Where a command is folded the shell reads on, so that what is copied is what is run."""
    file = tmp_path / "het bewijs van november.jsonl"
    shown = seen(*done.words("evidence", "bundle", "-o", file), columns=40)
    assert shown.code == 0
    command = re.search(r"^ +nakomen(?:.*\\\n)*.*$", shown.text, re.MULTILINE)
    assert command
    assert "\\\n" in command[0]
    assert shlex.split(command[0].replace("\\\n", " ")) == ["nakomen", "verify", str(file)]
