"""Persons of the example provider, one by one, under its own statement and on every database."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.circle.providers import provider
from tests.circle.witness import emptied, filled, subject, there, together, without
from tests.circle.world import TODAY, World

from nakomen.demo.provider import STATEMENT, cast, oracle

DECIDE = 4


@pytest.fixture(params=["mariadb", "sqlite"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """Forty customers, and a second store with the newsletter."""
    with provider(request.param, "tiny", tmp_path) as urls:
        world = World(folder=tmp_path / "zonneveld", urls=urls)
        zone = None if request.param == "postgresql" else "UTC"
        world.begin(Path(str(STATEMENT)), zone, f"{request.param} tiny")
        yield world
        world.close()


def test_each_person_takes_along_what_is_hers(world: World) -> None:
    """Capitals, a company with contacts, a caller of Anna, who left long ago, a mere reader."""
    crm, letters = world.engine("crm"), world.engine("newsletter")
    keys = {
        cast.KLANT9003: cast.KLANT9003_AS_GIVEN,
        cast.COMPANY: cast.COMPANY.email,
        cast.BRAM_AT_HOME: cast.BRAM_AT_HOME.email,
        cast.LONG_GONE: cast.LONG_GONE.email,
    }
    for who, given in keys.items():
        found = subject(crm, who)
        others = oracle.snapshot(crm, found.changes)
        assert oracle.subscribers(letters, who.email)
        planned = world.plan("erase", "--key", f"email={given}")
        world.apply(planned["plan"], code=None)
        assert filled(there(crm, found.gone)) == {}
        assert there(crm, found.held) == filled(found.held)
        assert oracle.snapshot(crm, found.changes) == others
        assert not oracle.subscribers(letters, who.email)
        assert emptied(crm, who.id) if found.held["customer"] else not oracle.profile(crm, who.id)
    before = oracle.snapshot(crm)
    assert oracle.subscribers(letters, cast.READER.email)
    reader = world.plan("erase", "--key", f"email={cast.READER.email}")
    world.apply(reader["plan"])
    assert not oracle.subscribers(letters, cast.READER.email)
    assert oracle.snapshot(crm) == before


def test_a_shared_number_names_nobody(world: World) -> None:
    """Anna and Daan gave one number: a person is asked who is meant, and nothing is touched."""
    before = oracle.snapshot(world.engine("crm"))
    phones = {oracle.profile(world.engine("crm"), w.id)["phone"] for w in (cast.ANNA, cast.DAAN)}
    assert len(phones) == 2
    for number in phones:
        world.run("plan", "erase", "--key", f"phone={number}", code=DECIDE)
    assert oracle.snapshot(world.engine("crm")) == before


def test_what_is_due_goes_and_the_statement_is_kept(world: World) -> None:
    """The terms of each table, and who left more than ninety days ago; a day sooner is too soon."""
    crm = world.engine("crm")
    left_before = TODAY - timedelta(days=90)
    held = oracle.held_of_leavers(crm, left_before, TODAY)
    gone = together(oracle.expired(crm, TODAY), without(oracle.leavers(crm, left_before), held))
    assert {cast.LEFT_91.id} <= held["customer"] | gone["customer"]
    assert not {cast.LEFT_89.id, cast.LEFT_90.id} & (held["customer"] | gone["customer"])
    changes = together(gone, {"customer": held["customer"]})
    staying = oracle.snapshot(crm, changes)
    before = world.verdicts()
    world.apply(world.plan("retention")["plan"], code=DECIDE)
    assert filled(there(crm, gone)) == {}
    assert oracle.snapshot(crm, changes) == staying
    assert all(emptied(crm, customer) for customer in held["customer"])
    broken = {promise for promise, verdict in before.items() if verdict == "broken"}
    assert len(broken) == 5
    after = world.verdicts()
    assert {after[promise] for promise in broken} == {"kept"}
    assert {p for p, verdict in after.items() if verdict == "kept"} == broken
