"""Types of columns by family, so that a key is compared in the type of its column."""

import re
from enum import StrEnum
from functools import lru_cache
from ipaddress import ip_interface
from uuid import UUID

from nakomen.records import StoreMap, inside, pair


class Family(StrEnum):
    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    LOCAL = "local"
    """Date and time without a zone: local time of the company."""
    INSTANT = "instant"
    """Date and time that is one moment everywhere."""
    TIME = "time"
    UUID = "uuid"
    INET = "inet"
    JSON = "json"
    BYTES = "bytes"
    OTHER = "other"


_FAMILIES = (
    (Family.JSON, r".*\[\]$|array|json|hstore"),
    (Family.INSTANT, r"timestamptz|(timestamp|datetime)(\(\d+\))? with time zone"),
    (Family.LOCAL, r"timestamp|datetime|smalldatetime"),
    (Family.DATE, r"date\b"),
    (Family.TIME, r"time|interval|year\b"),
    (Family.BOOLEAN, r"bool|bit\(1\)"),
    (Family.INTEGER, r"(tiny|small|medium|big)?int(eger)?\d?\b|(small|big)?serial"),
    (Family.NUMBER, r"numeric|decimal|number|real|float|double|money"),
    (Family.UUID, r"uuid"),
    (Family.INET, r"inet|cidr"),
    (Family.BYTES, r"(tiny|medium|long)?blob|bytea|(var)?binary|raw"),
    (
        Family.TEXT,
        r"n?(var)?char|character|bpchar|(tiny|medium|long|ci)?text|n?clob|string|enum\(|set\(|name\b",
    ),
)
_PATTERNS = tuple((family, re.compile(pattern)) for family, pattern in _FAMILIES)
_BIGGEST = 2**63
NO_DATES = frozenset(
    {Family.INTEGER, Family.NUMBER, Family.BOOLEAN, Family.BYTES, Family.TIME, Family.UUID}
)
"""What tells no day in any database. Seconds since some year are not guessed at."""


@lru_cache(maxsize=1024)
def family(type_text: str) -> Family:
    """
    The family of a type as a database writes it.

    >>> family("VARCHAR(200)"), family("timestamp with time zone"), family("int(11) unsigned")
    (<Family.TEXT: 'text'>, <Family.INSTANT: 'instant'>, <Family.INTEGER: 'integer'>)
    >>> family("text[]"), family("jsonb")
    (<Family.JSON: 'json'>, <Family.JSON: 'json'>)
    """
    text = type_text.strip().lower()
    return next((fam for fam, pattern in _PATTERNS if pattern.match(text)), Family.OTHER)


def family_of(store_map: StoreMap, dataset: str, column: str) -> Family:
    """
    The family of a mapped column; a TIMESTAMP of MariaDB and MySQL is one moment everywhere. What
    stands inside a document, and what a pair is, is read as text.

    Raises:
        KeyError: the map has no such dataset or column.
    """
    text = store_map.dataset(dataset).column(column).type
    if inside(column) or pair(column):
        return Family.TEXT
    if store_map.kind in ("mariadb", "mysql") and text.strip().lower().startswith("timestamp"):
        return Family.INSTANT
    return family(text)


_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,18}")


def typed(fam: Family, key: str) -> str | int | float | None:
    """
    A key's text as a value to compare a column of this family with; None when it cannot match.

    >>> typed(Family.INTEGER, "42"), typed(Family.INTEGER, "042"), typed(Family.INTEGER, "K-42")
    (42, None, None)
    """
    match fam:
        case Family.INTEGER:
            if not _WHOLE.fullmatch(key):
                return None
            number = int(key)
            return number if -_BIGGEST <= number < _BIGGEST else None
        case Family.NUMBER:
            return _number(key)
        case Family.UUID:
            return key if _is_uuid(key) else None
        case Family.INET:
            return key if _is_address(key) else None
        case _:
            return key


def _number(key: str) -> int | float | None:
    if not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,9})?", key):
        return None
    return float(key) if "." in key else int(key)


def _is_uuid(key: str) -> bool:
    try:
        return str(UUID(key)) == key
    except ValueError:
        return False


def _is_address(key: str) -> bool:
    try:
        return bool(ip_interface(key))
    except ValueError:
        return False
