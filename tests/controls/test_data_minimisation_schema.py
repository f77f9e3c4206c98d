"""data-minimisation-schema (survey): the map is the closed list of fields; the rest is told."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from tests.circle.world import World

from nakomen.cli.common import Exit


def findings(world: World, *words: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = world.run(*words, code=None)["findings"]
    return found


def outside(world: World) -> set[str]:
    """Fields that a survey finds and the list does not have."""
    found = [f for f in findings(world, "survey") if f["code"] == "C011"]
    return {f["message"].split("'")[3] for f in found}


def test_a_field_outside_the_list_is_told_and_let_in_only_by_a_person(
    provider_world: World,
) -> None:
    """A field is added behind everybody's back: told, until somebody gives it a category."""
    world = provider_world
    assert outside(world) == set()
    with world.engine("crm").begin() as connection:
        connection.execute(text("ALTER TABLE customer ADD COLUMN lievelingskleur VARCHAR(20)"))
    assert outside(world) == {"lievelingskleur"}
    file = world.folder / "systems" / "crm.yaml"
    listed = file.read_text("utf-8")
    first = listed.index("      email:", listed.index("  customer:"))
    field = "      lievelingskleur: {type: VARCHAR(20), category: none}\n"
    file.write_text(listed[:first] + field + listed[first:], "utf-8")
    assert outside(world) == set()


@pytest.mark.parametrize("provider_world", ["sqlite"], indirect=True)
def test_a_change_that_asks_for_more_than_the_list_is_refused(
    provider_world: World, tmp_path: Path
) -> None:
    """Before the form asks for it: what no purpose needs is refused, what is listed passes."""
    listed, more = tmp_path / "listed.sql", tmp_path / "more.sql"
    listed.write_text("CREATE TABLE customer (id integer, name text, phone text);", "utf-8")
    more.write_text("ALTER TABLE customer ADD COLUMN geslacht char(1);", "utf-8")
    words = ("check", "--store", "crm", "--schema", listed)
    assert provider_world.run(*words, code=Exit.DONE)["findings"] == []
    provider_world.run(*words, "--schema", more, code=Exit.BROKEN)


@pytest.mark.parametrize("provider_world", ["sqlite"], indirect=True)
def test_an_optional_field_may_stay_empty(provider_world: World) -> None:
    """The list says which fields may be left out; a customer without them is served like others."""
    world = provider_world
    with world.engine("crm").begin() as connection:
        connection.execute(
            text("UPDATE customer SET phone = NULL, date_of_birth = NULL WHERE id = 1")
        )
        email = connection.execute(text("SELECT email FROM customer WHERE id = 1")).scalar_one()
    planned = world.plan("access", "--key", f"email={email}")
    assert planned["found"]
    assert any(s["dataset"] == "customer" and s["rows"] == 1 for s in planned["steps"])
