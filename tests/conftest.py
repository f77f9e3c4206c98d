"""What tests share: real databases, a fresh one for each test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.support import servers


def pytest_configure() -> None:
    servers.announce()


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


@pytest.fixture(params=["sqlite", "postgres", "postgres15", "mariadb"])
def any_sql_url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh database, once for each kind of server that we support."""
    return str(request.getfixturevalue(f"{request.param}_url"))


def _present(start: Callable[[], servers.Server]) -> servers.Server:
    try:
        return start()
    except servers.ServerMissing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI runs on every database: {missing}")
        pytest.skip(f"no server for this test: {missing}")
