"""What stands between a plan and a loss, on a real provider through the command line."""

import io
import json
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import text
from tests.circle.providers import provider
from tests.circle.world import TODAY, World

from nakomen.cli import main
from nakomen.cli.common import Exit
from nakomen.demo.provider import STATEMENT, oracle

DECIDE = Exit.PERSON
DONE = {Exit.DONE, Exit.PERSON}
"""Carried out; some of its steps wait for a person as they always do."""


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with provider("sqlite", "tiny", tmp_path) as urls:
        world = World(folder=tmp_path / "zonneveld", urls=urls)
        world.begin(Path(str(STATEMENT)), "UTC", "sqlite tiny")
        yield world
        world.close()


def due(world: World, day: date = TODAY) -> str:
    return str(world.plan("retention", today=day)["plan"])


class Said(NamedTuple):
    code: int
    out: str
    err: str


def said(world: World, *words: str, day: date = TODAY) -> Said:
    """One command with --json, and what people read of it."""
    common = ["--json", "--lang", "nl", "--today", str(day), "-C", str(world.folder)]
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([*common, *words])
    return Said(code, out.getvalue(), err.getvalue())


def unattended(world: World, plan: str, day: date = TODAY) -> Said:
    """As a script at night: nobody's name."""
    return said(world, "apply", plan, "--yes", day=day)


def refused(told: Said) -> str:
    """What is said of a run that touched nothing because a person must look first."""
    assert told.code == DECIDE
    assert json.loads(told.out)["error"]["type"] == "NotApproved"
    return " ".join(told.err.split())


def rules(world: World, *lines: str) -> None:
    file = world.folder / "nakomen.yaml"
    file.write_text(file.read_text("utf-8") + "\nguards:\n" + "".join(lines), "utf-8")


def test_a_rule_is_looked_at_before_it_runs_by_itself(world: World) -> None:
    """Refused at night, approved by day; then the next nights need nobody."""
    before = oracle.snapshot(world.engine("crm"))
    plan = due(world)
    assert "voor de eerste keer" in refused(unattended(world, plan))
    assert oracle.snapshot(world.engine("crm")) == before
    world.run("approve", plan, "--by", "Chaima")
    assert unattended(world, plan).code in DONE
    assert oracle.snapshot(world.engine("crm")) != before
    tomorrow = TODAY + timedelta(20)
    later = due(world, tomorrow)
    assert unattended(world, later, tomorrow).code in DONE


def test_a_rule_that_was_changed_is_new_again(world: World) -> None:
    """Confirmed anew is not seen anew: a shorter term would take other rows."""
    world.apply(due(world), code=None)
    file = world.folder / "policy.yaml"
    changed = file.read_text("utf-8").replace("keep: P1Y", "keep: P6M")
    assert changed != file.read_text("utf-8")
    file.write_text(changed, "utf-8")
    world.run("confirm", "--all", "--by", "Chaima")
    assert "voor de eerste keer" in refused(unattended(world, due(world)))


def test_a_large_share_waits_for_a_person_each_time(world: World) -> None:
    """The clocks of all calls are set back: the known rule would take them all, and stops."""
    world.apply(due(world), code=None)
    with world.engine("crm").begin() as connection:
        connection.execute(text("UPDATE call_record SET started_at = '2020-01-01 00:00:00'"))
        [[calls]] = connection.execute(text("SELECT count(*) FROM call_record"))
    plan = due(world)
    said = refused(unattended(world, plan))
    assert f"{calls} rijen van crm.call_record: 100 %" in said
    with world.engine("crm").connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM call_record")).scalar_one() == calls
    world.run("approve", plan, "--by", "Chaima")
    assert unattended(world, plan).code in DONE
    with world.engine("crm").connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM call_record")).scalar_one() == 0


def test_a_large_plan_needs_two_different_people(world: World) -> None:
    """Chaima alone, also twice and in capitals, is one; with Bram there are two."""
    rules(world, "  second_person: 50\n")
    plan = due(world)
    for name in ("Chaima", "CHAIMA "):
        told = said(world, "approve", plan, "--by", name)
        assert told.code == DECIDE
        assert "tot nu toe 1" in json.loads(told.out)["waits"][0]
        refused(unattended(world, plan))
    assert world.run("approve", plan, "--by", "Bram")["waits"] == []
    assert unattended(world, plan).code in DONE


def test_a_yes_is_to_one_plan_and_names_nobody(world: World) -> None:
    """The yes to an older plan does not open a newer one; the evidence knows no name."""
    world.run("approve", due(world), "--by", "Chaima Yilmaz")
    with world.engine("crm").begin() as connection:
        connection.execute(text("UPDATE call_record SET started_at = '2020-01-01 00:00:00'"))
    refused(unattended(world, due(world)))
    bundle = world.folder / "bundle.jsonl"
    world.run("evidence", "bundle", "-o", bundle)
    assert "approved" in bundle.read_text("utf-8")
    assert "Yilmaz" not in bundle.read_text("utf-8")
