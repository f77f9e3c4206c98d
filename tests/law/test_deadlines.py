"""Deadlines against vectors that were derived apart from this code."""

import csv
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nakomen.law.eu.avg_12_3_response import due, nominal, safe
from nakomen.law.eu.vo_1182_71_periods import holidays
from nakomen.law.nl import awr_52_bookkeeping
from nakomen.terms import Moment, Period

DAYS = st.dates(date(2018, 5, 25), date(2090, 12, 31))


def rows(file: Path, clock: str) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8") as lines:
        yield from (row for row in csv.DictReader(lines) if row["clock"] == clock)


def test_one_month_ends_on_the_day_of_every_vector(shared: Callable[[str], Path]) -> None:
    """Nominal and safe deadline of a request are those of 37 independent cases."""
    cases = list(rows(shared("law/deadline_vectors.csv"), "dsr_reply_1m"))
    assert len(cases) == 37

    for case in cases:
        received = date.fromisoformat(case["input"].removeprefix("received="))
        ours = (nominal(received).isoformat(), safe(received).isoformat())
        assert ours == (case["nominal"], case["safe"]), case["id"]


def test_books_stay_to_the_last_day_of_every_vector(shared: Callable[[str], Path]) -> None:
    """An invoice is free on the day after the last day of the vector."""
    cases = list(rows(shared("law/deadline_vectors.csv"), "retention_last_day:awr7"))
    assert len(cases) == 3

    for case in cases:
        booked = date.fromisoformat(case["input"].removeprefix("invoice_date="))
        free = awr_52_bookkeeping.SEVEN_YEARS.free_from(booked, Moment.CALENDAR_YEAR_END)
        assert free - timedelta(days=1) == date.fromisoformat(case["safe"]), case["id"]


@given(DAYS)
def test_the_hard_limit_is_a_working_day_and_never_early(received: date) -> None:
    """Moving to a working day only ever gives time, and at most six days."""
    limit = safe(received)

    assert limit.isoweekday() <= 5
    assert limit not in holidays(limit.year)
    assert timedelta(0) <= limit - nominal(received) <= timedelta(days=6)


@given(DAYS, st.integers(1, 60))
def test_the_earlier_of_promise_and_law_counts(received: date, days: int) -> None:
    """No promise lengthens the legal month, and a shorter one binds."""
    promised = Period(days=days)

    assert due(received, promised) <= safe(received)
    assert due(received, promised) <= received + timedelta(days=days)
    assert due(received, promised) in (safe(received), received + timedelta(days=days))
