"""Values of a store as text: exact in JSON, fit for a spreadsheet in CSV."""

import base64
import json
import math
from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from nakomen.terms import Lang

_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""As typed, and in the full width of East Asian keyboards."""


def plain(value: object) -> Any:
    """
    A value that JSON can hold, from which the same value can be read back.

    Instants keep their offset, decimals their digits, bytes become base64; what is not known here
    is told as its own text.

    >>> plain(Decimal("12.50")), plain(b"\\x00\\xff"), plain(timedelta(hours=1, microseconds=5))
    ('12.50', 'AP8=', 'PT3600.000005S')
    """
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else str(value)
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return _duration(value)
        case bytes() | bytearray() | memoryview():
            return base64.b64encode(value).decode("ascii")
        case Mapping():
            return {str(key): plain(inner) for key, inner in value.items()}
        case list() | tuple():
            return [plain(inner) for inner in value]
        case Set():
            return sorted((plain(inner) for inner in value), key=repr)
        case _:
            return str(value)


def _duration(span: timedelta) -> str:
    """ISO 8601, in seconds."""
    micros = span // timedelta(microseconds=1)
    seconds, rest = divmod(abs(micros), 1_000_000)
    fraction = f".{rest:06}" if rest else ""
    return f"{'-' if micros < 0 else ''}PT{seconds}{fraction}S"


@dataclass(frozen=True)
class Spreadsheet:
    """
    How a CSV is written so that a double click opens it well.

    A Dutch Excel splits at semicolons and reads a decimal comma; an English one the reverse. Both
    need a byte order mark to see that the file is UTF-8.
    """

    delimiter: str
    decimal: str

    @classmethod
    def of(cls, lang: Lang) -> "Spreadsheet":
        return cls(";", ",") if lang is Lang.NL else cls(",", ".")

    def cell(self, value: object) -> str:
        """
        One cell. Text that a spreadsheet would run as a formula is preceded by an apostrophe.

        >>> sheet = Spreadsheet.of(Lang.NL)
        >>> sheet.cell(Decimal("-12.50")), sheet.cell("=1+1"), sheet.cell("+31201234567")
        ('-12,50', "'=1+1", "'+31201234567")
        """
        match value:
            case str():
                return guarded(value)
            case None:
                return ""
            case bool():
                return "true" if value else "false"
            case int():
                return str(value)
            case Decimal():
                return format(value, "f").replace(".", self.decimal)
            case float():
                return repr(value).replace(".", self.decimal)
            case datetime():
                return value.isoformat(sep=" ")
            case _:
                return guarded(_text(value))


def _text(value: object) -> str:
    told = plain(value)
    return told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)


def guarded(text: str) -> str:
    """Text that no spreadsheet runs."""
    if text[:1].isalnum():  # nearly all text, and quick to see
        return text
    return f"'{text}" if text.lstrip()[:1] in _FORMULA else text
