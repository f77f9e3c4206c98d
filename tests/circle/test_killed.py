"""Killed with SIGKILL at any moment, the same command goes on and ends in the same account."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from tests.circle.account import Account, account
from tests.circle.fresh import KILLED, Ended, Fresh
from tests.circle.world import TODAY, World

from nakomen.demo.provider import STATEMENT, cast, generate

LATER = date(2034, 1, 2)
"""Anna's invoices are free, and so is everything that had a term."""


@dataclass
class Stage:
    """A world that can be put back to the moment before a plan is carried out."""

    world: World
    fresh: Fresh
    plans: dict[str, str]
    save: Callable[[str], None]
    load: Callable[[str], None]

    @property
    def home(self) -> Path:
        return self.world.folder.parent

    def apply(self, name: str, **how: object) -> Ended:
        return self.fresh.run(*self.words(name), **how)  # type: ignore[arg-type]

    def words(self, name: str) -> list[str]:
        today = LATER if name == "holds" else TODAY
        common = ["--json", "--today", str(today), "-C", str(self.world.folder)]
        copy = ["-o", str(self.home / "copy.zip")] if name == "access" else []
        return [*common, "apply", self.plans[name], "--yes", *copy]

    def begin(self, name: str) -> None:
        self.load("later" if name == "holds" else "planned")

    def account(self, name: str) -> Account:
        return account(self.world.folder, self.world.urls, self.plans[name])


def staged(
    world: World, fresh: Fresh, save: Callable[[str], None], load: Callable[[str], None]
) -> Stage:
    """Every kind of plan, made and not yet carried out; and a hold of Anna that is over."""
    world.init(Path(str(STATEMENT)), "UTC")
    anna, bram, gone = (
        f"email={who.email}" for who in (cast.ANNA, cast.BRAM_AT_HOME, cast.LONG_GONE)
    )
    plans = {
        "erase": world.plan("erase", "--key", anna)["plan"],
        "access": world.plan("access", "--key", bram)["plan"],
        "forget": world.plan("erase", "--key", gone)["plan"],
        "retention": world.plan("retention")["plan"],
    }
    world.close()
    save("planned")
    world.apply(plans["erase"])
    plans["holds"] = world.plan("retention", today=LATER)["plan"]
    world.close()
    save("later")
    return Stage(world, fresh, plans, save, load)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fresh]:
    with Fresh(tmp_path_factory.mktemp("fresh")) as fresh:
        yield fresh


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory: pytest.TempPathFactory, fresh: Fresh) -> Stage:
    root = tmp_path_factory.mktemp("killed")
    home = root / "home"
    home.mkdir()
    urls = {}
    for store in ("crm", "calls", "newsletter"):
        urls[store] = f"sqlite:///{home / store}.sqlite"
        engine = create_engine(urls[store])
        generate(engine, "tiny", store, today=TODAY, calls_apart=True)
        engine.dispose()

    def save(name: str) -> None:
        shutil.copytree(home, root / name)

    def load(name: str) -> None:
        shutil.rmtree(home)
        shutil.copytree(root / name, home)

    return staged(World(folder=home / "zonneveld", urls=urls), fresh, save, load)


PLANS = ("erase", "access", "forget", "retention", "holds")


@pytest.mark.parametrize("name", PLANS)
def test_killed_at_every_boundary(sqlite: Stage, name: str) -> None:
    """Before and after each line of evidence, each transaction, each batch, and while settling."""
    sqlite.begin(name)
    whole = sqlite.apply(name)
    assert whole.code == 0, whole.err
    wanted = sqlite.account(name)
    for at in range(1, len(whole.moments) + 1):
        sqlite.begin(name)
        assert sqlite.apply(name, at=at).code == KILLED
        ended = sqlite.apply(name)
        assert ended.code == 0, (at, whole.moments[at - 1], ended.err)
        assert sqlite.account(name) == wanted, (at, whole.moments[at - 1])
