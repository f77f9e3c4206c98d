"""A partition in which everything is due goes as a whole; any other keeps its rows."""

from collections.abc import Iterator
from datetime import date

import pytest
import sqlalchemy as sa

from nakomen import stores
from nakomen.records import (
    Act,
    Before,
    Clock,
    Column,
    Condition,
    Dataset,
    Missing,
    Selection,
    Store,
    StoreMap,
    Task,
    all_of,
    not_,
)
from nakomen.stores.errors import StoreBusy
from nakomen.terms import Category, Moment, RecordKind

DAY = date(2025, 4, 1)
MONTHS = [(2025, month) for month in (1, 2, 3, 4)]
POSTGRES = [
    "CREATE TABLE call_record (id int, started_on date, held_by varchar(20)) "
    "PARTITION BY RANGE (started_on)",
    *(
        f"CREATE TABLE calls_{month} PARTITION OF call_record "
        f"FOR VALUES FROM ('2025-{month:02}-01') TO ('2025-{month + 1:02}-01')"
        for _, month in MONTHS
    ),
    "CREATE TABLE calls_rest PARTITION OF call_record DEFAULT",
]
_PARTS = ", ".join(
    f"PARTITION calls_{month} VALUES LESS THAN (TO_DAYS('2025-{month + 1:02}-01'))"
    for _, month in MONTHS
)
MARIADB = [
    "CREATE TABLE call_record (id int, started_on date, held_by varchar(20)) "
    f"PARTITION BY RANGE (TO_DAYS(started_on)) ({_PARTS}, "
    "PARTITION calls_rest VALUES LESS THAN MAXVALUE)"
]
CALL = Dataset(
    name="call_record",
    records=RecordKind.TRAFFIC,
    primary_key=(),
    columns=tuple(
        Column(name=name, type=kind, category=Category.TRAFFIC_DATA)
        for name, kind in (("id", "INTEGER"), ("started_on", "DATE"), ("held_by", "VARCHAR(20)"))
    ),
    clocks=(Clock(column="started_on", moment=Moment.EVENT),),
)


class Calls:
    """A table with ten calls in each of four months, in partitions of a month."""

    def __init__(self, url: str) -> None:
        self.url, self.engine = url, sa.create_engine(url)
        for statement in POSTGRES if url.startswith("postgres") else MARIADB:
            self.run(statement)
        for number, (year, month) in enumerate(MONTHS * 10):
            self.run(f"INSERT INTO call_record VALUES ({number}, '{year}-{month:02}-05', NULL)")

    def run(self, statement: str) -> list[tuple[object, ...]]:
        with self.engine.begin() as connection:
            found = connection.execute(sa.text(statement))
            return [tuple(row) for row in found] if found.returns_rows else []

    def store(self) -> Store:
        kind = "postgresql" if self.url.startswith("postgres") else "mariadb"
        store_map = StoreMap(store="cdr", kind=kind, datasets=(CALL,))
        return stores.load("cdr", self.url, store_map)

    def partitions(self) -> set[str]:
        if self.url.startswith("postgres"):
            found = self.run("SELECT relname FROM pg_class WHERE relispartition")
        else:
            found = self.run(
                "SELECT partition_name FROM information_schema.partitions "
                "WHERE table_name = 'call_record' AND table_schema = DATABASE()"
            )
        return {str(row[0]) for row in found}

    def months(self) -> dict[int, int]:
        months = "SELECT EXTRACT(MONTH FROM started_on), COUNT(*) FROM call_record GROUP BY 1"
        return {int(str(month)): int(str(rows)) for month, rows in self.run(months)}


@pytest.fixture(params=["postgres", "postgres15", "mariadb"])
def calls(request: pytest.FixtureRequest) -> Iterator[Calls]:
    made = Calls(str(request.getfixturevalue(f"{request.param}_url")))
    yield made
    made.engine.dispose()


def erase(*more: Condition) -> Task:
    where = all_of(Before("started_on", DAY), *more)
    return Task(selection=Selection("call_record", where), act=Act.ERASE)


