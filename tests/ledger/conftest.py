"""A ledger in a real folder, and lines to write in it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nakomen.ledger import Entry, Ledger

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture
def at() -> datetime:
    return AT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".nakomen"


@pytest.fixture
def ledger(folder: Path) -> Iterator[Ledger]:
    with Ledger.open(folder) as opened:
        yield opened


@pytest.fixture
def outcomes() -> Callable[..., list[Entry]]:
    """Some outcomes of one plan."""

    def make(count: int, plan: str = "plan-0007") -> list[Entry]:
        return [
            Entry("outcome", {"plan": plan, "step": f"step-{n}", "gone": n, "left": 0})
            for n in range(1, count + 1)
        ]

    return make
