"""Every clock is in the table, ends where its article says, and says how sure it is."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nakomen.law import RULES
from nakomen.law.checked import Checked
from nakomen.law.clocks.clock import Clock, Limit
from nakomen.law.clocks.deadline import Deadline, HourLimit
from nakomen.law.clocks.table import CLOCKS, clock, explain_clock
from nakomen.terms import Lang, Period

FOUND = datetime(2026, 3, 27, 10, 20, tzinfo=ZoneInfo("Europe/Amsterdam"))


def test_every_clock_of_the_shared_table_is_here(shared: Callable[[str], Path]) -> None:
    """CL-01 to CL-31, none missing, none double."""
    text = shared("law/deadlines.md").read_text("utf-8")
    theirs = set(re.findall(r"^\| (CL-\d\d) \|", text, re.MULTILINE))

    assert len(theirs) == 31
    assert [known.id for known in CLOCKS] == sorted(theirs)


@pytest.mark.parametrize("known", CLOCKS, ids=lambda known: known.id)
def test_a_clock_tells_start_length_article_and_how_sure(known: Clock) -> None:
    """Both languages; what was not verified says so; a norm that it points to is there."""
    for lang in Lang:
        page = explain_clock(known).in_(lang)
        for said in (known.id, known.what.in_(lang), known.starts.in_(lang), known.article):
            assert said in page
    assert ("Niet geverifieerd" in explain_clock(known).nl) is not known.checked.verified
    assert known.norm is None or known.norm in {norm.id for norm in RULES}


def safe(id: str, start: date | datetime) -> list[str]:
    return [end.safe.isoformat()[:16] for end in clock(id).ends(start)]


@pytest.mark.parametrize(
    ("id", "start", "ends"),
    [
        ("CL-01", date(2026, 3, 5), ["2026-04-07"]),
        ("CL-04", date(2026, 1, 31), ["2026-03-02"]),
        ("CL-06", FOUND, ["2026-03-28T10:20"]),
        ("CL-09", date(2026, 4, 1), ["2026-04-09"]),  # Goede Vrijdag counts, Tweede Paasdag not
        ("CL-15", FOUND, ["2026-03-30T10:20"]),
        ("CL-21", date(2026, 3, 16), ["2026-04-28"]),
        ("CL-22", date(2026, 11, 2), ["2026-12-28", "2027-02-08"]),
        ("CL-24", date(2024, 2, 29), ["2027-02-28"]),
        ("CL-25", date(2025, 4, 3), ["2026-04-03", "2027-04-03"]),
        ("CL-27", date(2026, 1, 1), ["2026-01-31", "2026-04-01"]),
        ("CL-31", FOUND, ["2026-03-28T10:20", "2026-03-30T10:20", "2026-04-28"]),  # Koningsdag
        ("CL-08", date(2026, 1, 1), []),
    ],
)
def test_a_clock_ends_where_its_length_says(
    id: str, start: date | datetime, ends: list[str]
) -> None:
    """Months, weeks, working days and hours; a length that we chose ourselves never moves."""
    assert safe(id, start) == ends


def test_a_day_does_not_start_a_term_in_hours() -> None:
    """Nobody guesses at which hour of a day a breach was found."""
    with pytest.raises(ValueError, match="moment"):
        Limit(hours=72).ends(date(2026, 1, 1))


def test_hours_and_days_have_answers_of_their_own() -> None:
    """What is in hours is told with hours."""
    assert isinstance(Limit(hours=1).ends(FOUND), HourLimit)
    assert isinstance(Limit(period=Period(days=1)).ends(FOUND), Deadline)


def test_some_clocks_are_said_to_be_from_memory() -> None:
    """What nobody could read is not presented as read."""
    unread = {known.id for known in CLOCKS if known.checked is Checked.MEMORY}
    assert unread == {"CL-18", "CL-31"}
