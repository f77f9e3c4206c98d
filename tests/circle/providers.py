"""The example provider in real databases: made once a run where that is dear, and copied."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text
from tests.circle.world import TODAY
from tests.support import servers

from nakomen.demo.provider import generate

STORES = ("crm", "newsletter")
_HOME = tempfile.TemporaryDirectory(prefix="provider-")
"""What this process made on SQLite; gone when it ends."""


@contextmanager
def provider(database: str, size: str, folder: Path) -> Iterator[dict[str, str]]:
    """The URLs of the provider's two stores in a *database* of their own; gone afterwards."""
    makes = {"postgresql": _on_postgresql, "mariadb": _on_mariadb, "sqlite": _on_sqlite}
    with ExitStack() as stack:
        yield {s: stack.enter_context(makes[database](s, size, folder)) for s in STORES}


@contextmanager
def _on_postgresql(store: str, size: str, _folder: Path) -> Iterator[str]:
    server = servers.postgres18()
    name = f"copy_{os.getpid()}_{store}"
    made = _made_once(server, store, size)
    _tell(server, f"CREATE DATABASE {name} TEMPLATE {made} STRATEGY file_copy")
    yield server.url(name)
    _tell(server, f"DROP DATABASE {name} WITH (FORCE)")


def _made_once(server: servers.Server, store: str, size: str) -> str:
    """The database to copy; the first worker of the run that asks for it fills it."""
    name = f"provider_{size}_{store}"
    made = Path(os.environ[servers.HOME], f"postgres18.{name}")
    with made.open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if made.stat().st_size == 0:
            _tell(server, f"CREATE DATABASE {name} TEMPLATE template0")
            _fill(server.url(name), store, size)
            lock.write("made")
    return name


@contextmanager
def _on_mariadb(store: str, size: str, _folder: Path) -> Iterator[str]:
    with servers.mariadb_database(servers.mariadb()) as url:
        _fill(url, store, size)
        yield url


@contextmanager
def _on_sqlite(store: str, size: str, folder: Path) -> Iterator[str]:
    file, made = folder / f"{store}.sqlite", Path(_HOME.name) / f"{size}-{store}.sqlite"
    if not made.exists():
        _fill(f"sqlite:///{made}", store, size)
    shutil.copy(made, file)
    yield f"sqlite:///{file}"
    file.unlink()


def _fill(url: str, store: str, size: str) -> None:
    engine = create_engine(url)
    generate(engine, size, store, today=TODAY)
    engine.dispose()


def _tell(server: servers.Server, order: str) -> None:
    root = create_engine(server.url("postgres"), isolation_level="AUTOCOMMIT")
    with root.connect() as connection:
        connection.execute(text(order))
    root.dispose()
