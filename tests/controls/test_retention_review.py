"""retention-review: everything without a living purpose is listed, and each item is decided."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from sqlalchemy import text
from tests.circle.providers import provider
from tests.circle.world import World
from tests.cli.terminal import terminal
from tests.controls.terms import Terms, terms

from nakomen import Company
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


SUBSCRIBER = """
  subscriber:
    records: newsletter
    primary_key: [id]
    columns:
      id: {type: INTEGER, category: none, nullable: false}
      email: {type: VARCHAR(80), category: email}
      ok: {type: VARCHAR(9), category: none, consent_for: marketing, no: "no"}
    keys:
      - {kind: email, column: email}
"""
REGISTER = """
activities:
  - {id: visits, name: bezoekcijfers, status: ended, stores: [crm.visit]}
  - {id: news, name: nieuwsbrief, status: active, stores: [crm.subscriber]}
"""
DAY, END = date(2026, 11, 21), date(2030, 1, 1)
ARCHIVE = ("--purpose", "onderzoek naar storingen", "--role", "beheer")


@pytest.fixture(params=["sqlite", "postgres"])
def visits(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terms]:
    yield from seen(tmp_path, str(request.getfixturevalue(f"{request.param}_url")))


@pytest.fixture
def on_file(sqlite_url: str, tmp_path: Path) -> Iterator[Terms]:
    """Where what is shown does not depend on the database."""
    yield from seen(tmp_path, sqlite_url)


def seen(home: Path, url: str) -> Iterator[Terms]:
    """Two visits of Anna and two of Bram, of which no sentence says how long they stay."""
    made = terms(home, url)
    for id, name in ((1, "anna"), (2, "bram")):
        made.add("customer", {"id": id, "name": name, "email": f"{name}@post.example"})
        made.add("invoice", {"id": id, "customer_id": id, "issued_on": DAY, "bill_name": name})
    for id in (1, 2, 3, 4):
        facts = {"customer_id": 1 + id // 3, "ip": f"203.0.113.{id}", "visited_on": DAY}
        made.add("visit", {"id": id, "page": f"/p{id}", **facts})
    made.promise(calls="records: traffic, keep: 1 jaar")
    yield made
    made.close()


def archived(world: Terms) -> str:
    """The plan that took all visits to an archive until `END`."""
    item = items(world)["crm.visit"]["item"]
    words = ("archive", "--because", "storing 7", "--end", str(END), *ARCHIVE, *BY)
    plan = str(world.run("review", item, *words)["plan"])
    assert world.ids("visit") == {1, 2, 3, 4}
    world.apply(plan, code=None)
    return plan


def test_an_archive_is_out_of_daily_sight_and_open_for_its_purpose_only(
    visits: Terms, tmp_path: Path
) -> None:
    """Rows leave the system; who opens it for something else is refused, and it can come back."""
    plan, file = archived(visits), tmp_path / "archief.jsonl"
    assert visits.ids("visit") == set()
    [told] = visits.run("archive")["archives"]
    assert (told["place"], told["rows"], told["until"]) == ("crm.visit", 4, str(END))
    assert b"203.0.113.2" not in (visits.folder / ".nakomen" / "vault.sqlite").read_bytes()
    other = ("--purpose", "reclame", "--role", "beheer")
    visits.run("archive", plan, *other, "-o", file, code=4)
    assert not file.exists()
    visits.run("archive", plan, *ARCHIVE, "--by", "Chaima Yilmaz", "-o", file)
    assert file.read_text("utf-8").count("203.0.113.") == 4
    with Company.open(visits.folder) as company:
        [opened] = [line.body for line in company.ledger.lines(kind="opened-archive")]
    assert opened["rows"] == 4
    listed = {one["item"]: one for one in items(visits).values()}
    [kept] = [one for name, one in listed.items() if name.startswith("archive-")]
    assert (kept["waits"], kept["decided"]["because"]) == (False, "storing 7")
    visits.apply(visits.run("undo", plan)["plan"], code=None)
    assert visits.ids("visit") == {1, 2, 3, 4}
    assert visits.run("archive")["archives"] == []


def test_a_person_gets_her_own_rows_of_an_archive(visits: Terms, tmp_path: Path) -> None:
    """Her copy holds what the archive has of her, and nobody else's; erasing it is asked."""
    archived(visits)
    anna = ("--key", "email=anna@post.example")
    asked = visits.run("plan", "access", *anna, code=None)
    [step] = [s for s in asked["steps"] if s["dataset"] == "visit" and s["rows"]]
    assert (step["act"], step["rows"]) == ("export", 2)
    visits.run("apply", asked["plan"], "-o", tmp_path / "anna.zip", code=None)
    with ZipFile(tmp_path / "anna.zip") as copy:
        told = "".join(copy.read(n).decode() for n in copy.namelist() if n.endswith(".json"))
    assert {n for n in range(1, 5) if f"203.0.113.{n}" in told} == {1, 2}
    erased = visits.run("plan", "erase", *anna, code=None)["steps"]
    assert [s["rows"] for s in erased if (s["dataset"], s["act"]) == ("visit", "ask")] == [2]


