"""restriction-freeze: kept and not used, on every database; lifted as the person asks."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from tests.circle.world import World
from tests.cli.terminal import terminal
from tests.controls.house import (
    ANNA,
    BRAM,
    CUSTOMERS,
    POLICY,
    VISITS,
    everything,
    house,
    rows,
    tell,
)

from nakomen.ledger import Vault

KEY = ("--key", f"email={ANNA}")
ALWAYS = """  - id: right-3
    kind: right
    control: restriction-freeze
    rights: [restriction]
    says: U heeft altijd het recht om de verwerking te laten beperken.
  - id: right-4
    kind: right_procedure
    control: restriction-freeze
    says: De gegevens worden tot u de beperking opheft niet meer verwerkt.
"""


@pytest.fixture
def world(tmp_path: Path, any_sql_url: str) -> Iterator[World]:
    with house(tmp_path, any_sql_url) as made:
        yield made


@pytest.fixture
def small(tmp_path: Path, sqlite_url: str) -> Iterator[World]:
    with house(tmp_path, sqlite_url) as made:
        yield made


def _freeze(world: World, *more: str) -> str:
    planned = world.plan("restrict", *KEY, *(more or ("--ground", "contested")))
    world.apply(planned["plan"])
    return str(planned["plan"])


def _hers(world: World) -> str:
    return repr([[row for row in table if 1 in row[:2]] for table in everything(world)])


def test_during_the_freeze_nothing_can_be_used_and_afterwards_all_is_there(world: World) -> None:
    """No program reads her, no plan touches her, she herself sees it all; nobody else notices."""
    before = everything(world)
    assert ANNA in _hers(world)
    assert "192.0.2.1" in _hers(world)
    plan = _freeze(world)

    # Whatever reads the tables, also a job that waited in a queue, finds nothing to send to.
    assert "Anna" not in repr(everything(world))
    assert ANNA not in repr(everything(world))
    assert "192.0.2.1'" not in repr(everything(world))
    assert rows(world, CUSTOMERS)[0][3:] == (None, before[0][0][4])
    assert rows(world, CUSTOMERS)[1] == before[0][1]
    assert rows(world, VISITS)[2:] == before[1][2:]
    assert world.run("may", "use", *KEY, "--purpose", "facturen sturen", code=3)["because"][
        "rule"
    ] == "RES-06"  # fmt: skip
    assert world.apply(plan)[-1]["state"] == "done"
    _nothing_falls_due(world)
    _she_sees_it(world)
    frozen = everything(world)
    erasing = {step["act"] for step in world.plan("erase", *KEY)["steps"] if step["rows"]}
    assert erasing == {"ask", "keep"}
    assert world.run("status", code=None)["restricted"][0]["plan"] == plan
    assert everything(world) == frozen

    world.run("plan", "unrestrict", *KEY, code=4)
    assert everything(world) == frozen
    lifting = world.plan("unrestrict", *KEY, "--wish", "2026-11-20")
    world.apply(lifting["plan"])
    swept = [row for row in before[1] if row[0] not in (3, 5)]
    assert everything(world) == [before[0], swept, before[2]]
    assert world.run("status", code=None)["restricted"] == []
    told = world.run("may", "use", *KEY, "--purpose", "facturen sturen", code=4)
    assert told["because"]["rule"] is None
    world.run("plan", "unrestrict", *KEY, "--wish", "2026-11-20", code=2)


def _nothing_falls_due(world: World) -> None:
    """Visits of 2024 of Bram and of nobody go; hers wait, and no sentence is broken by that."""
    old = sorted(row[0] for row in rows(world, VISITS) if row[3].year == 2024)
    assert old == [1, 3, 5]
    planned = world.plan("retention")
    spared = [s for s in planned["steps"] if s["because"]["rule"] == "RES-03"]
    assert [(s["dataset"], s["act"], s["rows"]) for s in spared] == [("visits", "keep", 1)]
    world.run("apply", planned["plan"], "--yes", "--by", "Chaima", code=None)
    assert sorted(row[0] for row in rows(world, VISITS) if row[3].year == 2024) == [1]
    assert world.verdicts()["visits-1"] != "broken"


def _she_sees_it(world: World) -> None:
    planned = world.plan("access", *KEY)
    file = world.folder.parent / "copy.zip"
    world.apply(planned["plan"], "-o", file)
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as copy:
        customer = json.loads(copy.read("data/crm.customers.json"))[0]
        visits = json.loads(copy.read("data/crm.visits.json"))
    assert (customer["name"], customer["email"]) == ("Anna de Wit", ANNA)
    assert customer["birth_date"] == "1980-02-01"
    assert [visit["ip_address"] for visit in visits] == ["192.0.2.1", "192.0.2.2"]


def test_each_use_for_an_exception_is_logged(small: World) -> None:
    """Article 18(2): a legal claim may use it; both answers are in the log of this person."""
    small.run("register", "--write")
    _freeze(small)
    ask = ("may", "use", *KEY, "--purpose", "purpose-1")
    small.run(*ask, code=3)
    told = small.run(*ask, "--ground", "claim", code=None)
    assert told["because"]["rule"] in ("RES-06", None)
    small.run("may", "use", "--key", f"email={BRAM}", "--purpose", "purpose-1", code=None)
    uses = small.run("evidence", "log", *KEY)["uses"]
    assert [use["ground"] for use in uses] == [None, "claim"]
    assert uses[0]["answer"] == "deny"
    assert ANNA not in json.dumps(uses)


def test_without_a_ground_it_is_refused_unless_the_statement_gives_it(small: World) -> None:
    """RES-05; and who promises 'altijd' keeps it. Only she lifts what lasts until she does."""
    before = everything(small)
    small.run("plan", "restrict", *KEY, code=4)
    file = small.folder / "policy.yaml"
    text = small.folder / "statement.nl.md"
    text.write_text(
        text.read_text("utf-8")
        + "U heeft altijd het recht om de verwerking te laten beperken.\n"
        + "De gegevens worden tot u de beperking opheft niet meer verwerkt.\n",
        "utf-8",
    )
    file.write_text(POLICY + ALWAYS, "utf-8")
    small.run("confirm", "--all", "--by", "Chaima")
    planned = small.plan("restrict", *KEY)
    assert {step["because"]["rule"] for step in planned["steps"]} == {"RES-05"}
    small.apply(planned["plan"])
    told = small.run("plan", "unrestrict", *KEY, "--informed", "2026-11-20", code=4)
    assert told["error"]["type"] == "HersToLift"
    small.run("plan", "unrestrict", *KEY, "--wish", "2026-12-20", code=2)
    small.apply(small.plan("unrestrict", *KEY, "--wish", "2026-11-20")["plan"])
    assert everything(small) == before


def test_the_controller_lifts_after_telling_her(small: World) -> None:
    """RES-07: informed first."""
    before = everything(small)
    _freeze(small)
    small.apply(small.plan("unrestrict", *KEY, "--informed", "2026-11-20")["plan"])
    assert everything(small) == before


def test_what_was_written_meanwhile_is_not_overwritten(world: World) -> None:
    """A new address in an emptied column: told, and nothing is lost on either side."""
    before = everything(world)
    _freeze(world)
    tell(world, sa.update(CUSTOMERS).where(CUSTOMERS.c.id == 1).values(email="nieuw@post.example"))
    lifting = world.plan("unrestrict", *KEY, "--wish", "2026-11-20")
    lines = world.apply(lifting["plan"], code=7)
    assert lines[-1]["state"] == "partly"
    assert [line["error"].split(":")[0] for line in lines[:-1] if line["error"]] == ["PlaceTaken"]
    assert rows(world, CUSTOMERS)[0][2] == "nieuw@post.example"
    assert rows(world, VISITS) == before[1]
    assert world.run("status", code=None)["restricted"]
    tell(world, sa.update(CUSTOMERS).where(CUSTOMERS.c.id == 1).values(email=None))
    assert world.apply(lifting["plan"])[-1]["state"] == "done"
    assert everything(world) == before


def test_a_plan_made_before_the_freeze_is_refused_after_it(small: World) -> None:
    """Neither a sweep nor an erasure that waited for its turn takes what was frozen since."""
    sweep = small.plan("retention")["plan"]
    erase = small.plan("erase", *KEY)["plan"]
    _freeze(small)
    frozen = everything(small)
    for waiting in (sweep, erase):
        told = terminal("nl").run(
            "--json",
            "--today",
            small.today,
            "-C",
            small.folder,
            "apply",
            waiting,
            "--yes",
            "--by",
            "Chaima",
        )
        assert (told.code, told.json["error"]["type"]) == (2, "FrozenSince")
    assert everything(small) == frozen


@pytest.mark.parametrize("place", ["begin", "keep", "after keep", "remove"])
def test_killed_anywhere_it_ends_in_the_same_account(
    small: World, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Stopped before, in or after the vault: the same command goes on, and nothing is lost."""
    before = everything(small)
    name, late = place.rpartition(" ")[2], place.startswith("after")
    plain = getattr(Vault, name)
    stopped: list[str] = []

    def stop(self: Vault, *args: Any) -> Any:
        if len(stopped) == 1:
            return plain(self, *args)
        if late:
            plain(self, *args)
        stopped.append(place)
        raise KeyboardInterrupt

    monkeypatch.setattr(Vault, name, stop)
    planned = small.plan("restrict", *KEY, "--ground", "claim")["plan"]
    if place != "remove":
        small.run("apply", planned, "--yes", "--by", "Chaima", code=None)
        assert stopped
    small.apply(planned)
    assert "Anna" not in repr(everything(small))
    lifting = small.plan("unrestrict", *KEY, "--wish", "2026-11-20")["plan"]
    if place == "remove":
        small.run("apply", lifting, "--yes", "--by", "Chaima", code=None)
        assert stopped
    small.apply(lifting)
    assert everything(small) == before


def test_who_was_frozen_under_a_list_is_set_aside(small: World) -> None:
    """A list of persons to erase goes on without her, and says so."""
    _freeze(small)
    frozen = rows(small, CUSTOMERS)[0]
    file = small.folder.parent / "list.csv"
    file.write_text(f"email\n{ANNA}\n{BRAM}\n", "utf-8")
    planned = small.run("plan", "erase", "--keys-from", file, code=None)
    small.run("apply", planned["plan"], "--yes", "--by", "Chaima", code=None)
    assert frozen in rows(small, CUSTOMERS)
    assert BRAM not in repr(everything(small))


def test_the_day_of_a_restriction_is_in_the_evidence(small: World) -> None:
    """The ledger says when and by which ground, of whom only by her name in the book."""
    plan = _freeze(small)
    told = small.run("status", code=None)["restricted"][0]
    assert told["since"] == date(2026, 11, 21).isoformat()
    assert told["subject"] == small.run("show", plan)["subject"]
