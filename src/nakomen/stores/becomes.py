"""The value that a column becomes, in the type of the column; and what no column can become."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from zoneinfo import ZoneInfo

from nakomen.records import (
    Becomes,
    Coarse,
    Column,
    Constant,
    Dataset,
    Emptied,
    Given,
    Grain,
    Keys,
    Without,
)
from nakomen.stores.blank import blank_of, blank_value
from nakomen.stores.coarse import coarse
from nakomen.stores.documents import read
from nakomen.stores.errors import DoesNotFit, NotGiven
from nakomen.stores.family import Family, typed

Plain = str | int | bool | Decimal | date | datetime
_FLAGS = {"false": False, "0": False, "true": True, "1": True}
_LENGTH = re.compile(r"n?(?:var)?char(?:acter)?(?: varying)?\((\d+)\)|bpchar\((\d+)\)", re.I)
_ENUM = re.compile(r"enum\((.*)\)", re.I | re.S)
_WORD = re.compile(r"'((?:[^']|'')*)'")


def becomes_in(
    becomes: Becomes, dataset: Dataset, name: str, fam: Family, keys: Keys
) -> Callable[[Mapping[str, Any]], object]:
    """
    From a row to the value that its column *name* becomes.

    Raises:
        CannotBlank, DoesNotFit, NotGiven: it cannot become that.
    """
    match becomes:
        case Emptied():
            blank = blank_of(dataset, name)
            return lambda row: blank_value(blank, row, dataset.primary_key)
        case Coarse():
            return _made_coarse(becomes, dataset, name, fam)
        case Given() | Constant():
            value = plain_value(becomes, dataset, name, fam, keys)
            return lambda _: value
        case Without():
            raise DoesNotFit(f"{dataset.name}.{name}")


def _made_coarse(
    becomes: Coarse, dataset: Dataset, name: str, fam: Family
) -> Callable[[Mapping[str, Any]], object]:
    check_coarse(becomes, dataset, name, fam)

    def value(row: Mapping[str, Any]) -> object:
        old = read(row, name)
        if old is None:
            return None
        made = coarse(becomes, old, fam)
        if made is None:
            made = blank_value(blank_of(dataset, name), row, dataset.primary_key)
        return made

    return value


_COARSE = {
    Grain.NETWORK: (Family.TEXT, Family.INET, Family.OTHER),
    Grain.MONTH: (Family.DATE, Family.LOCAL, Family.INSTANT, Family.TEXT),
    Grain.YEAR: (Family.DATE, Family.LOCAL, Family.INSTANT, Family.TEXT),
    Grain.AREA: (Family.TEXT,),
    Grain.STEP: (Family.INTEGER, Family.NUMBER),
    Grain.PREFIX: (Family.TEXT,),
}


def check_coarse(becomes: Coarse, dataset: Dataset, name: str, fam: Family) -> None:
    """
    Raises:
        DoesNotFit: the column has values of another kind, or each of its own.
    """
    if fam not in _COARSE[becomes.grain] or dataset.column(name).unique:
        raise DoesNotFit(f"{dataset.name}.{name}")


def plain_value(
    becomes: Given | Constant, dataset: Dataset, name: str, fam: Family, keys: Keys
) -> Plain:
    """
    The value, which is the same for every row.

    Raises:
        NotGiven: no value, or several, travel under that kind.
        DoesNotFit: the column cannot hold it.
    """
    place = f"{dataset.name}.{name}"
    if isinstance(becomes, Constant):
        text = becomes.value
    else:
        known = keys.get(becomes.kind, ())
        if len(known) != 1:
            raise NotGiven(place)
        text = known[0]
    return read_as(text, dataset.column(name), fam, dataset.zone(name), place)


def sought(value: Given, place: str, keys: Keys) -> str:
    """
    The text to look for, in small letters.

    Raises:
        NotGiven: no value, or several, travel under that kind.
    """
    known = keys.get(value.kind, ())
    if len(known) != 1 or not known[0]:
        raise NotGiven(place)
    return known[0].lower()


def read_as(text: str, column: Column, fam: Family, zone: str, place: str) -> Plain:
    """
    *text* as a value of the column. A moment without a zone is one in *zone*.

    Raises:
        DoesNotFit: it is none; names *place*, never the value.
    """
    try:
        value = _read(text, column.type, fam, zone)
    except (ValueError, InvalidOperation):
        value = None
    if value is None:
        raise DoesNotFit(place)
    return value


def _read(text: str, kind: str, fam: Family, zone: str) -> Plain | None:
    match fam:
        case Family.TEXT | Family.OTHER:
            return text if "\0" not in text and _fits(text, kind) else None
        case Family.BOOLEAN:
            return _FLAGS.get(text)
        case Family.INTEGER:
            known = typed(fam, text)
            return known if isinstance(known, int) else _flag_number(text)
        case Family.NUMBER:
            return Decimal(text) if re.fullmatch(r"-?\d{1,15}(\.\d{1,9})?", text) else None
        case Family.DATE:
            return date.fromisoformat(text)
        case Family.LOCAL:
            return _moment(text, zone).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        case Family.INSTANT:
            # A bare day is told as noon: the same day in every zone in which somebody reads it.
            return _moment(f"{text}T12:00" if len(text) == 10 else text, zone).astimezone(UTC)
        case Family.UUID | Family.INET:
            known = typed(fam, text)
            return text if known is not None else None
        case _:
            return None


def _flag_number(text: str) -> int | None:
    """MariaDB keeps yes and no as a small number."""
    return int(_FLAGS[text]) if text in _FLAGS else None


def _moment(text: str, zone: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zone))


def _fits(text: str, kind: str) -> bool:
    """
    >>> _fits("Anna", "VARCHAR(3)"), _fits("nl", "enum('nl','en')"), _fits("de", "enum('nl')")
    (False, True, False)
    """
    if words := _ENUM.fullmatch(kind.strip()):
        return text in [word.replace("''", "'") for word in _WORD.findall(words.group(1))]
    length = _LENGTH.match(kind.strip())
    return not length or len(text) <= int(length.group(1) or length.group(2))
