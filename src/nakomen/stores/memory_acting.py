"""What an act does to rows in memory: they go, change, or are counted in totals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nakomen.records import (
    Act,
    Becomes,
    Dataset,
    KeyIn,
    Keys,
    StoreMap,
    Task,
    Totals,
    Without,
    column_of,
    inside,
)
from nakomen.stores.becomes import becomes_in
from nakomen.stores.decide import holds_key
from nakomen.stores.documents import omitted, put
from nakomen.stores.effect import becoming
from nakomen.stores.family import Family, family_of
from nakomen.stores.totals import Groups, added, check_group, group_of, merged, totals_of

Tables = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, kw_only=True)
class Acting:
    """Acts on the rows of *tables*, which *store_map* describes."""

    store_map: StoreMap
    tables: Tables

    def change(self, task: Task, rows: list[dict[str, Any]], keys: Keys) -> None:
        """Of a dataset only these *rows*, which the store found."""
        dataset = self.store_map.dataset(task.dataset)
        if task.act is Act.AGGREGATE:
            self._count_in(task, rows)
        if task.act.takes_rows:
            gone = {id(row) for row in rows}
            table = self.tables[task.dataset]
            table[:] = [row for row in table if id(row) not in gone]
        for name, becomes in becoming(task, dataset).items():
            new = self._new(becomes, dataset, name, keys)
            for row in rows:
                row[column_of(name)] = new(row)

    def _new(
        self, becomes: Becomes, dataset: Dataset, name: str, keys: Keys
    ) -> Callable[[dict[str, Any]], Any]:
        """What the column becomes; with a place inside it, the document with that place changed."""
        fam, place = family_of(self.store_map, dataset.name, name), inside(name)
        if isinstance(becomes, Without) and place:
            goes = holds_key(KeyIn(name, becomes.kind, becomes.written), fam, keys)
            return lambda row: omitted(
                row[place.column], place, lambda value: value is not None and goes(value)
            )
        new = becomes_in(becomes, dataset, name, fam, keys)
        if place is None:
            return new
        return lambda row: put(row[place.column], place.list, lambda _: new(row))

    def _count_in(self, task: Task, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add *rows* to the groups of the totals."""
        totals = totals_of(task)
        here, into = self._families(task.dataset), self._families(totals.into)
        dataset = self.store_map.dataset(task.dataset)
        for by in totals.by:
            check_group(by, dataset, here[by.of], into[by.column])
        more = (
            (group_of(row, totals, here, into), [1, *(row[one.of] for one in totals.sums)])
            for row in rows
        )
        self._write(totals, added(self._read(totals), more))

    def settle(self, task: Task) -> None:
        """Once all rows are counted in, groups that are too small go together."""
        if task.act is Act.AGGREGATE:
            totals = totals_of(task)
            self._write(totals, merged(self._read(totals), task.least))

    def _read(self, totals: Totals) -> Groups:
        by = [one.column for one in totals.by]
        rows = self.tables[totals.into]
        return {tuple(r[n] for n in by): [r[n] for n in totals.names] for r in rows}

    def _write(self, totals: Totals, groups: Groups) -> None:
        """The totals, each group in its row; whatever else such a row holds stays empty."""
        names = [*(one.column for one in totals.by), *totals.names]
        empty = {column.name: None for column in self.store_map.dataset(totals.into).columns}
        self.tables[totals.into][:] = [
            {**empty, **dict(zip(names, (*group, *numbers), strict=True))}
            for group, numbers in groups.items()
        ]

    def _families(self, name: str) -> dict[str, Family]:
        columns = self.store_map.dataset(name).columns
        return {column.name: family_of(self.store_map, name, column.name) for column in columns}
