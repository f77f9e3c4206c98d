"""retention-review: everything without a living purpose is listed, and each item is decided."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from tests.circle.providers import provider
from tests.circle.world import World
from tests.cli.terminal import terminal

from nakomen.demo.provider import STATEMENT

NEXT = date(2027, 6, 1)
BY = ("--until", str(NEXT), "--by", "Chaima Yilmaz")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Staff, contacts and subscriptions: no sentence says how long these stay."""
    with provider("sqlite", "tiny", tmp_path) as urls:
        world = World(folder=tmp_path / "zonneveld", urls=urls)
        world.begin(Path(str(STATEMENT)), "UTC", "sqlite tiny")
        yield world
        world.close()


def items(world: World, today: date | None = None) -> dict[str, dict[str, Any]]:
    told = world.run("review", code=None, today=today)["items"]
    return {one["place"]: one for one in told}


def decide(world: World, place: str, choice: str, code: int = 0) -> Any:
    name = items(world)[place]["item"]
    return world.run("review", name, choice, "--because", "besluit 4", *BY, code=code)


def count(world: World, table: str) -> int:
    with world.engine("crm").connect() as connection:
        return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())


def test_each_item_is_listed_and_none_stays_without_a_decision(world: World) -> None:
    """What a sweep cannot judge is exactly what the review lists, and it ends at exit code 4."""
    planned = world.plan("retention")["steps"]
    unsure = {
        f"{s['store']}.{s['dataset']}": s["rows"]
        for s in planned
        if s["act"] in ("ask", "unknown") and s["rows"]
    }
    found = items(world)
    assert {place: one["rows"] for place, one in found.items()} == unsure
    assert found.keys() >= {"crm.staff", "crm.contact", "crm.subscription"}
    world.run("review", code=4)
    for place in found:
        decide(world, place, "keep")
    told = world.run("review", code=0)["items"]
    assert [one["waits"] for one in told] == [False] * len(found)
    assert {one["decided"]["because"] for one in told} == {"besluit 4"}
    assert world.run("status", code=None)["undecided"] == 0
    assert all(one["waits"] for one in items(world, NEXT).values())
    assert world.run("status", code=None, today=NEXT)["undecided"] == len(found)


def test_a_decision_to_erase_leads_to_a_plan_that_a_person_reads(world: World) -> None:
    """Nothing goes at the decision; the plan takes what it shows, and what comes later is new."""
    before = count(world, "contact")
    plan = decide(world, "crm.contact", "erase")["plan"]
    assert count(world, "contact") == before
    shown = world.run("show", plan)["steps"]
    taken = sum(s["rows"] for s in shown if s["act"] == "erase" and s["dataset"] == "contact")
    assert taken
    common = ("--today", world.today, "-C", world.folder)
    assert terminal("nl").run(*common, "apply", plan, "--yes").code == 4
    assert count(world, "contact") == before
    world.apply(plan, code=None)
    assert count(world, "contact") == before - taken
    assert items(world)["crm.contact"]["waits"]


def test_what_cannot_be_done_is_not_noted_as_decided(world: World) -> None:
    """A subscription points to its customer for good: it does not become anonymous."""
    decide(world, "crm.subscription", "anonymise", code=4)
    assert items(world)["crm.subscription"]["decided"] is None


def test_a_late_hold_is_an_item_until_somebody_looks_again(world: World) -> None:
    """It still holds; kept on it has another day."""
    key = ("--key", "customer=K000002")
    world.run("hold", "add", *key, "--reason", "dossier 12", "--until", "2027-01-01")
    late = date(2027, 1, 2)
    [hold] = [one for one in items(world, late).values() if one["item"] == "hold-1"]
    assert hold["waits"]
    words = ("review", "hold-1", "keep", "--because", "dossier 12 loopt", *BY)
    assert world.run(*words, today=late)["decided"]["next"] == str(NEXT)
    assert not world.run("hold", "list", today=late)["holds"][0]["late"]
    world.run("review", "hold-1", "erase", "--because", "klaar", *BY, code=2, today=late)


def test_a_review_names_nobody_and_reads_in_a_narrow_window(world: World) -> None:
    """Who decided stands in the evidence as a fingerprint; people read one item after the other."""
    decide(world, "crm.staff", "keep")
    bundle = world.folder / "bundle.jsonl"
    world.run("evidence", "bundle", "-o", bundle)
    assert "besluit 4" in bundle.read_text("utf-8")
    assert "Yilmaz" not in bundle.read_text("utf-8")
    narrow = terminal("nl").run(
        "--today", world.today, "-C", world.folder, "review", env={"COLUMNS": "60"}
    )
    assert "crm.staff" in narrow.out
    assert max(map(len, narrow.out.splitlines())) <= 60
