"""From an address to an engine whose every connection has its clock, limits and rules set."""

from importlib import import_module
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from nakomen.stores.errors import AddressWrong, FileAbsent
from nakomen.stores.sql.dialects import Dialect

DIALECTS = {
    "sqlite": "nakomen.stores.sql.sqlite:Sqlite",
    "postgresql": "nakomen.stores.sql.postgresql:Postgresql",
    "mysql": "nakomen.stores.sql.mariadb:Mariadb",
    "mariadb": "nakomen.stores.sql.mariadb:Mariadb",
}
"""Only what an address asks for is imported."""
DRIVERS = {
    "postgresql": "postgresql+psycopg",
    "mysql": "mysql+pymysql",
    "mariadb": "mariadb+pymysql",
}
"""The driver when the address names none."""

WRITES = "nakomen_writes"
"""Execution option: this transaction will write, so SQLite takes its lock at once."""
ALONE = "nakomen_alone"
"""Execution option: each statement stands alone, for those that no transaction may hold."""


def engine_for(name: str, url: str) -> tuple[Engine, Dialect]:
    """
    The engine of *url*; nothing is opened yet.

    Raises:
        AddressWrong: it cannot be read, or names a driver that is not there. The address itself
            is never repeated: it may hold a password.
        FileAbsent: of SQLite.
    """
    address = _address(name, url)
    backend = address.get_backend_name()
    if backend not in DIALECTS:
        raise AddressWrong(name)
    dialect = _dialect(backend)
    try:
        engine = sa.create_engine(
            address, poolclass=NullPool, hide_parameters=True, connect_args=dialect.connect_args()
        )
    except (NoSuchModuleError, ImportError, ArgumentError, TypeError, ValueError):
        raise AddressWrong(name) from None
    sa.event.listen(engine, "connect", lambda driver, _: dialect.prepare(driver))
    if backend == "sqlite":
        sa.event.listen(engine, "begin", _begin)
    return engine, dialect


def _dialect(backend: str) -> Dialect:
    module, _, name = DIALECTS[backend].partition(":")
    made: Dialect = getattr(import_module(module), name)()
    return made


def place_of(name: str, url: URL) -> str:
    """Where the store is, as anyone may read it: neither user nor password."""
    host = f"{url.host}:{url.port}" if url.host and url.port else url.host
    return f"{name}: {'/'.join(part for part in (host, url.database) if part)}"


def _address(name: str, url: str) -> URL:
    try:
        address = make_url(url.strip())
    except (ArgumentError, ValueError):
        raise AddressWrong(name) from None
    address = address.set(drivername=DRIVERS.get(address.drivername, address.drivername))
    if not address.database:
        raise AddressWrong(name)
    # SQLite would make a file that is not there, and an empty store proves nothing.
    if address.get_backend_name() == "sqlite" and not Path(address.database).is_file():
        raise FileAbsent(place_of(name, address))
    return address


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    writes = options.get(WRITES)
    if options.get(ALONE):
        return
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
