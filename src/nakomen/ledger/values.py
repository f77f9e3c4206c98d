"""Values of a database as text and back: the same value of the same type, or a refusal."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from nakomen.ledger.errors import EntryRefused

_WRITE: Mapping[type, tuple[str, Callable[[Any], str]]] = {
    bytes: ("bytes", lambda value: b64encode(value).decode()),
    Decimal: ("decimal", str),
    datetime: ("datetime", datetime.isoformat),
    date: ("date", date.isoformat),
    time: ("time", time.isoformat),
    timedelta: ("span", lambda value: f"{value.days}/{value.seconds}/{value.microseconds}"),
    UUID: ("uuid", str),
    float: ("float", float.hex),
}
_READ: Mapping[str, Callable[[str], Any]] = {
    "bytes": b64decode,
    "decimal": Decimal,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "span": lambda text: timedelta(*map(int, text.split("/"))),
    "uuid": UUID,
    "float": float.fromhex,
}


def written(values: Mapping[str, Any]) -> bytes:
    """
    Columns and their values as UTF-8 JSON; what JSON has no word for bears the name of its type.

    Raises:
        EntryRefused: a value of a type that could not be read back as it was.
    """
    plain = {name: _plain(value) for name, value in values.items()}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def read(data: bytes) -> dict[str, Any]:
    """
    What `written` wrote.

    >>> read(written({"paid": Decimal("1.50"), "on": None, "note": ""}))
    {'paid': Decimal('1.50'), 'on': None, 'note': ''}
    """
    plain = json.loads(data.decode("utf-8", "surrogatepass"))
    return {name: _rich(value) for name, value in plain.items()}


def _plain(value: Any) -> Any:
    if value is None or type(value) in (str, int, bool):
        return value
    known = _WRITE.get(type(value))
    if known is None:
        raise EntryRefused(f"a value of type {type(value).__name__}")
    kind, write = known
    return [kind, write(value)]


def _rich(value: Any) -> Any:
    return _READ[value[0]](value[1]) if isinstance(value, list) else value