def test_what_is_due_as_a_whole_is_dropped(calls: Calls) -> None:
    """January to March go with their partitions; April stays, and rows can still come in."""
    assert calls.months() == {1: 10, 2: 10, 3: 10, 4: 10}
    with calls.store() as store:
        told = store.explain(erase(), {})
        assert sum("DROP" in statement for statement in told) == 3
        assert list(store.sweep(erase(), {}, 50_000, 30)) == [10, 10, 10]
        assert list(store.sweep(erase(), {}, 50_000, 0)) == []
    assert calls.months() == {4: 10}
    assert calls.partitions() == {"calls_4", "calls_rest"}
    calls.run("INSERT INTO call_record VALUES (99, '2026-01-01', NULL)")


def test_one_row_that_is_held_keeps_its_partition(calls: Calls) -> None:
    """Nine calls of February go one by one, and the tenth is still there."""
    calls.run("UPDATE call_record SET held_by = 'dispute-1' WHERE id = 1")
    with calls.store() as store:
        rows = list(store.sweep(erase(Missing("held_by")), {}, 50_000, 29))
    assert sum(rows) == 29
    assert calls.months() == {2: 1, 4: 10}
    assert calls.partitions() == {"calls_2", "calls_4", "calls_rest"}


def test_a_partition_that_ends_later_is_not_dropped(calls: Calls) -> None:
    """In the middle of March only rows go of March, though all that are there are due."""
    task = Task(
        selection=Selection("call_record", Before("started_on", date(2025, 3, 20))), act=Act.ERASE
    )
    with calls.store() as store:
        assert sum(store.sweep(task, {}, 50_000, 30)) == 30
    assert calls.months() == {4: 10}
    assert calls.partitions() == {"calls_3", "calls_4", "calls_rest"}


def test_a_table_with_a_trigger_loses_rows_only(calls: Calls) -> None:
    """A trigger of the company's own runs for each row; dropping would pass it over."""
    calls.run("CREATE TABLE gone (id int)")
    if calls.url.startswith("postgres"):
        calls.run(
            "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN INSERT INTO gone VALUES (OLD.id); RETURN OLD; END $$"
        )
        calls.run(
            "CREATE TRIGGER noted AFTER DELETE ON call_record FOR EACH ROW EXECUTE FUNCTION note()"
        )
    else:
        calls.run(
            "CREATE TRIGGER noted AFTER DELETE ON call_record FOR EACH ROW "
            "INSERT INTO gone VALUES (OLD.id)"
        )
    with calls.store() as store:
        assert sum(store.sweep(erase(), {}, 50_000, 30)) == 30
    assert len(calls.run("SELECT id FROM gone")) == 30
    assert calls.partitions() >= {"calls_1", "calls_2", "calls_3"}


def test_a_lock_that_is_held_ends_in_a_clear_error(calls: Calls) -> None:
    """While another program reads the table the drop waits five seconds, and nothing is lost."""
    with calls.engine.connect() as other:
        other.execute(sa.text("SELECT count(*) FROM call_record"))
        with calls.store() as store, pytest.raises(StoreBusy):
            list(store.sweep(erase(), {}, 50_000, 30))
        other.rollback()
    assert calls.months() == {1: 10, 2: 10, 3: 10, 4: 10}
    with calls.store() as store:
        assert sum(store.sweep(erase(), {}, 50_000, 30)) == 30
    assert calls.months() == {4: 10}


def test_only_a_limit_that_every_row_must_meet_counts(calls: Calls) -> None:
    """What must not be before a day is no limit by which a partition could go."""
    later = not_(Before("started_on", DAY))
    task = Task(selection=Selection("call_record", later), act=Act.ERASE)
    with calls.store() as store:
        assert all("DROP" not in statement for statement in store.explain(task, {}))
        assert sum(store.sweep(task, {}, 50_000, 10)) == 10
    assert calls.partitions() == {"calls_1", "calls_2", "calls_3", "calls_4", "calls_rest"}


def test_a_place_in_one_partition_is_no_place_in_another(calls: Calls) -> None:
    """The first rows of each partition lie at the same place in it; only those that are due go."""
    calls.run("DELETE FROM call_record")
    if calls.url.startswith("postgres"):
        calls.run("TRUNCATE call_record")
    for number, (year, month) in enumerate(MONTHS * 10):
        due = month == 1 and number < 16
        held = "NULL" if due else "'dispute-1'"
        calls.run(f"INSERT INTO call_record VALUES ({number}, '{year}-{month:02}-05', {held})")
    with calls.store() as store:
        assert sum(store.sweep(erase(Missing("held_by")), {}, 3, 4)) == 4
    assert calls.months() == {1: 6, 2: 10, 3: 10, 4: 10}
