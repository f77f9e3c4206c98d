"""Values of a person who does not exist, in the types of the columns in which they are planted."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from nakomen.records.planting import Sample
from nakomen.terms import Category

Row = Mapping[str, Any]


class Cannot(Exception):
    """No value of ours fits; holds the name of the column."""


def fit(
    column: sa.Column[Any], text: str, sample: Sample, category: Category = Category.NONE
) -> Any:
    """
    *text* in the type and the size of *column*.

    Raises:
        Cannot: this kind of column is not known.
    """
    kind = column.type
    match kind:
        case sa.Enum():
            return kind.enums[0]
        case sa.Boolean():
            return False
        case sa.DateTime():
            return sample.moment.replace(tzinfo=UTC) if kind.timezone else sample.moment
        case sa.Date():
            return date(1900, 1, 2) if category is Category.DATE_OF_BIRTH else sample.day
        case sa.Time():
            return sample.moment.time()
        case sa.Integer():
            return int(text) if text.isdigit() and len(text) < 9 else sample.number % 100
        case sa.Numeric():
            return Decimal(sample.number % 100)
        case sa.Uuid():
            return UUID(sample.tag * 4) if kind.as_uuid else str(UUID(sample.tag * 4))
        case sa.JSON():
            return {"drill": text}
        case sa.LargeBinary():
            return text.encode()
        case sa.ARRAY():
            return [text]
        case sa.String():
            return _short(text, kind.length, column.name, sample)
        case _ if kind.__visit_name__.lower() in ("inet", "cidr"):
            return text
    raise Cannot(f"{column.name}: {kind}")


def _short(text: str, length: int | None, name: str, sample: Sample) -> str:
    if any(part in name.lower() for part in ("postcode", "postal", "zip")):
        text = "0000 XX"
    if length is None or len(text) <= length:
        return text
    return (sample.tag * 4)[:length]


def typed(table: sa.Table, key: Mapping[str, str]) -> Row:
    return {name: _as(table.c[name].type, text) for name, text in key.items()}


def _as(kind: sa.types.TypeEngine[Any], text: str) -> Any:
    match kind:
        case sa.Integer():
            return int(text)
        case sa.Uuid() if kind.as_uuid:
            return UUID(text)
        case sa.DateTime():
            return datetime.fromisoformat(text)
        case sa.Date():
            return date.fromisoformat(text)
        case sa.Numeric():
            return Decimal(text)
        case _:
            return text
