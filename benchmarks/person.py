"""
One person's access and erasure, end to end, beside the same SQL by hand in the same run.

    uv run python benchmarks/person.py [small|large|tiny] [postgresql|mariadb]

Ours includes finding the person, the plan, the subject book, the ledger, and the proof on another
connection. By hand is the SQL that somebody who knows the schema would write: nothing is planned,
noted or proven. Of access the letter in PDF, which has nothing to do with databases, is told apart.
"""

import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, create_engine, text

from nakomen import Company, PlanDone, Request, verbs
from nakomen.papers import access
from nakomen.papers.document import Document
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
HEAVY_ROWS = 20_000
PUBLISHED_HEAVY = {
    "access": "leading open system, published measurement with 20 000 rows: 2100 ms",
    "erase": "leading open system, published measurement with 20 000 rows: 49800 ms",
}
MANY_CALLS = """
    INSERT INTO call_record (id, subscription_id, caller, callee, started_at, seconds)
    SELECT (SELECT max(id) FROM call_record) + n, s.id, s.msisdn, '+31209' || (100000 + n),
           now() - n * interval '5 minutes', n % 600
    FROM generate_series(1, :rows) AS n,
         (SELECT sub.id, sub.msisdn FROM subscription AS sub JOIN customer AS c
          ON c.id = sub.customer_id WHERE c.email = :email AND sub.msisdn IS NOT NULL
          ORDER BY sub.id LIMIT 1) AS s
"""
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
            "UPDATE customer SET name = '', email = CAST(id AS char(20)), phone = NULL, "
            "iban = NULL, street = NULL, postcode = NULL, city = NULL, date_of_birth = NULL "
            "WHERE id = :id"
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
) -> list[float]:
    """Milliseconds for each person, the first ones left out."""
    engine = create_engine(url)
    with engine.connect() as connection:
        spent = [milliseconds(partial(by_hand, connection, email)) for email in people]
    engine.dispose()
    return spent[WARM:]


def measure_ours(
    url: str, request: Request, people: list[str], file: Path
) -> tuple[list[float], list[float]]:
    """Milliseconds for each person, the first ones left out; and those without setting letters."""
    spent: list[float] = []
    without: list[float] = []
    with company(url) as opened, setting_letters() as letters:
        for email in people:
            letters.clear()
            spent.append(milliseconds(partial(ours, opened, request, email, file)))
            without.append(spent[-1] - sum(letters))
    return spent[WARM:], without[WARM:]


@contextmanager
def setting_letters() -> Iterator[list[float]]:
    """Milliseconds of each letter that is set in PDF meanwhile."""
    spent: list[float] = []
    as_pdf = access.as_pdf

    def timed(letter: Document, made_on: datetime) -> bytes:
        made: list[bytes] = []
        spent.append(milliseconds(lambda: made.append(as_pdf(letter, made_on))))
        return made[0]

    access.as_pdf = timed
    try:
        yield spent
    finally:
        access.as_pdf = as_pdf


def give_many_calls(url: str, people: list[str]) -> None:
    """The last of *people* gets calls enough for a call centre."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(MANY_CALLS), {"rows": HEAVY_ROWS, "email": people[-1]})
    engine.dispose()


def report(name: str, ours_ms: list[float], by_hand_ms: list[float], published: str) -> None:
    a, b = median(ours_ms), median(by_hand_ms)
    late, theirs_late = slow(ours_ms), slow(by_hand_ms)
    print(f"{name:12} nakomen {a:8.1f} ms   by hand {b:8.1f} ms   "
          f"difference {a - b:6.1f} ms   ratio {a / b:5.1f}   "
          f"p95 {late:.1f} beside {theirs_late:.1f} ms"
          f"\n             {published}")  # fmt: skip


def slow(values: list[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[max(0, round(len(values) * 0.95) - 1)]


def main(size: str, server: str) -> None:
    with provider(size, server) as url, tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "copy.zip"
        for request, by_hand in ((Request.ACCESS, access_by_hand), (Request.ERASE, erase_by_hand)):
            with copy(url) as mine, copy(url) as theirs:
                people = persons(theirs, RUNS + WARM)
                b = measure_by_hand(theirs, by_hand, people)
                a, bare = measure_ours(mine, request, people, file)
            report(request, a, b, PUBLISHED[request])
            if request is Request.ACCESS:
                report("no letter", bare, b, "collecting her rows and the copy for machines")
            if server != "postgresql":
                continue
            with copy(url) as mine, copy(url) as theirs:
                people = persons(theirs, WARM + 1)
                give_many_calls(mine, people)
                give_many_calls(theirs, people)
                b = measure_by_hand(theirs, by_hand, people)[-1:]
                a, _ = measure_ours(mine, request, people, file)
            report(f"{request}, heavy", a[-1:], b, PUBLISHED_HEAVY[request])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:.0f} MB")


if __name__ == "__main__":
    main(*(sys.argv[1:] + ["small", "postgresql"][len(sys.argv) - 1 :]))
