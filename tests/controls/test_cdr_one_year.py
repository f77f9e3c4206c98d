"""
cdr-one-year: a CDR of 1 May 2025 is present on 30 April 2026, gone on 2 May 2026, and the invoice
of that month is still right.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.controls.terms import Terms, terms

CALLED = date(2025, 5, 1)
CALLS = "records: traffic, keep: 1 jaar, from: event"
INVOICES = "records: billing, keep: 7 jaar, from: calendar_year_end"


@pytest.fixture(params=["sqlite", "postgres", "mariadb"])
def provider(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terms]:
    """Two calls of 1 May 2025, one of 3 May, and the invoice of that month."""
    made = terms(tmp_path, str(request.getfixturevalue(f"{request.param}_url")))
    for id, day in ((1, CALLED), (2, CALLED), (3, date(2025, 5, 3))):
        made.add("call_record", {"id": id, "caller": "+31201234567", "started_on": day,
                                 "seconds": 60})  # fmt: skip
    made.add("invoice", {"id": 1, "issued_on": date(2025, 6, 1), "calls": 3, "cents": 45})
    made.promise(calls=CALLS, invoices=INVOICES)
    yield made
    made.close()


def test_a_call_is_there_a_year_and_then_gone(provider: Terms) -> None:
    """Present on 30 April and 1 May 2026; on 2 May it is gone, and the invoice is as it was."""
    invoice = provider.sql("SELECT * FROM invoice")
    for day in (date(2026, 4, 30), date(2026, 5, 1)):
        provider.sweep(day)
        assert provider.ids("call_record") == {1, 2, 3}

    lines = provider.sweep(date(2026, 5, 2))

    assert provider.ids("call_record") == {3}
    assert [line["gone"] for line in lines if line.get("act") == "erase"].count(2) == 1
    assert provider.sql("SELECT * FROM invoice") == invoice
    assert invoice[0][4:] == (3, 45)
    assert provider.due(date(2026, 5, 2), "invoice") == {"keep": 1}


def test_the_calls_of_who_left_go_with_their_year(provider: Terms) -> None:
    """Applying the same night twice takes no more, and no fewer."""
    provider.sweep(date(2026, 5, 2))
    provider.sweep(date(2026, 5, 2))
    assert provider.ids("call_record") == {3}
    provider.sweep(date(2026, 5, 4))
    assert provider.ids("call_record") == set()
