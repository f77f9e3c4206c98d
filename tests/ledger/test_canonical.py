"""The same value always has the same bytes, and what has none is refused without showing it."""

import json
from datetime import datetime
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nakomen.ledger.canonical import JSON, canonical, dump, flat, stamp
from nakomen.ledger.errors import EntryRefused
from nakomen.ledger.line import BODY_BYTES, Entry, rows_of
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
        rows_of([Entry("outcome", body)], 1, "")  # type: ignore[arg-type]
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
    ((*texts, leaf),) = rows_of([Entry('a "kind"', {"b": 1, "a": "é"})], 7, stamp(at))
    words: dict[str, JSON] = {
        "seq": 7,
        "kind": 'a "kind"',
        "at": stamp(at),
        "body": {"a": "é", "b": 1},
    }
    assert texts == [7, stamp(at), 'a "kind"', '{"a":"é","b":1}']
    assert leaf == leaf_hash(canonical(words).encode())


class Word(Enum):
    """What orjson takes for its value, and `json` for no JSON."""

    TEXT = "text"


sharp = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from('"\\/\x00\x1f\x7f\u2028é')
)
bodies = st.dictionaries(
    sharp | st.just("seconds"), st.none() | st.booleans() | st.integers() | st.floats() | sharp
)


@given(bodies)
def test_the_quick_way_and_the_long_way_write_the_same(body: dict[str, object]) -> None:
    """What orjson writes for us is, byte for byte, what `json` writes; else we do not use it."""
    quick = flat(body)
    assert quick is None or quick == dump(body).encode()


@pytest.mark.parametrize(
    ("value", "is_quick"),
    [(0.125, True), (-0.0, True), (1e-3, True), (9e14, True), (2**63, True), ("é\n\x7f", True),
     (1e-4, False), (1e15, False), (1e300, False), (float("nan"), False), (2**64, False),
     ("\ud800", False), ([], False), ({}, False), (Word.TEXT, False)],
)  # fmt: skip
def test_only_what_has_one_way_goes_the_quick_way(value: object, is_quick: bool) -> None:
    """Short numbers and whole words do; what two libraries write in two ways goes the long way."""
    quick = flat({"b": value, "a": "first"})
    assert (quick is not None) is is_quick
    if is_quick:
        assert quick == dump({"b": value, "a": "first"}).encode()
