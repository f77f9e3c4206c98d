"""combined-data-reclassification: once linked to a person, a visit is hers."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.circle.world import World
from tests.controls.house import ANNA, VISITS, house, rows, tell

KEY = ("--key", f"email={ANNA}")
LOOSE = "192.0.2.5"


@pytest.fixture
def world(tmp_path: Path, any_sql_url: str) -> Iterator[World]:
    with house(tmp_path, any_sql_url) as made:
        yield made


def _copy(world: World) -> str:
    planned = world.plan("access", *KEY)
    file = world.folder.parent / f"{planned['plan']}.zip"
    world.apply(planned["plan"], "-o", file)
    with zipfile.ZipFile(file) as copy:
        return json.dumps(json.loads(copy.read("data/crm.visits.json")))


def _erase(world: World) -> list[int]:
    planned = world.plan("erase", *KEY)
    world.run("apply", planned["plan"], "--yes", "--by", "Chaima", code=None)
    return [row[0] for row in rows(world, VISITS)]


def test_before_the_link_a_visit_is_in_neither(world: World) -> None:
    """A visit of nobody is not in her copy, and stays when she is erased."""
    assert "192.0.2.1" in _copy(world)
    assert LOOSE not in _copy(world)
    assert _erase(world) == [3, 4, 5]


def test_after_the_link_it_is_in_her_copy_and_goes_with_her(world: World) -> None:
    """The same visit, once somebody linked it to her."""
    assert LOOSE not in _copy(world)
    tell(world, sa.update(VISITS).where(VISITS.c.id == 5).values(customer_id=1))
    assert LOOSE in _copy(world)
    assert _erase(world) == [3, 4]
