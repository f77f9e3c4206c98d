"""Rows that may have to come back: read and held while they change, and put back as they were.

What is read is what the table has, mapped or not: a column that nobody described must come back
too.
"""

import warnings
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from nakomen.records import Act, Filled, Inside, Task, column_of, inside
from nakomen.records.parking import Keep, Parked
from nakomen.stores.errors import CannotPark, StoreBusy
from nakomen.stores.sql.act import Change
from nakomen.stores.sql.dialects import Dialect, Flag
from nakomen.stores.sql.documents import Cell
from nakomen.stores.sql.export import ROWS_A_FETCH
from nakomen.stores.sql.select import Selector
from nakomen.stores.sql.target import Target
from nakomen.stores.sql.walk import stretches


def park(connection: Connection, change: Change, keep: Keep, batch: Flag | None = None) -> int:
    """
    Hand the rows of *change* to *keep*, then change them; they are locked in between.

    Raises:
        CannotPark: rows without a primary key cannot be told apart when they come back.
        StoreBusy: others added rows that were not kept; the transaction must be rolled back.
    """
    where = change.where if batch is None else batch
    shape = _shape(connection, change)
    columns = [_read(change.selector.dialect, name, kind) for name, kind in shape.items()]
    query = sa.select(*columns).select_from(change.target.table).where(where)
    result = connection.execute(
        query.with_for_update(of=change.target.table),
        execution_options={"yield_per": ROWS_A_FETCH},
    )
    with closing(result):
        kept = keep(change.task, _parked(result, change.target.dataset.primary_key))
    changed = connection.execute(change.statement(batch)).rowcount
    if changed != kept:
        raise StoreBusy(f"{change.task.dataset}: {kept} != {changed}")
    return changed


def park_batches(
    connection: Connection, change: Change, keep: Keep, batch_rows: int, found: int
) -> Iterator[int]:
    """As `park`, part by part along the primary key, each its own transaction."""
    if not change.target.key_columns:
        raise CannotPark(change.task.dataset)
    dialect, target = change.selector.dialect, change.target
    parts = (
        stretches(
            connection, target.table, change.where, target.key_columns, batch_rows, dialect.behind
        )
        if found > batch_rows
        else iter((sa.true(),))
    )
    for part in parts:
        with connection.begin():
            rows = park(connection, change, keep, sa.and_(change.where, part))
        if rows:
            yield rows


def _shape(connection: Connection, change: Change) -> dict[str, str]:
    """Columns to keep and their types: of the whole row when it goes, else of what is emptied."""
    dataset = change.target.dataset
    if not dataset.primary_key:
        raise CannotPark(dataset.name)
    known = types_of(connection, change.selector.dialect, dataset.name)
    if change.task.act is not Act.ERASE:
        names = dict.fromkeys((*dataset.primary_key, *map(column_of, change.task.columns)))
        return {name: known[name] for name in names}
    computed = _computed(connection, change.target.table)
    return {name: kind for name, kind in known.items() if name not in computed}


def types_of(connection: Connection, dialect: Dialect, dataset: str) -> dict[str, str]:
    return {
        column: kind
        for name, column, kind in dialect.shape(connection, [dataset])
        if name == dataset
    }


