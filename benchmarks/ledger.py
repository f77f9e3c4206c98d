"""
Lines of evidence: written down in batches, one by one, and verified; beside plain SQLite.

    uv run python benchmarks/ledger.py [LINES]

Beside it stand the same lines as JSON in a table of SQLite without index, trigger, hash or
signature. Both write a batch in turn, so that what else the machine does troubles both alike.
"""

import json
import resource
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

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


class Watch:
    """Seconds on the clock, and of the processor, that went by in one kind of work."""

    def __init__(self, name: str) -> None:
        self.name, self.clock, self.processor = name, 0.0, 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        clock, processor = perf_counter(), process_time()
        yield
        self.clock += perf_counter() - clock
        self.processor += process_time() - processor

    def tell(self, lines: int) -> None:
        print(
            f"{self.name:30} {lines / self.clock:10,.0f} lines a second   {self.clock:7.2f} s, "
            f"of which processor {self.processor:6.2f} s"
        )


def timed(name: str, lines: int, work: Callable[[], object]) -> None:
    watch = Watch(name)
    with watch.running():
        work()
    watch.tell(lines)


def bare(folder: Path) -> sqlite3.Connection:
    database = sqlite3.connect(folder / "plain.sqlite", isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE line (seq INTEGER PRIMARY KEY, body TEXT)")
    return database


def put(database: sqlite3.Connection, start: int, batch: list[Entry]) -> None:
    rows = [(n, json.dumps(entry.body)) for n, entry in enumerate(batch, start)]
    database.execute("BEGIN")
    database.executemany("INSERT INTO line VALUES (?, ?)", rows)
    database.execute("COMMIT")


def write_both(ledger: Ledger, database: sqlite3.Connection, lines: int) -> None:
    plain, ours = Watch("plain table, in batches"), Watch("written, in batches")
    for start in range(1, lines + 1, BATCH):
        batch = entries(start, BATCH)
        with plain.running():
            put(database, start, batch)
        with ours.running():
            ledger.append(batch, at=datetime.now(UTC))
    plain.tell(lines)
    ours.tell(lines)
    print(f"{'as many times as plain':30} {ours.clock / plain.clock:10.2f}")


def main(lines: int) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        file = folder / "bundle.jsonl"
        with Ledger.open(folder) as ledger:
            database = bare(folder)
            write_both(ledger, database, lines)
            database.close()
            timed("verified", lines, ledger.verify)
            timed("bundle written", lines, lambda: write_bundle(ledger, file))
            timed("bundle verified by a stranger", lines, lambda: verify_bundle(file))
            assert verify_bundle(file).ok

            def alone() -> None:
                for number in range(ALONE):
                    ledger.append(entries(number, 1), at=datetime.now(UTC))

            timed("written, one by one", ALONE, alone)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
