"""Many questions, one round trip."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen.records import Count, Question
from nakomen.stores.sql.dialects import Value
from nakomen.stores.sql.select import Selector
from nakomen.stores.sql.statements import Statements

ROWS_A_FETCH = 5000
DAYS = 4096
"""So many values of a clock are remembered with the day they stand for."""
QUESTIONS_A_TRIP = 100
"""SQLite takes at most 500 parts in one statement."""


def counting(questions: Sequence[Question], selector: Selector) -> sa.Executable:
    """One query for all *questions*."""
    one = selector.sharing() if len(questions) > 1 else selector
    parts = [_part(number, question, one) for number, question in enumerate(questions)]
    return sa.union_all(*parts) if len(parts) > 1 else parts[0]


def answers(
    connection: Connection,
    query: sa.Executable,
    questions: Sequence[Question],
    statements: Statements,
) -> list[Count]:
    """The answers of *query*, in the order of *questions*."""
    rows = sorted(tuple(row) for row in connection.execute(query))
    return [
        _count(row, question, statements) for row, question in zip(rows, questions, strict=True)
    ]


def apart(question: Question, by: Sequence[str], selector: Selector) -> sa.Select[Any]:
    """One row for each combination of values of *by*: those values, then what `counting` gives."""
    target = selector.targets[question.selection.dataset]
    columns = [selector.value(name, target, target.table) for name in by]
    return _part(0, question, selector).add_columns(*columns).group_by(*columns)


def spans(
    connection: Connection, query: sa.Executable, question: Question, statements: Statements
) -> Iterator[tuple[tuple[Any, ...], Count]]:
    """What `apart` found, streamed."""
    result = connection.execute(query, execution_options={"yield_per": ROWS_A_FETCH})
    day = lru_cache(maxsize=DAYS)(_days(question, statements))
    for part in result.partitions():  # a row by itself costs twice as much
        for row in part:
            _, rows, oldest, newest = row[:4]
            yield row[4:], Count(rows=rows, oldest=day(oldest), newest=day(newest))


def _part(number: int, question: Question, selector: Selector) -> sa.Select[Any]:
    selection, dialect = question.selection, selector.dialect
    target = selector.targets[selection.dataset]
    ends: list[Value] = [sa.null(), sa.null()]
    if question.clock:
        value = selector.value(question.clock, target, target.table)
        clock = dialect.clock(value, target.families[question.clock])
        ends = [sa.func.min(clock), sa.func.max(clock)]
    columns: list[Value] = [sa.literal_column(str(number)), sa.func.count()]
    columns += map(dialect.text, ends)
    where = selector.where(selection.where, selection.dataset)
    query: sa.Select[Any] = sa.select(*columns).select_from(target.table).where(where)
    return query


def _count(row: Sequence[Any], question: Question, statements: Statements) -> Count:
    _, rows, oldest, newest = row
    day = _days(question, statements)
    return Count(rows=rows, oldest=day(oldest), newest=day(newest))


def _days(question: Question, statements: Statements) -> Callable[[str | None], date | None]:
    """How a value of the clock is read as a local day."""
    if question.clock is None:
        return lambda _: None
    target = statements.targets[question.selection.dataset]
    fam, zone = target.families[question.clock], target.dataset.zone(question.clock)
    return lambda text: statements.dialect.clock_day(text, fam, zone)
