"""What a customer sees of herself, asked of the core."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.circle.providers import provider
from tests.circle.world import TODAY, World

from nakomen import Company, verbs
from nakomen.demo.provider import STATEMENT, cast


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with provider("sqlite", "tiny", tmp_path) as urls:
        world = World(folder=tmp_path / "zonneveld", urls=urls)
        world.begin(Path(str(STATEMENT)), "UTC", "sqlite tiny")
        world.close()
        yield world.folder


def test_some_rows_of_one_kind_are_read_and_then_of_the_next(folder: Path) -> None:
    """Who looks at the first lines of each kind leaves nothing open in between."""
    with Company.open(folder) as company:
        her = verbs.known(company, cast.ANNA.email)
        assert her
        kinds = verbs.mine(company, her, TODAY).kinds
        assert len([kind for kind in kinds if kind.name.startswith("crm.") and kind.rows > 1]) > 3
        assert [len(kind.read(0, 1)) for kind in kinds] == [1] * len(kinds)
