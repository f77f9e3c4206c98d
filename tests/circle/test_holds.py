"""A hold keeps what a dispute needs from every plan, and afterwards what was due goes."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.circle.world import TODAY, World
from tests.cli.terminal import terminal
from tests.controls.house import ANNA, BRAM, CUSTOMERS, INVOICES, VISITS, everything, house, rows

KEY = ("--key", f"email={ANNA}")
WHY = ("--reason", "dossier 12", "--until", "2027-05-01")


@pytest.fixture
def world(tmp_path: Path, sqlite_url: str) -> Iterator[World]:
    with house(tmp_path, sqlite_url) as made:
        yield made


@pytest.fixture
def anywhere(tmp_path: Path, any_sql_url: str) -> Iterator[World]:
    with house(tmp_path, any_sql_url) as made:
        yield made


def sweep(world: World, day: date = TODAY) -> None:
    planned = world.plan("retention", today=day)["plan"]
    world.run("apply", planned, "--yes", "--by", "Chaima", code=None, today=day)


def ids(world: World, table: sa.Table) -> set[int]:
    return {row[0] for row in rows(world, table)}


def hold(world: World, *words: object) -> str:
    return str(world.run("hold", "add", *words, *WHY)["id"])


def test_a_sweep_spares_who_is_held_and_takes_her_rows_after_it(anywhere: World) -> None:
    """Visits 1, 3 and 5 are past their term; 1 is hers, also the one that came later (6)."""
    world = anywhere
    assert ids(world, VISITS) == {1, 2, 3, 4, 5}
    name = hold(world, *KEY)
    late = sa.insert(VISITS).from_select(
        ["id", "customer_id", "ip_address", "visited_at"],
        sa.select(sa.literal(6), VISITS.c.customer_id, VISITS.c.ip_address, VISITS.c.visited_at)
        .where(VISITS.c.id == 1),
    )  # fmt: skip
    with world.engine("crm").begin() as connection:
        connection.execute(late)
    planned = world.plan("retention")
    kept = [s for s in planned["steps"] if "nakomen hold" in s["because"]["text"]]
    assert [(s["dataset"], s["rows"], s["because"]["until"]) for s in kept if s["rows"]] == [
        ("visits", 2, "2027-05-01")
    ]
    sweep(world)
    assert ids(world, VISITS) == {1, 2, 4, 6}
    assert world.verdicts()["visits-1"] != "broken"
    world.run("hold", "end", name, "--because", "dossier 12 is gesloten")
    assert world.verdicts()["visits-1"] == "broken"
    sweep(world)
    assert ids(world, VISITS) == {2, 4}


def test_an_erasure_waits_for_the_end_of_the_hold(world: World) -> None:
    """Asked during the hold: all of hers stays, with its reason; after it the sweep takes it."""
    name = hold(world, *KEY)
    before = everything(world)
    planned = world.plan("erase", *KEY)
    acts = {step["act"] for step in planned["steps"] if step["rows"]}
    assert acts <= {"keep", "ask"}
    told = [
        s["because"] for s in planned["steps"] if s["act"] == "keep" and s["dataset"] == "visits"
    ]
    assert [why["article"] for why in told] == ["AVG artikel 17 lid 3 onder e"]
    assert "dossier 12" in told[0]["text"]
    world.apply(planned["plan"], code=None)
    sweep(world)
    assert rows(world, CUSTOMERS) == before[0]
    world.run("hold", "end", name, "--because", "dossier 12 is gesloten")
    sweep(world)
    assert ids(world, VISITS).isdisjoint({1, 2})
    assert ANNA not in repr(everything(world))


def test_a_dataset_on_hold_keeps_what_it_points_to(world: World) -> None:
    """With the customer a database could take her invoices: she stays as long as they are held."""
    hold(world, "--dataset", "crm.visits")
    before = everything(world)
    world.apply(world.plan("erase", "--key", f"email={BRAM}")["plan"], code=None)
    sweep(world)
    assert rows(world, VISITS) == before[1]
    assert ids(world, CUSTOMERS) == {1, 2}
    assert rows(world, INVOICES)[0] == before[2][0]


def test_a_plan_of_before_the_hold_is_refused(world: World) -> None:
    """Neither the sweep nor the erasure that waited takes what was put on hold since."""
    plans = [world.plan("retention")["plan"], world.plan("erase", *KEY)["plan"]]
    hold(world, *KEY)
    before = everything(world)
    for plan in plans:
        common = ("--json", "--today", TODAY, "-C", world.folder)
        told = terminal("nl").run(*common, "apply", plan, "--yes", "--by", "Chaima")
        assert (told.code, told.json["error"]["type"]) == (2, "HeldSince")
    assert everything(world) == before
    file = world.folder.parent / "list.csv"
    file.write_text(f"email\n{ANNA}\n{BRAM}\n", "utf-8")
    planned = world.run("plan", "erase", "--keys-from", file, code=4)
    assert planned["persons"]["aside"][0]["decide"]
    world.run("apply", planned["plan"], "--yes", "--by", "Chaima", code=None)
    assert rows(world, CUSTOMERS)[0] == before[0][0]
    assert BRAM not in repr(everything(world))


def test_a_hold_whose_review_is_late_still_holds_and_is_told(world: World) -> None:
    """Nobody looked again: nothing goes, and list and status say so."""
    hold(world, *KEY)
    day = date(2027, 5, 2)
    sweep(world, day)
    assert 1 in ids(world, VISITS)
    told = world.run("hold", "list", code=4, today=day)["holds"]
    assert [one["late"] for one in told] == [True]
    assert world.run("status", code=None, today=day)["holds"] == told
    world.run("hold", "list", today=day - timedelta(2))


@pytest.mark.parametrize(
    "words",
    [
        (*KEY, "--reason", f"klacht van {ANNA}", "--until", "2027-05-01"),
        (*KEY, "--reason", "  ", "--until", "2027-05-01"),
        (*KEY, "--reason", "dossier 12", "--until", "2028-05-01"),
        (*KEY, "--reason", "dossier 12", "--until", "2026-11-21"),
        ("--key", "email=niemand@post.example", *WHY),
        ("--dataset", "crm.nothing", *WHY),
        WHY,
    ],
)
def test_what_would_hold_nothing_or_tell_a_name_is_refused(
    world: World, words: tuple[str, ...]
) -> None:
    """A slip in a key must not look as if somebody were held."""
    world.run("hold", "add", *words, code=2)
    assert world.run("hold", "list")["holds"] == []


def test_an_invoice_in_dispute_stays_as_long_as_the_system_says_so(world: World) -> None:
    """Visit 3 is past its term and in dispute; the sweep and an erasure leave it, then it goes."""
    with world.engine("crm").begin() as connection:
        connection.execute(sa.text("ALTER TABLE visits ADD COLUMN state VARCHAR(9)"))
        connection.execute(sa.text("UPDATE visits SET state = 'dispute' WHERE id = 3"))
    file = world.folder / "systems" / "crm.yaml"
    head, column = "  visits:\n    records: login\n", "      ip_address: {"
    text = file.read_text("utf-8")
    text = text.replace(head, f"{head}    disputed: [state, dispute]\n", 1)
    text = text.replace(column, f"      state: {{type: VARCHAR(9), category: none}}\n{column}", 1)
    file.write_text(text, "utf-8")
    world.run("confirm", "--all", "--by", "Chaima")
    sweep(world)
    assert ids(world, VISITS) == {2, 3, 4}
    assert world.verdicts()["visits-1"] != "broken"
    planned = world.plan("erase", "--key", f"email={BRAM}")
    kept = [s for s in planned["steps"] if s["act"] == "keep" and s["dataset"] == "visits"]
    assert [(s["rows"], s["because"]["rule"]) for s in kept if s["rows"]] == [(1, "legal-hold")]
    world.apply(planned["plan"], code=None)
    assert ids(world, VISITS) == {2, 3}
    with world.engine("crm").begin() as connection:
        connection.execute(sa.text("UPDATE visits SET state = NULL"))
    sweep(world)
    assert ids(world, VISITS) == {2}
