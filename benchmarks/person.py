"""
One person's access and erasure, end to end, beside the same SQL by hand in the same run.

    uv run python benchmarks/person.py [small|tiny]

Ours includes finding the person, the plan, the subject book, the ledger, and the proof on a fresh
connection. By hand is the SQL that somebody who knows the schema would write: nothing is planned,
noted or proven.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, create_engine, text

from nakomen import Company, PlanDone, Request, verbs
from provider import TODAY, company, copy, median, milliseconds, persons, provider

RUNS = 15
WARM = 2
"""The first persons warm the caches of the database and of the program."""
LINE = date(TODAY.year - 7, 1, 1)
OF_HERS = {
    "customer": "id = :id",
    "contact": "customer_id = :id",
    "subscription": "customer_id = :id",
    "invoice": "customer_id = :id",
    "invoice_line": "invoice_id IN (SELECT id FROM invoice WHERE customer_id = :id)",
    "payment": "invoice_id IN (SELECT id FROM invoice WHERE customer_id = :id)",
    "call_record": "subscription_id IN (SELECT id FROM subscription WHERE customer_id = :id)",
    "login_event": "customer_id = :id",
    "ticket": "customer_id = :id",
    "ticket_message": "ticket_id IN (SELECT id FROM ticket WHERE customer_id = :id)",
}
PUBLISHED = {
    "access": "leading open system, published measurement on such data: 580-610 ms",
    "erase": "leading open system, published measurement on such data: 1500-2000 ms",
}
FREE = "IN (SELECT id FROM invoice WHERE customer_id = :id AND issued_on < :line)"


def access_by_hand(connection: Connection, email: str) -> None:
    """Every row of hers, fetched."""
    query = text("SELECT id FROM customer WHERE email = :email")
    person = connection.execute(query, {"email": email}).scalar_one()
    for table, where in OF_HERS.items():
        connection.execute(text(f"SELECT * FROM {table} WHERE {where}"), {"id": person}).all()
    connection.rollback()


def erase_by_hand(connection: Connection, email: str) -> None:
    """Everything but what the tax law holds, in one transaction."""
    query = text("SELECT id FROM customer WHERE email = :email")
    facts = {"id": connection.execute(query, {"email": email}).scalar_one(), "line": LINE}
    for table in ("call_record", "ticket_message", "login_event", "contact"):
        connection.execute(text(f"DELETE FROM {table} WHERE {OF_HERS[table]}"), facts)
    for table in ("invoice_line", "payment"):
        connection.execute(text(f"DELETE FROM {table} WHERE invoice_id {FREE}"), facts)
    connection.execute(
        text("DELETE FROM invoice WHERE customer_id = :id AND issued_on < :line"), facts
    )
    for table in ("ticket", "subscription"):
        connection.execute(text(f"DELETE FROM {table} WHERE {OF_HERS[table]}"), facts)
    connection.execute(
        text(
            "UPDATE customer SET name = '', email = id::text, phone = NULL, iban = NULL, "
            "street = NULL, postcode = NULL, city = NULL, date_of_birth = NULL WHERE id = :id"
        ),
        facts,
    )
    connection.commit()


def ours(opened: Company, request: Request, email: str, file: Path) -> None:
    """The same through nakomen: plan, carry out, prove."""
    planned = verbs.plan(opened, request, [("email", email)], TODAY)
    output = file if request is Request.ACCESS else None
    for event in verbs.apply(opened, planned.plan, TODAY, output):
        if isinstance(event, PlanDone) and event.state != "done":
            raise SystemExit(f"{planned.plan.id}: {event.state}")


def measure_by_hand(
    url: str, by_hand: Callable[[Connection, str], None], people: list[str]
) -> float:
    """Median of milliseconds for a person."""
    engine = create_engine(url)
    with engine.connect() as connection:
        spent = [milliseconds(partial(by_hand, connection, email)) for email in people]
    engine.dispose()
    return median(spent[WARM:])


def measure_ours(url: str, request: Request, people: list[str], file: Path) -> float:
    """Median of milliseconds for a person."""
    with company(url) as opened:
        spent = [milliseconds(partial(ours, opened, request, email, file)) for email in people]
    return median(spent[WARM:])


def main(size: str) -> None:
    with provider(size) as url, tempfile.TemporaryDirectory() as folder:
        for request, by_hand in ((Request.ACCESS, access_by_hand), (Request.ERASE, erase_by_hand)):
            with copy(url) as mine, copy(url) as theirs:
                people = persons(theirs, RUNS + WARM)
                b = measure_by_hand(theirs, by_hand, people)
                a = measure_ours(mine, request, people, Path(folder) / "copy.zip")
                print(f"{request:7} nakomen {a:8.1f} ms   by hand {b:8.1f} ms   "
                      f"difference {a - b:6.1f} ms   ratio {a / b:5.1f}")  # fmt: skip
                print(f"        {PUBLISHED[request]}")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "small")
