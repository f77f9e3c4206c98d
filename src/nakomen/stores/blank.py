"""What a blanked column holds: nothing, or the value that says the least where one must stand."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from nakomen.records import Dataset
from nakomen.stores.errors import CannotBlank
from nakomen.stores.family import Family, family

GONE = "gewist-"
"""Before the primary key, in a text column that must be filled and unique."""


class Blank(StrEnum):
    NULL = "null"
    EMPTY = "empty"
    GONE = "gone"
    ZERO = "zero"


def blank_of(dataset: Dataset, name: str) -> Blank:
    """
    The blank of a column.

    Raises:
        CannotBlank: the column must be filled and its type has no blank, or it identifies the row.
    """
    column = dataset.column(name)
    points = any(name in link.columns for link in dataset.links)
    if name not in dataset.primary_key:
        if column.nullable:
            return Blank.NULL
        fam = family(column.type)
        if fam is Family.TEXT and not points:
            if not column.unique:
                return Blank.EMPTY
            if dataset.primary_key:
                return Blank.GONE
        if fam in (Family.INTEGER, Family.NUMBER) and not column.unique and not points:
            return Blank.ZERO
    raise CannotBlank(f"{dataset.name}.{name}")


def blank_value(blank: Blank, row: Mapping[str, Any], primary_key: Sequence[str]) -> object:
    """The value that *blank* stands for in this row."""
    match blank:
        case Blank.NULL:
            return None
        case Blank.EMPTY:
            return ""
        case Blank.ZERO:
            return 0
        case Blank.GONE:
            return GONE + "-".join(str(row[name]) for name in primary_key)
