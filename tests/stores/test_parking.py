"""Rows that went out come back as they were, whatever their type, or are left to a person."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from nakomen import stores
from nakomen.records import Act, Column, Dataset, KeyIn, Link, Selection, Store, StoreMap, Task
from nakomen.records.parking import Parked
from nakomen.records.store import StoreRefused, StoreUnreachable
from nakomen.terms import Category, RecordKind

KINDS: dict[str, dict[str, tuple[str, str, str]]] = {
    "sqlite": {
        "amount": ("DECIMAL(10,2)", "12.50", "0.10"),
        "raw": ("BLOB", "x'00ff'", "x''"),
        "at": ("TEXT", "'2026-10-25T02:30:00+01:00'", "''"),
        "half": ("REAL", "0.1", "1e300"),
        "odd": ("", "'12'", "12"),
    },
    "postgresql": {
        "amount": ("numeric(10,2)", "12.50", "0.10"),
        "raw": ("bytea", "'\\x00ff'", "''"),
        "at": ("timestamptz", "'2026-10-25 02:30:00.000001+01'", "'infinity'"),
        "half": ("double precision", "0.1", "'NaN'"),
        "odd": ("jsonb", "'{\"a\": [1.10, null]}'", "'null'"),
        "tags": ("text[]", "'{\"a,b\",NULL}'", "'{}'"),
        "span": ("interval", "'1 mon 2 days 03:04:05.6'", "'0'"),
        "near": ("inet", "'2001:db8::1/64'", "'10.0.0.1'"),
        "made": ("text generated always as (name || '!') stored", "default", "default"),
    },
    "mysql": {
        "amount": ("decimal(10,2)", "12.50", "0.10"),
        "raw": ("varbinary(20)", "x'00ff'", "x''"),
        "at": ("timestamp(6) null", "'2026-10-25 01:30:00.000001'", "'2026-10-25 00:30:00'"),
        "half": ("float", "0.1", "123456.7"),
        "odd": ("json", "'{\"a\": [1.10, null]}'", "'null'"),
        "span": ("time", "'-12:30:00'", "'838:59:59'"),
        "bits": ("bit(5)", "b'10101'", "b'0'"),
        "made": (
            "varchar(90) generated always as (concat(name, '!')) stored",
            "default",
            "default",
        ),
    },
}
HERS = KeyIn("id", "crm.person.id", "normal")
ANNA = {"crm.person.id": ("1",)}


def _map(kind: str) -> StoreMap:
    """The map says nothing of the other columns of ``person``: they must come back all the same."""
    ident = Column(name="id", type="integer", category=Category.NONE, nullable=False)
    return StoreMap(
        store="crm",
        kind=kind,
        datasets=(
            Dataset(
                name="person",
                records=RecordKind.CUSTOMER,
                primary_key=("id",),
                columns=(
                    ident,
                    Column(name="name", type="varchar(80)", category=Category.NAME, nullable=False),
                    Column(name="email", type="varchar(80)", category=Category.EMAIL),
                    Column(name="boss", type="integer", category=Category.NONE),
                ),
                links=(Link(columns=("boss",), to="person", to_columns=("id",), owner=False),),
            ),
            Dataset(
                name="loose",
                records=RecordKind.CUSTOMER,
                primary_key=(),
                columns=(Column(name="name", type="varchar(80)", category=Category.NAME),),
            ),
        ),
    )


@pytest.fixture
def engine(any_sql_url: str) -> Iterator[sa.Engine]:
    made = sa.create_engine(any_sql_url)
    kind = made.dialect.name
    columns = ", ".join(f"{name} {typed[0]}" for name, typed in KINDS[kind].items())
    ids = {"postgresql": "integer generated always as identity", "mysql": "integer auto_increment"}
    with made.begin() as connection:
        connection.exec_driver_sql(
            f"create table person (id {ids.get(kind, 'integer')} primary key, "
            "name varchar(80) not null, email varchar(80), boss integer, "
            f"{columns}, constraint boss_fk foreign key (boss) references person (id))"
        )
        connection.exec_driver_sql("create table loose (name varchar(80))")
        connection.exec_driver_sql("insert into loose values ('Anna')")
        for number, (boss, email) in enumerate(
            (("null", "'anna@post.example'"), ("1", "''"), ("2", "null")), start=1
        ):
            values = ", ".join(typed[1 + number % 2] for typed in KINDS[kind].values())
            over = "overriding system value " if kind == "postgresql" else ""
            names = ", ".join(("id", "name", "email", "boss", *KINDS[kind]))
            connection.exec_driver_sql(
                f"insert into person ({names}) {over}"
                f"values ({number}, 'Anna {number}', {email}, {boss}, {values})"
            )
    yield made
    made.dispose()


@pytest.fixture
def store(engine: sa.Engine, any_sql_url: str) -> Iterator[Store]:
    with stores.load("crm", any_sql_url, _map(engine.dialect.name)) as opened:
        yield opened


def _rows(engine: sa.Engine) -> list[str]:
    cast = "person::text" if engine.dialect.name == "postgresql" else "*"
    with engine.connect() as connection:
        return [
            repr(tuple(r))
            for r in connection.exec_driver_sql(f"select {cast} from person order by id")
        ]


def _task(act: Act, *columns: str) -> Task:
    return Task(selection=Selection("person", HERS), act=act, columns=columns)


class Shelf:
    """Keeps what passes through it."""

    def __init__(self) -> None:
        self.rows: list[Parked] = []

    def __call__(self, _: Task, rows: Iterator[Parked]) -> int:
        came = list(rows)
        self.rows += came
        return len(came)


def _park(store: Store, task: Task, ids: str = "123") -> list[Parked]:
    shelf = Shelf()
    store.park([task], {"crm.person.id": tuple(ids)}, [shelf])
    return shelf.rows


def test_erased_rows_come_back_as_they_were(engine: sa.Engine, store: Store) -> None:
    """Every type, NULL and empty, moments with their zone, columns that the map does not know."""
    before, task = _rows(engine), _task(Act.ERASE)
    parked = [row for number in "321" for row in _park(store, task, number)]
    assert _rows(engine) == []
    assert not any(store.stands(task, parked))
    # A row that waits for its parent is tried again.
    assert store.put_back(task, parked) == [False, False, True]
    assert store.put_back(task, parked) == [False, True, True]
    assert store.put_back(task, parked) == [True, True, True]
    assert _rows(engine) == before
    assert all(store.stands(task, parked))
    assert store.put_back(task, parked) == [True, True, True]
    assert _rows(engine) == before


def test_emptied_columns_come_back_as_they_were(engine: sa.Engine, store: Store) -> None:
    """NULL stays NULL and empty stays empty; what somebody wrote meanwhile is left alone."""
    before, task = _rows(engine), _task(Act.FREEZE, "name", "email")
    parked = _park(store, task)
    emptied = _rows(engine)
    assert emptied != before
    assert "anna@post.example" not in " ".join(emptied)
    with engine.begin() as connection:
        connection.exec_driver_sql("update person set email = 'new@post.example' where id = 2")
    assert store.put_back(task, parked) == [True, False, True]
    with engine.begin() as connection:
        connection.exec_driver_sql("update person set email = null where id = 2")
    assert store.put_back(task, parked) == [True, True, True]
    assert _rows(engine) == before


def test_nothing_changes_before_what_went_out_is_kept(engine: sa.Engine, store: Store) -> None:
    """A vault that fails leaves the store as it was; so does a row that was not kept."""
    before = _rows(engine)

    def full(_: Task, rows: Iterator[Parked]) -> int:
        list(rows)
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        store.park([_task(Act.ERASE)], {"crm.person.id": ("3",)}, [full])
    assert _rows(engine) == before
    with pytest.raises(StoreUnreachable):
        store.park([_task(Act.ERASE)], {"crm.person.id": ("3",)}, [lambda *_: 0])
    assert _rows(engine) == before


def test_a_sweep_parks_batch_by_batch(engine: sa.Engine, store: Store) -> None:
    """Every row goes out once, and comes back."""
    with engine.begin() as connection:
        connection.exec_driver_sql("update person set boss = null")
    before, shelf, task = _rows(engine), Shelf(), _task(Act.ERASE)
    keys = {"crm.person.id": ("1", "2", "3")}
    assert list(store.park_sweep(task, keys, shelf, 2, 3)) == [2, 1]
    assert _rows(engine) == []
    assert [row.place for row in shelf.rows] == [("1",), ("2",), ("3",)]
    assert all(store.put_back(task, shelf.rows))
    assert _rows(engine) == before


def test_another_row_in_its_place_is_left_alone(engine: sa.Engine, store: Store) -> None:
    """A number that was given out anew is somebody else's: nothing of hers is overwritten."""
    task = _task(Act.ERASE)
    parked = _park(store, task, "3")
    over = "overriding system value " if engine.dialect.name == "postgresql" else ""
    with engine.begin() as connection:
        connection.exec_driver_sql(f"insert into person (id, name) {over}values (3, 'Bram')")
    before = _rows(engine)
    assert store.put_back(task, parked) == [False]
    assert _rows(engine) == before


def test_rows_that_nobody_can_tell_apart_are_not_parked(store: Store) -> None:
    """Without a primary key a row could come back twice, so it is refused and stays."""
    where: Any = KeyIn("name", "name", "normal")
    task = Task(selection=Selection("loose", where), act=Act.ERASE)
    with pytest.raises(StoreRefused):
        store.park([task], {"name": ("Anna",)}, [Shelf()])
    assert store.values(Selection("loose", where), ("name",), {"name": ("Anna",)}, 9) == [("Anna",)]
