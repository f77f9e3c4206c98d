"""What a task does to a table: one statement, bounded, that finds nothing more once it ran."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Delete, Update

from nakomen.records import Act, Tally, Task
from nakomen.stores.effect import blanks, touched
from nakomen.stores.errors import Unbounded
from nakomen.stores.sql.dialects import Flag
from nakomen.stores.sql.faults import told
from nakomen.stores.sql.select import Selector, reads_other_rows
from nakomen.stores.sql.target import Target


@dataclass(frozen=True, kw_only=True)
class Change:
    """A task as SQL: the rows it is about, and the statement that changes them."""

    task: Task
    target: Target
    where: Flag
    selector: Selector

    @property
    def left(self) -> sa.Select[Any]:
        return sa.select(sa.func.count()).select_from(self.target.table).where(self.where)

    def statement(self, part: Flag | None = None) -> Delete | Update:
        """
        The statement, over *part* of the rows if given.

        Raises:
            Unbounded: its condition came down to "every row".
            CannotBlank: a column has no blank.
        """
        where = self.where if part is None else sa.and_(self.where, part)
        nested = reads_other_rows(self.task.selection.where)
        dialect, table = self.selector.dialect, self.target.table
        values = {
            name: self.selector.blank(blank, self.target, table)
            for name, blank in blanks(self.task, self.target.dataset).items()
        }
        if isinstance(where, sa.True_):
            raise Unbounded(self.task.dataset)
        if self.task.act is Act.ERASE:
            return dialect.erase(self.target, where, nested)
        return dialect.change(self.target, values, where, nested)


def change(task: Task, selector: Selector) -> Change:
    """
    Raises:
        StoreRefused: the task cannot be carried out; see `nakomen.stores.effect.touched`.
    """
    where = selector.where(touched(task), task.dataset)
    return Change(task=task, target=selector.targets[task.dataset], where=where, selector=selector)


def carry_out(connection: Connection, changes: Sequence[Change], store: str) -> list[Tally]:
    """
    Run *changes* in order inside the transaction that is open; count before and after each.

    What one left and what the next finds are counted in one round trip.
    """
    tallies: list[Tally] = []
    found = 0
    for position, current in enumerate(changes):
        with told(f"{store}.{current.task.dataset}"):
            if position == 0:
                found = connection.execute(current.left).scalar_one()
            connection.execute(current.statement())
            after = [current.left.scalar_subquery().label("after")]
            after += [c.left.scalar_subquery().label("next") for c in changes[position + 1 :][:1]]
            counted = connection.execute(sa.select(*after)).one()
        tallies.append(Tally(found=found, left=counted[0]))
        found = counted[-1]
    return tallies
