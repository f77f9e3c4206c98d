"""
A retention run over expired call records, beside the same SQL by hand in the same run.

    uv run python benchmarks/retention.py [ROWS [postgresql|mariadb]]

Half of ROWS calls (5 million when nothing is said) are past their year. By hand they are counted,
deleted in batches of 50 000 along the primary key, and counted again. Ours does the same and also
plans, notes the intent, counts on a fresh connection and signs the outcome; and it drops whole
partitions where the table has them by month. Peak memory is of this whole process.
"""

import resource
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from sqlalchemy import create_engine, text

from nakomen import Company, Request, StepOutcome, verbs
from provider import TODAY, servers

BATCH = 50_000
YEAR_AGO = TODAY.replace(year=TODAY.year - 1)
COLUMNS = (
    "id bigint NOT NULL, caller varchar(20), callee varchar(20), started_on date NOT NULL, "
    "seconds int"
)
_MONTHS = [(year, month) for year in (2024, 2025, 2026) for month in range(1, 13)]
_ENDS = [f"{y + m // 12}-{m % 12 + 1:02}-01" for y, m in _MONTHS]
_ROW = (
    "n, concat('+3120', 1000000 + n %% 8999999), concat('+316', 10000000 + n %% 89999999), "
    "{day}, n %% 3600"
)
POLICY = """\
statement: {file: statement.md}
promises:
  - id: calls
    kind: retention
    control: cdr-one-year
    retention: {records: traffic, keep: 1 jaar}
"""
MAP = """\
store: cdr
kind: %s
datasets:
  call_record:
    records: traffic
    primary_key: [%s]
    columns:
      id: {type: bigint, category: none, nullable: false}
      caller: {type: varchar(20), category: phone}
      callee: {type: varchar(20), category: phone}
      started_on: {type: date, category: traffic_data, nullable: false}
      seconds: {type: integer, category: traffic_data}
    clocks:
      - {column: started_on, moment: event}
"""


@contextmanager
def calls(kind: str, rows: int, *, parted: bool) -> Iterator[str]:
    """A database with the calls of two years, as many each day; the oldest have the first ids."""
    started = servers.postgres18() if kind == "postgresql" else servers.mariadb()
    database = servers.postgres_database if kind == "postgresql" else servers.mariadb_database
    with database(started) as url:
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in _made(kind, rows, parted):
                connection.exec_driver_sql(statement)
        engine.dispose()
        yield url


def _made(kind: str, rows: int, parted: bool) -> Iterator[str]:
    first = f"{TODAY.year - 2}-{TODAY.month:02}-{TODAY.day:02}"
    if kind == "postgresql":
        by = " PARTITION BY RANGE (started_on)" if parted else ", PRIMARY KEY (id))"
        yield f"CREATE TABLE call_record ({COLUMNS}{')' if parted else ''}{by}"
        for (year, month), end in zip(_MONTHS, _ENDS, strict=True) if parted else ():
            yield (
                f"CREATE TABLE calls_{year}_{month:02} PARTITION OF call_record "
                f"FOR VALUES FROM ('{year}-{month:02}-01') TO ('{end}')"
            )
        day = f"date '{first}' + (n * 730 / {rows})::int"
        yield (
            f"INSERT INTO call_record SELECT {_ROW.format(day=day)} "
            f"FROM generate_series(1::bigint, {rows}) AS n"
        )
        yield "VACUUM ANALYZE"
        yield "CHECKPOINT"
        return
    parts = ", ".join(
        f"PARTITION p_{year}_{month:02} VALUES LESS THAN (TO_DAYS('{end}'))"
        for (year, month), end in zip(_MONTHS, _ENDS, strict=True)
    )
    key = "id, started_on" if parted else "id"
    by = f" PARTITION BY RANGE (TO_DAYS(started_on)) ({parts})" if parted else ""
    yield f"CREATE TABLE call_record ({COLUMNS}, PRIMARY KEY ({key})){by}"
    day = f"date_add('{first}', INTERVAL floor(n * 730 / {rows}) DAY)"
    for start in range(0, rows, 500_000):
        last = min(start + 500_000, rows)
        series = f"(SELECT seq AS n FROM seq_{start + 1}_to_{last}) AS s"
        yield f"INSERT INTO call_record SELECT {_ROW.format(day=day)} FROM {series}"
    yield "ANALYZE TABLE call_record"


