"""A walk along the primary key: each stretch holds a given number of the rows that are meant."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

Flag = sa.ColumnElement[bool]
Columns = Sequence[sa.ColumnElement[Any]]
After = Callable[[Columns, Sequence[Any]], Flag]


def stretches(
    connection: Connection, table: sa.FromClause, where: Flag, key: Columns, rows: int, after: After
) -> Iterator[Flag]:
    """
    Conditions on *key* that follow one another and leave nothing out, each with *rows* rows.

    The end of the next stretch is sought behind the last, so what was dealt with is not read again.
    """
    start: Flag = sa.true()
    while True:
        seek = sa.select(*key).select_from(table).where(where, start).order_by(*key)
        end = connection.execute(seek.limit(1).offset(rows - 1)).first()
        connection.rollback()
        if end is None:
            yield start
            return
        behind = after(key, tuple(end))
        yield sa.and_(start, sa.not_(behind))
        start = behind


def after_by_row(key: Columns, values: Sequence[Any]) -> Flag:
    """Behind *values* in the order of the key, as a comparison of rows."""
    if len(key) == 1:
        return _behind(key[0], values[0])
    row: Flag = sa.tuple_(*key) > sa.tuple_(*(sa.literal(value) for value in values))
    return row


def after_by_parts(key: Columns, values: Sequence[Any]) -> Flag:
    """
    The same, column by column.

    MariaDB reads the whole table for a comparison of rows; for this it uses the index.
    """
    first, rest = _behind(key[0], values[0]), key[1:]
    if not rest:
        return first
    return sa.or_(first, sa.and_(key[0] == values[0], after_by_parts(rest, values[1:])))


def _behind(column: sa.ColumnElement[Any], value: Any) -> Flag:
    behind: Flag = column > value
    return behind
