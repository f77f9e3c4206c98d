"""
Rows of a person who does not exist, fitted to the table they are planted in.

What a table asks for and what says nothing about a person is taken from a row that is there, so
that rules of the company's own are met.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from nakomen.records import Column, Dataset, KeyRole, Link, StoreMap, column_of, inside, names_of
from nakomen.records.planting import Planted, Refused, Sample
from nakomen.stores.documents import read
from nakomen.stores.sql.faults import refusal
from nakomen.stores.sql.planted_documents import NOBODY, Documents, names_person
from nakomen.stores.sql.planted_tables import (
    must_fill,
    read_row,
    table_of,
    target_of,
    unique_columns,
)
from nakomen.stores.sql.planted_values import Cannot, Row, fit
from nakomen.terms import RecordKind

_POINTING = ("id", "_nr", "_key", "_ref")
_FAR = 10**9
"""Numbers behind those that are in use."""
_UNSAID = object()
"""A reference that is left to what the table puts there by itself: nothing, mostly."""


@dataclass(kw_only=True)
class Bed:
    """One store while rows are planted in it."""

    connection: Connection
    store_map: StoreMap
    sample: Sample
    rows: dict[str, Row] = field(default_factory=dict)
    """The first planted row of each dataset."""

    def plant(self, dataset: Dataset, through: Link | None, turn: int) -> Planted | Refused:
        """One row that is hers by *through*, or by a key of her own."""
        name, to = dataset.name, through.to if through else None
        table = table_of(self.connection, name)
        try:
            with self.connection.begin_nested():
                values = dict(self._values(dataset, table, through, turn))
                made = self.connection.execute(table.insert().values(values))
                given = made.inserted_primary_key._mapping if made.inserted_primary_key else {}
                key = {name: given.get(name, values.get(name)) for name in dataset.primary_key}
                row = read_row(self.connection, table, key)
        except Cannot as error:
            return Refused(dataset=name, why=str(error), through=to)
        except SQLAlchemyError as error:
            return Refused(dataset=name, why=refusal(error, name).detail, through=to)
        if row is None:
            return Refused(dataset=name, why="no primary key", through=to)
        self.rows.setdefault(name, row)
        self._learn(dataset, row)
        told = {
            n: str(value) for n in _told(dataset, values) if (value := read(row, n)) is not None
        }
        return Planted(
            dataset=name, key={c: str(v) for c, v in key.items()}, values=told, through=to
        )

    def _learn(self, dataset: Dataset, row: Row) -> None:
        """A number that the database gave out is hers from now on."""
        for key in dataset.keys:
            here = all(column_of(name) in row for name in names_of(key))
            if key.role is KeyRole.SUBJECT and here:
                value = read(row, key.column)
                if value is not None:
                    self.sample.keys.setdefault(key.kind, str(value))

    def _values(
        self, dataset: Dataset, table: sa.Table, through: Link | None, turn: int
    ) -> Iterator[tuple[str, Any]]:
        pointing = dict(self._pointing(dataset, table, through))
        pointing |= _said(dataset, through)
        documents = Documents(dataset=dataset, sample=self.sample, rows=self.rows)
        for column in table.columns:
            known = dataset.column(column.name) if dataset.has(column.name) else None
            if column.computed is not None or self._given_out(column, dataset):
                continue
            if dataset.primary_key == (column.name,) and isinstance(column.type, sa.Integer):
                yield column.name, self._next(column)
            elif column.name in pointing:
                if pointing[column.name] is not _UNSAID:
                    yield column.name, pointing[column.name]
            elif documents.within(column):
                yield column.name, documents.of(column, through, turn)
            elif (value := self._value(dataset, column, known, through, turn)) is not None:
                yield column.name, value
            elif not column.nullable and column.server_default is None:
                raise Cannot(column.name)

    def _given_out(self, column: sa.Column[Any], dataset: Dataset) -> bool:
        """The database numbers the rows itself."""
        if column.identity is not None:
            return True
        if not column.primary_key or dataset.primary_key != (column.name,):
            return False
        rowid = self.connection.dialect.name == "sqlite" and isinstance(column.type, sa.Integer)
        return rowid or column.server_default is not None or column.autoincrement is True

    def _next(self, column: sa.Column[Any]) -> int:
        """The number after the last, where the company's own program gives the numbers."""
        last: int | None = self.connection.execute(sa.select(sa.func.max(column))).scalar()
        return (last or 0) + 1

    def _pointing(
        self, dataset: Dataset, table: sa.Table, through: Link | None
    ) -> Iterator[tuple[str, Any]]:
        """
        Columns of references, also of those the map lacks: to a row of hers, or to nothing.

        What is not about persons, such as a product, may be any row.
        """
        declared = [
            (tuple(c.parent.name for c in key.elements), *target_of(key))
            for key in table.foreign_key_constraints
        ]
        links = [
            (link.columns, link.to, link.to_columns)
            for link in dataset.links
            if not any(map(inside, link.columns))
        ]
        owned = {(link.columns, link.to) for link in dataset.owner_links}
        wanted = (through.columns, through.to, through.to_columns) if through else None
        for columns, to, to_columns in dict.fromkeys([*links, *declared]):
            if wanted and (columns, to, to_columns) != wanted and set(columns) & set(wanted[0]):
                continue
            wants = (columns, to, to_columns) == wanted
            must = wants or any(must_fill(table.c[c]) for c in columns)
            row = self.rows.get(to)
            if row is None and must and not self._of_persons(to):
                row = self._any_row(to, to_columns)
            if row is None and must:  # under a row of somebody else nothing is planted
                raise Cannot(", ".join(columns))
            leads = must or (columns, to) not in owned
            for name, other in zip(columns, to_columns, strict=True):
                yield name, row[other] if row is not None and leads else _UNSAID

    def _of_persons(self, name: str) -> bool:
        """Its rows are somebody's: under a row of another nothing is planted."""
        known = next((d for d in self.store_map.datasets if d.name == name), None)
        if known is None or known.records is RecordKind.STAFF:
            return False
        return bool(known.keys or known.personal_columns or known.owner_links)

    def _any_row(self, name: str, columns: tuple[str, ...]) -> Row | None:
        table = table_of(self.connection, name)
        found = self.connection.execute(sa.select(*(table.c[c] for c in columns)).limit(1))
        row = found.mappings().first()
        return dict(row) if row else None

    def _value(
        self,
        dataset: Dataset,
        column: sa.Column[Any],
        known: Column | None,
        through: Link | None,
        turn: int,
    ) -> Any:
        unique = unique_columns(column.table) | ({column.name} if known and known.unique else set())
        key = dataset.key(column.name)
        if key is not None and not (through and column.nullable and names_person(key.kind)):
            again = through is not None and column.name in unique
            who = NOBODY if key.role is KeyRole.PARTY else self.sample
            who = _another(self.sample, turn) if again else who
            return fit(column, who.key(key.kind, turn, normal=key.written == "normal"), who)
        if known is not None and any(clock.column == column.name for clock in dataset.clocks):
            return fit(column, f"{self.sample.moment:%Y-%m-%d %H:%M:%S}", self.sample)
        if known is not None and known.personal and key is None:
            return fit(column, self.sample.text(known.category), self.sample, known.category)
        if key is not None or column.nullable or column.server_default is not None:
            return None
        return self._borrowed(column, column.name in unique)

    def _borrowed(self, column: sa.Column[Any], unique: bool) -> Any:
        """What says nothing about a person: as it stands in a row that is there."""
        if column.name.lower().endswith(_POINTING):
            # Perhaps a reference that nobody declared: it must not lead to somebody else.
            number = isinstance(column.type, sa.Integer)
            return (
                _FAR + self.sample.number if number else fit(column, self.sample.tag, self.sample)
            )
        if not unique:
            there = sa.select(column).where(column.is_not(None)).limit(1)
            if (found := self.connection.execute(there).first()) is not None:
                return found[0]
        return fit(column, f"drill {self.sample.tag}", self.sample)


def _another(sample: Sample, turn: int) -> Sample:
    """Her too, with other values: a second telephone line."""
    return Sample(tag=f"{(int(sample.tag, 16) + turn) % 2**32:08x}", day=sample.day)


def _said(dataset: Dataset, through: Link | None) -> dict[str, str]:
    """What another column must say for the link or the key to hold in this row."""
    told = [through.when] if through else [key.when for key in dataset.keys]
    return dict([when for when in told if when][:1])


def _told(dataset: Dataset, values: Row) -> Iterator[str]:
    """What was planted: each column, and of a document each place that the map names."""
    for name in values:
        places = [c.name for c in dataset.columns if inside(c.name) and column_of(c.name) == name]
        yield from places or [name]
