"""A pattern that looks for its words first finds just what it would have found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nakomen.reading.words.quick import Quick

NEEDS = {
    "bewar(?:en|ing)|opgeslagen": {"bewar", "opgeslagen"},
    r"\b(?:niet|nooit)\s+(?:\w+\s+){0,2}verkopen": {"verkopen"},
    r"(?P<naam>stichting)?\s*kvk": {"kvk"},
    r"(?:facturen|bonnen)+ weg": {"facturen", "bonnen"},
    r"(?i:KvK)-nummer": {"-nummer"},
    "a{2}bc": {"bc"},
}
NOTHING = [r"\d+", "u|", "(?:bewaren)?", r"x*", r"bewaren|\d", "[ab]c?"]
PATTERNS = [*NEEDS, *NOTHING, "één|twee", r"\bSS\b|ﬁscaal", "K", "ſtichting", "İ"]


@pytest.mark.parametrize("pattern", NEEDS)
def test_a_pattern_needs_words_of_its_own(pattern: str) -> None:
    """One of them stands in everything that matches."""
    assert set(Quick(pattern, re.I).needs or ()) == NEEDS[pattern]


@pytest.mark.parametrize("pattern", NOTHING)
def test_a_pattern_that_may_match_without_words_needs_none(pattern: str) -> None:
    """It is searched for as ever."""
    assert Quick(pattern, re.I).needs is None


PARTS = ["bewar", "en", "ing", "opgeslagen", "niet ", "NOOIT ", "verkopen", "KvK", "-nummer", "bc"]
PARTS += [
    "aa",
    "facturen",
    "bonnen ",
    " bewaard",
    "Één",
    "ss",
    "ﬁscaal",
    "\u212a",
    "ſ",
    "İ",
    "9",
    "u",
]


@given(
    st.sampled_from(PATTERNS),
    st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=3)), max_size=8).map("".join),
    st.integers(0, 9),
    st.sampled_from([0, re.I]),
)
def test_looking_first_changes_no_answer(pattern: str, text: str, pos: int, flags: int) -> None:
    """In any writing of the letters, from any place."""
    quick, plain = Quick(pattern, flags), re.compile(pattern, flags)

    assert _span(quick.search(text, pos)) == _span(plain.search(text, pos))
    assert _span(quick.match(text, pos)) == _span(plain.match(text, pos))
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert quick.findall(text) == plain.findall(text)
    assert quick.sub("x", text) == plain.sub("x", text)


def _span(found: re.Match[str] | None) -> tuple[int, int] | None:
    return found and found.span()
