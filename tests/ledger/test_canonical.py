"""The same value always has the same bytes, and what has none is refused without showing it."""

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nakomen.ledger.canonical import JSON, canonical, dump, stamp
from nakomen.ledger.errors import EntryRefused
from nakomen.ledger.line import BODY_BYTES, Entry, Written
from nakomen.ledger.merkle import leaf_hash

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
)  # fmt: skip


@given(values)
def test_reading_and_writing_again_gives_the_same_bytes(value: object) -> None:
    """A verifier that parses a line and writes it again gets the line."""
    text = canonical(value)  # type: ignore[arg-type]
    assert dump(json.loads(text)) == text


@pytest.mark.parametrize(
    "body",
    [
        {"anna@example.nl": float("nan")},
        {"anna@example.nl": float("inf")},
        {"anna@example.nl": {1: "a number as a key"}},
        {"anna@example.nl": {"a", "set"}},
        {"anna@example.nl": b"bytes"},
        {"anna@example.nl": "half a character \ud800"},
        {"anna@example.nl": "x" * BODY_BYTES},
    ],
)
def test_what_is_no_json_is_refused_without_a_value(body: dict[str, object]) -> None:
    """The refusal names the kind of fault, never the value: it could be about a person."""
    with pytest.raises(EntryRefused) as refusal:
        Written.of(Entry("outcome", body), 1, "")  # type: ignore[arg-type]
    assert "anna" not in str(refusal.value)
    assert "anna" not in refusal.value.text.nl


def test_a_circle_is_refused() -> None:
    """A body that contains itself has no end and is refused."""
    body: dict[str, object] = {}
    body["self"] = body
    with pytest.raises(EntryRefused):
        canonical(body)  # type: ignore[arg-type]


def test_a_time_needs_a_zone(at: datetime) -> None:
    """Half past nine nowhere is no time; with a zone it is one instant, however it is written."""
    assert stamp(at) == stamp(datetime.fromisoformat("2026-11-21T10:30:00+01:00"))
    with pytest.raises(EntryRefused, match="zone"):
        stamp(at.replace(tzinfo=None))


def test_a_leaf_is_the_hash_of_the_line_as_canonical_json(at: datetime) -> None:
    """Anyone can compute a leaf: a zero byte and the canonical JSON of at, body, kind and seq."""
    written = Written.of(Entry('a "kind"', {"b": 1, "a": "é"}), 7, stamp(at))
    words: dict[str, JSON] = {
        "seq": 7,
        "kind": 'a "kind"',
        "at": stamp(at),
        "body": {"a": "é", "b": 1},
    }
    assert written.leaf == leaf_hash(canonical(words).encode())
