"""Documents and lists in which a person who does not exist stands."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from nakomen.records import Column, Dataset, Inside, KeyKind, KeyRole, Link, inside, of_several
from nakomen.records.inside import EACH
from nakomen.records.planting import Sample
from nakomen.stores.sql.planted_values import Cannot, Row, fit

NOBODY = Sample(tag="ffffffff", day=date(1970, 1, 1))
"""Somebody else, for a place that must name another party."""


@dataclass(frozen=True, kw_only=True)
class Documents:
    """What stands inside columns of *dataset* in a row that is planted."""

    dataset: Dataset
    sample: Sample
    rows: Mapping[str, Row]

    def within(self, column: sa.Column[Any]) -> bool:
        """The map names places inside *column*."""
        return any(place.column == column.name for _, place in self._places)

    def of(self, column: sa.Column[Any], through: Link | None, turn: int) -> Any:
        """
        The document or the list, in the type of *column*.

        Raises:
            Cannot: it must point to a row that was not planted.
        """
        made: Any = None
        for known, place in self._places:
            if place.column != column.name:
                continue
            value = self._value(known, through, turn)
            if value is not None:
                made = _put(made, place.steps, value)
        if isinstance(column.type, sa.ARRAY):
            item = sa.Column(column.name, column.type.item_type)
            return [fit(item, str(value), self.sample) for value in made or ()]
        return made if isinstance(column.type, sa.JSON) else json.dumps(made)

    @property
    def _places(self) -> list[tuple[Column, Inside]]:
        return [(c, place) for c in self.dataset.columns if (place := inside(c.name))]

    def _value(self, known: Column, through: Link | None, turn: int) -> Any:
        link = next((ln for ln in self.dataset.links if known.name in ln.columns), None)
        if link is not None:
            return self._pointing(known.name, link, through)
        key = self.dataset.key(known.name)
        if key is not None and not (through and names_person(key.kind)):
            other = key.role is KeyRole.PARTY and not of_several([known.name])
            who = NOBODY if other else self.sample
            return who.key(key.kind, turn, normal=key.written == "normal")
        return self.sample.text(known.category) if known.personal and key is None else None

    def _pointing(self, name: str, link: Link, through: Link | None) -> Any:
        row = self.rows.get(link.to)
        if link != through and (link.owner or row is None):
            return None
        if row is None:
            raise Cannot(name)
        return row[link.to_columns[link.columns.index(name)]]


def names_person(kind: str) -> bool:
    """A key that names a person by itself would make a row hers that should be hers by its link."""
    return kind in (KeyKind.EMAIL, KeyKind.CUSTOMER, KeyKind.USERNAME)


def _put(document: Any, steps: Sequence[str], value: Any) -> Any:
    """*document* with *value* behind *steps*; of a list the first element is meant."""
    if not steps:
        return value
    if steps[0] == EACH:
        first = document[0] if document else None
        return [_put(first, steps[1:], value)]
    return {**(document or {}), steps[0]: _put((document or {}).get(steps[0]), steps[1:], value)}
