"""
Rows of a person who does not exist: fitted to the table they are planted in, and taken out again.

What a table asks for and what says nothing about a person is taken from a row that is there, so
that rules of the company's own are met.
"""

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from nakomen.records import Column, Dataset, KeyKind, KeyRole, Link, StoreMap
from nakomen.records.planting import Mark, Marked, Planted, Refused, Sample, Stands
from nakomen.stores.blank import GONE
from nakomen.stores.sql.faults import refusal
from nakomen.terms import Category, RecordKind

_POINTING = ("id", "_nr", "_key", "_ref")
_FAR = 10**9
"""Numbers behind those that are in use."""
_NOBODY = Sample(tag="ffffffff", day=date(1970, 1, 1))
"""Somebody else, for a column that must name another party."""
Row = Mapping[str, Any]


_UNSAID = object()
"""A reference that is left to what the table puts there by itself: nothing, mostly."""


class _Cannot(Exception):
    """No value of ours fits; holds the name of the column."""


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
        table = _table(self.connection, name)
        try:
            with self.connection.begin_nested():
                values = dict(self._values(dataset, table, through, turn))
                made = self.connection.execute(table.insert().values(values))
                given = made.inserted_primary_key._mapping if made.inserted_primary_key else {}
                key = {name: given.get(name, values.get(name)) for name in dataset.primary_key}
                row = _read(self.connection, table, key)
        except _Cannot as error:
            return Refused(dataset=name, why=str(error), through=to)
        except SQLAlchemyError as error:
            return Refused(dataset=name, why=refusal(error, name).detail, through=to)
        if row is None:
            return Refused(dataset=name, why="no primary key", through=to)
        self.rows.setdefault(name, row)
        self._learn(dataset, row)
        told = {column: str(row[column]) for column in values if row[column] is not None}
        return Planted(
            dataset=name, key={c: str(v) for c, v in key.items()}, values=told, through=to
        )

    def _learn(self, dataset: Dataset, row: Row) -> None:
        """A number that the database gave out is hers from now on."""
        for key in dataset.keys:
            if key.role is KeyRole.SUBJECT and row.get(key.column) is not None:
                self.sample.keys.setdefault(key.kind, str(row[key.column]))

    def _values(
        self, dataset: Dataset, table: sa.Table, through: Link | None, turn: int
    ) -> Iterator[tuple[str, Any]]:
        pointing = dict(self._pointing(dataset, table, through))
        pointing |= _said(dataset, through)
        for column in table.columns:
            known = dataset.column(column.name) if dataset.has(column.name) else None
            if column.computed is not None or self._given_out(column, dataset):
                continue
            if dataset.primary_key == (column.name,) and isinstance(column.type, sa.Integer):
                yield column.name, self._next(column)
            elif column.name in pointing:
                if pointing[column.name] is not _UNSAID:
                    yield column.name, pointing[column.name]
            elif (value := self._value(dataset, column, known, through, turn)) is not None:
                yield column.name, value
            elif not column.nullable and column.server_default is None:
                raise _Cannot(column.name)

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
            (tuple(c.parent.name for c in key.elements), *_target(key))
            for key in table.foreign_key_constraints
        ]
        links = [(link.columns, link.to, link.to_columns) for link in dataset.links]
        owned = {(link.columns, link.to) for link in dataset.owner_links}
        wanted = (through.columns, through.to, through.to_columns) if through else None
        for columns, to, to_columns in dict.fromkeys([*links, *declared]):
            if wanted and (columns, to, to_columns) != wanted and set(columns) & set(wanted[0]):
                continue
            must = (columns, to, to_columns) == wanted or any(_must(table.c[c]) for c in columns)
            row = self.rows.get(to)
            if row is None and must and not self._of_persons(to):
                row = self._any_row(to, to_columns)
            if row is None and must:  # under a row of somebody else nothing is planted
                raise _Cannot(", ".join(columns))
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
        table = _table(self.connection, name)
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
        unique = _unique(column.table) | ({column.name} if known and known.unique else set())
        key = dataset.key(column.name)
        if key is not None and not (through and column.nullable and _names(key.kind)):
            again = through is not None and column.name in unique
            who = _NOBODY if key.role is KeyRole.PARTY else self.sample
            who = _another(self.sample, turn) if again else who
            return _fit(column, who.key(key.kind, turn, normal=key.written == "normal"), who)
        if known is not None and any(clock.column == column.name for clock in dataset.clocks):
            return _fit(column, f"{self.sample.moment:%Y-%m-%d %H:%M:%S}", self.sample)
        if known is not None and known.personal and key is None:
            return _fit(column, self.sample.text(known.category), self.sample, known.category)
        if key is not None or column.nullable or column.server_default is not None:
            return None
        return self._borrowed(column, column.name in unique)

    def _borrowed(self, column: sa.Column[Any], unique: bool) -> Any:
        """What says nothing about a person: as it stands in a row that is there."""
        if column.name.lower().endswith(_POINTING):
            # Perhaps a reference that nobody declared: it must not lead to somebody else.
            number = isinstance(column.type, sa.Integer)
            return (
                _FAR + self.sample.number if number else _fit(column, self.sample.tag, self.sample)
            )
        if not unique:
            there = sa.select(column).where(column.is_not(None)).limit(1)
            if (found := self.connection.execute(there).first()) is not None:
                return found[0]
        return _fit(column, f"drill {self.sample.tag}", self.sample)


def _table(connection: Connection, name: str) -> sa.Table:
    """As the database describes it, with columns that are not on the map."""
    schema, _, table = name.rpartition(".")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sa.exc.SAWarning)
        return sa.Table(
            table, sa.MetaData(), schema=schema or None, autoload_with=connection, resolve_fks=False
        )


