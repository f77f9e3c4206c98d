"""
Lines of evidence: written down in batches, one by one, and verified; beside plain SQLite.

    uv run python benchmarks/ledger.py [LINES]

Beside it stand the same texts put into a table of SQLite without index, trigger, hash or
signature, in batches as large.
"""

import resource
import sqlite3
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from nakomen.ledger import Entry, Ledger, verify_bundle, write_bundle

BATCH = 5_000
ALONE = 300


def body(number: int) -> dict[str, str | int | None]:
    """What the outcome of a step says."""
    return {
        "plan": "plan-0001",
        "step": f"step-{number}",
        "store": "crm",
        "dataset": "invoice",
        "act": "erase",
        "promise": "retention-3",
        "rule": "awr-52",
        "found": 12,
        "left": 0,
        "gone": 12,
        "error": None,
    }


def entries(start: int, count: int) -> list[Entry]:
    return [Entry(kind="outcome", body=body(n)) for n in range(start, start + count)]


def told(name: str, lines: int, seconds: float) -> None:
    print(f"{name:34} {lines / seconds:10,.0f} lines a second   {seconds:7.2f} s")


def plain(folder: Path, lines: int) -> float:
    """Seconds for the same texts in a bare table."""
    database = sqlite3.connect(folder / "plain.sqlite", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE line (seq INTEGER PRIMARY KEY, body TEXT)")
    began = perf_counter()
    for start in range(0, lines, BATCH):
        rows = [(n, str(body(n))) for n in range(start, start + BATCH)]
        database.execute("BEGIN")
        database.executemany("INSERT INTO line VALUES (?, ?)", rows)
        database.execute("COMMIT")
    database.close()
    return perf_counter() - began


def main(lines: int) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        told("plain table, in batches", lines, plain(folder, lines))
        with Ledger.open(folder) as ledger:
            began = perf_counter()
            for start in range(0, lines, BATCH):
                ledger.append(entries(start, BATCH), at=datetime.now(UTC))
            told("written, in batches", lines, perf_counter() - began)
            began = perf_counter()
            ledger.verify()
            told("verified", lines, perf_counter() - began)
            file = folder / "bundle.jsonl"
            began = perf_counter()
            write_bundle(ledger, file)
            told("bundle written", lines, perf_counter() - began)
            began = perf_counter()
            assert verify_bundle(file).ok
            told("bundle verified by a stranger", lines, perf_counter() - began)
            began = perf_counter()
            for number in range(ALONE):
                ledger.append(entries(number, 1), at=datetime.now(UTC))
            told("written, one by one", ALONE, perf_counter() - began)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
