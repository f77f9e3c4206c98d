"""A bounded number of rows of a table, from its beginning, its end and between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen.stores.family import Family, family
from nakomen.stores.sql.dialects import Dialect, Flag, Value
from nakomen.stores.sql.target import table_clause

SAMPLE_ROWS = 1000
"""So many values of a column are measured."""
EXACT_ROWS = 1_000_000
"""Up to here rows are counted; beyond it the database's own estimate will do."""
WHOLE_ROWS = 100_000
"""A table of more rows is not read as a whole: what that leaves open is asked where it matters."""

_STRETCHES = 8
_FEW = 10
_SIGNS = 500


@dataclass(frozen=True, kw_only=True)
class Plain:
    """A column as the catalogue has it."""

    name: str
    type: str
    nullable: bool
    unique: bool

    @property
    def family(self) -> Family:
        return family(self.type)


@dataclass(frozen=True)
class Sampled:
    """One table, of which *sample_rows* rows are looked at."""

    connection: Connection
    dialect: Dialect
    name: str
    plain: Sequence[Plain]
    key: tuple[str, ...]
    sample_rows: int

    @cached_property
    def table(self) -> sa.TableClause:
        return table_clause(self.name, [column.name for column in self.plain])

    @cached_property
    def rows(self) -> int:
        """Exact up to a million; beyond that the estimate of the database, if it has one."""
        some = sa.select(_ONE).select_from(self.table).limit(EXACT_ROWS + 1)
        counted = self.one(sa.select(sa.func.count()).select_from(some.subquery()))
        if counted <= EXACT_ROWS:
            return counted
        guess = self.dialect.estimate(self.connection, self.table)
        if guess is None or guess <= EXACT_ROWS:
            return self.one(sa.select(sa.func.count()).select_from(self.table))
        return guess

    @property
    def is_large(self) -> bool:
        return self.rows > WHOLE_ROWS

    def sample(self, plain: Plain) -> list[Any]:
        """Filled values; those of a column that is mostly empty are looked for further on."""
        seen = [v for v in self._spread.get(plain.name, ()) if v is not None and v != ""]
        if len(seen) < _FEW and plain.family is not Family.BYTES:
            seen = (self._bounded(plain) or seen) if self.is_large else self.all_over(plain)
        return seen[: self.sample_rows]

    def all_over(self, plain: Plain) -> list[Any]:
        """Filled values from the whole table, however few there are."""
        column, filled = self._shown(plain), self.filled(plain)
        return self._values(sa.select(column).where(filled).limit(self.sample_rows))

    def filled(self, plain: Plain) -> Flag:
        column = self.table.c[plain.name]
        if plain.family is Family.TEXT:
            return column.is_not(None) & (column != sa.literal_column("''"))
        return column.is_not(None)

    def one(self, query: sa.Select[Any]) -> int:
        return int(self.connection.execute(query).scalar_one())

    def _values(self, query: sa.Select[Any]) -> list[Any]:
        return [row[0] for row in self.connection.execute(query)]

    def _bounded(self, plain: Plain) -> list[Any]:
        """Filled values of the first hundred thousand rows."""
        column = self._shown(plain).label(plain.name)
        first = sa.select(column).select_from(self.table).limit(WHOLE_ROWS).subquery()
        value: Value = first.c[plain.name]
        query = sa.select(value).where(value.is_not(None))
        if plain.family is Family.TEXT:
            query = query.where(value != sa.literal_column("''"))
        return self._values(query.limit(self.sample_rows))

    @cached_property
    def _spread(self) -> dict[str, list[Any]]:
        """Values by column of rows from all over the table: old habits and new ones."""
        readable = [plain for plain in self.plain if plain.family is not Family.BYTES]
        if not readable:
            return {}
        shown = [self._shown(plain) for plain in readable]
        some = sa.select(*shown, *self._key).select_from(self.table)
        found: dict[Any, sa.Row[Any]] = {}
        for query in self._parts(some):
            for row in self.connection.execute(query):
                found[tuple(row[len(shown) :]) or len(found)] = row
        return {plain.name: [row[i] for row in found.values()] for i, plain in enumerate(readable)}

    @property
    def _key(self) -> list[sa.ColumnClause[Any]]:
        return [self.table.c[name] for name in self.key]

    def _parts(self, some: sa.Select[Any]) -> Iterator[sa.Select[Any]]:
        if self.rows <= self.sample_rows or not self.key:
            yield some.limit(self.sample_rows)
            return
        third = max(1, self.sample_rows // 3)
        yield some.limit(third)
        yield some.order_by(*(column.desc() for column in self._key)).limit(third)
        for start in self._starts():
            from_there = some.where(self._key[0] >= sa.literal(start, sa.BigInteger()))
            yield from_there.order_by(self._key[0]).limit(max(1, third // _STRETCHES))

    def _starts(self) -> list[int]:
        """Where stretches between begin: only a key of one whole number tells."""
        key = next((plain for plain in self.plain if self.key == (plain.name,)), None)
        if key is None or key.family is not Family.INTEGER:
            return []
        ends = sa.select(sa.func.min(self._key[0]), sa.func.max(self._key[0]))
        first, last = self.connection.execute(ends).one()
        step = (int(last) - int(first)) // (_STRETCHES + 1)
        return [int(first) + step * n for n in range(1, _STRETCHES + 1)] if step else []

    def _shown(self, plain: Plain) -> Value:
        column: Value = self.table.c[plain.name]
        if plain.family is Family.JSON:
            column = self.dialect.text(column)
        elif plain.family is not Family.TEXT:
            return column
        return sa.func.substr(column, 1, _SIGNS).label(plain.name)


_ONE: Value = sa.literal_column("1")
