"""
The erasure of many persons in one plan, beside the same SQL by hand in the same run.

    uv run python benchmarks/group.py [small|large] [PERSONS] [postgresql|mariadb]

Ours finds each person by her e-mail address, plans, notes, erases, counts on a fresh connection
what is left, and puts on each person's calendar what stays. By hand the addresses are put into a
temporary table, and the rows go table by table; once with nothing counted, once with a count of
each table before and after.
"""

import resource
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from sqlalchemy import Connection, create_engine, text

from nakomen import PlanDone, Request, verbs
from person import LINE, OF_HERS
from provider import TODAY, company, copy, provider

ORDER = (
    *("call_record", "ticket_message", "login_event", "contact", "invoice_line", "payment"),
    *("invoice", "ticket", "subscription"),
)
HELD = ("invoice_line", "payment")
FREE = "SELECT i.id FROM invoice AS i JOIN chosen AS c ON c.id = i.customer_id"
EMPTY = """
    UPDATE customer SET name = '', phone = NULL, iban = NULL, street = NULL, postcode = NULL,
    city = NULL, date_of_birth = NULL WHERE id IN (SELECT id FROM chosen)
"""


def chosen(connection: Connection, emails: list[str]) -> None:
    """The customers whom *emails* name, in a temporary table with a key."""
    mail = "CREATE TEMPORARY TABLE mail (email varchar(200) PRIMARY KEY)"
    if connection.dialect.name != "postgresql":
        mail += " CHARACTER SET utf8mb4"
    connection.execute(text(mail))
    connection.execute(
        text("INSERT INTO mail VALUES (:email)"), [{"email": email} for email in emails]
    )
    connection.execute(text("CREATE TEMPORARY TABLE chosen (id bigint PRIMARY KEY)"))
    connection.execute(text("INSERT INTO chosen SELECT id FROM customer JOIN mail USING (email)"))


def where(table: str) -> str:
    """Rows of *table* that go."""
    if table in HELD:
        return f"invoice_id IN ({FREE} WHERE i.issued_on < :line)"
    if table == "invoice":
        return "customer_id IN (SELECT id FROM chosen) AND issued_on < :line"
    return OF_HERS[table].replace("= :id", "IN (SELECT id FROM chosen)")


def by_hand(url: str, emails: list[str], *, counted: bool) -> float:
    """Seconds."""
    engine = create_engine(url)
    began = perf_counter()
    with engine.begin() as connection:
        chosen(connection, emails)
        for table in ORDER:
            rest = f"FROM {table} WHERE {where(table)}"
            if counted:
                connection.execute(text(f"SELECT count(*) {rest}"), {"line": LINE}).scalar_one()
            connection.execute(text(f"DELETE {rest}"), {"line": LINE})
        connection.execute(text(EMPTY))
        if counted:
            for table in ORDER:
                rest = f"FROM {table} WHERE {where(table)}"
                assert not connection.execute(
                    text(f"SELECT count(*) {rest}"), {"line": LINE}
                ).scalar()
    engine.dispose()
    return perf_counter() - began


def ours(url: str, emails: list[str]) -> tuple[float, float]:
    """Seconds to plan, and seconds to carry out."""
    with company(url) as opened, tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "list.csv"
        file.write_text("\n".join(["email", *emails]) + "\n", "utf-8")
        began = perf_counter()
        planned = verbs.plan_list(opened, Request.ERASE, file, TODAY)
        between = perf_counter()
        for event in verbs.apply(opened, planned.plan, TODAY):
            if isinstance(event, PlanDone) and event.state != "done":
                raise SystemExit(f"{planned.plan.id}: {event.state}")
        return between - began, perf_counter() - between


def addresses(url: str, count: int) -> list[str]:
    """E-mail addresses of customers, spread over the table."""
    engine = create_engine(url)
    query = text(
        "SELECT email FROM customer WHERE kind = 'person' AND cancelled_on IS NULL "
        "ORDER BY id * 7919 % 100003 LIMIT :count"
    )
    with engine.connect() as connection:
        found = list(connection.execute(query, {"count": count}).scalars())
    engine.dispose()
    return found


def main(size: str, count: int, server: str) -> None:
    with provider(size, server) as url:
        emails = addresses(url, count)
        with copy(url) as one:
            plain = by_hand(one, emails, counted=False)
        with copy(url) as two:
            counted = by_hand(two, emails, counted=True)
        with copy(url) as three:
            plan, apply = ours(three, emails)
    whole = plan + apply
    print(f"{len(emails)} persons, {size}, {server}")
    print(f"nakomen {whole:.1f} s (plan {plan:.1f}, apply {apply:.1f})")
    print(f"by hand {plain:.1f} s ratio {whole / plain:.1f}; "
          f"with counts {counted:.1f} s ratio {whole / counted:.1f}")  # fmt: skip
    print(f"a person {whole / len(emails) * 1000:.2f} ms")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:.0f} MB")


if __name__ == "__main__":
    main(
        sys.argv[1] if len(sys.argv) > 1 else "small",
        int(sys.argv[2]) if len(sys.argv) > 2 else 1000,
        sys.argv[3] if len(sys.argv) > 3 else "postgresql",
    )
