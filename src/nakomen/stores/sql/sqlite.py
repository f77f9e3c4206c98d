"""SQLite: dates are text, and Python itself gives the normal form of a key."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.engine import Dialect as Writer

from nakomen.records import Coarse, Grain, normal
from nakomen.stores.clock import local_day
from nakomen.stores.coarse import coarse
from nakomen.stores.errors import NoClock
from nakomen.stores.family import NO_DATES, Family
from nakomen.stores.sql.dialects import (
    LOCK_S,
    Dialect,
    Flag,
    Text,
    Value,
    Values,
    constant,
)
from nakomen.stores.sql.sqlite_clocks import starts_before, tells_day
from nakomen.stores.sql.sqlite_documents import SqliteDocuments
from nakomen.stores.sql.target import Target
from nakomen.stores.sql.walk import after_by_row, stretches

# Erased rows are overwritten in the file, and keys never reach a temporary file.
_RULES = ("foreign_keys=ON", "secure_delete=ON", "temp_store=MEMORY")


class Sqlite(SqliteDocuments, Dialect):
    kind: ClassVar[str] = "sqlite"

    def connect_args(self) -> dict[str, Any]:
        return {"timeout": LOCK_S, "isolation_level": None}

    def writer(self) -> Writer:
        return SQLiteDialect(paramstyle="named")

    def prepare(self, connection: Any) -> None:
        driver: sqlite3.Connection = connection
        driver.create_function("nakomen_normal", 2, _normal, deterministic=True)
        driver.create_function("nakomen_coarse", 4, _coarse, deterministic=True)
        driver.create_function("nakomen_lower", 1, _lower, deterministic=True)
        for rule in _RULES:
            driver.execute(f"PRAGMA {rule}")

    def differ(self, column: Value, text: Text) -> Flag:
        # Without it a column that was made NOCASE would take "Jansen" for "jansen".
        return sa.collate(column, "BINARY") != text

    def coarse(self, column: Value, becomes: Coarse, fam: Family) -> Value:
        if becomes.grain is Grain.PREFIX:
            return sa.func.substr(column, 1, becomes.step, type_=sa.String)
        grain, step = constant(becomes.grain), sa.literal_column(str(becomes.step), sa.Integer)
        return sa.func.nakomen_coarse(grain, step, constant(fam), column, type_=sa.String)

    def lower(self, text: Value) -> Text:
        return sa.func.nakomen_lower(text, type_=sa.String)

    def stored(self, value: Any, fam: Family) -> object:  # noqa: ARG002 (dates are text)
        if isinstance(value, Decimal):
            return float(value)
        shown = value.isoformat(" ") if isinstance(value, datetime) else value
        return shown.isoformat() if isinstance(shown, date) else shown

    def stored_type(self, fam: Family) -> sa.types.TypeEngine[Any]:  # noqa: ARG002 (it has none)
        return sa.types.NullType()

    def normal(self, kind: str, column: Value) -> Text:
        return sa.func.nakomen_normal(constant(kind), column, type_=sa.String)

    def key_table(
        self,
        connection: Connection,
        name: str,
        values: Values,
        like: Value | None,  # noqa: ARG002 (SQLite compares by value, not by type)
    ) -> None:
        connection.exec_driver_sql(f"CREATE TEMP TABLE {name} (value PRIMARY KEY) WITHOUT ROWID")
        insert = f"INSERT INTO {name} VALUES (?)"  # noqa: S608 (our own name)
        connection.exec_driver_sql(insert, [(value,) for value in dict.fromkeys(values)])

    def before(self, column: Value, fam: Family, day: date, place: str, zone: str) -> Flag:
        if fam in NO_DATES:
            raise NoClock(place)
        # The first comparison is what an index answers; a zone moves text by less than a day.
        near = column < constant((day + timedelta(1)).isoformat())
        return sa.and_(near, tells_day(column), starts_before(column, day, zone))

    def clock(self, column: Value, fam: Family) -> Value:  # noqa: ARG002 (dates are text)
        return sa.case((tells_day(column), column), else_=sa.null())

    def clock_day(self, text: str | None, fam: Family, zone: str) -> date | None:  # noqa: ARG002
        return local_day(text, zone)

    def batches(
        self, connection: Connection, target: Target, where: Flag, found: int, batch_rows: int
    ) -> Iterator[Flag]:
        if found <= batch_rows:
            return iter((where,))
        key = target.key_columns or [sa.literal_column("rowid")]
        parts = stretches(connection, target.table, where, key, batch_rows, after_by_row)
        return (sa.and_(where, part) for part in parts)

    def shape(self, connection: Connection, names: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        found = connection.execute(_SHAPE, {"names": list(names)})
        return iter([(row[0], row[1], row[2]) for row in found])


_SHAPE = sa.text(
    "SELECT m.name, c.name, c.type FROM sqlite_master AS m, pragma_table_info(m.name) AS c "
    "WHERE m.name IN :names"
).bindparams(sa.bindparam("names", expanding=True))


def _coarse(grain: str, step: int, fam: str, value: object) -> Any:
    return coarse(Coarse(Grain(grain), step), value, Family(fam))


def _lower(value: object) -> str:
    """SQLite's own function leaves every letter but a to z as it is."""
    return "" if value is None else str(value).lower()


def _normal(kind: str, value: object) -> str | None:
    return None if value is None else normal(kind, str(value))
