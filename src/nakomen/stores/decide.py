"""Whether a condition holds for one row: the meaning of the algebra, in plain Python."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nakomen.records import (
    AllOf,
    AnyOf,
    Before,
    Condition,
    Dataset,
    Dated,
    Emptied,
    Everything,
    Filled,
    KeyIn,
    Keys,
    Linked,
    Mentions,
    Missing,
    Not,
    Nothing,
    Referenced,
    Says,
    StoreMap,
    Unlike,
    Unreadable,
    Without,
    inside,
    normal,
)
from nakomen.stores.becomes import becomes_in, sought
from nakomen.stores.blank import Blank, blank_of, blank_value
from nakomen.stores.clock import before, tells_day
from nakomen.stores.documents import found_at, read, unreadable, values_at
from nakomen.stores.errors import NoClock
from nakomen.stores.family import NO_DATES, Family, family_of
from nakomen.stores.wanted import compares_normal, wanted

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
Decide = Callable[[Mapping[str, Any]], bool]


@dataclass(frozen=True, kw_only=True)
class Decider:
    """
    Turns a condition into a question about one row of a dataset.

    Two-valued: what is unknown (a NULL clock, a missing reference) does not hold, so its negation
    does.
    """

    store_map: StoreMap
    rows: Rows
    keys: Keys

    def decide(self, condition: Condition, name: str) -> Decide:
        match condition:
            case Everything():
                return lambda _: True
            case Nothing():
                return lambda _: False
            case AllOf(parts):
                every = [self.decide(part, name) for part in parts]
                return lambda row: all(holds(row) for holds in every)
            case AnyOf(parts):
                some = [self.decide(part, name) for part in parts]
                return lambda row: any(holds(row) for holds in some)
            case Not(part):
                inner = self.decide(part, name)
                return lambda row: not inner(row)
            case _:
                return self._decide_values(condition, self.store_map.dataset(name))

    def _decide_values(self, condition: Condition, dataset: Dataset) -> Decide:
        match condition:
            case KeyIn():
                return self._key_in(condition, dataset)
            case Says(column, value):
                return _some(column, lambda found: str(found) == value)
            case Unreadable(column):
                return lambda row: unreadable(row[column])
            case Before(column, day):
                return self._before(column, day, dataset)
            case Dated(column):
                return self._dated(column, dataset)
            case Missing(column):
                return lambda row: not _values(row, column)
            case Filled(columns):
                return _filled(columns, dataset)
            case Unlike():
                return self._unlike(condition, dataset)
            case Mentions(column, value):
                text = sought(value, f"{dataset.name}.{column}", self.keys)
                return _some(column, lambda found: text in str(found).lower())
            case Linked(columns, to, to_columns, where):
                return self._points(columns, to, to_columns, where)
            case Referenced(columns, by, by_columns, where):
                return self._points(columns, by, by_columns, where)
            case _:
                raise TypeError(type(condition).__name__)

    def _before(self, column: str, day: date, dataset: Dataset) -> Decide:
        if family_of(self.store_map, dataset.name, column) in NO_DATES:
            raise NoClock(f"{dataset.name}.{column}")
        zone = dataset.zone(column)
        return lambda row: before(read(row, column), day, zone)

    def _unlike(self, part: Unlike, dataset: Dataset) -> Decide:
        column = part.column
        if isinstance(part.becomes, Emptied):
            return _filled((column,), dataset)
        if isinstance(part.becomes, Without):
            return self._key_in(KeyIn(column, part.becomes.kind, part.becomes.written), dataset)
        fam = family_of(self.store_map, dataset.name, column)
        new = becomes_in(part.becomes, dataset, column, fam, self.keys)
        if inside(column):
            there = _filled((column,), dataset)  # nothing is put where nothing stands
            return lambda row: there(row) and bool(read(row, column) != new(row))
        return lambda row: bool(row[column] != new(row))

    def _dated(self, column: str, dataset: Dataset) -> Decide:
        if family_of(self.store_map, dataset.name, column) in NO_DATES:
            raise NoClock(f"{dataset.name}.{column}")
        return lambda row: tells_day(read(row, column))

    def _key_in(self, part: KeyIn, dataset: Dataset) -> Decide:
        fam = family_of(self.store_map, dataset.name, part.column)
        return _some(part.column, holds_key(part, fam, self.keys))

    def _points(
        self, columns: Sequence[str], to: str, to_columns: Sequence[str], where: Condition
    ) -> Decide:
        """Both directions are one: the row's columns equal those of some row of *to*."""
        meets = self.decide(where, to)
        ends = {_texts(other, to_columns) for other in self.rows[to] if meets(other)} - {None}
        return lambda row: _texts(row, columns) in ends


def holds_key(part: KeyIn, fam: Family, keys: Keys) -> Callable[[object], bool]:
    """Whether a value is one of the person's keys of the kind of *part*."""
    values = {str(value) for value in wanted(part, fam, keys)}
    if compares_normal(part):
        return lambda value: normal(part.kind, str(value)) in values
    return lambda value: str(value) in values


def _values(row: Mapping[str, Any], name: str) -> list[Any]:
    """What the column holds, NULL left out; of a list its elements."""
    place = inside(name)
    found = values_at(row[place.column], place) if place else [read(row, name)]
    return [value for value in found if value is not None]


def _some(column: str, holds: Callable[[Any], bool]) -> Decide:
    return lambda row: any(map(holds, _values(row, column)))


def _texts(row: Mapping[str, Any], columns: Sequence[str]) -> tuple[str, ...] | None:
    """The values as text, so that a reference kept in another type still matches."""
    values = [read(row, column) for column in columns]
    return None if None in values else tuple(str(value) for value in values)


def _filled(columns: Sequence[str], dataset: Dataset) -> Decide:
    empty = {name: blank_of(dataset, name) for name in columns}

    def fills(row: Mapping[str, Any], name: str, blank: Blank) -> bool:
        if place := inside(name):
            return any(found is not None for found in found_at(row[place.column], place))
        return row[name] is not None and row[name] != blank_value(blank, row, dataset.primary_key)

    def holds(row: Mapping[str, Any]) -> bool:
        return any(fills(row, name, blank) for name, blank in empty.items())

    return holds
