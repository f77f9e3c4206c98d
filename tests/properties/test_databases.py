"""The same by-chance companies in real databases: what goes there is what goes in memory."""

import copy
from dataclasses import replace

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.properties.acted import carried_out
from tests.properties.test_erasure import planned
from tests.properties.worlds import PEOPLE, World, rows_in, worlds
from tests.stores.factories import described, fill

from nakomen import stores
from nakomen.records import Act, Everything, Selection, Task


@pytest.mark.parametrize("kind", ["sqlite", "postgres", "mariadb"])
def test_erased_there_as_here(kind: str, request: pytest.FixtureRequest) -> None:
    """Every row of every table, and with foreign keys that the database itself watches."""
    url = str(request.getfixturevalue(f"{kind}_url"))
    engine = sa.create_engine(url)

    @settings(
        max_examples=12, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(world=worlds(), email=st.sampled_from(PEOPLE))
    def same(world: World, email: str) -> None:
        metadata = described(world.store_map)
        metadata.create_all(engine)
        try:
            fill(engine, metadata, world.tables)
            _same(url, world, email)
        finally:
            metadata.drop_all(engine)

    same()
    engine.dispose()


def _same(url: str, world: World, email: str) -> None:
    steps, keys = planned(world, email)
    expected = carried_out(world, steps, keys)
    acts = [s.task for s in steps if s.task.act.destructive]
    with stores.load("world", url, replace(world.store_map, kind="sql")) as store:
        store.act(acts, keys)
    found = copy.deepcopy(world.tables)
    with stores.load("world", url, world.store_map) as fresh:
        for dataset in world.store_map.datasets:
            whole = Task(selection=Selection(dataset.name, Everything()), act=Act.EXPORT)
            found[dataset.name] = [dict(row) for row in fresh.export(whole, {})]
    assert told(world, found) == told(world, expected.tables)


def told(world: World, tables: object) -> list[object]:
    """Each row with its place, days as text: SQLite keeps no other."""
    return sorted(
        (repr(place), {name: str(value) for name, value in row.items()})
        for place, _, row in rows_in(world.store_map, tables)  # type: ignore[arg-type]
    )
