"""What tests share: real databases, a fresh one for each test."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support import servers

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from tests.support.desk import Desk
    from tests.support.letters import Mailed
    from tests.support.mortal_desk import Mortal


def pytest_configure() -> None:
    servers.announce()
    # A test process holds much that never goes: looking through it often takes a tenth of the time.
    gc.set_threshold(200_000, 20, 100)


def pytest_unconfigure() -> None:
    servers.retire()


@pytest.fixture(scope="session")
def _postgres18() -> servers.Server:
    return _present(servers.postgres18)


@pytest.fixture(scope="session")
def _postgres15() -> servers.Server:
    return _present(servers.postgres15)


@pytest.fixture(scope="session")
def _mariadb() -> servers.Server:
    return _present(servers.mariadb)


@pytest.fixture
def postgres_url(_postgres18: servers.Server) -> Iterator[str]:
    """The URL of a fresh database on PostgreSQL 18."""
    with servers.postgres_database(_postgres18) as url:
        yield url


@pytest.fixture
def postgres15_url(_postgres15: servers.Server) -> Iterator[str]:
    """The URL of a fresh database on PostgreSQL 15."""
    with servers.postgres_database(_postgres15) as url:
        yield url


@pytest.fixture
def mariadb_url(_mariadb: servers.Server) -> Iterator[str]:
    """The URL of a fresh database on MariaDB."""
    with servers.mariadb_database(_mariadb) as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a fresh SQLite file."""
    file = tmp_path / "store.sqlite"
    file.touch()
    return f"sqlite:///{file}"


@pytest.fixture(params=["sqlite", "postgres", "mariadb"])
def any_sql_url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh database, once for each kind; tests of stores run on old releases too."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Desk]":
    """The example company's desk. Shared: leave it as it was, or `hired` somebody of your own."""
    from tests.support.desk import opened_desk

    with opened_desk(tmp_path_factory.mktemp("desk")) as opened:
        yield opened


@pytest.fixture(scope="session")
def mailed(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Mailed]":
    """
    A desk of its own that sends letters, and where they arrive. Shared: ask about a customer whom
    no other test asks about.
    """
    from tests.support.letters import mailed_desk

    with mailed_desk(tmp_path_factory.mktemp("mailed")) as opened:
        yield opened


@pytest.fixture(scope="session")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Mortal]":
    """A desk of its own that a test may kill; leave it open, with its mail server up."""
    from tests.support.mortal_desk import mortal_desk

    with mortal_desk(tmp_path_factory.mktemp("mortal")) as opened:
        yield opened


@pytest.fixture(scope="session")
def browser() -> "Browser":
    from tests.support.browser import launched

    return launched()


@pytest.fixture
def page(browser: "Browser", desk: "Desk") -> "Iterator[Page]":
    """A fresh window at the desk: nobody is signed in, Dutch is asked for."""
    context = browser.new_context(base_url=desk.address, locale="nl-NL", bypass_csp=False)
    yield context.new_page()
    context.close()


def _present(start: Callable[[], servers.Server]) -> servers.Server:
    try:
        return start()
    except servers.ServerMissing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI runs on every database: {missing}")
        pytest.skip(f"no server for this test: {missing}")
