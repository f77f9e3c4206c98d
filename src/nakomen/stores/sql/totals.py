"""Rows that become numbers: counted by group, added to the totals and gone, in one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen.records import Act, GroupedBy, Totals
from nakomen.stores.errors import NoTotals, StoreBusy
from nakomen.stores.sql.act import Change
from nakomen.stores.sql.dialects import Dialect, Flag, Value
from nakomen.stores.sql.target import Target
from nakomen.stores.totals import Group, check_group, group_value, plain, totals_of


def carried_out(connection: Connection, change: Change, batch: Flag | None = None) -> int:
    """Run *change*, over the rows that meet *batch* if given; the rows that were changed."""
    if change.task.act is Act.AGGREGATE:
        return Totalling(connection=connection, change=change).count(batch)
    return connection.execute(change.statement(batch)).rowcount


def settled(connection: Connection, change: Change) -> None:
    """After the last row: no group of the totals is too small. Repeating it changes nothing."""
    if change.task.act is Act.AGGREGATE:
        Totalling(connection=connection, change=change).settle()


@dataclass(frozen=True, kw_only=True)
class Totalling:
    """The totals of one task, in a transaction of its caller."""

    connection: Connection
    change: Change

    def count(self, batch: Flag | None = None) -> int:
        """
        Take rows and add them to their groups.

        Raises:
            StoreBusy: others added rows that were not counted; the transaction must be rolled back.
            NoTotals: a group stands in the totals twice.
        """
        rows = 0
        for group, numbers in self._taken(batch):
            self._add(group, numbers)
            rows += int(numbers[0])
        return rows

    def settle(self) -> None:
        """Small groups go into larger ones, step by step."""
        for depth in reversed(range(len(self._by))):
            filled = sa.or_(*(column.is_not(None) for column in self._by[depth:]))
            self._move(sa.and_(self._rows < self.change.task.least, filled), depth)
        self._fill_rest()

    def counting(self, batch: Flag | None = None) -> sa.Select[Any]:
        """A row a group: its values, how many rows, and each sum. The rows are held meanwhile."""
        table = self.change.target.table
        if self._dialect.tells_erased:
            gone = self.change.statement(batch).returning(*self._parts())
            return self._grouped(gone.cte("gone"))
        where = self.change.where if batch is None else batch
        rows = sa.select(*self._parts()).select_from(table).where(where)
        return self._grouped(rows.with_for_update(of=table).subquery("meant"))

    def _taken(self, batch: Flag | None) -> Iterator[tuple[Group, Sequence[Any]]]:
        """The groups of rows that are gone then."""
        found = self.connection.execute(self.counting(batch)).all()
        depth = len(self._by)
        if not self._dialect.tells_erased:
            counted = sum(int(row[depth]) for row in found)
            gone = self.connection.execute(self.change.statement(batch)).rowcount
            if gone != counted:
                raise StoreBusy(f"{self.change.task.dataset}: {counted} != {gone}")
        for row in found:
            yield self._group(row[:depth]), row[depth:]

    def _group(self, values: Sequence[Any]) -> Group:
        families = self._into.families
        pairs = zip(values, self._totals.by, strict=True)
        return tuple(group_value(value, by, families[by.column]) for value, by in pairs)

    def _grouped(self, rows: sa.FromClause) -> sa.Select[Any]:
        by = [rows.c[f"by_{place}"] for place in range(len(self._totals.by))]
        sums = [rows.c[f"sum_{place}"] for place in range(len(self._totals.sums))]
        told = (sa.func.coalesce(sa.func.sum(one), 0) for one in sums)
        return sa.select(*by, sa.func.count(), *told).select_from(rows).group_by(*by)

    def _parts(self) -> list[sa.Label[Any]]:
        """What is read of a row: its group, and what is summed."""
        table = self.change.target.table
        by = [self._made(by).label(f"by_{n}") for n, by in enumerate(self._totals.by)]
        sums = [table.c[one.of].label(f"sum_{n}") for n, one in enumerate(self._totals.sums)]
        return [*by, *sums]

    def _made(self, by: GroupedBy) -> Value:
        target = self.change.target
        fam, column = target.families[by.of], target.table.c[by.of]
        check_group(by, target.dataset, fam, self._into.families[by.column])
        return column if by.coarse is None else self._dialect.coarse(column, by.coarse, fam)

    def _move(self, where: Flag, depth: int) -> None:
        """Groups that meet *where* go into those with the first *depth* columns alone."""
        kept = self._by[:depth]
        sums = (sa.func.sum(column) for column in self._numbers)
        query = sa.select(*kept, *sums).select_from(self._into.table).where(where)
        found = self.connection.execute(query.group_by(*kept)).all()
        self.connection.execute(sa.delete(self._into.table).where(where))
        for row in found:
            if row[depth] is not None:
                empty = (None,) * (len(self._by) - depth)
                self._add((*row[:depth], *empty), row[depth:])

    def _fill_rest(self) -> None:
        """The rest takes the smallest other group when it is small itself."""
        rest = sa.and_(*(column.is_(None) for column in self._by))
        held = self.connection.execute(sa.select(sa.func.sum(self._rows)).where(rest)).scalar()
        if not held or held >= self.change.task.least:
            return
        others = sa.select(*self._by).where(sa.not_(rest)).order_by(self._rows).limit(1)
        if smallest := self.connection.execute(others).first():
            self._move(self._same(tuple(smallest)), 0)

    def _add(self, group: Group, numbers: Sequence[Any]) -> None:
        """
        Raises:
            NoTotals: the group stands there twice, and would be counted twice.
        """
        table, told = self._into.table, self._stored(numbers)
        more = {name: sa.func.coalesce(table.c[name], 0) + n for name, n in told.items()}
        change = sa.update(table).where(self._same(group)).values(more)
        changed = self.connection.execute(change).rowcount
        if changed > 1:
            raise NoTotals(self._into.dataset.name)
        if not changed:
            names = (column.name for column in self._by)
            values = dict(zip(names, self._bound(group), strict=True))
            self.connection.execute(sa.insert(table).values({**values, **told}))

    def _stored(self, numbers: Sequence[Any]) -> dict[str, Any]:
        families, names = self._into.families, self._totals.names
        return {
            name: self._dialect.stored(plain(number), families[name])
            for name, number in zip(names, numbers, strict=True)
        }

    def _same(self, group: Group) -> Flag:
        pairs = zip(self._by, self._bound(group), strict=True)
        return sa.and_(*(c.is_(None) if value is None else c == value for c, value in pairs))

    def _bound(self, group: Group) -> list[Value | None]:
        return [
            None if value is None else self._parameter(value, self._into.families[column.name])
            for column, value in zip(self._by, group, strict=True)
        ]

    def _parameter(self, value: Any, fam: Any) -> Value:
        shown, type_ = self._dialect.stored(value, fam), self._dialect.stored_type(fam)
        return sa.bindparam("by", shown, type_=type_, unique=True)

    @property
    def _totals(self) -> Totals:
        return totals_of(self.change.task)

    @property
    def _dialect(self) -> Dialect:
        return self.change.selector.dialect

    @property
    def _into(self) -> Target:
        return self.change.selector.targets[self._totals.into]

    @property
    def _by(self) -> list[sa.ColumnClause[Any]]:
        return [self._into.table.c[by.column] for by in self._totals.by]

    @property
    def _numbers(self) -> list[sa.ColumnClause[Any]]:
        return [self._into.table.c[name] for name in self._totals.names]

    @property
    def _rows(self) -> sa.ColumnClause[Any]:
        return self._numbers[0]
