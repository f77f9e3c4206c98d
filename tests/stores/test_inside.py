"""Every database finds and changes inside documents and lists what plain Python does."""

import copy
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSON, JSONB

from nakomen import stores
from nakomen.records import (
    Act,
    Column,
    Condition,
    Constant,
    Dataset,
    Everything,
    Filled,
    Given,
    Key,
    KeyIn,
    KeyRole,
    Linked,
    Mentions,
    Missing,
    Says,
    Selection,
    Store,
    StoreMap,
    StoreRefused,
    Task,
    Unlike,
    Unreadable,
    Without,
    any_of,
    not_,
)
from nakomen.records.parking import Parked
from nakomen.stores.memory import MemoryStore, Tables
from nakomen.terms import Category, RecordKind

KEYS = {
    "email": ("anna@example.nl",),
    "crm.customer.id": ("7",),
    "set:email": ("anna.nieuw@example.nl",),
    "was:email": ("ANNA@",),
}
DOCUMENTS = [
    {"email": "anna@example.nl", "customer": {"id": 7, "name": "Anna é"}, "total": 1.50},
    {"email": " Anna@Example.NL ", "customer": {"id": "7"}, "paid": True},
    {"email": None, "customer": None},
    {"email": {"work": "anna@example.nl"}, "customer": [7]},
    {"email": 7, "customer": {"id": 70}, "big": 12345678901234567890},
    {"email": "bram@example.nl", "customer": {"id": 8},
     "cc": [{"email": "bram@example.nl"}, {"email": "ANNA@example.nl", "x": [1, {"y": "z"}]},
            {"email": 7}, "anna@example.nl", None, {"mail": "anna@example.nl"}]},
    {"cc": {"email": "anna@example.nl"}, "customer": {"id": True}},
    {"cc": [], "email": "", "customer": {"id": 7.0}},
    {"cc": [{"email": None}], "customer": {"ids": [7, "7", 8, 70, True, "a\"b", 1.50]}},
    {"cc": None, "Email": "anna@example.nl", "customer": {"ids": [8]}},
    [7, "anna@example.nl", {"email": "anna@example.nl"}, 8],
    [],
    "anna@example.nl",
    7,
    None,
]  # fmt: skip
NO_DOCUMENTS = ["", "{", "{'email': 'anna@example.nl'}", "anna@example.nl", "NaN", '{"a": 1} x']
PATHS = (
    "doc:$.email", "doc:$.customer.id", "doc:$.customer", "doc:$.paid", "doc:$.big",
    "doc:$.cc[*].email", "doc:$.customer.ids[*]", "doc:$[*]",
)  # fmt: skip


def _map(kind: str) -> StoreMap:
    columns = [
        Column(name="id", type="INTEGER", category=Category.NONE, nullable=False, unique=True),
        Column(name="doc", type=kind, category=Category.NONE),
        *(Column(name=path, type="TEXT", category=Category.EMAIL) for path in PATHS),
    ]
    event = Dataset(
        name="event", records=RecordKind.CONTENT, primary_key=("id",), columns=tuple(columns),
        keys=(Key(kind="email", column="doc:$.cc[*].email", role=KeyRole.PARTY),),
    )  # fmt: skip
    customer = Dataset(
        name="customer", records=RecordKind.CUSTOMER, primary_key=("id",), columns=(columns[0],)
    )
    return StoreMap(store="crm", kind="memory", datasets=(customer, event))


def _tables(texts: list[str | None]) -> Tables:
    events: list[dict[str, Any]] = [
        {"id": number, "doc": text} for number, text in enumerate(texts)
    ]
    return {"customer": [{"id": 7}, {"id": 9}], "event": events}


@contextmanager
def _opened(url: str, store_map: StoreMap, tables: Tables, kind: Any) -> Iterator[Store]:
    """The tables anew in the database at *url*."""
    engine, metadata = sa.create_engine(url), sa.MetaData()
    customer = sa.Table("customer", metadata, sa.Column("id", sa.Integer, primary_key=True))
    event = sa.Table(
        "event", metadata, sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("doc", kind),
    )  # fmt: skip
    metadata.drop_all(engine)
    metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(sa.insert(customer), tables["customer"])
        for row in tables["event"]:
            value = row["doc"]
            if isinstance(kind, JSON) and value is not None:
                typed = sa.cast(sa.literal(value, sa.Text), kind)
                connection.execute(sa.insert(event).values(id=row["id"], doc=typed))
            else:
                connection.execute(sa.insert(event).values(row))
    engine.dispose()
    with stores.load("crm", url, store_map) as store:
        yield store


