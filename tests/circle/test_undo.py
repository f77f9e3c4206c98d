"""Undoing within the set time: everything comes back; after it nothing can, and that is proven."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from tests.circle.world import World
from tests.controls.house import ANNA, BRAM, CUSTOMERS, VISITS, everything, house, rows, tell

from nakomen.ledger import Vault

KEY = ("--key", f"email={ANNA}")
LAST = date(2026, 11, 27)
OVER = date(2026, 11, 28)
"""Seven days after the erasure, the first on which it is destroyed."""


def _guarded(world: World) -> World:
    file = world.folder / "nakomen.yaml"
    file.write_text(file.read_text("utf-8") + "guards: {undo: 7 dagen}\n", "utf-8")
    return world


@pytest.fixture
def world(tmp_path: Path, any_sql_url: str) -> Iterator[World]:
    with house(tmp_path, any_sql_url) as made:
        yield _guarded(made)


@pytest.fixture
def small(tmp_path: Path, sqlite_url: str) -> Iterator[World]:
    with house(tmp_path, sqlite_url) as made:
        yield _guarded(made)


def _carried_out(world: World, *request: str) -> str:
    planned = world.plan(*request)
    world.run("apply", planned["plan"], "--yes", "--by", "Chaima", code=None)
    return str(planned["plan"])


def _undo(world: World, plan: str, today: date | None = None, code: int = 0) -> str:
    told = world.run("undo", plan, today=today, code=code)
    return "" if code else str(told["plan"])


def test_an_erasure_comes_back_as_it_was(world: World) -> None:
    """Erased, emptied and all; the person is as she was, and may ask again."""
    before = everything(world)
    plan = _carried_out(world, "erase", *KEY)
    assert ANNA not in repr(everything(world))
    assert everything(world) != before
    undo = _undo(world, plan)
    assert ANNA not in repr(everything(world))
    world.apply(undo)
    assert everything(world) == before
    world.apply(undo)
    assert everything(world) == before
    _undo(world, plan, code=2)
    assert _carried_out(world, "erase", *KEY)
    assert ANNA not in repr(everything(world))


def test_a_sweep_comes_back_and_is_not_gone_before_its_day(world: World) -> None:
    """The verdict never says kept while rows can still come back."""
    before = everything(world)
    plan = _carried_out(world, "retention")
    assert len(rows(world, VISITS)) == 2
    assert world.verdicts()["visits-1"] == "unseen"
    waiting = world.run("status", code=None)["restorable"]
    assert [(w["plan"], w["rows"], w["until"]) for w in waiting] == [(plan, 3, OVER.isoformat())]
    world.apply(_undo(world, plan))
    assert everything(world) == before
    assert world.verdicts()["visits-1"] == "broken"
    assert world.run("status", code=None)["restorable"] == []


def test_after_its_day_it_is_destroyed_with_evidence(small: World) -> None:
    """The next run of anything destroys it; no byte of the vault tells it, and nothing restores."""
    plan = _carried_out(small, "retention")
    sealed = _sealed(small)
    assert _bytes_of(small, sealed) == len(sealed) == 3
    assert _undo(small, plan, LAST)
    _undo(small, plan, OVER, code=2)
    told = small.run("status", today=OVER, code=None)["promises"]
    assert next(p["verdict"] for p in told if p["promise"] == "visits-1") == "broken"
    small.plan("retention", today=OVER)
    assert _bytes_of(small, sealed) == 0
    assert small.run("status", today=OVER, code=None)["restorable"] == []
    told = small.run("status", today=OVER, code=None)["promises"]
    assert next(p["verdict"] for p in told if p["promise"] == "visits-1") == "kept"
    with small.engine("crm").connect() as connection:
        assert connection.execute(sa.select(sa.func.count()).select_from(VISITS)).scalar() == 2
    kinds = _kinds(small)
    assert kinds.index("expired") < kinds.index("destroyed")


def test_who_asks_for_a_copy_hears_what_can_still_come_back(small: World) -> None:
    """Out of the systems is not gone: until when, and by which plan, stands in the answer."""
    plan = _carried_out(small, "erase", *KEY)
    told = small.plan("access", *KEY)["steps"]
    waiting = [step for step in told if step["act"] == "keep"]
    assert {step["because"]["until"] for step in waiting} == {OVER.isoformat()}
    assert all(plan in step["because"]["text"] for step in waiting)
    assert sum(step["rows"] for step in waiting if step["dataset"] == "visits") == 2
    bram = small.plan("access", "--key", "email=bram@thuis.example")["steps"]
    assert not [step for step in bram if step["act"] == "keep"]


def test_an_undone_erasure_was_not_done(small: World) -> None:
    """The promise to erase is not kept by what was put back; the month runs on."""
    plan = _carried_out(small, "erase", *KEY)
    small.apply(_undo(small, plan))
    assert small.verdicts()["right-1"] == "unseen"
    late = small.run("status", today=date(2027, 1, 5), code=5)["overdue"]
    assert [request["plan"] for request in late] == [plan]


def test_a_list_comes_back_as_it_was(small: World) -> None:
    """Each of the list hears until when; then all stand there again, and each may ask again."""
    before = everything(small)
    plan = _carried_out(small, "erase", "--keys-from", _listed(small))
    gone = repr(everything(small))
    assert ANNA not in gone
    assert BRAM not in gone
    for email in (ANNA, BRAM):
        told = small.plan("access", "--key", f"email={email}")["steps"]
        waiting = [step for step in told if step["act"] == "keep" and step["rows"]]
        assert {step["because"]["until"] for step in waiting} >= {OVER.isoformat()}
    undo = _undo(small, plan)
    for _ in range(2):
        small.apply(undo)
        assert everything(small) == before
    assert small.run("status", code=None)["restorable"] == []
    _undo(small, plan, code=2)
    _carried_out(small, "erase", *KEY)
    assert (ANNA in repr(everything(small)), BRAM in repr(everything(small))) == (False, True)


def test_a_list_is_destroyed_after_its_day(small: World) -> None:
    """No byte of anybody's rows is left in the vault, and nothing of the list can be put back."""
    plan = _carried_out(small, "erase", "--keys-from", _listed(small))
    after, sealed = everything(small), _sealed(small)
    assert _bytes_of(small, sealed) == len(sealed) > 2
    small.plan("retention", today=OVER)
    assert _bytes_of(small, sealed) == 0
    assert small.run("status", today=OVER, code=None)["restorable"] == []
    _undo(small, plan, OVER, code=2)
    assert everything(small) == after
    kinds = _kinds(small)
    assert kinds.index("expired") < kinds.index("destroyed")


