"""purpose-binding: a use names a purpose that the statement has and the records carry."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.circle.world import World
from tests.controls.house import ANNA, BRAM, house

HERS = ("--key", f"email={ANNA}")
HIS = ("--key", f"email={BRAM}")
REGISTER = """activities:
  - id: a
    name: facturen
    status: active
    purposes: [purpose-1]
    stores: [crm.invoices]
  - id: b
    name: nieuwsbrief
    status: active
    purposes: [purpose-2]
    stores: [crm.customers]
"""


@pytest.fixture
def world(tmp_path: Path, any_sql_url: str) -> Iterator[World]:
    """Invoices serve the sending of invoices; nothing serves the newsletter but the customers."""
    with house(tmp_path, any_sql_url) as made:
        (made.folder / "register.yaml").write_text(REGISTER, "utf-8")
        yield made


def _use(world: World, *words: str, code: int) -> dict[str, Any]:
    told: dict[str, Any] = world.run("may", "use", *words, code=code)
    return told


def test_only_a_declared_purpose_that_the_records_carry_is_allowed(world: World) -> None:
    """Undeclared: no. Not attached: no. Both answers, and the yes, are in the log."""
    yes = _use(world, *HERS, "--purpose", "Facturen  sturen", "--in", "crm.invoices", code=0)
    assert yes["because"]["promise"] == "purpose-1"
    _use(world, *HERS, "--purpose", "purpose-1", "--in", "crm.visits", code=3)
    _use(world, *HERS, "--purpose", "profielen van Anna verkopen", "--in", "crm.invoices", code=3)
    _use(world, *HERS, "--in", "crm.invoices", code=3)
    _use(world, *HIS, "--purpose", "purpose-1", "--in", "crm.invoices", code=0)
    world.run("may", "use", *HERS, "--purpose", "purpose-1", "--in", "crm.bestaat_niet", code=2)

    log = world.run("evidence", "log")["uses"]
    assert [use["answer"] for use in log] == ["allow", "deny", "deny", "deny", "allow"]
    hers = world.run("evidence", "log", *HERS)["uses"]
    assert hers == log[:4]
    both = world.run("evidence", "log", *HERS, "--purpose", "facturen sturen")["uses"]
    assert both == log[:2]
    other = world.run("evidence", "log", "--purpose", "profielen van Anna verkopen")["uses"]
    assert other == log[2:3]
    assert "Anna" not in json.dumps(log)
    assert ANNA not in json.dumps(log)


def test_what_rests_on_consent_needs_consent(world: World) -> None:
    """The newsletter goes to who agreed before, and to nobody else."""
    ask = (*HERS, "--purpose", "nieuwsbrief sturen", "--in", "crm.customers")
    _use(world, *ask, code=3)
    _use(world, *ask, "--consent", "2026-11-20", code=0)
    _use(world, *ask, "--consent", "2026-11-22", code=3)
    _use(world, *ask, "--consent", "2026-11-01", "--withdrawn", "2026-11-20", code=3)


def test_without_a_register_a_person_is_asked(world: World) -> None:
    """What nobody wrote down is not allowed by silence; nor is a purpose that has ended."""
    ask = (*HERS, "--purpose", "facturen sturen", "--in", "crm.invoices")
    _use(world, *ask, code=0)
    file = world.folder / "register.yaml"
    text = file.read_text("utf-8")
    ended = text.replace("- id: a\n", "- id: a\n    until: 2026-11-01\n", 1)
    assert ended != text
    file.write_text(ended, "utf-8")
    _use(world, *ask, code=3)
    file.unlink()
    _use(world, *ask, code=4)
