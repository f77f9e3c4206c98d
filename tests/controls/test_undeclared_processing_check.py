"""undeclared-processing-check (systems): what the statement does not name is told in one run."""

from typing import Any

import pytest
from ruamel.yaml import YAML
from sqlalchemy import text
from tests.circle.world import World
from tests.controls.office import Office

from nakomen.cli.common import Exit


def told(world: World, code: str) -> list[str]:
    """Messages of one code in a survey."""
    found: list[dict[str, Any]] = world.run("survey", code=None)["findings"]
    return [f["message"] for f in found if f["code"] == code]


def change(world: World, *statements: str) -> None:
    with world.engine("crm").begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_a_field_that_the_statement_does_not_name_is_told(provider_world: World) -> None:
    """A gender and a licence plate are added: one survey later both are findings, with cure."""
    world = provider_world
    assert told(world, "C014") == []
    change(world, "ALTER TABLE customer ADD COLUMN geslacht VARCHAR(1)")
    assert any("customer.geslacht" in message for message in told(world, "C014"))
    assert any("geslacht" in message for message in told(world, "C011"))


@pytest.mark.parametrize("provider_world", ["sqlite"], indirect=True)
def test_what_the_statement_denies_is_an_error(provider_world: World) -> None:
    """
    It says that health and BSN are not kept. A BSN that customers wrote in a message is told from
    the first; a column with either ends the run with exit 3.
    """
    world = provider_world
    assert any("ticket_message.body" in message for message in told(world, "C017"))
    assert not any("customer" in message for message in told(world, "C016"))
    change(
        world,
        "ALTER TABLE customer ADD COLUMN bsn VARCHAR(9)",
        "ALTER TABLE customer ADD COLUMN medische_gegevens VARCHAR(80)",
    )
    world.run("survey", code=Exit.BROKEN)
    assert any("customer.bsn" in message for message in told(world, "C017"))
    assert any("customer.medische_gegevens" in message for message in told(world, "C016"))


@pytest.mark.parametrize("provider_world", ["sqlite"], indirect=True)
def test_a_named_kind_without_a_column_is_told_calmly(provider_world: World) -> None:
    """A note, not an error: it may stand in a system that nobody connected."""
    world = provider_world
    found = world.run("survey", code=None)["findings"]
    assert [f["severity"] for f in found if f["code"] == "C015"] == ["note"]


def test_a_processor_that_the_statement_does_not_name_is_told(company: Office) -> None:
    """Written into the register alone, it is a finding of the next check."""
    company.run("register", "--write")
    file = company.folder / "register.yaml"
    before = [f["code"] for f in company.run("check", code=None)["findings"]]
    assert "C026" not in before
    yaml = YAML()
    register = yaml.load(file.read_text("utf-8"))
    register.setdefault("processors", []).append({"name": "Wolkenmaker B.V."})
    with file.open("w", encoding="utf-8") as out:
        yaml.dump(register, out)
    found = company.run("check", code=None)["findings"]
    assert any(f["code"] == "C026" and "Wolkenmaker" in f["message"] for f in found)
