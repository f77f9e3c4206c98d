"""Rows on their way out: streamed, in the order of the primary key, others' names masked."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen.records import Row, Selection, Task
from nakomen.stores.sql.dialects import constant
from nakomen.stores.sql.select import Selector
from nakomen.stores.sql.statements import Statements
from nakomen.stores.sql.target import Target
from nakomen.stores.wanted import MASK

ROWS_A_FETCH = 1000


def export_query(task: Task, selector: Selector) -> sa.Select[Any]:
    """A masked value never leaves the database; inside a document `veiled` masks it."""
    target = selector.targets[task.dataset]
    names = task.columns or tuple(column.name for column in target.dataset.stored)
    columns = [_shown(name, target, name in task.masked) for name in names]
    where = selector.where(task.selection.where, task.dataset)
    return sa.select(*columns).where(where).order_by(*target.key_columns)


def values_query(
    selection: Selection, columns: Sequence[str], limit: int, selector: Selector
) -> sa.Select[Any]:
    """Distinct values of *columns*."""
    target = selector.targets[selection.dataset]
    where = selector.where(selection.where, selection.dataset)
    shown = (selector.value(name, target, target.table) for name in columns)
    return sa.select(*shown).where(where).distinct().limit(limit)


def is_few(found: int | None) -> bool:
    """So few rows that they are fetched at once."""
    return found is not None and found <= ROWS_A_FETCH


def rows_of(
    connection: Connection,
    query: sa.Select[Any],
    statements: Statements,
    task: Task,
    found: int | None,
) -> Iterator[Row]:
    """The rows of *query*: a few at once, many as they are read."""
    families = statements.targets[task.dataset].families
    shown = statements.dialect.row_value
    options = {} if is_few(found) else {"yield_per": ROWS_A_FETCH}
    result = connection.execute(query, execution_options=options)
    names = tuple(result.keys())
    for row in result:
        yield {n: shown(v, families[n]) for n, v in zip(names, row, strict=True)}


def _shown(name: str, target: Target, masked: bool) -> sa.ColumnElement[Any]:
    column: sa.ColumnElement[Any] = target.table.c[name]
    if masked:
        column = sa.case((column.is_not(None), constant(MASK)), else_=sa.null())
    return column.label(name)
