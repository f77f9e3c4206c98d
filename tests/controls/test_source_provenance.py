"""source-provenance: what did not come from the person is told to her, and named in her copy."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
import sqlalchemy as sa
from tests.circle.world import World
from tests.controls.house import ANNA, CUSTOMERS, META, VISITS, house, tell

COLUMN = sa.text("ALTER TABLE visits ADD COLUMN informed_on DATE")
VISITS_IN_MAP = "  visits:\n    records: login\n"
MONTH_AFTER = date(2026, 11, 26)
"""The visits of this year are of 25 October: on this day the month is over."""


@pytest.fixture
def world(tmp_path: Path, sqlite_url: str) -> Iterator[World]:
    """Visits are bought from a register of visitors; nobody wrote down that people were told."""
    with house(tmp_path, sqlite_url) as made:
        said(made, "    source: Bezoekregister\n")
        yield made


def said(world: World, *lines: str) -> None:
    file = world.folder / "systems" / "crm.yaml"
    text = file.read_text("utf-8")
    assert VISITS_IN_MAP in text
    file.write_text(text.replace(VISITS_IN_MAP, VISITS_IN_MAP + "".join(lines), 1), "utf-8")
    world.run("confirm", "--all", "--by", "Chaima", code=None)


def test_data_of_elsewhere_that_nobody_was_told_of_is_a_finding(world: World) -> None:
    """Without a column for the day: a finding. With one: the rows past a month, until told."""
    assert META.tables.keys() >= {CUSTOMERS.name, VISITS.name}

    def codes() -> list[str]:
        return [f["code"] for f in world.run("check", code=None)["findings"]]

    assert codes().count("C031") == 1
    tell(world, COLUMN)
    file = world.folder / "systems" / "crm.yaml"
    text = file.read_text("utf-8")
    column = "      informed_on: {type: DATE, category: none}\n"
    first = "      ip_address: {"
    text = text.replace(first, column + first, 1)
    text = text.replace(
        "source: Bezoekregister", "source: Bezoekregister\n    told: informed_on", 1
    )
    file.write_text(text, "utf-8")
    world.run("confirm", "--all", "--by", "Chaima", code=None)
    assert "C031" not in codes()

    def late(today: date) -> int:
        found = world.run("status", code=None, today=today)["untold"]
        return sum(one["rows"] for one in found)

    assert late(date(2026, 11, 25)) == 3, "of this month a person may still be told"
    assert late(MONTH_AFTER) == 5
    tell(world, sa.text("UPDATE visits SET informed_on = '2026-11-01' WHERE customer_id = 1"))
    assert late(MONTH_AFTER) == 3


def test_a_copy_names_where_each_part_came_from(world: World, tmp_path: Path) -> None:
    """In the file that she gets, beside her visits."""
    copy = tmp_path / "copy.zip"
    world.apply(world.plan("access", "--key", f"email={ANNA}")["plan"], "-o", copy)
    with ZipFile(copy) as archive:
        pages = [archive.read(n) for n in archive.namelist() if n.endswith((".html", ".json"))]
    assert any(b"Bezoekregister" in page for page in pages)
