"""Every database finds the rows that plain Python finds, whatever the condition."""

import copy
from collections.abc import Iterable

import sqlalchemy as sa
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from tests.stores import strategies
from tests.stores.factories import UNCHECKED, described, fill

from nakomen import stores
from nakomen.records import Act, Everything, Row, Selection, StoreRefused, Task
from nakomen.stores.contract import SHOP, agree, matching
from nakomen.stores.memory import MemoryStore

DAYS = ("left_on", "day", "began")
QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def _refill(engine: sa.Engine, metadata: sa.MetaData, tables: dict) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(UNCHECKED[engine.dialect.name])
        for table in metadata.tables.values():
            connection.execute(sa.delete(table))
    fill(engine, metadata, tables)


@settings(max_examples=25, **QUIET)
@given(tables=strategies.tables(), keys=strategies.keys, data=st.data())
def _agrees(engine: sa.Engine, metadata: sa.MetaData, store, tables, keys, data) -> None:
    _refill(engine, metadata, tables)
    for dataset in SHOP.datasets:
        for where in data.draw(st.lists(strategies.conditions(dataset.name), max_size=4)):
            agree(store, tables, dataset.name, where, keys)


def test_databases_agree_with_memory(any_sql_url: str) -> None:
    """A condition means the same rows in SQL as decided row by row, NULLs and look-alikes too."""
    engine = sa.create_engine(any_sql_url)
    metadata = described(SHOP, constrained=False)
    metadata.create_all(engine)
    with stores.load("shop", any_sql_url, SHOP) as store:
        _agrees(engine, metadata, store)
    engine.dispose()


@settings(max_examples=20, **QUIET)
@given(tables=strategies.tables(), keys=strategies.keys, data=st.data())
def _changes(engine: sa.Engine, metadata: sa.MetaData, store, tables, keys, data) -> None:
    name, act, columns = data.draw(
        st.sampled_from(
            [
                ("call", Act.ERASE, ()),
                ("invoice", Act.ERASE, ()),
                ("customer", Act.ERASE, ()),
                ("customer", Act.BLANK, ("number", "name", "email", "points")),
                ("customer", Act.RECTIFY, ("email", "name", "points", "left_on")),
                ("customer", Act.STOP, ("email", "points", "contact_id")),
                ("invoice", Act.DETACH, ("corrects", "customer_id")),
            ]
        )
    )
    where = data.draw(strategies.conditions(name))
    task = Task(
        selection=Selection(name, where),
        act=act,
        columns=columns,
        becomes=strategies.becoming(act, columns),
    )
    _refill(engine, metadata, tables)
    reference = MemoryStore(SHOP, copy.deepcopy(tables))
    try:
        expected = reference.act([task], keys)
    except StoreRefused:
        event("refused")
        return
    assert store.act([task], keys) == expected
    for dataset in SHOP.datasets:
        whole = Task(selection=Selection(dataset.name, Everything()), act=Act.EXPORT)
        assert _told(store.export(whole, {})) == _told(reference.export(whole, {}))
    assert matching(store, name, where, keys) == matching(reference, name, where, keys)


def _told(rows: Iterable[Row]) -> list[dict[str, object]]:
    """Rows with their days as text: SQLite keeps no other."""
    return [{n: str(v)[:10] if n in DAYS else v for n, v in row.items()} for row in rows]


def test_databases_change_what_memory_changes(any_sql_url: str) -> None:
    """After any act every row of every table is as plain Python has it."""
    engine = sa.create_engine(any_sql_url)
    metadata = described(SHOP, constrained=False)
    metadata.create_all(engine)
    with stores.load("shop", any_sql_url, SHOP) as store:
        _changes(engine, metadata, store)
    engine.dispose()
