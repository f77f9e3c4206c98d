"""Deadlines against vectors that were derived apart from this code."""

import csv
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nakomen.law.clocks.deadline import (
    QUIET_MONTHS,
    Deadline,
    hours_after,
    working_day,
    working_days_after,
)
from nakomen.law.eu.avg_12_3_response import answer, due, extended, no_extension
from nakomen.law.eu.avg_12_6_identity import paused_days
from nakomen.law.eu.avg_14_3_notice import inform
from nakomen.law.eu.avg_33_1_breach import notify
from nakomen.law.holidays import atw_holidays, core_holidays
from nakomen.law.nl import atw_1_terms
from nakomen.law.nl.uavg_35_petition import petition
from nakomen.law.retention import last_day
from nakomen.terms import Period

HERE = ZoneInfo("Europe/Amsterdam")
DAYS = st.dates(date(2018, 5, 25), date(2090, 12, 31))
KEPT = {
    "awr7": "awr-business-records",
    "id_copy_5y": "payroll-id-copy",
    "applicant_4w": "job-application",
    "applicant_1y": "job-application-consent",
    "camera_4w": "camera-footage",
    "personnel_2y": "personnel-file",
    "wwft_5y": "wwft-cdd",
    "bw307_5y": "limitation-contract-5y",
    "bw306_20y": "limitation-general-20y",
    "realestate_9y": "vat-real-estate",
    "oss_10y": "vat-oss-ioss",
    "leapday": "personnel-file",
}
"""Term of a vector → the row of the retention catalogue that has it."""
Vector = dict[str, str]


@pytest.fixture(scope="module")
def vectors() -> Callable[[Path], list[Vector]]:
    def read(file: Path) -> list[Vector]:
        with file.open(encoding="utf-8") as lines:
            return list(csv.DictReader(lines))

    return read


def given_in(vector: Vector) -> dict[str, str]:
    """``received=2026-03-05; pause_days=0`` → names and values."""
    parts = (part.partition("=") for part in vector["input"].split(";"))
    return {name.strip(): value.strip() for name, _, value in parts}


def days(vector: Vector) -> dict[str, date]:
    return {
        name: date.fromisoformat(value[:10])
        for name, value in given_in(vector).items()
        if value[4:5] == "-"
    }


def paused(vector: Vector) -> int:
    told = days(vector)
    return paused_days(told["received"], told["id_asked"], told["id_received"])


def end_of(vector: Vector) -> Deadline:
    """What this program says of a vector with days."""
    told = days(vector)
    match vector["clock"].partition(":"):
        case ("dsr_reply_1m", _, _):
            return answer(told["received"])
        case ("dsr_reply_3m", _, _):
            return extended(told["received"])
        case ("dsr_reply_1m_identity_pause", _, _):
            return answer(told["received"], paused(vector))
        case ("court_petition_6w", _, _):
            end = petition(told["reply_received"])
            assert end
            return end
        case ("art14_notice", _, _):
            return inform(told["obtained"], told.get("first_contact"))
        case ("retention_last_day", _, term):
            last = last_day(KEPT[term], next(iter(told.values())))
            assert last
            return Deadline.exactly(last)
    pytest.fail(f"nothing computes {vector['clock']}")


def test_every_vector_in_days_ends_where_it_says(
    shared: Callable[[str], Path], vectors: Callable[[Path], list[Vector]]
) -> None:
    """Nominal, safe and latest day are those of 73 independent cases; none is passed over."""
    cases = vectors(shared("law/deadline_vectors.csv"))
    in_days = [case for case in cases if case["clock"] != "breach_sa_72h"]
    assert (len(cases), len(in_days)) == (83, 73)

    for case in in_days:
        end = end_of(case)
        ours = [day.isoformat() for day in (end.nominal, end.safe, end.latest)]
        assert ours == [case["nominal"], case["safe"], case["max_atw"]], case["id"]


def test_every_vector_in_hours_ends_where_it_says(
    shared: Callable[[str], Path], vectors: Callable[[Path], list[Vector]]
) -> None:
    """Elapsed hours, the earliest hour and the full-hour reading, across both changes of time."""
    cases = vectors(shared("law/deadline_vectors.csv"))
    in_hours = [case for case in cases if case["clock"] == "breach_sa_72h"]
    assert len(in_hours) == 10

    for case in in_hours:
        aware = given_in(case)["aware"].split()[0]
        end = notify(datetime.fromisoformat(aware).replace(tzinfo=HERE))
        ours = [moment.isoformat("T", "minutes") for moment in (end.nominal, end.safe, end.latest)]
        assert (ours[0], ours[1][:16], ours[2]) == (case["nominal"], case["safe"], case["max_atw"])


