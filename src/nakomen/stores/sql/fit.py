"""Whether the values of a column stand in a key elsewhere: a bounded sample is tested."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen.detect.composite import composite_candidates
from nakomen.detect.documents import as_table
from nakomen.detect.guess import Candidate, Targets, candidates, targets_of
from nakomen.detect.usernames import directory, like_usernames
from nakomen.records import SeenDataset, SeenFit, SeenPair, column_of, inside
from nakomen.stores.documents import values_at
from nakomen.stores.family import family, typed
from nakomen.stores.sql.dialects import Value
from nakomen.stores.sql.target import table_clause

ROWS = 2000
"""Rows of which the values are looked at."""
VALUES = 200
"""Different values that are looked for."""
_NOWHERE = ("", "0")


@dataclass
class Fitting:
    """Tests the candidates of one survey. Values live here while it runs, and nowhere after."""

    connection: Connection
    datasets: Sequence[SeenDataset]
    _samples: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    _named: dict[str, list[Candidate]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_name = {dataset.name: dataset for dataset in self.datasets}

    def tested(self) -> tuple[SeenDataset, ...]:
        """The datasets, each with what was found of its candidates."""
        targets = targets_of(self.datasets)
        self._named = like_usernames(self.datasets, directory(self.datasets))
        return tuple(
            replace(d, fits=tuple(self._fits(d, targets)), pairs=tuple(self._pairs(d)))
            for d in self.datasets
        )

    def _pairs(self, dataset: SeenDataset) -> Iterator[SeenPair]:
        """Combinations of values that stand together elsewhere."""
        for one in composite_candidates(dataset, self.datasets):
            table = table_clause(dataset.name, list(one.columns))
            columns = [table.c[name] for name in one.columns]
            filled = sa.and_(*(column.is_not(None) for column in columns))
            some = sa.select(*columns).select_from(table).where(filled).limit(ROWS)
            values = sorted({tuple(row) for row in self.connection.execute(some)}, key=str)[:VALUES]
            share = self._share_together(one, values) if values else 0.0
            yield replace(one, tested=len(values), share=share)

    def _share_together(self, one: SeenPair, values: Sequence[tuple[Any, ...]]) -> float:
        to = self._by_name[one.to]
        families = [family(c.type) for name in one.to_columns for c in to.columns if c.name == name]
        told = [
            tuple(typed(fam, str(value)) for fam, value in zip(families, row, strict=True))
            for row in values
        ]
        fitting = [row for row in told if None not in row]
        if not fitting:
            return 0.0
        table = table_clause(to.name, list(one.to_columns))
        key = [table.c[name] for name in one.to_columns]
        there = sa.select(*key).where(sa.tuple_(*key).in_(fitting)).distinct()
        count = sa.select(sa.func.count()).select_from(there.subquery())
        return min(1.0, int(self.connection.execute(count).scalar_one()) / len(values))

    def _fits(self, dataset: SeenDataset, targets: Targets) -> Iterator[SeenFit]:
        inner = as_table(dataset)
        within = (inner.back(one) for one in candidates(inner.table, targets))
        for one in (*candidates(dataset, targets), *within):
            values = self._sample(dataset, one)
            yield SeenFit(
                column=one.column, to=one.to, to_column=one.to_column, when=one.when,
                tested=len(values), share=self._share(one, values) if values else 0.0,
            )  # fmt: skip
        for one in self._named.get(dataset.name, ()):
            # A username has a letter in it; else any number could be one.
            values = [v for v in self._sample(dataset, one) if not v.isdecimal()]
            yield SeenFit(
                column=one.column, to=one.to, to_column=one.to_column, tested=len(values),
                share=self._share(one, values) if values else 0.0,
            )  # fmt: skip

    def _sample(self, dataset: SeenDataset, one: Candidate) -> list[str]:
        """Different values of the first rows; 0 and an empty text lead nowhere and do not count."""
        known = (dataset.name, one.column, one.when[1] if one.when else "")
        if known not in self._samples:
            table = table_clause(dataset.name, [column.name for column in dataset.columns])
            place = inside(one.column)
            column: Value = table.c[column_of(one.column)]
            rows = sa.select(column).select_from(table).limit(ROWS)
            if one.when:
                rows = rows.where(table.c[one.when[0]] == sa.bindparam("said", one.when[1]))
            read = (row[0] for row in self.connection.execute(rows) if row[0] is not None)
            if place:
                read = (text for value in read for text in values_at(value, place) if text)
            found = set(map(str, read))
            self._samples[known] = sorted(found.difference(_NOWHERE))[:VALUES]
        return self._samples[known]

    def _share(self, one: Candidate, values: Sequence[str]) -> float:
        to = self._by_name[one.to]
        key = next(c for c in to.columns if c.name == one.to_column)
        fitting: list[Any] = [typed(family(key.type), value) for value in values]
        fitting = [value for value in fitting if value is not None]
        if not fitting:
            return 0.0
        table = table_clause(to.name, [key.name])
        there = table.c[key.name].in_(fitting)
        count = sa.select(sa.func.count(table.c[key.name].distinct())).where(there)
        return min(1.0, int(self.connection.execute(count).scalar_one()) / len(values))
