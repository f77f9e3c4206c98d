"""
A survey of a table with fifty million cells, by sampling; memory and time as it grows tenfold.

    uv run python benchmarks/survey.py [ROWS]

The table has ten columns: names, addresses, numbers and dates of nobody, as a database makes them.
Behind it, as often as a map is made: what must hold for every row and turns the map, asked of all.
"""

import resource
import sys
from pathlib import Path
from time import perf_counter

from sqlalchemy import create_engine, text

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.support import servers

from nakomen.detect.left_open import left_open
from nakomen.stores import load
from provider import milliseconds

COLUMNS = 10
MAKE = """
    CREATE TABLE cell AS SELECT
        n AS id,
        'Naam ' || n % 99991 AS name,
        'persoon' || n || '@post.example' AS email,
        '+316' || lpad((n * 7919 % 100000000)::text, 8, '0') AS phone,
        (1000 + n % 9000) || ' AB' AS postcode,
        'Straat ' || n % 50 AS street,
        date '1950-01-01' + (n % 20000)::int AS born,
        now() - n * interval '1 second' AS seen,
        '192.0.2.' || n % 256 AS ip,
        n % 1000 AS amount
    FROM generate_series(1, CAST(:rows AS bigint)) AS n
"""


def peak() -> float:
    """MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(url: str, rows: int) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS cell"))
        began = perf_counter()
        connection.execute(text(MAKE), {"rows": rows})
        connection.execute(text("ALTER TABLE cell ADD PRIMARY KEY (id)"))
        connection.execute(text("ANALYZE cell"))
        print(f"made in {perf_counter() - began:.0f} s", file=sys.stderr)
    engine.dispose()
    with load("crm", url) as store:
        spent = milliseconds(store.survey) / 1000
        survey = store.survey()
        asked = left_open(survey)
        settled = milliseconds(lambda: store.settle(survey, asked)) / 1000
    cells = rows * COLUMNS
    print(f"{cells:12,} cells   {spent:6.2f} s   {cells / spent:14,.0f} cells a second   "
          f"{len(asked)} whole columns {settled:6.2f} s   peak {peak():.0f} MB")  # fmt: skip


def main(rows: int) -> None:
    servers.announce()
    try:
        with servers.postgres_database(servers.postgres18()) as url:
            for size in (rows // 100, rows // 10, rows):
                measured(url, size)
    finally:
        servers.retire()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000)
