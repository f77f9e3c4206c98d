"""The reference store: rows in memory. What it says of a selection, every store must say."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Self

from nakomen.records import (
    Act,
    Becomes,
    Condition,
    Count,
    Dataset,
    Groups,
    Keys,
    Open,
    Question,
    Row,
    SchemaChanged,
    Selection,
    StoreMap,
    StoreRefused,
    Survey,
    Task,
    column_of,
    inside,
    normal,
)
from nakomen.records.parking import Keep, Parked
from nakomen.stores.becomes import becomes_in
from nakomen.stores.blank import blank_of, blank_value
from nakomen.stores.clock import local_day
from nakomen.stores.decide import Decide, Decider
from nakomen.stores.documents import put, read, veiled
from nakomen.stores.effect import touched
from nakomen.stores.errors import CannotPark
from nakomen.stores.family import family_of
from nakomen.stores.memory_acting import Acting, Tables
from nakomen.stores.memory_survey import seen
from nakomen.stores.wanted import MASK

__all__ = ["MemoryStore", "Tables", "open_store"]


def open_store(name: str, url: str, store_map: StoreMap | None = None) -> "MemoryStore":  # noqa: ARG001 (an opener takes an address)
    """An empty store for the datasets of *store_map*; the address is ``memory:``."""
    return MemoryStore(store_map or StoreMap(store=name, kind="memory", datasets=()), {})


class MemoryStore:
    """Rows in lists of dicts. *tables* is shared with whoever made it and with `reopen`."""

    kind = "memory"

    def __init__(self, store_map: StoreMap, tables: Tables) -> None:
        self.name = store_map.store
        self._map = store_map
        self._tables = tables
        self._acting = Acting(store_map=store_map, tables=tables)
        for dataset in store_map.datasets:
            tables.setdefault(dataset.name, [])

    def survey(self, sample_rows: int = 1000) -> Survey:
        found = tuple(seen(d, self._tables[d.name], sample_rows) for d in self._map.datasets)
        return Survey(store=self.name, kind=self.kind, datasets=found)

    def settle(self, survey: Survey, asked: Sequence[Open]) -> Survey:  # noqa: ARG002
        return survey  # every value was looked at, so nothing is open

    def odd(self, dataset: str, column: str, kind: str) -> int:
        filled = (row[column] for row in self._tables[dataset] if row[column] not in (None, ""))
        return sum(normal(kind, str(value)) != value for value in filled)

    def check_shape(self, store_map: StoreMap) -> None:
        known = {f"{d.name}.{c.name}" for d in self._map.datasets for c in d.stored}
        asked = {f"{d.name}.{c.name}" for d in store_map.datasets for c in d.stored}
        if missing := sorted(asked - known):
            raise SchemaChanged(f"{self.name}: {', '.join(missing)}", missing=missing)

    def count(self, questions: Sequence[Question], keys: Keys) -> list[Count]:
        return [self._count(question, keys) for question in questions]

    def spans(
        self, question: Question, by: Sequence[str], keys: Keys
    ) -> Iterator[tuple[tuple[Any, ...], Count]]:
        apart: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
        for row in self._matching(question.selection, keys):
            apart.setdefault(tuple(read(row, name) for name in by), []).append(row)
        return ((values, self._counted(question, rows)) for values, rows in apart.items())

    def values(
        self, selection: Selection, columns: Sequence[str], keys: Keys, limit: int
    ) -> list[tuple[Any, ...]]:
        rows = (tuple(read(row, c) for c in columns) for row in self._matching(selection, keys))
        return list(islice(dict.fromkeys(rows), limit))

    def groups(
        self, selection: Selection, becomes: Mapping[str, Becomes], keys: Keys, least: int
    ) -> Groups:
        dataset = self._map.dataset(selection.dataset)
        new = {
            name: becomes_in(new, dataset, name, family_of(self._map, dataset.name, name), keys)
            for name, new in becomes.items()
        }
        rows = self._matching(selection, keys)
        sizes = Counter(tuple(str(made(row)) for made in new.values()) for row in rows).values()
        return Groups(
            rows=len(rows),
            groups=len(sizes),
            smallest=min(sizes, default=0),
            few=sum(size for size in sizes if size < least),
        )

    def export(
        self,
        task: Task,
        keys: Keys,
        found: int | None = None,  # noqa: ARG002 (the contract's shape)
    ) -> Iterator[Row]:
        dataset = self._map.dataset(task.dataset)
        columns = task.columns or tuple(c.name for c in dataset.stored)
        veil = veiled(dataset, task.masked, keys)
        rows = self._matching(task.selection, keys)
        for row in map(veil, sorted(rows, key=lambda r: tuple(r[c] for c in dataset.primary_key))):
            yield {c: MASK if c in task.masked and row[c] is not None else row[c] for c in columns}

    def act(self, tasks: Sequence[Task], keys: Keys) -> list[int]:
        before = {name: [dict(row) for row in rows] for name, rows in self._tables.items()}
        try:
            fixed = [self._fixed(task, keys) for task in tasks]
            done = [
                self._carry_out(task, keys, rows) for task, rows in zip(tasks, fixed, strict=True)
            ]
            for task in tasks:
                self._acting.settle(task)
            return done
        except Exception:
            for name, rows in before.items():
                self._tables[name][:] = rows
            raise

    def sweep(self, task: Task, keys: Keys, batch_rows: int, found: int) -> Iterator[int]:
        while found > 0 and (batch := list(islice(self._still(task, keys), batch_rows))):
            self._acting.change(task, batch, keys)
            yield len(batch)
            found -= len(batch)
        self._acting.settle(task)

    def park(self, tasks: Sequence[Task], keys: Keys, keeps: Sequence[Keep | None]) -> list[int]:
        for task, keep in zip(tasks, keeps, strict=True):
            if keep:
                keep(task, self._parked(task, self._still(task, keys)))
        return self.act(tasks, keys)

    def park_sweep(
        self, task: Task, keys: Keys, keep: Keep, batch_rows: int, found: int
    ) -> Iterator[int]:
        while found > 0 and (batch := list(islice(self._still(task, keys), batch_rows))):
            keep(task, self._parked(task, iter(batch)))
            self._acting.change(task, batch, keys)
            yield len(batch)
            found -= len(batch)

    def put_back(self, task: Task, rows: Sequence[Parked]) -> list[bool]:
        return [self._put(task, row) for row in rows]

    def stands(self, task: Task, rows: Sequence[Parked]) -> list[bool]:
        found = [self._at(task, row) for row in rows]
        return [
            there is not None and row.values.items() <= there.items()
            for there, row in zip(found, rows, strict=True)
        ]

    def explain(self, task: Task, keys: Keys) -> list[str]:  # noqa: ARG002 (the contract's shape)
        return [f"{task.act.upper()} {task.dataset} WHERE {touched(task)}"]

    def reopen(self) -> "MemoryStore":
        return MemoryStore(self._map, self._tables)

    def close(self) -> None:
        """Nothing is held open."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _decide(self, condition: Condition, dataset: str, keys: Keys) -> Decide:
        if dataset not in self._tables:
            raise StoreRefused(f"{self.name}: {dataset}")
        decider = Decider(store_map=self._map, rows=self._tables, keys=keys)
        return decider.decide(condition, dataset)

    def _matching(self, selection: Selection, keys: Keys) -> list[dict[str, Any]]:
        holds = self._decide(selection.where, selection.dataset, keys)
        return [row for row in self._tables[selection.dataset] if holds(row)]

    def _still(self, task: Task, keys: Keys) -> Iterator[dict[str, Any]]:
        holds = self._decide(touched(task), task.dataset, keys)
        return (row for row in self._tables[task.dataset] if holds(row))

    def _count(self, question: Question, keys: Keys) -> Count:
        return self._counted(question, self._matching(question.selection, keys))

    def _counted(self, question: Question, rows: Sequence[Mapping[str, Any]]) -> Count:
        if question.clock is None:
            return Count(rows=len(rows))
        zone = self._map.dataset(question.selection.dataset).zone(question.clock)
        days = [d for row in rows if (d := local_day(read(row, question.clock), zone)) is not None]
        return Count(rows=len(rows), oldest=min(days, default=None), newest=max(days, default=None))

    def _fixed(self, task: Task, keys: Keys) -> list[dict[str, Any]] | None:
        """The rows of a task that chooses them before anything changes."""
        return list(self._still(task, keys)) if task.together else None

    def _carry_out(self, task: Task, keys: Keys, fixed: list[dict[str, Any]] | None) -> int:
        found = list(self._still(task, keys)) if fixed is None else fixed
        self._acting.change(task, found, keys)
        return len(found)

    def _parked(self, task: Task, rows: Iterator[dict[str, Any]]) -> Iterator[Parked]:
        key = self._map.dataset(task.dataset).primary_key
        if not key:
            raise CannotPark(task.dataset)
        for row in rows:
            changed = map(column_of, task.columns)
            names = row if task.act is Act.ERASE else dict.fromkeys((*key, *changed))
            place = tuple(str(row[name]) for name in key)
            yield Parked(place=place, values={name: row[name] for name in names})

    def _at(self, task: Task, row: Parked) -> dict[str, Any] | None:
        key = self._map.dataset(task.dataset).primary_key
        rows = self._tables[task.dataset]
        return next((r for r in rows if tuple(str(r[n]) for n in key) == row.place), None)

    def _put(self, task: Task, row: Parked) -> bool:
        there, dataset = self._at(task, row), self._map.dataset(task.dataset)
        if there is None and task.act is Act.ERASE:
            self._tables[task.dataset].append(dict(row.values))
        elif there is not None and task.act is not Act.ERASE:
            if any(
                there[n] not in (row.values[n], self._emptied(dataset, task, n, row))
                for n in dict.fromkeys(map(column_of, task.columns))
            ):
                return False
            there.update(row.values)
        return self.stands(task, [row])[0]

    def _emptied(self, dataset: Dataset, task: Task, name: str, row: Parked) -> Any:
        """What stands in the column when nobody wrote there since it was emptied."""
        if name in task.columns:
            return blank_value(blank_of(dataset, name), row.values, dataset.primary_key)
        value = row.values[name]
        for place in filter(None, map(inside, task.columns)):
            if place.column == name:
                value = put(value, place.list, lambda _: None)
        return value
