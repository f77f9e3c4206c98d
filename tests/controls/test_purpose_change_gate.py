"""purpose-change-gate: a new purpose waits for a judged basis, or for each person's consent."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.circle.world import World
from tests.controls.house import ANNA, POLICY, house

NEW = """  - id: purpose-3
    kind: purpose
    control: purpose-change-gate
    purpose: {label: winkelgedrag voorspellen, since: 2026-10-01%s}
"""
ASK = ("may", "use", "--key", f"email={ANNA}", "--purpose", "winkelgedrag voorspellen")


@pytest.fixture
def world(tmp_path: Path, sqlite_url: str) -> Iterator[World]:
    with house(tmp_path, sqlite_url) as made:
        _purpose(made, "")
        made.run("register", "--write")
        file = made.folder / "register.yaml"
        text = file.read_text("utf-8").replace("purpose-1", "purpose-3")
        file.write_text(text, "utf-8")
        yield made


def _purpose(world: World, more: str) -> None:
    (world.folder / "policy.yaml").write_text(POLICY + NEW % more, "utf-8")


def _may(world: World, *more: str, today: date | None = None) -> bool:
    told = world.run(*ASK, *more, code=None, today=today)
    assert "decision" in told, told
    return bool(told["decision"] != "deny")


def test_a_new_purpose_waits_for_a_dated_judgement(world: World) -> None:
    """It fails until a basis was judged, from that day on it does not."""
    assert not _may(world)
    _purpose(world, ", bases: [legitimate_interests]")
    assert not _may(world)
    _purpose(world, ", bases: [legitimate_interests], reassessed: 2026-11-10")
    assert not _may(world, today=date(2026, 11, 9))
    assert _may(world, today=date(2026, 11, 10))


def test_without_a_basis_only_who_agreed_before_the_use(world: World) -> None:
    """Judged and without a basis: consent per person, dated before the use and not taken back."""
    _purpose(world, ", reassessed: 2026-11-10")
    assert not _may(world)
    assert _may(world, "--consent", "2026-11-20")
    assert not _may(world, "--consent", "2026-11-22")
    assert not _may(world, "--consent", "2026-11-01", "--withdrawn", "2026-11-15")


def test_what_came_in_for_it_is_not_earlier_data(world: World) -> None:
    """Data collected after the purpose was there was collected for it."""
    _purpose(world, ", bases: [contract]")
    assert not _may(world, "--collected", "2026-09-30")
    assert _may(world, "--collected", "2026-10-01")


def test_each_refusal_is_in_the_log(world: World) -> None:
    """Of this person, for this purpose."""
    _may(world)
    _may(world, "--consent", "2026-11-20")
    log = world.run("evidence", "log", *ASK[2:])["uses"]
    assert [use["answer"] == "deny" for use in log] == [True, False]
    assert {use["purpose"] for use in log} == {"purpose-3"}
