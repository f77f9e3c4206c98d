"""What the values of one table look like: counted and sampled, measured, and let go."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen import detect
from nakomen.records import KeyKind, SeenColumn
from nakomen.stores.family import Family, family
from nakomen.stores.sql.dialects import Dialect, Flag, Value
from nakomen.stores.sql.target import table_clause

EXACT_ROWS = 1_000_000
"""Up to here rows are counted; beyond it the database's own estimate will do."""

_WRITTEN = (KeyKind.EMAIL, KeyKind.PHONE, KeyKind.IBAN)
_MOSTLY = 0.5
_FEW = 10
_SIGNS = 500
_BESIDES_DIGITS = "[^0-9+]"
_NOT_KEYS = (Family.BYTES, Family.JSON, Family.BOOLEAN, Family.DATE, Family.LOCAL, Family.INSTANT)


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
class TableLook:
    """Reads one table for its survey."""

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
        one: Value = sa.literal_column("1")
        some = sa.select(one).select_from(self.table).limit(EXACT_ROWS + 1)
        counted = self._one(sa.select(sa.func.count()).select_from(some.subquery()))
        if counted <= EXACT_ROWS:
            return int(counted)
        guess = self.dialect.estimate(self.connection, self.table)
        if guess is None or guess <= EXACT_ROWS:
            return int(self._one(sa.select(sa.func.count()).select_from(self.table)))
        return guess

    def columns(self) -> tuple[SeenColumn, ...]:
        return tuple(self._column(column) for column in self.plain)

    def _column(self, plain: Plain) -> SeenColumn:
        values = self._sample(plain)
        shares = detect.shares(values)
        written = [kind for kind in _WRITTEN if shares.get(kind, 0) > _MOSTLY]
        is_text = plain.family is Family.TEXT
        return SeenColumn(
            name=plain.name,
            type=plain.type,
            nullable=plain.nullable,
            unique=plain.unique,
            sampled=len(values),
            shares=shares,
            distinct=plain.unique or self._distinct(plain, values),
            written={str(kind): self._normal(plain, kind) for kind in written if is_text},
        )

    def _sample(self, plain: Plain) -> list[Any]:
        seen = [v for v in self._ends.get(plain.name, ()) if v is not None and v != ""]
        if len(seen) < _FEW and plain.family is not Family.BYTES:
            column = self._shown(plain)
            query = sa.select(column).where(self._filled(plain)).limit(self.sample_rows)
            seen = [row[0] for row in self.connection.execute(query)]
        return seen[: self.sample_rows]

    @cached_property
    def _ends(self) -> dict[str, list[Any]]:
        """Values by column of the first rows and the last: old habits and new ones."""
        readable = [plain for plain in self.plain if plain.family is not Family.BYTES]
        if not readable:
            return {}
        whole = self.rows <= self.sample_rows or not self.key
        half = self.sample_rows if whole else max(1, self.sample_rows // 2)
        some = sa.select(*(self._shown(plain) for plain in readable)).select_from(self.table)
        found = list(self.connection.execute(some.limit(half)))
        if not whole:
            last = some.order_by(*(self.table.c[name].desc() for name in self.key)).limit(half)
            found += list(self.connection.execute(last))
        return {plain.name: [row[i] for row in found] for i, plain in enumerate(readable)}

    def _distinct(self, plain: Plain, values: Sequence[Any]) -> bool:
        """No filled value occurs twice; asked of the whole table when the sample allows it."""
        if plain.family in _NOT_KEYS or not values:
            return False
        if len(set(map(str, values))) < len(values):
            return False
        column = self.table.c[plain.name]
        counts = sa.select(sa.func.count(column), sa.func.count(column.distinct()))
        filled, different = self.connection.execute(counts.where(self._filled(plain))).one()
        return bool(filled == different)

    def _normal(self, plain: Plain, kind: str) -> bool:
        """Every filled value stands in the normal form of *kind*."""
        column = self.table.c[plain.name]
        other = self.dialect.differ(column, self.dialect.normal(kind, column))
        if kind == KeyKind.PHONE:  # A cheap look spares most numbers the dear one.
            other = sa.or_(column.not_like("+%"), column.regexp_match(_BESIDES_DIGITS)) & other
        one: Value = sa.literal_column("1")
        odd = sa.select(one).select_from(self.table).where(self._filled(plain), other).limit(1)
        return self.connection.execute(odd).first() is None

    def _filled(self, plain: Plain) -> Flag:
        column = self.table.c[plain.name]
        if plain.family is Family.TEXT:
            return column.is_not(None) & (column != sa.literal_column("''"))
        return column.is_not(None)

    def _shown(self, plain: Plain) -> Value:
        column: Value = self.table.c[plain.name]
        if plain.family is Family.JSON:
            column = self.dialect.text(column)
        elif plain.family is not Family.TEXT:
            return column
        return sa.func.substr(column, 1, _SIGNS).label(plain.name)

    def _one(self, query: sa.Select[Any]) -> int:
        return int(self.connection.execute(query).scalar_one())
