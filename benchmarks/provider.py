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


@contextmanager
def provider(size: str) -> Iterator[str]:
    """The URL of a PostgreSQL database with the provider in it; it goes when the block ends."""
    servers.announce()
    server = servers.postgres18()
    with servers.postgres_database(server) as url:
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
