"""The retention catalogue is whole, found by the words of a text, and says how sure it is."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from nakomen.law.checked import Checked
from nakomen.law.retention import (
    ROWS,
    Fit,
    Force,
    Kept,
    Until,
    fit,
    last_day,
    row,
    rows_for,
    rows_named,
)
from nakomen.law.retention.explain import explain_row, term_told
from nakomen.terms import Lang, Period, RecordKind


def told(length: Period | Until | None) -> str:
    """A length as the shared table writes it."""
    if isinstance(length, Period):
        return length.iso
    return length.value if length else ""


def test_every_row_of_the_shared_table_is_here_with_its_terms(
    shared: Callable[[str], Path],
) -> None:
    """Ids, shortest and longest term and force are those of the 84 rows; none is missing."""
    with shared("law/retention.csv").open(encoding="utf-8") as lines:
        theirs = {line["id"]: line for line in csv.DictReader(lines)}
    assert len(theirs) == 84
    assert {known.id for known in ROWS} == set(theirs)

    for known in ROWS:
        line = theirs[known.id]
        assert (told(known.least), told(known.most)) == (line["min_period"], line["max_period"])
        assert known.force == line["certainty"], known.id


def test_what_is_from_memory_or_from_others_is_never_called_read(
    shared: Callable[[str], Path],
) -> None:
    """Who wrote the table marked what was not read; we may be humbler, never surer."""
    with shared("law/retention.csv").open(encoding="utf-8") as lines:
        sources = {line["id"]: line["source"] for line in csv.DictReader(lines)}

    unread = [
        id for id, said in sources.items() if said.startswith("memory") or "termijn mem" in said
    ]
    assert len(unread) > 20
    for id in unread:
        assert row(id).checked in (Checked.MEMORY, Checked.REPORTED), id


@pytest.mark.parametrize("known", ROWS, ids=lambda known: known.id)
def test_a_row_tells_what_it_is_how_long_and_how_sure(known: Kept) -> None:
    """Both languages, the ground, the start, and a word on what was not verified."""
    for lang in Lang:
        page = explain_row(known).in_(lang)
        assert known.id in page
        assert known.what.in_(lang) in page
        assert known.basis in page
        assert term_told(known).in_(lang) in page
    unsure = "Niet geverifieerd" in explain_row(known).nl
    assert unsure is not known.checked.verified
    assert ("Not verified" in explain_row(known).en) is unsure


def test_ids_are_there_once() -> None:
    """One id, one row."""
    assert len({known.id for known in ROWS}) == len(ROWS) == 84


@pytest.mark.parametrize("known", ROWS, ids=lambda known: known.id)
def test_a_shortest_term_is_never_longer_than_the_longest(known: Kept) -> None:
    """A duty and a limit can be kept both."""
    if isinstance(known.least, Period) and isinstance(known.most, Period):
        day = date(2026, 1, 1)
        assert known.least.after(day) <= known.most.after(day)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        (
            "Facturen en andere administratieve stukken bewaren wij zeven jaar.",
            "awr-business-records",
        ),
        ("De opnames van bewakingscamera's", "camera-footage"),
        ("Uw sollicitatiebrief en cv", "job-application"),
        ("Back-ups worden dertig dagen bewaard", "backups"),
        ("IP-adressen in onze logbestanden", "webserver-logs-ip"),
        ("uw aanmelding voor de nieuwsbrief", "newsletter-subscription"),
        ("We keep your newsletter subscription", "newsletter-subscription"),
        ("Het bewijs van toestemming", "consent-evidence"),
        ("Belgegevens (CDR) van uw aansluiting", "telecom-traffic-billing"),
        ("een kopie van uw paspoort", "payroll-id-copy"),
        ("uw klantaccount", "customer-account-inactive"),
        ("gegevens uit het contactformulier", "contact-form"),
        ("Facturen voor hosting en domeinnamen.", "awr-business-records"),
        ("Onze logs.", "webserver-logs-ip"),
        ("Voor CDR-data is de termijn 1 jaar.", "telecom-traffic-billing"),
        ("De recorder van de camera", "camera-footage"),
        ("Video surveillance (CCTV) images", "camera-footage"),
    ],
)
def test_a_text_names_its_row(text: str, id: str) -> None:
    """The words of a statement lead to what the law or a guideline says of them."""
    assert rows_named(text)[0].id == id


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Wij zijn er voor u.",
        "catalogus",
        "Ons logo",
        "de accountant",
        "per taxi",
        "recorder",
        "chatten",
    ],
)
def test_a_text_without_records_names_nothing(text: str) -> None:
    """No guess: log in catalogus or logo and account in accountant are no names."""
    assert rows_named(text) == ()


def test_every_kind_of_records_that_a_company_keeps_is_spoken_of() -> None:
    """Only "other" and "all" have no row of their own."""
    silent = {kind for kind in RecordKind if not rows_for(kind)}
    assert silent == {RecordKind.OTHER, RecordKind.ALL}


@pytest.mark.parametrize(
    ("id", "promised", "expected"),
    [
        ("camera-footage", Period(weeks=4), Fit.WITHIN),
        ("camera-footage", Period(days=29), Fit.LONGER),
        ("awr-business-records", Period(years=5), Fit.SHORTER),
        ("awr-business-records", Period(years=7), Fit.WITHIN),
        ("awr-business-records", Period(years=10), Fit.LONGER),
        ("security-logs", Period(days=30), Fit.SHORTER),
        ("newsletter-subscription", Period(years=2), Fit.UNKNOWN),
        ("health-logging", Period(years=6), Fit.WITHIN),
    ],
)
def test_a_promised_term_is_held_against_its_row(id: str, promised: Period, expected: Fit) -> None:
    """Too short for a duty, too long for a guideline, within, or nothing to hold it against."""
    assert fit(row(id), promised) is expected


@pytest.mark.parametrize(
    ("id", "start", "last"),
    [
        ("payroll-id-copy", date(2023, 1, 1), date(2028, 12, 31)),
        ("vat-real-estate", date(2020, 12, 31), date(2029, 12, 31)),
        ("backups", date(2026, 11, 30), date(2027, 2, 28)),
        ("payment-card", date(2026, 5, 1), date(2026, 5, 1)),
        ("newsletter-subscription", date(2026, 5, 1), None),
        ("consent-evidence", date(2024, 2, 29), date(2029, 2, 28)),
    ],
)
def test_the_last_day_follows_from_the_start(id: str, start: date, last: date | None) -> None:
    """From the day, from the end of its year, or with that year as the first."""
    assert last_day(id, start) == last


def test_a_statute_that_was_set_aside_gives_no_term() -> None:
    """Nobody can lean on the former duty to keep traffic data."""
    former = row("telecom-data-retention-act")
    assert (former.least, former.most, former.force) == (None, Period(), Force.STATUTORY)
