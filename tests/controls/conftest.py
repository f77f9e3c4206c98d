"""The company that the acceptance of a control is shown on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.controls.office import Office, office


@pytest.fixture
def company(tmp_path: Path) -> Iterator[Office]:
    made = office(tmp_path)
    yield made
    made.close()
