"""No text, however hostile, makes a rule run away."""

import gc
import re
import time
from datetime import date

import pytest

from nakomen.checks.text import check_text
from nakomen.checks.text.run import TOPICS
from nakomen.checks.text.told import Pattern
from nakomen.reading import read

TODAY = date(2026, 11, 21)
PATTERNS = sorted({p.regex.pattern for p in gc.get_objects() if isinstance(p, Pattern)})
_SETS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]")
_ENDLESS = re.compile(r"\)[*+]|\)\{\d+,\}|[.sSwWdD§]\+|[.§]\*")


def test_there_are_patterns_to_look_at() -> None:
    """The topics are imported, so that their patterns exist."""
    assert TOPICS
    assert len(PATTERNS) > 300


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern[:40])
def test_no_repeat_is_endless(pattern: str) -> None:
    """A group or a set repeats a bounded number of times, so that a search is linear."""
    bare = _SETS.sub("§", pattern)
    assert not _ENDLESS.search(bare), bare


@pytest.mark.parametrize(
    "text",
    [
        "." * 40_000,
        "_" * 40_000,
        "[A" * 20_000,
        "niet " * 8_000,
        "klacht pas als wij verzoek schriftelijk dienen " * 900,
        "1.1 " * 10_000,
        "de " * 13_000,
        "cookie browser toestemming " * 1_500,
        "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}" * 20_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_text_is_held_against_the_law_in_seconds(text: str) -> None:
    """40 000 characters of one word, or of none, take no longer than a real text ten times over."""
    facts = read("Bakkerij Duinzicht B.V. bewaart uw naam.")
    began = time.process_time()
    check_text(text, TODAY, facts)
    assert time.process_time() - began < 5
