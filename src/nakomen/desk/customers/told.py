"""Her data in words: a kind of records with its purpose and term, a row, a value, a field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING, Any

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from nakomen.desk.customers.models import Deed
from nakomen.desk.kit.words import chosen, lang
from nakomen.terms import Category, RecordKind
from nakomen.terms.labels import label

if TYPE_CHECKING:
    from nakomen import Kind

DEEDS = {
    Deed.OPENED: ("account geopend", "account opened"),
    Deed.NOTICED: ("de waarschuwing gelezen", "read the warning"),
    Deed.REFUSED: ("geprobeerd een vast gegeven te veranderen", "tried to change fixed data"),
    Deed.CHANGED: ("gegeven veranderd", "changed data"),
    Deed.SAID_YES: ("ja gezegd", "said yes"),
    Deed.SAID_NO: ("nee gezegd", "said no"),
    Deed.ASKED: ("iets gevraagd", "asked something"),
    Deed.LEFT: ("opgezegd", "gave notice"),
    Deed.LET: ("collega’s laten meekijken", "let our staff look along"),
    Deed.ENDED: ("meekijken gestopt", "stopped that our staff look along"),
    Deed.SECOND: (
        "tweede stap weggehaald door een medewerker, die zag wie u bent",
        "second step taken away by a colleague, who saw who you are",
    ),
}
_NO_DATA = "—"
LONGEST_DAY = 26
BYTES = ("een bestand", "a file")


@dataclass(frozen=True, kw_only=True)
class Told:
    """One kind of records, as she reads it."""

    name: str
    title: str
    place: str
    rows: int
    shared: bool
    purpose: str
    term: str
    source: str
    receivers: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    """Of each column its name, and what sort of data it is; empty where it is none."""


def told(kind: Kind) -> Told:
    part, speaks = kind.part, lang()
    return Told(
        name=kind.name,
        title=title(part.records, part.dataset),
        place=f"{part.store}.{part.dataset}",
        rows=kind.rows,
        shared=part.shared,
        purpose=part.purpose.in_(speaks) if part.purpose else "",
        term=part.term.in_(speaks) if part.term else "",
        source=part.source.in_(speaks) if part.source else "",
        receivers=part.recipients,
        columns=tuple((spoken(c.name), _category(c.category)) for c in part.columns),
    )


def title(records: RecordKind, dataset: str) -> str:
    """Facturen en betalingen: invoice line."""
    words = label(records).in_(lang())
    return f"{words[:1].upper()}{words[1:]}: {spoken(dataset)}"


def _category(category: Category) -> str:
    return "" if category is Category.NONE else label(category).in_(lang())


def spoken(name: str) -> str:
    """A name of a table or a column as words."""
    return name.replace("_", " ").replace("-", " ").strip()


def cells(kind: Kind, rows: Iterable[Mapping[str, Any]]) -> list[list[str]]:
    """Each row as text, in the order of the columns."""
    columns = [(column.name, _scale(column.type)) for column in kind.part.columns]
    return [[cell(row.get(name), scale) for name, scale in columns] for row in rows]


def _scale(kind: str) -> int:
    """
    How many digits a column of this type has after the point.

    >>> _scale("NUMERIC(10, 2)"), _scale("INTEGER")
    (2, 0)
    """
    found = _DIGITS.search(kind)
    return int(found[1]) if found else 0


def cell(value: Any, scale: int = 0) -> str:
    """
    A value of a store as people read it; an empty one is a dash.

    A decimal keeps its digits, *scale* of them at least: 1.234,50 in Dutch is 1,234.50 in English.
    A moment keeps its clock.
    """
    here = lang().value
    match value:
        case None | "":
            return _NO_DATA
        case bool():
            return chosen("ja", "yes") if value else chosen("nee", "no")
        case datetime():
            return str(format_datetime(value, "d MMM y HH:mm", locale=here))
        case date():
            return str(format_date(value, "d MMM y", locale=here))
        case Decimal() if value.is_finite():
            told = "#,##0." + "0" * max(scale, -int(value.as_tuple().exponent))
            return str(format_decimal(value, told, locale=here, decimal_quantization=False))
        case float() if isfinite(value):
            # A store without decimals keeps an amount so; its shortest form is what was written.
            return cell(Decimal(repr(value)), scale)
        case str() if len(value) <= LONGEST_DAY and (moment := _moment(value)):
            return cell(moment)
        case bytes() | bytearray() | memoryview():
            return chosen(*BYTES)
        case _:
            return str(value)


def _moment(text: str) -> date | None:
    """A day or a moment that a store keeps as text, in the form of ISO."""
    with suppress(ValueError):
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
        if _CLOCK.fullmatch(text):
            return datetime.fromisoformat(text)
    return None


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DIGITS = re.compile(r"\(\s*\d+\s*,\s*(\d+)\s*\)")
_CLOCK = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?")
