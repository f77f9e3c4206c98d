"""One way to write a value down, so that the same value always has the same bytes."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

from nakomen.ledger.errors import EntryRefused

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"
SECONDS_DECIMALS = 3
_ENCODER = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)
_FIELD = json.encoder.encode_basestring


def canonical(value: JSON) -> str:
    """
    JSON with sorted keys and no spaces; ``seconds`` are rounded to milliseconds.

    Raises:
        EntryRefused: NaN or infinity, a key that is no text, half a character, or no JSON at all.

    >>> canonical({"left": 0, "act": "erase", "seconds": 0.12345})
    '{"act":"erase","left":0,"seconds":0.123}'
    """
    try:
        text = dump(_ready(value))
        text.encode()
    except (TypeError, ValueError, RecursionError) as error:
        # The error's own words could quote the value; its type says enough.
        raise EntryRefused(f"no JSON: {type(error).__name__}") from None
    return text


def dump(value: object) -> str:
    """Canonical JSON of what a JSON parser gave; raises as ``json.dumps`` does."""
    return _ENCODER.encode(value)


def quoted(text: str) -> str:
    """
    As `dump` writes a text, without asking first what it is.

    >>> quoted("outcome") == dump("outcome")
    True
    """
    return _FIELD(text)


def stamp(at: datetime) -> str:
    """
    An instant in UTC with microseconds; texts sort as the instants do.

    Raises:
        EntryRefused: the time has no zone, so nobody could say when it was.

    >>> stamp(datetime.fromisoformat("2026-11-21T10:00:00+01:00"))
    '2026-11-21T09:00:00.000000Z'
    """
    if at.utcoffset() is None:
        raise EntryRefused("a time without a zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


_SIMPLE = frozenset({str, int, float, bool, type(None)})
_TEXT = frozenset({str})


def _ready(value: JSON) -> object:
    """A flat body of words and numbers, as nearly all are, needs no look at each of its parts."""
    if type(value) is not dict or not _TEXT.issuperset(map(type, value)):
        return _plain(value)
    if not _SIMPLE.issuperset(map(type, value.values())):
        return _plain(value)
    seconds = value.get("seconds")
    rounded = type(seconds) is float
    return {**value, "seconds": _rounded("seconds", seconds)} if rounded else value


def _plain(value: JSON) -> object:
    match value:
        case str() | int() | float() | None:
            return value
        case Mapping():
            return {_name(key): _rounded(key, item) for key, item in value.items()}
        case bytes() | bytearray() | memoryview():
            raise TypeError("bytes are no JSON")
        case Sequence():
            return [_plain(item) for item in value]
        case _:
            raise TypeError("no JSON")


def _name(key: object) -> str:
    # json.dumps would turn 1 into "1" and sort it as a number: not the same bytes when read back.
    if not isinstance(key, str):
        raise TypeError("a key that is no text")
    return key


def _rounded(key: str, value: JSON) -> object:
    if key == "seconds" and isinstance(value, float):
        return round(value, SECONDS_DECIMALS)
    return _plain(value)
