"""
Whole partitions go at once where everything in them is due: seconds for millions of rows.

A partition may be dropped when it ends before the day that the task takes as its limit, and a count
under its lock finds no row that the task does not mean: one that is held, or that came late. One
without an end is never dropped, because rows still come to it; nor is one of a table that others
point to, or with triggers of its own, because dropping asks neither.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen.records import Act, AllOf, AnyOf, Before, Condition, KeyIn, Task
from nakomen.stores.clock import midnight, wall
from nakomen.stores.family import Family
from nakomen.stores.sql.act import Change
from nakomen.stores.sql.dialects import Part, whole
from nakomen.stores.sql.select import reads_other_rows
from nakomen.stores.sql.target import Target


@dataclass(frozen=True, kw_only=True)
class Whole:
    """The partitions of one task."""

    connection: Connection
    change: Change

    def drop(self) -> Iterator[int]:
        """Drop each partition that is wholly due, and yield its rows after it is gone."""
        dialect, target = self.change.selector.dialect, self.change.target
        ended = self._ended()
        self.connection.rollback()  # What was read began a transaction; each drop has its own.
        for part in ended:
            if rows := dialect.drop_part(self.connection, target, part, self._counting(part)):
                yield rows

    def told(self) -> list[str]:
        """The statements that `drop` would run now."""
        dialect, target = self.change.selector.dialect, self.change.target
        return [
            statement
            for part in self._ended()
            if whole(self.connection.execute(self._counting(part)).one())
            for statement in dialect.dropping(target, part)
        ]

    def _ended(self) -> list[Part]:
        """Partitions that end by the day before which the task takes rows."""
        task, target = self.change.task, self.change.target
        limits = limits_of(task)
        dialect = self.change.selector.dialect
        if not limits or (dialect.locks_alone and reads_other_rows(task.selection.where)):
            return []
        found = dialect.parts(self.connection, target)
        days = [(part, limits.get(part.column)) for part in found]
        return [part for part, day in days if day and ends_by(part.ends, target, part.column, day)]

    def _counting(self, part: Part) -> sa.Select[tuple[int, int]]:
        """All rows of the partition, and those that the task does not mean."""
        selector, task = self.change.selector, self.change.task
        meant = selector.where(task.selection.where, task.dataset, part.table)
        others = sa.func.coalesce(sa.func.sum(sa.case((meant, 0), else_=1)), 0)
        query = sa.select(sa.func.count(), others).select_from(part.table)
        return query.with_hint(part.table, part.hint) if part.hint else query


def limits_of(task: Task) -> dict[str, date]:
    """Columns of which only values before a day are meant, whatever else must hold."""
    where: Condition = task.selection.where
    parts = where.parts if isinstance(where, AllOf) else (where,)
    if task.act is not Act.ERASE or any(map(_of_persons, parts)):
        return {}
    return {part.column: part.day for part in parts if isinstance(part, Before)}


def _of_persons(part: Condition) -> bool:
    """Only rows of persons whose keys are given are meant: no partition is theirs alone."""
    match part:
        case KeyIn():
            return True
        case AllOf(parts):
            return any(map(_of_persons, parts))
        case AnyOf(parts):
            return all(map(_of_persons, parts))
        case _:
            return False


def ends_by(ends: date, target: Target, column: str, day: date) -> bool:
    """
    Everything before *ends* lies before local midnight of *day*.

    *ends* is a day, a time without a zone, or an instant, as the column is.
    """
    if not isinstance(ends, datetime):
        return ends <= day
    if target.families[column] is Family.INSTANT:
        return ends.tzinfo is not None and ends <= midnight(day)
    return ends.tzinfo is None and ends <= wall(day, target.dataset.zone(column))