def test_pause_and_extension_notice_are_those_of_the_vectors(
    shared: Callable[[str], Path], vectors: Callable[[Path], list[Vector]]
) -> None:
    """How long a question pauses the month, and until when an extension can be told."""
    cases = vectors(shared("law/deadline_vectors.csv"))
    pauses = [case for case in cases if case["clock"].endswith("identity_pause")]
    longer = [case for case in cases if case["clock"] == "dsr_reply_3m"]
    assert (len(pauses), len(longer)) == (6, 8)

    for case in pauses:
        assert str(paused(case)) == given_in(case)["pause_days"], case["id"]
    for case in longer:
        last = days(case)["extension_notice_latest_safe"]
        received = days(case)["received"]
        assert no_extension(received, last, reasons=True) is None, case["id"]
        assert no_extension(received, last + timedelta(days=1), reasons=True), case["id"]


OWN = [
    # received, nominal, safe, latest: worked out by hand on a calendar
    ("2031-01-31", "2031-02-28", "2031-02-28", "2031-02-28"),
    ("2032-01-31", "2032-02-29", "2032-03-01", "2032-03-01"),  # leap day on a Sunday
    ("2031-03-27", "2031-04-27", "2031-04-28", "2031-04-28"),  # a Sunday, Koningsdag was the 26th
    ("2031-03-26", "2031-04-26", "2031-04-28", "2031-04-28"),
    ("2029-02-28", "2029-03-28", "2029-03-28", "2029-03-28"),
    ("2029-02-27", "2029-03-27", "2029-03-27", "2029-03-27"),
    ("2029-03-01", "2029-04-01", "2029-04-03", "2029-04-03"),  # Easter Sunday
    ("2031-04-05", "2031-05-05", "2031-05-05", "2031-05-06"),  # no lustrum, and yet Atw 3(1)
    ("2032-04-06", "2032-05-06", "2032-05-07", "2032-05-07"),  # Hemelvaartsdag
    ("2031-11-25", "2031-12-25", "2031-12-29", "2031-12-29"),  # Thursday; 26, Saturday, Sunday
    ("2033-12-01", "2034-01-01", "2034-01-02", "2034-01-02"),
]


@pytest.mark.parametrize(("received", "nominal", "safe", "latest"), OWN)
def test_a_month_ends_on_a_working_day(received: str, nominal: str, safe: str, latest: str) -> None:
    """Short months, leap days, Easter, Koningsdag, 5 May, Christmas and New Year."""
    end = answer(date.fromisoformat(received))
    assert [d.isoformat() for d in (end.nominal, end.safe, end.latest)] == [nominal, safe, latest]


def test_thirty_days_are_not_a_month() -> None:
    """31 January and 30 days is 2 March; the month was over on 28 February."""
    assert date(2026, 1, 31) + timedelta(days=30) == date(2026, 3, 2)
    assert answer(date(2026, 1, 31)).nominal == date(2026, 2, 28)


def test_an_extension_needs_time_reasons_and_happens_once() -> None:
    """Told late, told without reasons or told twice, it counts for nothing."""
    received = date(2026, 3, 5)
    assert no_extension(received, date(2026, 4, 7), reasons=True) is None

    late = no_extension(received, date(2026, 4, 8), reasons=True)
    bare = no_extension(received, date(2026, 3, 20), reasons=False)
    twice = no_extension(received, date(2026, 3, 20), reasons=True, before=True)

    assert len({late, bare, twice}) == 3
    assert None not in (late, bare, twice)


def test_a_pause_needs_doubt_that_was_written_down() -> None:
    """Who asks a known customer for her passport wins no time; nor who asks on the sixth day."""
    received = date(2026, 6, 1)
    asked, arrived = date(2026, 6, 2), date(2026, 6, 30)

    assert paused_days(received, asked, arrived) == 28
    assert paused_days(received, asked, arrived, doubt=False) == 0
    assert paused_days(received, date(2026, 6, 6), arrived) == 24
    assert paused_days(received, date(2026, 6, 7), arrived) == 0
    assert paused_days(received, date(2026, 5, 31), arrived) == 0


def test_who_is_written_to_is_told_then() -> None:
    """A first message on a Sunday is not put off to Monday; a later one gives no time."""
    obtained = date(2026, 1, 31)

    assert inform(obtained).safe == date(2026, 3, 2)
    assert inform(obtained, first_contact=date(2026, 3, 1)).safe == date(2026, 3, 1)
    assert inform(obtained, first_disclosure=date(2026, 2, 1)).nominal == date(2026, 2, 1)
    assert inform(obtained, first_contact=date(2026, 5, 1)) == inform(obtained)


def test_no_answer_in_time_means_no_last_day_for_the_court() -> None:
    """UAVG 35(2), second sentence."""
    assert petition(None) is None


@pytest.mark.parametrize(
    ("start", "hours", "nominal", "safe"),
    [
        ("2027-03-27T02:30+01:00", 24, "2027-03-28T03:30+02:00", "2027-03-28T03:30+02:00"),
        ("2027-10-30T02:30+02:00", 24, "2027-10-31T02:30+02:00", "2027-10-31T02:30+02:00"),
        ("2027-10-31T02:30+01:00", 24, "2027-11-01T02:30+01:00", "2027-11-01T02:30+01:00"),
        ("2027-10-30T12:00+02:00", 24, "2027-10-31T11:00+01:00", "2027-10-31T11:00+01:00"),
        ("2027-03-27T12:00+01:00", 24, "2027-03-28T13:00+02:00", "2027-03-28T12:00+02:00"),
        ("2027-07-01T10:00+00:00", 24, "2027-07-02T12:00+02:00", "2027-07-02T12:00+02:00"),
    ],
)
def test_hours_pass_also_while_the_clock_changes(
    start: str, hours: int, nominal: str, safe: str
) -> None:
    """An hour that is skipped or comes twice never makes a limit later than both readings."""
    end = hours_after(datetime.fromisoformat(start), hours)
    assert end.nominal.isoformat("T", "minutes") == nominal
    assert end.safe.isoformat("T", "minutes") == safe


