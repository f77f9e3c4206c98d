"""
A retention run over expired call records, beside one DELETE by hand in the same run.

    uv run python benchmarks/retention.py [small|large|tiny]

Ours plans, notes the intent, erases in batches that can be resumed, counts again on a fresh
connection and signs the outcome. Peak memory is of this whole process.
"""

import resource
import sys
from datetime import timedelta

from sqlalchemy import create_engine, text

from nakomen import Company, Request, StepOutcome, verbs
from provider import TODAY, company, copy, milliseconds, provider

YEAR_AGO = TODAY.replace(year=TODAY.year - 1)
BY_HAND = "DELETE FROM call_record WHERE started_at < CAST(:day AS timestamptz)"


def by_hand(url: str) -> tuple[float, int]:
    """Milliseconds and rows of one statement and its commit."""
    engine = create_engine(url)
    rows = 0

    def work() -> None:
        nonlocal rows
        with engine.begin() as connection:
            day = f"{YEAR_AGO - timedelta(days=0)} 00:00 Europe/Amsterdam"
            rows = connection.execute(text(BY_HAND), {"day": day}).rowcount

    spent = milliseconds(work)
    engine.dispose()
    return spent, rows


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
    ratios = []
    with provider(size) as url:
        for _ in range(3):
            with copy(url) as theirs:
                raw, raw_rows = by_hand(theirs)
            with copy(url) as mine, company(mine) as opened:
                full, rows = ours(opened)
            ratios.append(full / raw)
            print(f"nakomen {rows:>9,} rows {full:9.0f} ms   by hand {raw_rows:>9,} rows "
                  f"{raw:9.0f} ms   ratio {full / raw:.2f}")  # fmt: skip
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"ratio, median of {len(ratios)}: {sorted(ratios)[len(ratios) // 2]:.2f}")
    print(f"peak memory of this process: {peak:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "small")
