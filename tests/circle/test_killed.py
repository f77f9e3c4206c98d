"""Killed with SIGKILL at any moment, the same command goes on and ends in the same account."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import NullPool, create_engine, make_url, text
from tests.circle.fresh import KILLED, STOPPED, Fresh
from tests.circle.stage import PLANS, Stage, on_server, on_sqlite
from tests.support import servers

SEED = int(os.environ.get("NAKOMEN_TEST_SEED", "20261121"))
"""Other moments with another number; what fails prints it."""
BUSY = 7
SERVERS = ("postgres", "mariadb")
EVERY = {
    "erase": 8, "access": 11, "forget": 13, "list": 19, "retention": 19, "holds": 19,
    "rectify": 11, "stop": 12, "port": 11,
}  # fmt: skip
"""One in how many boundaries is tried; with NAKOMEN_TEST_KILLS=all each of them."""


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    """In memory where there is such a folder: a killed process leaves what the kernel holds."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def fresh(root: Path) -> Iterator[Fresh]:
    with Fresh(root / "fresh") as fresh:
        yield fresh


@pytest.fixture(scope="module")
def sqlite(root: Path, fresh: Fresh) -> Stage:
    return on_sqlite(root / "sqlite", fresh)


@pytest.fixture(scope="module")
def postgres(root: Path, fresh: Fresh, _postgres18: servers.Server) -> Iterator[Stage]:
    with servers.postgres_database(_postgres18) as url:
        engine = create_engine(url, poolclass=NullPool)
        with engine.begin() as connection:
            connection.execute(text("CREATE SCHEMA kept"))
        yield on_server(root / "postgres", fresh, url, "kept")


@pytest.fixture(scope="module")
def mariadb(root: Path, fresh: Fresh, _mariadb: servers.Server) -> Iterator[Stage]:
    with servers.mariadb_database(_mariadb) as url, servers.mariadb_database(_mariadb) as kept:
        name = str(make_url(kept).database)
        yield on_server(root / "mariadb", fresh, url, name)


def ends_the_same(stage: Stage, name: str, why: object) -> None:
    """Nothing half was left; the same command goes on; and everything is as if never stopped."""
    whole, wanted = stage.whole(name)
    if stage.copy.exists():
        assert stage.files()["copy.zip"] == wanted.files["copy.zip"], why
    ended = stage.apply(name)
    assert ended.code == whole.code, (why, ended.err)
    assert ended.state == whole.state == "done", why
    assert stage.account(name) == wanted, why


@pytest.mark.parametrize("name", PLANS)
def test_killed_at_every_boundary(sqlite: Stage, name: str) -> None:
    """
    After each line of evidence, transaction, batch and file, and just before a commit.

    Killed at one boundary, and when going on at the next one, so each of two runs has a kill. Of
    an erasure an eighth is tried, of the others as many as show what only they do.
    """
    whole, _ = sqlite.whole(name)
    step = 1 if os.environ.get("NAKOMEN_TEST_KILLS") == "all" else EVERY[name]
    for at in list(boundaries(whole.moments))[PLANS.index(name) % step :: step]:
        sqlite.begin(name)
        assert sqlite.apply(name, at=at).code == KILLED
        assert sqlite.apply(name, at=2).code in (KILLED, whole.code)
        ends_the_same(sqlite, name, (at, whole.moments[at - 1]))


def boundaries(moments: list[str]) -> Iterator[int]:
    """Numbers of all moments after something; of those before something the first of each kind."""
    seen = set()
    for at, moment in enumerate(moments, start=1):
        if moment.startswith("after") or moment not in seen:
            seen.add(moment)
            yield at


@pytest.mark.parametrize("name", PLANS)
def test_killed_at_any_statement(sqlite: Stage, name: str) -> None:
    """Between any two statements, also inside a transaction, and killed again while going on."""
    random = Random(f"{SEED} {name}")
    whole, _ = sqlite.whole(name)
    sqlite.begin(name)
    first, second = random.randint(1, 150), random.randint(1, 300)
    assert sqlite.apply(name, at=first, statements=True).code == KILLED
    assert sqlite.apply(name, at=second, statements=True).code in (KILLED, whole.code)
    ends_the_same(sqlite, name, (SEED, first, second))


@pytest.mark.parametrize("name", ["erase", "retention", "rectify", "stop", "port"])
def test_killed_after_any_time(sqlite: Stage, name: str) -> None:
    """At whatever instruction it was."""
    whole, _ = sqlite.whole(name)
    seconds = Random(f"{SEED} {name}").uniform(0, whole.seconds)
    sqlite.begin(name)
    assert sqlite.apply(name, seconds=seconds).code in (KILLED, whole.code)
    ends_the_same(sqlite, name, (SEED, seconds))


@pytest.mark.parametrize(
    ("server", "name"),
    [(server, name) for server in SERVERS for name in ("list", "retention")]
    + list(zip(SERVERS, ("rectify", "stop"), strict=True))
    + list(zip(SERVERS, ("holds", "erase"), strict=True)),
)
def test_killed_on_a_server(server: str, name: str, request: pytest.FixtureRequest) -> None:
    """A server takes back what a killed client had not committed, and keeps what it had."""
    stage: Stage = request.getfixturevalue(server)
    moment = f"before a commit in {stage.database}"
    whole, _ = stage.whole(name)
    stage.begin(name)
    assert stage.apply(name, at=whole.moments.index(moment) + 1).code == KILLED
    again = Random(f"{SEED} {name}").randint(1, 100)
    assert stage.apply(name, at=again, statements=True).code == KILLED
    ends_the_same(stage, name, (SEED, again))


@pytest.mark.parametrize("name", ["erase", "retention"])
def test_a_second_run_is_refused(sqlite: Stage, name: str) -> None:
    """While one is at work another says so and touches nothing; the first ends as if alone."""
    whole, wanted = sqlite.whole(name)
    sqlite.begin(name)
    first = sqlite.apply(
        name, at=whole.moments.index("after a commit in crm.sqlite"), signal="SIGSTOP"
    )
    assert first.code == STOPPED
    halfway = sqlite.account(name)
    for other in ("erase", "retention", "forget"):
        second = sqlite.apply(other)
        assert second.code == BUSY
        assert second.error["type"] == "Busy"
        assert second.error["retry"] is True
        assert "al een uitvoering bezig" in second.err
    assert sqlite.account(name) == halfway != wanted
    assert sqlite.fresh.go_on(first).code == whole.code
    assert sqlite.account(name) == wanted
