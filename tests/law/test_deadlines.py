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

_YEAR_END = Moment.CALENDAR_YEAR_END
LAST_DAYS = {
    "awr7": (awr_52_bookkeeping.SEVEN_YEARS, awr_52_bookkeeping.RULE.start),
    "id_copy_5y": (Period(years=5), _YEAR_END),
    "applicant_4w": (Period(weeks=4), Moment.EVENT),
    "applicant_1y": (Period(years=1), Moment.EVENT),
    "camera_4w": (Period(weeks=4), Moment.EVENT),
    "personnel_2y": (Period(years=2), Moment.EVENT),
    "wwft_5y": (Period(years=5), Moment.EVENT),
    "bw307_5y": (Period(years=5), Moment.EVENT),
    "bw306_20y": (Period(years=20), Moment.EVENT),
    "realestate_9y": (Period(years=9), _YEAR_END),
    "oss_10y": (Period(years=10), _YEAR_END),
    "leapday": (Period(years=2), Moment.EVENT),
}
"""Clock of a vector → the term as a policy can say it. Most are no norms of ours yet."""
NOT_YET = {
    "dsr_reply_3m": "extending an answer by two months",
    "dsr_reply_1m_identity_pause": "pausing an answer while identity is unknown",
    "breach_sa_72h": "data breaches",
    "art14_notice": "telling people whose data came from elsewhere",
    "court_petition_6w": "going to court",
}
"""Clocks of things that the program does not do yet, each named so that none is forgotten."""
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


def test_every_term_ends_on_the_last_day_of_its_vector(shared: Callable[[str], Path]) -> None:
    """A record is free on the day after the last day of the vector: years, weeks, leap days."""
    cases = [
        (name, case)
        for name in LAST_DAYS
        for case in rows(shared("law/deadline_vectors.csv"), f"retention_last_day:{name}")
    ]
    assert len(cases) == 14

    for name, case in cases:
        begins = date.fromisoformat(case["input"].partition("=")[2][:10])
        keep, start = LAST_DAYS[name]
        last = date.fromisoformat(case["safe"])
        assert keep.free_from(begins, start) == last + timedelta(days=1), case["id"]
        assert keep.cutoff(last, start) <= begins < keep.cutoff(last + timedelta(days=1), start)


def test_no_vector_is_passed_over_in_silence(shared: Callable[[str], Path]) -> None:
    """Each clock of the vectors is tested here, or named as something we do not do yet."""
    with shared("law/deadline_vectors.csv").open(encoding="utf-8") as lines:
        clocks = {row["clock"].removeprefix("retention_last_day:") for row in csv.DictReader(lines)}
    assert clocks == {"dsr_reply_1m", *LAST_DAYS, *NOT_YET}


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