def _conditions(paths: tuple[str, ...]) -> Iterator[Condition]:
    for path in paths:
        yield KeyIn(path, "email")
        yield KeyIn(path, "crm.customer.id", "normal")
        yield Says(path, "true")
        yield Says(path, "7")
        yield Missing(path)
        yield Filled((path,))
        yield Mentions(path, Given("was:email"))
        yield Unlike(path, Without("email"))
        if "[*]" not in path:
            yield Unlike(path, Given("set:email"))
            yield Linked((path,), "customer", ("id",), Everything())
    yield Unreadable("doc")


def _rows(store: Store, paths: tuple[str, ...]) -> dict[str, list[int]]:
    wheres = list(_conditions(paths))
    return {
        repr(condition): _ids(store, "event", condition)
        for where in wheres
        for condition in (where, not_(where))
    }


def _ids(store: Store, name: str, where: Condition) -> list[int]:
    return sorted(row[0] for row in store.values(Selection(name, where), ("id",), KEYS, 1000))


def _differences(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return {key: (value, other[key]) for key, value in one.items() if value != other[key]}


TASKS = (
    (Act.BLANK, ("doc:$.email", "doc:$.customer.id"), ()),
    (Act.RECTIFY, ("doc:$.email",), (Given("set:email"),)),
    (Act.STOP, ("doc:$.paid", "doc:$.email"), (Constant("false"), Constant("x"))),
    (Act.OMIT, ("doc:$.cc[*].email",), (Without("email"),)),
    (Act.OMIT, ("doc:$.customer.ids[*]",), (Without("crm.customer.id", "normal"),)),
    (Act.OMIT, ("doc:$[*]",), (Without("email"),)),
)


def _docs(store: Store) -> list[object]:
    whole = Task(selection=Selection("event", Everything()), act=Act.EXPORT)
    told = []
    for row in store.export(whole, {}):
        value = row["doc"]
        try:
            told.append(json.loads(value) if isinstance(value, str) else value)
        except ValueError:
            told.append(value)
    return told


def _agree(
    url: str, kind: Any, name: str, texts: list[str | None], paths: tuple[str, ...] = PATHS
) -> None:
    """Each question and each act, in the database as in Python."""
    store_map, tables = _map(name), _tables(texts)
    where = any_of(*(not_(Missing(path)) for path in PATHS), Filled(PATHS))
    with _opened(url, store_map, tables, kind) as store:
        expected = _rows(MemoryStore(store_map, tables), paths)
        assert any(expected.values())
        assert not _differences(_rows(store, paths), expected)
    for act, columns, becomes in TASKS:
        with _opened(url, store_map, tables, kind) as store:
            reference = MemoryStore(store_map, copy.deepcopy(tables))
            task = Task(
                selection=Selection("event", where), act=act, columns=columns, becomes=becomes
            )
            changed = reference.act([task], KEYS)
            assert changed[0] > 0
            assert store.act([task], KEYS) == changed, task
            assert _docs(store) == _docs(reference), task
            assert store.act([task], KEYS) == [0]
            assert "anna" not in " ".join(store.explain(task, KEYS)).lower()


TEXTS = [None if found is None else json.dumps(found, ensure_ascii=False) for found in DOCUMENTS]


def test_a_text_is_looked_into_as_python_does_it(sqlite_url: str) -> None:
    """Documents, lists, other values and what is no JSON at all, in a text of SQLite."""
    _agree(sqlite_url, sa.Text(), "TEXT", [*TEXTS, *NO_DOCUMENTS])


def test_postgresql_looks_into_jsonb_json_and_text(postgres_url: str) -> None:
    """The same rows, whether the database keeps the text or what it says."""
    texts = [text.replace("7.0", "7") if text else text for text in TEXTS]
    _agree(postgres_url, JSONB(), "JSONB", texts)
    few = ("doc:$.customer.id", "doc:$.cc[*].email")
    _agree(postgres_url, JSON(), "JSON", TEXTS, few)
    _agree(postgres_url, sa.Text(), "TEXT", [*TEXTS, *NO_DOCUMENTS], few)


def test_mariadb_looks_into_text(mariadb_url: str) -> None:
    """Where JSON is a text by another name."""
    _agree(mariadb_url, sa.Text(), "TEXT", [*TEXTS, *NO_DOCUMENTS])


def test_a_list_of_postgresql_is_looked_into(postgres_url: str) -> None:
    """int[] and text[]: her element is found and goes; the others stay in their order."""
    engine = sa.create_engine(postgres_url)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE team (id int PRIMARY KEY, ids int[], mails text[]);"
            "INSERT INTO team VALUES (1, '{70,7,8,7}', '{Anna@example.nl,bram@example.nl}'),"
            "(2, '{8,NULL}', '{}'), (3, NULL, NULL), (4, '{7}', '{anna@example.nl}')"
        )
    engine.dispose()
    columns = {"id": "INTEGER", "ids": "INTEGER[]", "mails": "TEXT[]"}
    paths = {"ids:$[*]": "TEXT", "mails:$[*]": "TEXT"}
    team = Dataset(
        name="team", records=RecordKind.CONTENT, primary_key=("id",),
        columns=tuple(
            Column(name=name, type=kind, category=Category.NONE)
            for name, kind in (columns | paths).items()
        ),
    )  # fmt: skip
    customer = _map("JSONB").dataset("customer")
    store_map = StoreMap(store="crm", kind="memory", datasets=(customer, team))
    tables: Tables = {
        "customer": [],
        "team": [
            {"id": 1, "ids": [70, 7, 8, 7], "mails": ["Anna@example.nl", "bram@example.nl"]},
            {"id": 2, "ids": [8, None], "mails": []},
            {"id": 3, "ids": None, "mails": None},
            {"id": 4, "ids": [7], "mails": ["anna@example.nl"]},
        ],
    }
    becomes = (Without("crm.customer.id", "normal"), Without("email"))
    where = any_of(*(KeyIn(n, b.kind, b.written) for n, b in zip(paths, becomes, strict=True)))
    task = Task(
        selection=Selection("team", where), act=Act.OMIT, columns=tuple(paths), becomes=becomes
    )
    reference = MemoryStore(store_map, tables)
    with stores.load("crm", postgres_url, store_map) as store:
        for condition in (where, Missing("ids:$[*]"), Filled(tuple(paths)), not_(where)):
            assert _ids(store, "team", condition) == _ids(reference, "team", condition)
        assert store.act([task], KEYS) == reference.act([task], KEYS) == [2]
        whole = Task(selection=Selection("team", Everything()), act=Act.EXPORT)
        assert list(store.export(whole, {})) == list(reference.export(whole, {}))
    assert tables["team"][0] == {"id": 1, "ids": [70, 8], "mails": ["bram@example.nl"]}


