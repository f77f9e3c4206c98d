"""
A retention run over expired call records, beside the same SQL by hand in the same run.

    uv run python benchmarks/retention.py [small|large|tiny]

Ours plans, notes the intent, erases in batches that can be resumed, counts again on a fresh
connection and signs the outcome. Peak memory is of this whole process.
"""

import resource
import sys
from dataclasses import dataclass
from datetime import timedelta
from time import perf_counter

from sqlalchemy import create_engine, text

from nakomen import Company, Request, StepOutcome, verbs
from provider import TODAY, company, copy, median, milliseconds, provider

LEFT = """subscription_id IN (SELECT s.id FROM subscription AS s JOIN customer AS c
          ON c.id = s.customer_id WHERE c.cancelled_on < :cancelled)"""
OLD = "started_at < CAST(:year_ago AS timestamptz)"
"""Calls of customers who left 90 days ago, and calls past their own year."""
FACTS = {
    "cancelled": TODAY - timedelta(days=90),
    "year_ago": f"{TODAY.replace(year=TODAY.year - 1)} 00:00 Europe/Amsterdam",
}


@dataclass(frozen=True, kw_only=True)
class ByHand:
    """Rows that went, and milliseconds of the deletes alone and with a count before and after."""

    rows: int
    deletes: float
    counted: float


def by_hand(url: str) -> ByHand:
    """One transaction for each of the two; before it a count, and after it one that sees it."""
    engine = create_engine(url)
    rows, deletes, counts = 0, 0.0, 0.0

    def run(statement: str) -> int:
        with engine.begin() as connection:
            done = connection.execute(text(statement), FACTS)
            return done.scalar_one() if statement.startswith("SELECT") else done.rowcount

    for condition in (LEFT, OLD):
        count = f"SELECT count(*) FROM call_record WHERE {condition}"
        counts += milliseconds(lambda count=count: run(count))
        began = perf_counter()
        rows += run(f"DELETE FROM call_record WHERE {condition}")
        deletes += (perf_counter() - began) * 1000
        counts += milliseconds(lambda count=count: run(count))
    engine.dispose()
    return ByHand(rows=rows, deletes=deletes, counted=deletes + counts)


def ours(opened: Company) -> tuple[float, int]:
    """Milliseconds and rows of the step that erases call records, planning included."""
    planned = verbs.plan(opened, Request.RETENTION, [], TODAY).plan
    steps = {s.id for s in planned.steps if s.task.dataset == "call_record"}
    rows, seconds = 0, 0.0
    for event in verbs.apply(opened, planned, TODAY):
        if isinstance(event, StepOutcome) and event.step in steps and event.act == "erase":
            rows, seconds = rows + event.gone, seconds + event.seconds
    return seconds * 1000, rows


def main(size: str) -> None:
    alone, counted = [], []
    with provider(size) as url:
        for _ in range(3):
            with copy(url) as theirs:
                raw = by_hand(theirs)
            with copy(url) as mine, company(mine) as opened:
                full, rows = ours(opened)
            if rows != raw.rows:
                raise SystemExit(f"not the same rows: {rows} and {raw.rows}")
            alone.append(full / raw.deletes)
            counted.append(full / raw.counted)
            print(f"{rows:>9,} rows   nakomen {full:7.0f} ms   by hand {raw.counted:7.0f} ms with "
                  f"counts, {raw.deletes:7.0f} ms without")  # fmt: skip
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"ratio to the same SQL by hand (count, delete, count), median: {median(counted):.2f}")
    print(f"ratio to the deletes alone, nothing counted, median: {median(alone):.2f}")
    print(f"peak memory of this process: {peak:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "small")
