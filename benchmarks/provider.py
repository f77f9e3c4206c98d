"""What benchmarks share: a real PostgreSQL with the provider, and the company that runs on it."""

import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from tests.support import servers

from nakomen import Company, verbs
from nakomen.demo.provider import STATEMENT, generate

TODAY = date(2026, 11, 21)


SERVERS = {
    "postgresql": (servers.postgres18, servers.postgres_database),
    "mariadb": (servers.mariadb, servers.mariadb_database),
}


@contextmanager
def provider(size: str, server: str = "postgresql") -> Iterator[str]:
    """
    The URL of a database with the provider in it; it goes when the block ends.

    With ``NAKOMEN_PROVIDER`` set to the URL of one that is there, that one is used and stays.
    """
    if ready := os.environ.get("NAKOMEN_PROVIDER"):
        yield ready
        return
    servers.announce()
    start, database = SERVERS[server]
    with database(start()) as url:
        began = perf_counter()
        engine = create_engine(url)
        generate(engine, size, today=TODAY)
        engine.dispose()
        print(f"provider {size} made in {perf_counter() - began:.1f} s", file=sys.stderr)
        try:
            yield url
        finally:
            servers.retire()


@contextmanager
def copy(url: str) -> Iterator[str]:
    """A copy of a database, made by the server."""
    name = f"copy_{os.getpid()}_{int(perf_counter() * 1e6)}"
    if not url.startswith("postgresql"):
        yield from _copy_tables(url, name)
        return
    admin = create_engine(make_url(url).set(database="postgres"), isolation_level="AUTOCOMMIT")
    source = make_url(url).database
    with admin.connect() as connection:
        connection.execute(text(f'CREATE DATABASE "{name}" TEMPLATE "{source}"'))
    copied = make_url(url).set(database=name).render_as_string(hide_password=False)
    _vacuum(copied)
    try:
        yield copied
    finally:
        with admin.connect() as connection:
            connection.execute(text(f'DROP DATABASE "{name}" WITH (FORCE)'))
        admin.dispose()


def _copy_tables(url: str, name: str) -> Iterator[str]:
    """MariaDB has no template: the tables are made anew, with their rules, and filled."""
    source = make_url(url).database
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE DATABASE {name} CHARACTER SET utf8mb4"))
        connection.execute(text("SET foreign_key_checks = 0"))
        tables = list(connection.execute(text("SHOW TABLES")).scalars())
        made = [connection.execute(text(f"SHOW CREATE TABLE {t}")).one()[1] for t in tables]
        connection.execute(text(f"USE {name}"))
        for table, words in zip(tables, made, strict=True):
            connection.exec_driver_sql(words.replace("%", "%%"))
            connection.execute(text(f"INSERT INTO {table} SELECT * FROM {source}.{table}"))
            connection.execute(text(f"ANALYZE TABLE {table}"))
        connection.execute(text(f"USE {source}"))
    try:
        yield make_url(url).set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP DATABASE {name}"))
        engine.dispose()


def _vacuum(url: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("VACUUM ANALYZE"))
        connection.execute(text("CHECKPOINT"))
    engine.dispose()


@contextmanager
def company(url: str) -> Iterator[Company]:
    """The provider's folder, with everything confirmed."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "zonneveld"
        statement = Path(home) / "statement.nl.md"
        statement.write_text(STATEMENT.read_text("utf-8"), "utf-8")
        verbs.init(folder, statement, {"crm": url})
        with Company.open(folder) as made:
            verbs.confirm(made, None, None, "benchmark", TODAY)
        with Company.open(folder) as opened:
            yield opened


def persons(url: str, count: int) -> list[str]:
    """E-mail addresses of customers with invoices and calls, spread over the table."""
    engine = create_engine(url)
    query = text(
        "SELECT email FROM customer WHERE kind = 'person' AND cancelled_on IS NULL "
        "AND id % 97 = 3 ORDER BY id LIMIT :count"
    )
    with engine.connect() as connection:
        found = list(connection.execute(query, {"count": count}).scalars())
    engine.dispose()
    return found


def milliseconds(work: Callable[[], object]) -> float:
    """Wall time of one call."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def median(values: list[float]) -> float:
    return statistics.median(values)