def test_an_hour_without_a_zone_is_refused() -> None:
    """Nobody guesses in which country a clock hung."""
    with pytest.raises(ValueError, match="time zone"):
        hours_after(datetime(2026, 1, 1, 12), 72)


@pytest.mark.parametrize("year", range(1990, 2101))
def test_the_two_lists_of_holidays_differ_in_two_days(year: int) -> None:
    """Goede Vrijdag and 5 May count in the Atw only, unless Hemelvaartsdag is that day as well."""
    only_atw = atw_holidays(year) - core_holidays(year)
    fridays = [day for day in only_atw if day.isoweekday() == 5 and day.month < 5]

    assert len(fridays) == 1
    assert fridays[0] + timedelta(days=3) in core_holidays(year)  # Tweede Paasdag
    assert only_atw - set(fridays) == {date(year, 5, 5)} - core_holidays(year)
    assert date(year, 5, 5) in atw_holidays(year)


def test_half_of_the_year_has_no_holiday() -> None:
    """A deadline in one of those months needs no list of holidays."""
    days = [day for year in range(1966, 2101) for day in atw_holidays(year)]
    assert {day.month for day in days} == set(range(1, 13)) - QUIET_MONTHS


@pytest.mark.parametrize("year", range(2014, 2101))
def test_koningsdag_is_never_on_a_sunday(year: int) -> None:
    """27 April, or the 26th when the 27th is a Sunday."""
    sunday = date(year, 4, 27).isoweekday() == 7
    assert date(year, 4, 26 if sunday else 27) in core_holidays(year)


@pytest.mark.parametrize(
    ("term", "moves"),
    [
        (Period(weeks=12), True),
        (Period(weeks=13), False),
        (Period(days=90), True),
        (Period(days=91), False),
        (Period(months=3), True),
        (Period(months=4), False),
        (Period(years=1), False),
    ],
)
def test_the_atw_leaves_long_terms_alone(term: Period, moves: bool) -> None:
    """Atw artikel 4 onder a; 2 May 2027 is a Sunday."""
    start = next(
        d
        for d in (date(2025, 1, 1) + timedelta(n) for n in range(999))
        if term.after(d) == date(2027, 5, 2)
    )
    assert (atw_1_terms.ends(start, term).latest > date(2027, 5, 2)) is moves


def test_a_short_term_over_easter_holds_two_other_days() -> None:
    """Atw artikel 2: four days from Thursday before Easter are Wednesday."""
    end = atw_1_terms.ends(date(2026, 4, 2), Period(days=4))
    assert end.nominal == date(2026, 4, 8)


@given(DAYS)
def test_the_hard_limit_is_a_working_day_and_never_early(received: date) -> None:
    """Moving to a working day only ever gives time, and at most six days."""
    end = answer(received)

    assert end.safe.isoweekday() <= 5
    assert end.safe not in core_holidays(end.safe.year)
    assert end.nominal <= end.safe <= end.latest
    assert end.latest - end.nominal <= timedelta(days=6)
    assert end.latest not in atw_holidays(end.latest.year)


@given(DAYS)
def test_an_extension_never_makes_it_earlier(received: date) -> None:
    """Three months in all, whichever way they are counted."""
    assert answer(received).safe < extended(received).safe
    assert extended(received).nominal <= Period(months=3).after(received)


@given(DAYS, st.integers(1, 60))
def test_the_earlier_of_promise_and_law_counts(received: date, days: int) -> None:
    """No promise lengthens the legal month, and a shorter one binds."""
    promised = Period(days=days)
    law = answer(received).safe

    assert due(received, promised) == min(law, received + timedelta(days=days))
    assert due(received) == law


@given(st.datetimes(datetime(2018, 5, 25), datetime(2090, 1, 1), timezones=st.just(HERE)))
def test_the_safe_hour_is_never_after_another(aware: datetime) -> None:
    """Whichever reading a judge follows, who keeps to *safe* is in time."""
    end = notify(aware)
    assert end.safe <= end.nominal <= end.latest
    assert end.nominal.timestamp() - aware.timestamp() == 72 * 3600


@given(DAYS, st.integers(1, 10))
def test_working_days_are_counted_one_by_one(day: date, count: int) -> None:
    """The last of them is a working day with exactly so many since."""
    last = working_days_after(day, count)
    since = [day + timedelta(days=n) for n in range(1, (last - day).days + 1)]
    assert sum(working_day(d) == d for d in since) == count
