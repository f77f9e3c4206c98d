"""What falls due in the coming months is what the plans of those days will take."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from tests.circle.providers import provider
from tests.circle.world import TODAY, World
from tests.controls.house import ANNA, BRAM, INVOICES, house, tell

from nakomen.demo.provider import STATEMENT

DAYS = (TODAY, date(2027, 1, 31))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with provider("sqlite", "tiny", tmp_path) as urls:
        world = World(folder=tmp_path / "zonneveld", urls=urls)
        world.begin(Path(str(STATEMENT)), "UTC", "sqlite tiny")
        yield world
        world.close()


def planned(world: World, day: date) -> Counter[str]:
    """Rows of each dataset that a retention plan of *day* takes."""
    rows: Counter[str] = Counter()
    for step in world.plan("retention", today=day)["steps"]:
        if step["act"] in ("erase", "blank", "detach") and step["rows"]:
            rows[f"{step['dataset']} {step['act']}"] += step["rows"]
    return rows


def foreseen(told: dict[str, Any], day: date) -> Counter[str]:
    rows: Counter[str] = Counter()
    for f in told["falling"]:
        if f["until"] <= day.isoformat():
            rows[f"{f['dataset']} {f['act']}"] += f["rows"]
    return rows


def test_what_is_foreseen_is_what_the_plan_of_that_day_takes(world: World) -> None:
    """Now and after a new year: the same rows, and the plans are not empty."""
    told = world.run("forecast", "--months", 3)
    for day in DAYS:
        assert planned(world, day)
        assert foreseen(told, day) == planned(world, day)


def test_looking_ahead_changes_nothing_and_ends_where_it_was_told(world: World) -> None:
    """Three months are three months; the retention plan of today is the same afterwards."""
    before = planned(world, TODAY)
    told = world.run("forecast", "--months", 3)
    assert max(f["until"] for f in told["falling"]) == "2027-01-31"
    assert planned(world, TODAY) == before


def test_what_is_spared_is_not_foreseen_and_what_comes_free_is(
    tmp_path: Path, sqlite_url: str
) -> None:
    """
    Bram is on hold, Anna was erased but for an invoice that is free in 2027: on each day the
    forecast has what the plan takes, and tells when somebody looks at the hold and what ends.
    """
    with house(tmp_path, sqlite_url) as world:
        file = world.folder / "nakomen.yaml"
        file.write_text(file.read_text("utf-8") + "guards: {undo: 7 dagen}\n", "utf-8")
        tell(world, sa.update(INVOICES).values(invoice_date=date(2019, 5, 1)))
        assert planned(world, TODAY) == {"visits erase": 3}
        words = ("--reason", "dossier 12", "--until", "2027-05-01")
        world.run("hold", "add", "--key", f"email={BRAM}", *words)
        erased = world.plan("erase", "--key", f"email={ANNA}")["plan"]
        world.apply(erased, code=None)
        ahead = world.run("forecast", "--months", 14)
        assert planned(world, TODAY) == foreseen(ahead, TODAY) == {"visits erase": 1}
        for day in (date(2026, 12, 31), date(2027, 1, 31), date(2027, 10, 31)):
            assert foreseen(ahead, day) == planned(world, day)
        assert not planned(world, date(2026, 12, 31))["invoices erase"]
        assert planned(world, date(2027, 1, 31))["invoices erase"] == 1
        assert [(h["id"], h["until"]) for h in ahead["holds"]] == [("hold-1", "2027-05-01")]
        assert {(p["plan"], p["until"]) for p in ahead["destroyed"]} == {(erased, "2026-11-28")}
        assert ahead["until"] == "2027-12-31"