def test_an_archive_is_destroyed_on_its_day(on_file: Terms) -> None:
    """The day before it is there; on the day itself the retention run destroys it, as evidence."""
    archived(on_file)
    on_file.plan("retention", today=date(2029, 12, 31))
    assert len(on_file.run("archive")["archives"]) == 1
    on_file.plan("retention", today=END)
    assert on_file.run("archive")["archives"] == []
    with Company.open(on_file.folder) as company:
        gone = [line.body["rows"] for line in company.ledger.lines(kind="destroyed")]
    assert gone == [4]


def test_an_archive_lasts_as_long_as_the_law_asks(on_file: Terms) -> None:
    """An invoice of 2026 stays until 2034: an archive that ends before that is refused."""
    on_file.promise(bills="records: billing, from: event, then: ask, criterion: archive")
    item = items(on_file)["crm.invoice"]["item"]
    words = ("review", item, "archive", "--because", "boekhouding", *ARCHIVE, *BY)
    on_file.run(*words, code=2)
    on_file.run(*words, "--end", "2033-12-31", code=2)
    assert items(on_file)["crm.invoice"]["decided"] is None
    plan = on_file.run(*words, "--end", "2034-01-01")["plan"]
    on_file.apply(plan, code=None)
    assert on_file.ids("invoice") == set()
    assert on_file.run("archive")["archives"][0]["rows"] == 2


def test_an_archive_never_stretches_a_term_below_it(world: World) -> None:
    """Calls go after a year; an archive of their subscriptions would keep them, and is refused."""
    item = items(world)["crm.subscription"]["item"]
    words = ("archive", "--because", "controle", "--end", "2029-01-01", *ARCHIVE, *BY)
    world.run("review", item, *words, code=4)
    assert items(world)["crm.subscription"]["decided"] is None


def test_a_withdrawn_consent_and_an_ended_processing_are_items(on_file: Terms) -> None:
    """What served one purpose alone serves nothing when that is over; what is still used stays."""
    on_file.sql(
        "CREATE TABLE subscriber (id INTEGER PRIMARY KEY, email VARCHAR(80), ok VARCHAR(9))"
    )
    on_file.add("subscriber", *({"id": n, "email": f"{n}@post.example"} for n in (1, 2, 3)))
    on_file.sql("UPDATE subscriber SET ok = CASE id WHEN 1 THEN 'yes' ELSE 'no' END WHERE id < 3")
    file = on_file.folder / "systems" / "crm.yaml"
    file.write_text(file.read_text("utf-8") + SUBSCRIBER, "utf-8")
    on_file.promise(news="records: newsletter, keep: 1 jaar, from: contract_end")
    found = items(on_file)
    assert found["crm.subscriber"]["rows"] == 1
    assert "ingetrokken" in found["crm.subscriber"]["why"]
    assert "beëindigd" not in found["crm.visit"]["why"]

    (on_file.folder / "register.yaml").write_text(REGISTER, "utf-8")

    found = items(on_file)
    assert (found["crm.visit"]["rows"], found["crm.subscriber"]["rows"]) == (4, 3)
    assert "beëindigd: bezoekcijfers" in found["crm.visit"]["why"]
    item = items(on_file)["crm.visit"]["item"]
    plan = on_file.run("review", item, "erase", "--because", "besluit 9", *BY)["plan"]
    on_file.apply(plan, code=None)
    assert on_file.ids("visit") == set()
