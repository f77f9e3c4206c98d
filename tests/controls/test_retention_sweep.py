"""
retention-sweep: on the day after the end date the record is gone in every store and in the report;
no record is without rule; a held record is skipped with reason.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.controls.terms import Terms, terms

LEFT = date(2024, 11, 21)
LAST, FREE = date(2026, 11, 21), date(2026, 11, 22)
RULES = {
    "customers": "records: customer, keep: 2 jaar, from: contract_end",
    "invoices": "records: billing, keep: 7 jaar, from: calendar_year_end",
    "calls": "records: traffic, keep: 1 jaar",
    "visits": "records: login, keep: 6 maanden",
}


@pytest.fixture(params=["sqlite", "postgres", "mariadb"])
def provider(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terms]:
    """Anna left on 21 November 2024 with an invoice of that year; Bram is a customer."""
    made = terms(tmp_path, str(request.getfixturevalue(f"{request.param}_url")))
    made.add("customer", {"id": 1, "name": "Anna", "email": "anna@post.example",
                          "cancelled_on": LEFT})  # fmt: skip
    made.add("customer", {"id": 2, "name": "Bram", "email": "bram@thuis.example"})
    made.add("customer", {"id": 3, "name": "Chaima", "cancelled_on": LEFT})
    made.add("invoice", {"id": 1, "customer_id": 1, "issued_on": LEFT, "bill_name": "Anna"})
    made.add("call_record", {"id": 1, "customer_id": 2, "started_on": date(2025, 11, 21)})
    made.add("visit", {"id": 1, "customer_id": 2, "visited_on": date(2026, 5, 21),
                       "ip": "203.0.113.7"})  # fmt: skip
    made.promise(**RULES)
    yield made
    made.close()


def test_the_day_after_the_end_it_is_gone(provider: Terms) -> None:
    """On the last day everything is there; the next day all that ended is gone, and is told."""
    provider.sweep(LAST)
    assert provider.ids("customer") == {1, 2, 3}
    assert provider.ids("call_record") == provider.ids("visit") == {1}

    lines = provider.sweep(FREE)

    assert provider.ids("call_record") == provider.ids("visit") == set()
    assert provider.ids("customer") == {1, 2}
    gone = sum(line["gone"] for line in lines if line.get("act") == "erase")
    assert gone == 3
    told = provider.run("status", today=FREE, code=None)["promises"]
    assert {p["promise"]: p["verdict"] for p in told} == dict.fromkeys(RULES, "kept")


def test_what_the_books_need_stays_with_its_reason(provider: Terms) -> None:
    """Anna's invoice is kept by the law until 2032; her row stays behind it, emptied."""
    provider.sweep(FREE)
    assert provider.ids("invoice") == {1}
    assert provider.sql("SELECT email FROM customer WHERE id = 1") == [(None,)]
    steps = provider.plan("retention", today=FREE)["steps"]
    held = [s for s in steps if s["dataset"] == "invoice" and s["act"] == "keep" and s["rows"]]
    assert any((s["because"]["article"] or "").startswith("AWR") for s in held)
    assert {s["because"]["until"] for s in held} >= {"2032-01-01"}


def test_no_record_is_without_a_rule(provider: Terms) -> None:
    """Every row of every dataset stands in a step with a promise behind it; none is unknown."""
    steps = [s for s in provider.plan("retention", today=LAST)["steps"] if s["rows"]]
    assert {s["dataset"] for s in steps} == {"customer", "invoice", "call_record", "visit"}
    assert all(s["because"]["promise"] for s in steps)
    provider.promise(**{name: rule for name, rule in RULES.items() if name != "calls"})
    assert provider.due(LAST, "call_record") == {"unknown": 1}


def test_the_last_visit_counts_for_a_customer(provider: Terms) -> None:
    """A term from the last contact reads it in another table: the newest visit decides."""
    provider.promise(customers="records: customer, keep: 6 maanden, from: last_contact")
    provider.add("visit", {"id": 2, "customer_id": 3, "visited_on": date(2020, 1, 1)})
    provider.add("visit", {"id": 3, "customer_id": 2, "visited_on": date(2020, 1, 1)})
    acts = provider.due(LAST, "customer")
    assert acts == {"erase": 1, "keep": 1, "ask": 1}
    provider.sweep(LAST, code=4)
    assert provider.ids("customer") == {1, 2}
