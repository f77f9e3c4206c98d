"""Whose a row is that was found for many persons at once: decided by looking at the row alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from nakomen.records import (
    AllOf,
    AnyOf,
    Condition,
    Everything,
    KeyIn,
    Missing,
    Not,
    Nothing,
    Says,
    normal,
)
from nakomen.stores.wanted import WRITTEN_KINDS

Owners = Mapping[str, Mapping[str, Sequence[int]]]
"""Kind of key → value → the persons who have it, by their place in the group."""


class Unclear(Exception):
    """The row alone does not tell whose it is; then each person is asked for by herself."""


def columns_of(condition: Condition) -> Iterator[str]:
    """
    Columns that `holders` looks at.

    Raises:
        Unclear: the condition reads more than the row itself.
    """
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from columns_of(part)
        case Not(part):
            yield from columns_of(part)
        case KeyIn(column=column, kind=kind, written=written):
            if condition != KeyIn(column, kind, written):
                raise Unclear  # it looks inside the column
            yield column
        case Missing(column) | Says(column):
            yield column
        case Everything() | Nothing():
            return
        case _:
            raise Unclear


def holders(condition: Condition, row: Mapping[str, Any], owners: Owners) -> list[int]:
    """
    The persons for whom *condition* holds on *row*, each judged by her own keys alone.

    Raises:
        Unclear: it holds for nobody, though the store found the row for one of them.
    """
    match condition:
        case KeyIn(column=column, kind=kind):
            found = list(_having(kind, row[column], owners))
        case _:
            near = sorted(set(_near(condition, row, owners)))
            found = [person for person in near if _holds(condition, row, owners, person)]
    if not found:
        raise Unclear
    return found


def holding(
    condition: Condition, columns: Sequence[str], owners: Owners
) -> Callable[[Sequence[Any]], Sequence[int]]:
    """`holders` for many rows, given as a store gives them: the values of *columns*."""
    keys = condition.parts if isinstance(condition, AnyOf) else (condition,)
    if not all(isinstance(key, KeyIn) for key in keys):
        return lambda row: holders(condition, dict(zip(columns, row, strict=True)), owners)
    finds = [
        (_finder(key.kind, owners), columns.index(key.column))
        for key in keys
        if isinstance(key, KeyIn)
    ]

    def having(row: Sequence[Any]) -> Sequence[int]:
        found: Sequence[int] = ()
        for find, place in finds:
            more = find(row[place])
            found = sorted({*found, *more}) if found and more and found != more else found or more
        if not found:
            raise Unclear
        return found

    return having


def _finder(kind: str, owners: Owners) -> Callable[[object], Sequence[int]]:
    """Who has a value as a key of *kind*; kinds that are written in one way compare as they are."""
    written = kind in WRITTEN_KINDS

    def find(value: object) -> Sequence[int]:
        known = owners.get(kind)
        if value is None or not known:
            return ()
        text = str(value) if type(value) is int else told(value)
        return known.get(normal(kind, text) if written else text, ())

    return find


def _near(condition: Condition, row: Mapping[str, Any], owners: Owners) -> Iterator[int]:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _near(part, row, owners)
        case KeyIn(column=column, kind=kind):
            yield from _having(kind, row[column], owners)
        case _:
            return


def _holds(condition: Condition, row: Mapping[str, Any], owners: Owners, person: int) -> bool:
    match condition:
        case AllOf(parts):
            return all(_holds(part, row, owners, person) for part in parts)
        case AnyOf(parts):
            return any(_holds(part, row, owners, person) for part in parts)
        case Not(part):
            return not _holds(part, row, owners, person)
        case KeyIn(column=column, kind=kind):
            return person in _having(kind, row[column], owners)
        case Missing(column):
            return row[column] is None
        case Says(column, value):
            return row[column] is not None and str(row[column]) == value
        case _:
            return isinstance(condition, Everything)


def _having(kind: str, value: object, owners: Owners) -> Sequence[int]:
    return _finder(kind, owners)(value)


def told(value: object) -> str:
    """
    A value as text, the same for every type of column that can hold it.

    >>> told(7), told(Decimal("7.00")), told(7.0)
    ('7', '7', '7')
    """
    if type(value) is str or type(value) is int:
        return str(value)
    if isinstance(value, float | Decimal) and value == int(value):
        return str(int(value))
    return str(value)