def by_hand(url: str) -> tuple[float, int]:
    """Seconds and rows: count, delete in batches along the key, count."""
    engine = create_engine(url)
    old = f"started_on < '{YEAR_AGO}'"
    began, rows, behind = perf_counter(), 0, 0

    def one(statement: str) -> int:
        with engine.begin() as connection:
            done = connection.execute(text(statement))
            return int(done.scalar() or 0) if done.returns_rows else done.rowcount

    found = one(f"SELECT count(*) FROM call_record WHERE {old}")
    while rows < found:
        seek = f"SELECT id FROM call_record WHERE id > {behind} AND {old} ORDER BY id"
        end = one(f"{seek} LIMIT 1 OFFSET {min(BATCH, found - rows) - 1}")
        rows += one(f"DELETE FROM call_record WHERE id > {behind} AND id <= {end} AND {old}")
        behind = end
    left = one(f"SELECT count(*) FROM call_record WHERE {old}")
    engine.dispose()
    assert not left
    return perf_counter() - began, rows


@contextmanager
def company(kind: str, url: str, *, parted: bool) -> Iterator[Company]:
    """A folder in which the map and the promise of a year are confirmed."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "zonneveld"
        (folder / "systems").mkdir(parents=True)
        settings = f"language: nl\nstores:\n  cdr:\n    url: {url}\n"
        key = "id, started_on" if parted and kind == "mariadb" else "" if parted else "id"
        for name, told in (
            ("nakomen.yaml", settings),
            ("policy.yaml", POLICY),
            ("statement.md", "Belgegevens bewaren wij een jaar.\n"),
            ("systems/cdr.yaml", MAP % (kind, key)),
        ):
            (folder / name).write_text(told, "utf-8")
        with Company.open(folder) as made:
            verbs.confirm(made, None, None, "benchmark", TODAY)
        with Company.open(folder) as opened:
            yield opened


def ours(opened: Company) -> tuple[float, float, int]:
    """Seconds of the plan, seconds of carrying it out with all its counts, and rows that went."""
    began = perf_counter()
    planned = verbs.plan(opened, Request.RETENTION, [], TODAY).plan
    between = perf_counter()
    verbs.approve(opened, planned, "benchmark", TODAY)
    rows = sum(
        event.gone
        for event in verbs.apply(opened, planned, TODAY)
        if isinstance(event, StepOutcome) and event.act == "erase"
    )
    return between - began, perf_counter() - between, rows


def main(rows: int, kinds: list[str]) -> None:
    servers.announce()
    for kind in kinds:
        with calls(kind, rows, parted=False) as url:
            raw, went = by_hand(url)
        print(f"{kind:10} by hand, in batches      {went:>9,} rows  {raw:6.1f} s", flush=True)
        for parted in (False, True):
            with (
                calls(kind, rows, parted=parted) as url,
                company(kind, url, parted=parted) as opened,
            ):
                plan, act, gone = ours(opened)
            assert gone == went, f"not the same rows: {gone} and {went}"
            how = "partitions dropped" if parted else "in batches"
            print(f"{kind:10} nakomen, {how:18} {gone:>9,} rows  {act:6.1f} s  "
                  f"plan {plan:4.1f} s  ratio {act / raw:.2f}", flush=True)  # fmt: skip
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:.0f} MB")
    servers.retire()


if __name__ == "__main__":
    known = ["postgresql", "mariadb"]
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000_000, sys.argv[2:] or known)
