"""A dataset as a table that SQL can be written for, without asking the database how it looks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from nakomen.records import Dataset, StoreMap, StoreRefused, inside
from nakomen.stores.family import Family, family_of
from nakomen.stores.sql.documents import Cell


@dataclass(frozen=True, kw_only=True)
class Target:
    """One dataset, its table, and the family of each of its columns."""

    dataset: Dataset
    table: sa.TableClause
    families: Mapping[str, Family]

    def cell(self, name: str, table: sa.FromClause | None = None) -> Cell | None:
        """The place inside a column that *name* means; *table* has other rows of the dataset."""
        place = inside(name)
        if place is None:
            return None
        rows = self.table if table is None else table
        kind = self.dataset.column(place.column).type
        return Cell(base=rows.c[place.column], kind=kind, path=place)

    @property
    def key_columns(self) -> list[sa.ColumnClause[object]]:
        return [self.table.c[name] for name in self.dataset.primary_key]


@dataclass(frozen=True)
class Targets:
    """Every dataset of a store by name."""

    store_map: StoreMap

    def __getitem__(self, name: str) -> Target:
        """
        Raises:
            StoreRefused: the data map has no such dataset.
        """
        if name not in self._known:
            raise StoreRefused(f"{self.store_map.store}: {name}")
        return self._known[name]

    @cached_property
    def _known(self) -> dict[str, Target]:
        return {dataset.name: self._target(dataset) for dataset in self.store_map.datasets}

    def _target(self, dataset: Dataset) -> Target:
        names = [column.name for column in dataset.columns]
        return Target(
            dataset=dataset,
            table=table_clause(dataset.name, [column.name for column in dataset.stored]),
            families={name: family_of(self.store_map, dataset.name, name) for name in names},
        )


def table_clause(name: str, columns: list[str]) -> sa.TableClause:
    """The table of a dataset; ``sales.order`` is the table ``order`` in the schema ``sales``."""
    schema, _, table = name.rpartition(".")
    return sa.table(table, *(sa.column(column) for column in columns), schema=schema or None)