def test_a_text_is_not_looked_into_where_nothing_tells_whether_it_is_json(
    postgres15_url: str,
) -> None:
    """PostgreSQL 15 would stop at the first text that is no JSON: it refuses, and says why."""
    store_map, tables = _map("TEXT"), _tables([*TEXTS, *NO_DOCUMENTS])
    with (
        _opened(postgres15_url, store_map, tables, sa.Text()) as store,
        pytest.raises(StoreRefused, match="doc"),
    ):
        store.values(Selection("event", KeyIn("doc:$.email", "email")), ("id",), KEYS, 9)


def _frozen_and_back(url: str, kind: Any, name: str) -> None:
    store_map, tables = _map(name), _tables(TEXTS[:2])
    columns = ("doc:$.email", "doc:$.customer.id")
    task = Task(
        selection=Selection("event", KeyIn("doc:$.email", "email")), act=Act.FREEZE, columns=columns
    )
    kept: list[Parked] = []

    def keep(_: Task, rows: Iterator[Parked]) -> int:
        kept.extend(rows)
        return len(kept)

    with _opened(url, store_map, tables, kind) as store:
        before = _docs(store)
        assert store.park([task], KEYS, [keep]) == [2]
        assert _docs(store)[0] == {**json.loads(str(TEXTS[0])), "email": None,
                                   "customer": {"id": None, "name": "Anna é"}}  # fmt: skip
        paid = Task(
            selection=Selection("event", Says("doc:$.paid", "true")), act=Act.STOP,
            columns=("doc:$.paid",), becomes=(Constant("false"),),
        )  # fmt: skip
        assert store.act([paid], KEYS) == [1]
        assert store.put_back(task, kept) == [True, False]
        assert _docs(store)[0] == before[0]
        assert _docs(store)[1]["paid"] == "false"  # type: ignore[index]


def test_what_was_emptied_in_a_document_comes_back(sqlite_url: str) -> None:
    """The document stands as it stood, unless something else in it was changed since."""
    _frozen_and_back(sqlite_url, sa.Text(), "TEXT")


def test_it_comes_back_on_servers_too(postgres15_url: str, mariadb_url: str) -> None:
    """As in SQLite."""
    _frozen_and_back(postgres15_url, JSONB(), "JSONB")
    _frozen_and_back(postgres15_url, JSON(), "JSON")
    _frozen_and_back(mariadb_url, sa.Text(), "TEXT")