def _computed(connection: Connection, table: sa.TableClause) -> set[str]:
    """Columns that the database fills by itself from the others."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sa.exc.SAWarning)
        columns = sa.inspect(connection).get_columns(table.name, schema=table.schema)
    return {column["name"] for column in columns if column.get("computed")}


def _read(dialect: Dialect, name: str, kind: str) -> sa.ColumnElement[Any]:
    return dialect.kept(sa.column(name), kind).label(name)


def _parked(result: sa.CursorResult[Any], key: tuple[str, ...]) -> Iterator[Parked]:
    names = tuple(result.keys())
    for row in result:
        values = dict(zip(names, row, strict=True))
        yield Parked(place=tuple(str(values[name]) for name in key), values=values)


@dataclass(frozen=True, kw_only=True)
class Back:
    """Puts rows of one task back where they stood, each or not at all."""

    connection: Connection
    selector: Selector
    task: Task
    types: Mapping[str, str]

    @property
    def target(self) -> Target:
        return self.selector.targets[self.task.dataset]

    def stands(self, row: Parked) -> bool:
        """The row is there, and as it stood."""
        found = self._look(row, hold=False)
        return found is not None and _same(found, row.values)

    def put(self, row: Parked) -> bool:
        """
        Whether the row stands there now as it stood. False: something else stands in its place,
        or a rule of the table forbids it; then nothing was changed.
        """
        found = self._look(row, hold=True)
        if found is not None and _same(found, row.values):
            return True
        if self.task.act is Act.ERASE:
            write = self._insert(row) if found is None else None
        else:
            write = self._refill(row, found)
        return write is not None and self._tried(write)

    def _tried(self, write: sa.Executable) -> bool:
        try:
            with self.connection.begin_nested():
                self.connection.execute(write)
        except DBAPIError as error:
            if error.connection_invalidated:
                raise
            return False
        return True

    def _look(self, row: Parked, *, hold: bool) -> dict[str, Any] | None:
        """What stands there now, with for each emptied column whether it is filled."""
        dialect = self.selector.dialect
        if not set(row.values) <= set(self.types):
            return {}
        columns = [_read(dialect, name, self.types[name]) for name in row.values]
        if self.task.act is not Act.ERASE:
            columns += [self._filled(name, row) for name in self._changed]
        query = sa.select(*columns).select_from(self.target.table).where(self._here(row))
        query = query.with_for_update(of=self.target.table) if hold else query
        found = self.connection.execute(query).first()
        return None if found is None else dict(found._mapping)

    @property
    def _changed(self) -> tuple[str, ...]:
        """The columns that the task changes, or in which it changes something."""
        return tuple(dict.fromkeys(map(column_of, self.task.columns)))

    def _filled(self, name: str, row: Parked) -> sa.ColumnElement[Any]:
        if name in self.task.columns:
            return self.selector.where(Filled((name,)), self.task.dataset).label(_flag(name))
        emptied = self._emptied(name, row)
        other = sa.func.coalesce(self._told(name, sa.column(name)) != emptied, sa.true())
        return other.label(_flag(name))

    def _emptied(self, name: str, row: Parked) -> sa.ColumnElement[Any]:
        """The document as it stood, with what was emptied in it empty."""
        kind = self.types[name]
        found: sa.ColumnElement[Any] = self._value(row, name)
        for path in self.task.columns:
            place = inside(path)
            if place and place.column == name:
                cell = Cell(base=found, kind=kind, path=place)
                found = self.selector.dialect.put(cell, None)
        return self._told(name, found)

    def _told(self, name: str, value: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
        """A document as text; two that say the same are the same."""
        return self.selector.dialect.told(Cell(base=value, kind=self.types[name], path=_ALL))

    def _here(self, row: Parked) -> Flag:
        return sa.and_(*(sa.column(name) == self._value(row, name) for name in self._key))

    @property
    def _key(self) -> tuple[str, ...]:
        return self.target.dataset.primary_key

    def _value(self, row: Parked, name: str) -> sa.ColumnElement[Any]:
        return self.selector.dialect.unkept(row.values[name], self.types[name])

    def _insert(self, row: Parked) -> sa.Executable:
        values = {name: self._value(row, name) for name in row.values}
        return self.selector.dialect.insertion(self.target.table, values)

    def _refill(self, row: Parked, found: dict[str, Any] | None) -> sa.Executable | None:
        """Fill what is still empty; None when somebody wrote something else there since."""
        if not found:
            return None
        other = [n for n in self._changed if not _equal(found[n], row.values[n])]
        if any(found[_flag(name)] for name in other):
            return None
        values = {name: self._value(row, name) for name in other}
        return sa.update(self.target.table).where(self._here(row)).values(values)


_ALL = Inside(column="", steps=())


def _flag(name: str) -> str:
    return f"{name} filled"


def _same(found: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    return all(name in found and _equal(found[name], value) for name, value in values.items())


def _equal(one: object, other: object) -> bool:
    return type(one) is type(other) and one == other