def beds(connection: Connection, store_map: StoreMap) -> Iterator[tuple[Dataset, Link | None]]:
    """
    Each way by which a row can be hers, parents first: by a key of its own, and by each link.

    A customer has one row; staff is left alone.
    """
    for dataset in _parents_first(connection, store_map):
        if dataset.records is RecordKind.STAFF or not dataset.primary_key:
            continue
        own = any(key.role is KeyRole.SUBJECT for key in dataset.keys)
        links = [link for link in dataset.owner_links if link.to != dataset.name]
        if dataset.records is RecordKind.CUSTOMER and own:
            yield dataset, None
            continue
        if own or (dataset.personal_columns and not links):
            yield dataset, None
        # What must point to its owner does so in the row with her key already.
        may_lack = [ln for ln in links if all(dataset.column(c).nullable for c in ln.columns)]
        yield from ((dataset, link) for link in (may_lack if own else links))


def _parents_first(connection: Connection, store_map: StoreMap) -> list[Dataset]:
    """By the links of the map, and by keys that the database declares and must be filled."""
    above = {d.name: set(_above(_table(connection, d.name), d)) for d in store_map.datasets}
    ordered: list[Dataset] = []
    waiting = list(store_map.datasets)
    while waiting:
        names = {dataset.name for dataset in waiting}
        ready = [d for d in waiting if not above[d.name] & (names - {d.name})] or waiting[:1]
        ordered += ready
        waiting = [d for d in waiting if d not in ready]
    return ordered


def _unique(table: sa.FromClause) -> set[str]:
    """Columns of which a value may not stand there twice, by themselves or with others."""
    assert isinstance(table, sa.Table)
    sets = [c.columns.keys() for c in table.constraints if isinstance(c, _KEYS)]
    sets += [index.columns.keys() for index in table.indexes if index.unique]
    return {name for names in sets for name in names}


_KEYS = (sa.UniqueConstraint, sa.PrimaryKeyConstraint)


def _another(sample: Sample, turn: int) -> Sample:
    """Her too, with other values: a second telephone line."""
    return Sample(tag=f"{(int(sample.tag, 16) + turn) % 2**32:08x}", day=sample.day)


def _said(dataset: Dataset, through: Link | None) -> dict[str, str]:
    """What another column must say for the link or the key to hold in this row."""
    told = [through.when] if through else [key.when for key in dataset.keys]
    return dict([when for when in told if when][:1])


def _must(column: sa.Column[Any]) -> bool:
    return not column.nullable and column.server_default is None


def _above(table: sa.Table, dataset: Dataset) -> Iterator[str]:
    yield from (link.to for link in dataset.owner_links)
    for key in table.foreign_key_constraints:
        if any(_must(element.parent) for element in key.elements):
            yield _target(key)[0]


def _target(key: sa.ForeignKeyConstraint) -> tuple[str, tuple[str, ...]]:
    parts = [element.target_fullname.rpartition(".") for element in key.elements]
    return parts[0][0], tuple(part[2] for part in parts)


def _names(kind: str) -> bool:
    """A key that names a person by itself would make a row hers that should be hers by its link."""
    return kind in (KeyKind.EMAIL, KeyKind.CUSTOMER, KeyKind.USERNAME)


def _fit(
    column: sa.Column[Any], text: str, sample: Sample, category: Category = Category.NONE
) -> Any:
    """
    *text* in the type and the size of *column*.

    Raises:
        _Cannot: this kind of column is not known.
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
    raise _Cannot(f"{column.name}: {kind}")


def _short(text: str, length: int | None, name: str, sample: Sample) -> str:
    if any(part in name.lower() for part in ("postcode", "postal", "zip")):
        text = "0000 XX"
    if length is None or len(text) <= length:
        return text
    return (sample.tag * 4)[:length]


def _read(connection: Connection, table: sa.Table, key: Row) -> Row | None:
    if not key or any(value is None for value in key.values()):
        return None
    where = [table.c[name] == value for name, value in key.items()]
    found = connection.execute(sa.select(table).where(*where)).mappings().first()
    return dict(found) if found else None


@dataclass(frozen=True, kw_only=True)
class Weeder:
    """Looks at rows that were planted, and takes out those that still are what we planted."""

    connection: Connection
    store_map: StoreMap
    mark: Mark

    def stands(self, row: Marked) -> Stands:
        dataset = self.store_map.dataset(row.dataset)
        table = _table(self.connection, row.dataset)
        found = _read(self.connection, table, _typed(table, row.key))
        if found is None:
            return Stands.GONE
        same = {name for name, mark in row.marks.items() if self.mark(str(found[name])) == mark}
        changed = [found[name] for name in row.marks if name not in same]
        if not same or not all(_is_blank(value) for value in changed):
            return Stands.OTHER
        personal = {c.name for c in dataset.personal_columns}
        ids = {*dataset.primary_key, *(n for link in dataset.links for n in link.columns)}
        ids |= {key.column for key in dataset.keys if key.kind == KeyKind.CUSTOMER}
        return Stands.WHOLE if same & personal - ids or not changed else Stands.EMPTIED

    def uproot(self, row: Marked) -> Stands:
        found = self.stands(row)
        if found in (Stands.EMPTIED, Stands.WHOLE):
            table = _table(self.connection, row.dataset)
            where = [table.c[n] == value for n, value in _typed(table, row.key).items()]
            self.connection.execute(table.delete().where(*where))
        return found


def _is_blank(value: Any) -> bool:
    return value in (None, "", 0) or (isinstance(value, str) and value.startswith(GONE))


def _typed(table: sa.Table, key: Mapping[str, str]) -> Row:
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
