"""
Rows that are chosen before anything changes: what decides about them goes in the same transaction.
"""

from itertools import count
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ClauseElement, Executable

from nakomen.stores.sql.act import Change
from nakomen.stores.sql.dialects import Flag
from nakomen.stores.sql.keytables import KeyTables

_numbers = count(1)


class _TableOf(Executable, ClauseElement):
    """``CREATE TEMPORARY TABLE name AS query``."""

    inherit_cache = False

    def __init__(self, name: str, query: sa.Select[Any]) -> None:
        self.name, self.query = name, query


@compiles(_TableOf)
def _written(made: _TableOf, compiler: SQLCompiler, **more: Any) -> str:
    return f"CREATE TEMPORARY TABLE {made.name} AS {compiler.process(made.query, **more)}"


def chosen(connection: Connection, change: Change, tables: KeyTables) -> Flag:
    """
    The rows that *change* is about now, as a condition that stays true of them: their ids lie in a
    temporary table of this transaction. A table without a primary key is read again each time.
    """
    key: list[Any] = [*change.target.key_columns]
    if not key:
        return change.where
    name = f"nakomen_rows_{next(_numbers)}"
    table = change.target.table
    found: sa.Select[Any] = sa.select(*key).select_from(table).where(change.where)
    connection.execute(_TableOf(name, found))
    tables.adopt(name)
    kept = sa.table(name, *(sa.column(column.name) for column in key))
    ids = sa.select(*(kept.c[column.name] for column in key))
    side = key[0] if len(key) == 1 else sa.tuple_(*key)
    return side.in_(ids)
