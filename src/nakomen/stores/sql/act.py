"""What a task does to a table: one statement, bounded, that finds nothing more once it ran."""

from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy import Delete, Update

from nakomen.records import Task
from nakomen.stores.effect import becoming, touched
from nakomen.stores.errors import Unbounded
from nakomen.stores.sql.becomes import new_document, new_value
from nakomen.stores.sql.dialects import Flag, Value
from nakomen.stores.sql.select import Selector, reads_other_rows
from nakomen.stores.sql.target import Target


@dataclass(frozen=True, kw_only=True)
class Change:
    """A task as SQL: the rows it is about, and the statement that changes them."""

    task: Task
    target: Target
    where: Flag
    selector: Selector

    def statement(self, batch: Flag | None = None) -> Delete | Update:
        """
        The statement; over the rows that meet *batch* if that is given, all of which must be meant.

        Raises:
            Unbounded: its condition came down to "every row".
            CannotBlank, DoesNotFit, NotGiven: a column cannot become what it should.
        """
        where = self.where if batch is None else batch
        nested = reads_other_rows(self.task.selection.where)
        dialect, values = self.selector.dialect, self._values()
        if sa.True_ in (type(self.where), type(where)):
            raise Unbounded(self.task.dataset)
        if self.task.act.takes_rows:
            return dialect.erase(self.target, where, nested)
        return dialect.change(self.target, values, where, nested)

    def _values(self) -> dict[str, Value]:
        """What each column becomes; of several places inside one column, all in one document."""
        values: dict[str, Value] = {}
        target, table = self.target, self.target.table
        for name, becomes in becoming(self.task, target.dataset).items():
            if cell := target.cell(name):
                column = cell.path.column
                cell = replace(cell, base=values.get(column, cell.base))
                values[column] = new_document(becomes, cell, target, table, self.selector)
            else:
                values[name] = new_value(becomes, name, target, table, self.selector)
        return values


def statement(task: Task, selector: Selector) -> Delete | Update:
    """The statement of *task* as a whole; see `Change.statement` for what it raises."""
    return change(task, selector).statement()


def change(task: Task, selector: Selector) -> Change:
    """
    Raises:
        StoreRefused: the task cannot be carried out; see `nakomen.stores.effect.touched`.
    """
    where = selector.where(touched(task), task.dataset)
    return Change(task=task, target=selector.targets[task.dataset], where=where, selector=selector)
