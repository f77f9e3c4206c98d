"""
invoice-seven-years: an invoice of 15 March 2019 can first be destroyed on 1 January 2027; in a
customer system it is still there after that unless the customer asks.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.controls.terms import Terms, terms

BEFORE, FIRST = date(2026, 12, 31), date(2027, 1, 1)
OWN = "records: billing, keep: 7 jaar, from: calendar_year_end"
HOSTED = "records: billing, keep: 7 jaar, from: calendar_year_end, bound: at_least, then: ask"


@pytest.fixture(params=["sqlite", "postgres", "mariadb"])
def provider(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terms]:
    """Anna with an invoice of 15 March 2019, and one of 2 January 2020."""
    made = terms(tmp_path, str(request.getfixturevalue(f"{request.param}_url")))
    made.add("customer", {"id": 1, "name": "Anna", "email": "anna@post.example"})
    for id, day in ((1, date(2019, 3, 15)), (2, date(2020, 1, 2))):
        made.add("invoice", {"id": id, "customer_id": 1, "issued_on": day, "bill_name": "Anna"})
    yield made
    made.close()


def test_the_first_day_is_new_years_day_2027(provider: Terms) -> None:
    """On New Year's Eve it is kept; the next day it goes, and the one of 2020 stays."""
    provider.promise(invoices=OWN, customers="records: customer, keep: 1 jaar, from: contract_end")
    provider.sweep(BEFORE)
    assert provider.ids("invoice") == {1, 2}
    provider.sweep(FIRST)
    assert provider.ids("invoice") == {2}
    assert provider.ids("customer") == {1}


def test_nobody_erases_it_earlier(provider: Terms) -> None:
    """Anna asks on New Year's Eve: the invoice stays with its reason; the day after it may go."""
    provider.promise(invoices=OWN)
    hers = ("erase", "--key", "email=anna@post.example")
    kept = [s for s in provider.plan(*hers, today=BEFORE)["steps"] if s["act"] == "keep"]
    assert [(s["dataset"], s["rows"]) for s in kept] == [("invoice", 2)]
    assert kept[0]["because"]["article"].startswith("AWR")
    planned = provider.plan(*hers, today=FIRST)["steps"]
    acts = {(s["dataset"], s["act"]): s["rows"] for s in planned if s["rows"]}
    assert acts["invoice", "erase"] == 1
    assert acts["invoice", "keep"] == 1


def test_in_a_customer_system_it_stays_until_the_customer_asks(provider: Terms) -> None:
    """Years after the minimum it is there, told as a question; who asks sees it gone."""
    provider.promise(invoices=HOSTED)
    late = date(2028, 6, 1)
    assert provider.due(late, "invoice") == {"ask": 2}
    provider.sweep(late, code=4)
    assert provider.ids("invoice") == {1, 2}

    hers = ("erase", "--key", "email=anna@post.example")
    planned = provider.plan(*hers, today=late)["plan"]
    provider.run("apply", planned, "--yes", "--by", "Chaima", today=late, code=None)

    assert provider.ids("invoice") == set()
