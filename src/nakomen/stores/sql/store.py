"""A database as a store: the Store contract over one connection."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from nakomen.records import (
    Act,
    Count,
    Keys,
    Question,
    Row,
    Selection,
    StoreMap,
    StoreUnreachable,
    Survey,
    Tally,
    Task,
)
from nakomen.stores.sql.act import carry_out, change
from nakomen.stores.sql.connect import WRITES, engine_for, place_of
from nakomen.stores.sql.count import QUESTIONS_A_TRIP, count_all
from nakomen.stores.sql.dialects import Dialect
from nakomen.stores.sql.explain import explained
from nakomen.stores.sql.export import export_query, rows_of
from nakomen.stores.sql.faults import refusal, told
from nakomen.stores.sql.keytables import KeyTables
from nakomen.stores.sql.select import Selector
from nakomen.stores.sql.shape import check_shape
from nakomen.stores.sql.survey import survey
from nakomen.stores.sql.sweep import batches
from nakomen.stores.sql.target import Targets


def open_store(name: str, url: str, store_map: StoreMap | None = None) -> "SqlStore":
    """
    Open the database at *url* (an address of SQLAlchemy; the driver may be left out).

    Raises:
        StoreUnreachable: wrong address, no answer within 5 s, or the user is not let in.
    """
    engine, dialect = engine_for(name, url)
    return SqlStore(name, engine, dialect, store_map)


class SqlStore:
    """One connection to one database, for one thread at a time; `reopen` gives another."""

    def __init__(
        self, name: str, engine: Engine, dialect: Dialect, store_map: StoreMap | None = None
    ) -> None:
        self.name = name
        self.kind = dialect.kind
        self._engine = engine
        self._dialect = dialect
        self._targets = Targets(store_map or StoreMap(store=name, kind=dialect.kind, datasets=()))
        self._connection = self._connect()

    def survey(self, sample_rows: int = 1000) -> Survey:
        with self._transaction(self.name, {}):
            return survey(self._connection, self._dialect, self.name, sample_rows)

    def check_shape(self, store_map: StoreMap) -> None:
        with self._transaction(self.name, {}):
            check_shape(self._connection, self._dialect, store_map)

    def count(self, questions: Sequence[Question], keys: Keys) -> list[Count]:
        counts: list[Count] = []
        for start in range(0, len(questions), QUESTIONS_A_TRIP):
            asked = questions[start : start + QUESTIONS_A_TRIP]
            with self._transaction(self.name, keys) as selector:
                counts += count_all(self._connection, asked, selector)
        return counts

    def values(
        self, selection: Selection, columns: Sequence[str], keys: Keys, limit: int
    ) -> list[tuple[Any, ...]]:
        with self._transaction(f"{self.name}.{selection.dataset}", keys) as selector:
            table = self._targets[selection.dataset].table
            where = selector.where(selection.where, selection.dataset)
            query = sa.select(*(table.c[c] for c in columns)).where(where).distinct().limit(limit)
            return [tuple(row) for row in self._connection.execute(query)]

    def export(self, task: Task, keys: Keys) -> Iterator[Row]:
        # On its own connection: while rows stream, the driver can do nothing else.
        place = f"{self.name}.{task.dataset}"
        with self.reopen() as other, other._transaction(place, keys) as selector:
            query = export_query(task, selector)
            yield from rows_of(other._connection, query, selector, task)

    def act(self, tasks: Sequence[Task], keys: Keys) -> list[Tally]:
        with self._transaction(self.name, keys, writes=True) as selector:
            changes = [change(task, selector) for task in tasks]
            return carry_out(self._connection, changes, self.name)

    def sweep(self, task: Task, keys: Keys, batch_rows: int) -> Iterator[int]:
        tables = KeyTables(self._dialect, self._connection)
        with told(f"{self.name}.{task.dataset}"):
            self._connection.execution_options(**{WRITES: True})
            with self._connection.begin():
                current = change(task, self._selector(keys, tables))
            yield from batches(self._connection, current, batch_rows)
            with self._connection.begin():
                tables.drop()

    def explain(self, task: Task, keys: Keys) -> list[str]:
        selector = self._selector(keys, KeyTables(self._dialect, None))
        if task.act is Act.EXPORT:
            return [explained(export_query(task, selector), self.kind)]
        if not task.act.destructive:
            return []
        return [explained(change(task, selector).statement(), self.kind)]

    def reopen(self) -> "SqlStore":
        return SqlStore(self.name, self._engine, self._dialect, self._targets.store_map)

    def close(self) -> None:
        with told(self.name):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _connect(self) -> Connection:
        place = place_of(self.name, self._engine.url)
        try:
            return self._engine.connect()
        except SQLAlchemyError as error:
            failed = refusal(error, place)
            raise (
                failed if isinstance(failed, StoreUnreachable) else StoreUnreachable(place)
            ) from None
        except (TypeError, ValueError, OSError):  # an option of the address the driver cannot read
            raise StoreUnreachable(place) from None

    def _selector(self, keys: Keys, tables: KeyTables) -> Selector:
        return Selector(targets=self._targets, dialect=self._dialect, keys=keys, tables=tables)

    @contextmanager
    def _transaction(self, place: str, keys: Keys, *, writes: bool = False) -> Iterator[Selector]:
        """
        One transaction: committed at the end, rolled back by any error; key tables go with it.

        Raises:
            StoreError: what the driver said, told with *place*.
        """
        tables = KeyTables(self._dialect, self._connection)
        with told(place):
            self._connection.execution_options(**{WRITES: writes})
            with self._connection.begin():
                yield self._selector(keys, tables)
                tables.drop()
