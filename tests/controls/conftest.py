"""The company that the acceptance of a control is shown on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.circle.providers import provider
from tests.circle.world import World
from tests.controls.office import Office, office

from nakomen.demo.provider import STATEMENT


@pytest.fixture
def company(tmp_path: Path) -> Iterator[Office]:
    made = office(tmp_path)
    yield made
    made.close()


@pytest.fixture(params=["postgresql", "mariadb", "sqlite"])
def provider_world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """The example provider on one database after the other: customers, and a newsletter apart."""
    with provider(request.param, "tiny", tmp_path) as urls:
        world = World(folder=tmp_path / "zonneveld", urls=urls)
        zone = None if request.param == "postgresql" else "UTC"
        world.begin(Path(str(STATEMENT)), zone, f"{request.param} tiny")
        yield world
        world.close()


@pytest.fixture
def sqlite_world(tmp_path: Path) -> Iterator[World]:
    """The example provider where what is shown does not depend on the database."""
    with provider("sqlite", "tiny", tmp_path) as urls:
        world = World(folder=tmp_path / "zonneveld", urls=urls)
        world.begin(Path(str(STATEMENT)), "UTC", "sqlite tiny")
        yield world
        world.close()
