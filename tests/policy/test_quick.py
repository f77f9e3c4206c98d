"""The quick parser of YAML and the one that judges say the same, or the quick one says nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nakomen.policy import yaml
from nakomen.policy.quick import quick_events

POLICY = """\
# van wie dit is
controller: {name: "Wilgenborg ICT", email: privacy@wilgenborg.example}
retention:
- id: retention-1
  records: invoice   # de wet
  keep: 7 jaar & een dag
  quote:
    text: 'Facturen bewaren wij zeven jaar: dat moet.'
    url: http://wilgenborg.example/privacy#3
- {id: retention-2, records: [call_record, login], keep: 100 %, confirmed: 2026-03-01}
"""
PIECES = st.sampled_from(
    [
        *(" ", "  ", "\n", "\n  ", ": ", ":", "- ", "-", "? ", ", ", "[", "]", "{", "}", '"', "'"),
        *(
            "|",
            ">-\n  ",
            "#",
            " # x",
            "a",
            "key",
            "é",
            "😀",
            "@",
            "&a ",
            "*a",
            "!x ",
            "%",
            "~",
            "\t",
        ),
        *("0x1", "\\u00e9", "\\x", "<<", "http://a.b/c", "''", '""', "\n---\n", "\ufeff", "\u2028"),
        "\ud800",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=14).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A policy with pieces put in, and signs taken out."""
    text = POLICY
    for piece in draw(st.lists(PIECES, min_size=1, max_size=3)):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + piece + text[start + draw(st.integers(0, 4)) :]
    return text


def test_an_ordinary_file_goes_the_quick_way() -> None:
    """Else the rest of this file would show nothing."""
    assert quick_events(POLICY) is not None


@pytest.mark.parametrize("texts", [TEXTS, damaged()], ids=["by chance", "damaged"])
def test_both_parsers_make_the_same_document(texts: st.SearchStrategy[str]) -> None:
    """The same tree at the same places, and the same findings, of whatever the quick one takes."""

    @settings(max_examples=300, deadline=None)
    @given(texts)
    def same(text: str) -> None:
        if quick_events(text) is None:
            return
        by_quick = yaml.parse.__wrapped__(text, "file")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(yaml, "quick_events", lambda _: None)
            assert yaml.parse.__wrapped__(text, "file") == by_quick

    same()
