"""
Kinds of values: what JSON cannot say by itself is said once for a column, in the description.

A value of another kind than its column carries its own: ``{"kind": "bytes", "value": "AP8="}``.
"""

import base64
import json
import math
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from nakomen.papers.values import plain

_KINDS: tuple[tuple[str, type | tuple[type, ...]], ...] = (
    ("boolean", bool),
    ("integer", int),
    ("number", float),
    ("text", str),
    ("decimal", Decimal),
    ("moment", datetime),
    ("date", date),
    ("time", time),
    ("duration", timedelta),
    ("bytes", (bytes, bytearray, memoryview)),
    ("uuid", UUID),
    ("json", (dict, list, tuple)),
)
_READ: dict[str, Callable[[Any], Any]] = {
    "number": float,
    "decimal": Decimal,
    "moment": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "bytes": base64.b64decode,
    "uuid": UUID,
}


def kind_of(value: object) -> str:
    """
    >>> kind_of(True), kind_of(Decimal("1.50")), kind_of(date(2026, 1, 2)), kind_of(b"")
    ('boolean', 'decimal', 'date', 'bytes')
    """
    return next((name for name, types in _KINDS if isinstance(value, types)), "text")


def told(value: object, column: str) -> Any:
    """
    A value as JSON, in a column of kind *column*; None stays null.

    >>> told(Decimal("1.50"), "decimal"), told("later", "decimal"), told(None, "decimal")
    ('1.50', {'kind': 'text', 'value': 'later'}, None)
    """
    if value is None:
        return None
    kind = kind_of(value)
    bare = kind == column and not (isinstance(value, float) and not math.isfinite(value))
    return plain(value) if bare else {"kind": kind, "value": plain(value)}


def read(value: Any, column: str) -> Any:
    """
    The value that `told` told.

    >>> read("1.50", "decimal"), read({"kind": "text", "value": "later"}, "decimal")
    (Decimal('1.50'), 'later')
    """
    if value is None:
        return None
    if isinstance(value, Mapping) and column != "json":
        return read(value["value"], str(value["kind"]))
    if column == "duration":
        return timedelta(microseconds=int(Decimal(_seconds(value)) * 1_000_000))
    return _READ[column](value) if column in _READ else value


def _seconds(text: str) -> str:
    sign = "-" if text.startswith("-") else ""
    return sign + text.removeprefix("-").removeprefix("PT").removesuffix("S")


def cell(value: object) -> str:
    """
    One field of a CSV file (RFC 4180): text stands between quotes, so that an empty text (``""``)
    is not an absent value (nothing).

    >>> cell(None), cell(""), cell('a "b" c'), cell(Decimal("1.50"))
    ('', '""', '"a ""b"" c"', '1.50')
    """
    if value is None:
        return ""
    shown = plain(value)
    if isinstance(shown, bool):
        return "true" if shown else "false"
    if isinstance(value, int | float | Decimal):
        return str(shown)
    text = shown if isinstance(shown, str) else json.dumps(shown, ensure_ascii=False)
    return '"' + text.replace('"', '""') + '"'