def _listed(world: World) -> Path:
    file = world.folder.parent / "list.csv"
    file.write_text(f"email\n{ANNA}\n{BRAM}\n", "utf-8")
    return file


def test_somebody_elses_row_in_its_place_is_left_alone(small: World) -> None:
    """An id given out anew ends in an ask; the rest comes back, and nothing is lost."""
    before = everything(small)
    plan = _carried_out(small, "retention")
    new = {"id": 3, "customer_id": 2, "ip_address": "198.51.100.7", "visited_at": before[1][0][3]}
    tell(small, sa.insert(VISITS).values(**new))
    undo = _undo(small, plan)
    lines = small.apply(undo, code=7)
    assert lines[0]["error"].startswith("PlaceTaken")
    assert (lines[0]["found"], lines[0]["left"]) == (3, 1)
    assert rows(small, VISITS)[2][2] == "198.51.100.7"
    assert len(rows(small, VISITS)) == 5
    tell(small, sa.delete(VISITS).where(VISITS.c.id == 3))
    assert small.apply(undo)[-1]["state"] == "done"
    assert everything(small) == before


def test_without_the_setting_nothing_is_kept(small: World) -> None:
    """Off by default: no vault is made, and nothing can be undone."""
    file = small.folder / "nakomen.yaml"
    file.write_text(file.read_text("utf-8").replace("guards: {undo: 7 dagen}\n", ""), "utf-8")
    plan = _carried_out(small, "retention")
    assert not (small.folder / ".nakomen" / "vault.sqlite").exists()
    _undo(small, plan, code=2)


@pytest.mark.parametrize("place", ["begin", "after keep", "remove", "after remove"])
def test_killed_anywhere_it_goes_on(
    small: World, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Stopped around the vault, in taking out or in putting back: in the end all is there once."""
    before = everything(small)
    name, late = place.rpartition(" ")[2], place.startswith("after")
    plain = getattr(Vault, name)
    stopped: list[str] = []

    def stop(self: Vault, *args: Any) -> Any:
        if stopped:
            return plain(self, *args)
        if late:
            plain(self, *args)
        stopped.append(place)
        raise KeyboardInterrupt

    monkeypatch.setattr(Vault, name, stop)
    plan = _carried_out(small, "erase", *KEY)
    small.run("apply", plan, "--yes", "--by", "Chaima", code=None)
    assert rows(small, CUSTOMERS)[0][1] != "Anna de Wit"
    undo = _undo(small, plan)
    small.run("apply", undo, "--yes", "--by", "Chaima", code=None)
    small.apply(undo)
    assert stopped
    assert everything(small) == before


def _sealed(world: World) -> list[bytes]:
    with Vault.open(world.folder / ".nakomen") as vault, vault._database.reading() as connection:
        return list(connection.exec_driver_sql("select sealed from parked").scalars())


def _bytes_of(world: World, wanted: list[bytes]) -> int:
    state = world.folder / ".nakomen"
    there = b"".join(f.read_bytes() for f in state.iterdir() if f.name.startswith("vault"))
    return sum(one in there for one in wanted)


def _kinds(world: World) -> list[str]:
    from nakomen.ledger import Ledger

    with Ledger.open(world.folder / ".nakomen") as ledger:
        return [line.kind for line in ledger.lines()]
