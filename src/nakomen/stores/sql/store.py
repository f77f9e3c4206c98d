"""A database as a store: the Store contract over one connection."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Self

import sqlalchemy as sa
from sqlalchemy import Connection, Delete, Engine, Update
from sqlalchemy.engine import Dialect as Writer
from sqlalchemy.exc import SQLAlchemyError

from nakomen.records import (
    Act,
    Becomes,
    Count,
    Groups,
    Keys,
    Open,
    Question,
    Row,
    Selection,
    StoreMap,
    StoreUnreachable,
    Survey,
    Task,
)
from nakomen.records.destruction import Destroyed
from nakomen.records.parking import Keep, Parked
from nakomen.records.planting import Mark, Marked, Planted, Refused, Sample, Stands
from nakomen.stores.documents import veiled
from nakomen.stores.sql.act import Change, change, statement
from nakomen.stores.sql.connect import ALONE, WRITES, engine_for, place_of
from nakomen.stores.sql.count import QUESTIONS_A_TRIP, answers, apart, counting, spans
from nakomen.stores.sql.destroy import Session, Span, way_of
from nakomen.stores.sql.dialects import Dialect
from nakomen.stores.sql.explain import explained
from nakomen.stores.sql.export import export_query, is_few, rows_of, values_query
from nakomen.stores.sql.faults import refusal, told
from nakomen.stores.sql.fixed import chosen
from nakomen.stores.sql.groups import grouping
from nakomen.stores.sql.keytables import KeyTables
from nakomen.stores.sql.odd import odd
from nakomen.stores.sql.parking import Back, park, park_batches, types_of
from nakomen.stores.sql.partitions import Whole, limits_of
from nakomen.stores.sql.sampled import SAMPLE_ROWS
from nakomen.stores.sql.select import Selector
from nakomen.stores.sql.shape import check_shape
from nakomen.stores.sql.statements import Call, Statements, many
from nakomen.stores.sql.sweep import batches
from nakomen.stores.sql.target import Targets
from nakomen.stores.sql.totals import Totalling, carried_out, settled

if TYPE_CHECKING:
    from nakomen.stores.sql.weeding import Weeder


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
        store_map = store_map or StoreMap(store=name, kind=dialect.kind, datasets=())
        self._statements = Statements(Targets(store_map), dialect)
        self._connection = self._connect()
        self._alone = False
        self._keys = KeyTables(dialect, self._connection)
        self._named = KeyTables(dialect, None)

    def survey(self, sample_rows: int = SAMPLE_ROWS) -> Survey:
        from nakomen.stores.sql.survey import survey

        with self._transaction(self.name, {}):
            return survey(self._connection, self._dialect, self.name, sample_rows)

    def settle(self, survey: Survey, asked: Sequence[Open]) -> Survey:
        from nakomen.stores.sql.survey import settle

        with self._transaction(self.name, {}):
            return settle(self._connection, self._dialect, survey, asked)

    def odd(self, dataset: str, column: str, kind: str) -> int:
        with self._transaction(f"{self.name}.{dataset}", {}):
            return odd(self._connection, self._dialect, dataset, column, kind)

    def check_shape(self, store_map: StoreMap) -> None:
        with self._transaction(self.name, {}, alone=True):
            check_shape(self._connection, self._dialect, store_map)

    def count(self, questions: Sequence[Question], keys: Keys) -> list[Count]:
        counts: list[Count] = []
        for start in range(0, len(questions), QUESTIONS_A_TRIP):
            asked = tuple(questions[start : start + QUESTIONS_A_TRIP])
            with self._transaction(self.name, keys, alone=True) as call:
                query = call.once(("count", asked), partial(counting, asked))
                counts += answers(self._connection, query, asked, self._statements)
        return counts

    def spans(
        self, question: Question, by: Sequence[str], keys: Keys
    ) -> Iterator[tuple[tuple[Any, ...], Count]]:
        asked = partial(apart, question, tuple(by))
        with self._transaction(f"{self.name}.{question.selection.dataset}", keys) as call:
            query = call.once(("spans", asked.args), asked)
            yield from spans(self._connection, query, question, self._statements)

    def values(
        self, selection: Selection, columns: Sequence[str], keys: Keys, limit: int
    ) -> list[tuple[Any, ...]]:
        asked = partial(values_query, selection, tuple(columns), limit)
        with self._transaction(f"{self.name}.{selection.dataset}", keys, alone=True) as call:
            query = call.once(("values", asked.args), asked)
            return [tuple(row) for row in self._connection.execute(query)]

    def groups(
        self, selection: Selection, becomes: Mapping[str, Becomes], keys: Keys, least: int
    ) -> Groups:
        asked = partial(grouping, selection, becomes, least)
        with self._transaction(f"{self.name}.{selection.dataset}", keys) as call:
            query = call.once(("groups", selection, tuple(becomes.items()), least), asked)
            rows, groups, smallest, few = map(int, self._connection.execute(query).one())
            return Groups(rows=rows, groups=groups, smallest=smallest, few=few)

    def export(self, task: Task, keys: Keys, found: int | None = None) -> Iterator[Row]:
        few = is_few(found)
        with self._transaction(f"{self.name}.{task.dataset}", keys, alone=few) as call:
            query = call.once(("export", task), partial(export_query, task))
            rows = rows_of(self._connection, query, self._statements, task, found)
            yield from map(veiled(self._map.dataset(task.dataset), task.masked, keys), rows)

    def act(self, tasks: Sequence[Task], keys: Keys) -> list[int]:
        with self._transaction(self.name, keys, writes=True) as call:
            if any(task.together or task.totals for task in tasks):
                return [self._change(one) for one in self._chosen(tasks, call)]
            written = [call.once(("act", task), partial(statement, task)) for task in tasks]
            return [self._run(task, change) for task, change in zip(tasks, written, strict=True)]

    def _chosen(self, tasks: Sequence[Task], call: Call) -> list[Change]:
        """Changes whose rows are known, where they must be, before the first of them begins."""
        changes = [call.once(("park", task), partial(change, task)) for task in tasks]
        return [
            replace(one, where=chosen(self._connection, one, call.tables))
            if one.task.together
            else one
            for one in changes
        ]

    def sweep(self, task: Task, keys: Keys, batch_rows: int, found: int) -> Iterator[int]:
        tables = KeyTables(self._dialect, self._connection)
        with told(f"{self.name}.{task.dataset}"):
            self._isolate(alone=False)
            self._connection.execution_options(**{WRITES: True})
            with self._connection.begin():
                current = change(task, self._statements.selector(dict(keys), tables))
            for rows in Whole(connection=self._connection, change=current).drop():
                found -= rows
                yield rows
            yield from batches(self._connection, current, batch_rows, max(found, 0))
            with self._connection.begin():
                settled(self._connection, current)
                tables.drop()

    def park(self, tasks: Sequence[Task], keys: Keys, keeps: Sequence[Keep | None]) -> list[int]:
        with self._transaction(self.name, keys, writes=True) as call:
            changes = self._chosen(tasks, call)
            return [self._park(one, keep) for one, keep in zip(changes, keeps, strict=True)]

    def park_sweep(
        self, task: Task, keys: Keys, keep: Keep, batch_rows: int, found: int
    ) -> Iterator[int]:
        tables = KeyTables(self._dialect, self._connection)
        with told(f"{self.name}.{task.dataset}"):
            self._isolate(alone=False)
            self._connection.execution_options(**{WRITES: True})
            with self._connection.begin():
                current = change(task, self._statements.selector(dict(keys), tables))
            yield from park_batches(self._connection, current, keep, batch_rows, found)
            with self._connection.begin():
                tables.drop()

    def put_back(self, task: Task, rows: Sequence[Parked]) -> list[bool]:
        with self._back(task, writes=True) as back:
            return [back.put(row) for row in rows]

    def stands(self, task: Task, rows: Sequence[Parked]) -> list[bool]:
        with self._back(task) as back:
            return [back.stands(row) for row in rows]

    def explain(self, task: Task, keys: Keys) -> list[str]:
        write = export_query if task.act is Act.EXPORT else statement
        if write is statement and not task.act.destructive:
            return []
        call = Call(statements=self._statements, keys=keys, tables=self._named)
        told = call.once(("explain", task), partial(_told, write, task, self._dialect.writer()))
        return [*self._dropping(task, keys), *self._totals(task, call), told]

    def _totals(self, task: Task, call: Call) -> list[str]:
        """The query that counts rows before they go; where it takes them itself it stands alone."""
        if task.totals is None:
            return []

        def counting(task: Task, selector: Selector) -> sa.ClauseElement:
            one = Totalling(connection=self._connection, change=change(task, selector))
            return one.counting()

        return [call.once(("totals", task), partial(_told, counting, task, self._dialect.writer()))]

    def _dropping(self, task: Task, keys: Keys) -> list[str]:
        """Statements that drop what is due as a whole."""
        if not limits_of(task):
            return []
        with self._transaction(f"{self.name}.{task.dataset}", keys) as call:
            selector = self._statements.selector(dict(keys), call.tables)
            return Whole(connection=self._connection, change=change(task, selector)).told()

    def destruction(self, datasets: Sequence[str]) -> list[str]:
        return way_of(self.kind).rewrites(self._tables(datasets))

    def destroy(self, datasets: Sequence[str], first: datetime, last: datetime) -> Destroyed:
        span = Span(first=first, last=last)
        alone: dict[str, Any] = {ALONE: True, "isolation_level": "AUTOCOMMIT"}
        with told(self.name), closing(self._connect()) as connection:
            session = Session(connection=connection.execution_options(**alone))
            remains = tuple(way_of(self.kind).forget(session, self._tables(datasets), span))
        return Destroyed(methods=tuple(session.done), remains=remains)

    def _tables(self, datasets: Sequence[str]) -> list[str]:
        write = self._engine.dialect.identifier_preparer.format_table
        return [write(self._statements.targets[name].table) for name in datasets]

    def plant(
        self, sample: Sample, noted: Callable[[Sequence[Planted]], None]
    ) -> tuple[list[Planted], list[Refused]]:
        from nakomen.stores.sql.planted_tables import beds
        from nakomen.stores.sql.planting import Bed

        with self._transaction(self.name, {}, writes=True):
            bed = Bed(connection=self._connection, store_map=self._map, sample=sample)
            ways = list(beds(self._connection, self._map))
            told = [bed.plant(d, link, turn) for turn, (d, link) in enumerate(ways)]
            planted = [row for row in told if isinstance(row, Planted)]
            noted(planted)
        return planted, [row for row in told if isinstance(row, Refused)]

    def became(self, rows: Sequence[Marked], mark: Mark) -> list[Stands]:
        with self._transaction(self.name, {}):
            weeder = self._weeder(mark)
            return [weeder.stands(row) for row in rows]

    def uproot(self, rows: Sequence[Marked], mark: Mark) -> list[Stands]:
        with self._transaction(self.name, {}, writes=True):
            weeder = self._weeder(mark)
            return [weeder.uproot(row) for row in reversed(rows)][::-1]

    def _weeder(self, mark: Mark) -> "Weeder":
        from nakomen.stores.sql.weeding import Weeder

        return Weeder(connection=self._connection, store_map=self._map, mark=mark)

    @property
    def _map(self) -> StoreMap:
        return self._statements.targets.store_map

    def reopen(self) -> "SqlStore":
        store_map = self._statements.targets.store_map
        fresh = SqlStore(self.name, self._engine, self._dialect, store_map)
        fresh._statements = self._statements
        with told(self.name):
            self._dialect.recounts(fresh._connection)
        return fresh

    def close(self) -> None:
        with told(self.name):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
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

    def _isolate(self, *, alone: bool) -> None:
        """Spare a statement that stands alone its BEGIN and COMMIT, where each is a round trip."""
        if self._dialect.begins_apart and alone != self._alone:
            level = "AUTOCOMMIT" if alone else self._connection.default_isolation_level
            self._connection.execution_options(isolation_level=level)
            self._alone = alone

    def _run(self, task: Task, change: Delete | Update) -> int:
        """Rows that the driver says were changed."""
        with told(f"{self.name}.{task.dataset}"):
            return self._connection.execute(change).rowcount

    def _change(self, change: Change) -> int:
        """As `_run`, for a change whose rows are known already, or that counts them as well."""
        with told(f"{self.name}.{change.task.dataset}"):
            rows = carried_out(self._connection, change)
            settled(self._connection, change)
            return rows

    def _park(self, change: Change, keep: Keep | None) -> int:
        if keep is None:
            return self._change(change)
        with told(f"{self.name}.{change.task.dataset}"):
            return park(self._connection, change, keep)

    @contextmanager
    def _back(self, task: Task, *, writes: bool = False) -> Iterator[Back]:
        with self._transaction(f"{self.name}.{task.dataset}", {}, writes=writes) as call:
            types = types_of(self._connection, self._dialect, task.dataset)
            selector = self._statements.selector({}, call.tables)
            yield Back(connection=self._connection, selector=selector, task=task, types=types)

    @contextmanager
    def _transaction(
        self, place: str, keys: Keys, *, writes: bool = False, alone: bool = False
    ) -> Iterator[Call]:
        """
        One transaction: committed at the end, rolled back by any error.

        Tables of many keys stay for the next call with the same keys, else they go. What is
        *alone*, one statement that reads and is read to its end, is a transaction by itself.

        Raises:
            StoreError: what the driver said, told with *place*.
        """
        tables, self._keys = self._keys, KeyTables(self._dialect, self._connection)
        with told(place):
            self._isolate(alone=alone and not many(keys))
            self._connection.execution_options(**{WRITES: writes})
            with self._connection.begin():
                if not many(keys):
                    tables.drop()
                yield Call(statements=self._statements, keys=keys, tables=tables)
                tables.release()
        self._keys = tables  # after an error nobody knows whether they are still there


def _told(
    write: Callable[[Task, Selector], sa.ClauseElement],
    task: Task,
    writer: Writer,
    selector: Selector,
) -> str:
    return explained(write(task, selector), writer)
