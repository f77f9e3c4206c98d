"""One way to write a value down, so that the same value always has the same bytes."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

import orjson

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
    return encoded(value).decode()


def encoded(value: JSON) -> bytes:
    """`canonical`, as the bytes that are hashed."""
    if type(value) is dict and type(value.get("seconds")) is float:
        value = {**value, "seconds": round(value["seconds"], SECONDS_DECIMALS)}
    quick = flat(value)
    if quick is not None:
        return quick
    try:
        return dump(_plain(value)).encode()
    except (TypeError, ValueError, RecursionError) as error:
        # The error's own words could quote the value; its type says enough.
        raise EntryRefused(f"no JSON: {type(error).__name__}") from None


def flat(value: object) -> bytes | None:
    """
    What `dump` makes of words and numbers without parts, as nearly all bodies are; in a tenth of
    the time. None for all that orjson writes otherwise, or might: then `dump` must say.

    >>> flat({"left": 0, "act": "erase"}), flat({"left": 1e16}), flat({"left": []})
    (b'{"act":"erase","left":0}', None, None)
    """
    if type(value) is not dict:
        return None
    types = set(map(type, value.values()))
    if not types <= _SIMPLE or (float in types and not all(map(_is_short, value.values()))):
        return None
    try:
        return orjson.dumps(value, None, orjson.OPT_SORT_KEYS)
    except TypeError:  # half a character, a number of more than 64 bits, a key that is no text
        return None


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


def _is_short(value: object) -> bool:
    """No number, or one that nobody writes with an exponent: there JSON has more than one way."""
    return type(value) is not float or value == 0 or 1e-3 <= abs(value) < 1e15


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
