"""
The erasure of many persons in one plan, beside the same SQL by hand in the same run.

    uv run python benchmarks/group.py [small|large] [PERSONS] [postgresql|mariadb]

Ours finds each person by her e-mail address, plans, notes, erases, counts on a fresh connection
what is left, and puts on each person's calendar what stays. By hand the addresses are put into a
temporary table and so are the ids that they lead to, each table is then one statement; once with
nothing else, once with a count of each table before and after and a line of log a person.
"""

import resource
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from sqlalchemy import Connection, create_engine, text

from nakomen import PlanDone, Request, verbs
from person import LINE
from provider import TODAY, company, copy, provider

TAKEN = {
    "call_record": ("subscription_id", "hers_subscription"),
    "ticket_message": ("ticket_id", "hers_ticket"),
    "login_event": ("customer_id", "chosen"),
    "contact": ("customer_id", "chosen"),
    "invoice_line": ("invoice_id", "free_invoice"),
    "payment": ("invoice_id", "free_invoice"),
    "invoice": ("id", "free_invoice"),
    "ticket": ("id", "hers_ticket"),
    "subscription": ("id", "hers_subscription"),
}
"""Table by table: the column that says whose a row is, and the temporary table of those ids."""
IDS = {
    "chosen": "SELECT c.id FROM customer AS c JOIN mail AS m ON {same}",
    "hers_subscription": "SELECT s.id FROM subscription AS s JOIN chosen AS c "
    "ON c.id = s.customer_id",
    "hers_ticket": "SELECT t.id FROM ticket AS t JOIN chosen AS c ON c.id = t.customer_id",
    "free_invoice": "SELECT i.id FROM invoice AS i JOIN chosen AS c ON c.id = i.customer_id "
    "WHERE i.issued_on < '{line}' AND NOT EXISTS "
    "(SELECT 1 FROM payment AS p WHERE p.invoice_id = i.id AND p.paid_on >= '{line}')",
}
SAME = {
    "postgresql": "lower(trim(c.email)) = m.email",
    "mysql": "c.email = m.email",  # its collation knows no capitals, and no space at the end
}
EMPTY = """
    UPDATE customer SET name = '', email = concat('gewist-', id), phone = NULL, iban = NULL,
    street = NULL, postcode = NULL, city = NULL, date_of_birth = NULL
    WHERE id IN (SELECT id FROM chosen)
"""
LOG = "CREATE TABLE erased (customer_id bigint PRIMARY KEY, at timestamp NOT NULL)"
LOGGED = "INSERT INTO erased SELECT id, now() FROM chosen"


def found(connection: Connection, emails: list[str]) -> None:
    """Ids of the rows of everybody in *emails*, in temporary tables with a key."""
    signs = "" if connection.dialect.name == "postgresql" else " CHARACTER SET utf8mb4"
    mail = f"CREATE TEMPORARY TABLE mail (email varchar(200) PRIMARY KEY){signs}"
    connection.execute(text(mail))
    rows = [{"email": email} for email in emails]
    connection.execute(text("INSERT INTO mail VALUES (:email)"), rows)
    for name, query in IDS.items():
        connection.execute(text(f"CREATE TEMPORARY TABLE {name} (id bigint PRIMARY KEY)"))
        told = query.format(same=SAME[connection.dialect.name], line=LINE)
        connection.execute(text(f"INSERT INTO {name} {told}"))
        connection.execute(text(f"ANALYZE {'' if not signs else 'TABLE '}{name}"))


def count(connection: Connection) -> int:
    """Rows that are to go, table by table."""
    return sum(
        connection.execute(
            text(f"SELECT count(*) FROM {table} AS t JOIN {ids} AS k ON t.{column} = k.id")
        ).scalar_one()
        for table, (column, ids) in TAKEN.items()
    )


def delete(connection: Connection) -> None:
    for table, (column, ids) in TAKEN.items():
        joined = f"DELETE t FROM {table} AS t JOIN {ids} AS k ON t.{column} = k.id"
        if connection.dialect.name == "postgresql":
            joined = f"DELETE FROM {table} AS t USING {ids} AS k WHERE t.{column} = k.id"
        connection.execute(text(joined))


def by_hand(url: str, emails: list[str], *, proven: bool) -> float:
    """Seconds. *proven*: with counts before and after, and a line of log a person."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text(LOG))
    began = perf_counter()
    with engine.begin() as connection:
        found(connection, emails)
        if proven:
            count(connection)
        delete(connection)
        connection.execute(text(EMPTY))
        if proven:
            connection.execute(text(LOGGED))
            assert not count(connection)
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


def addresses(url: str, number: int) -> list[str]:
    """E-mail addresses of customers, spread over the table."""
    engine = create_engine(url)
    query = text(
        "SELECT email FROM customer WHERE kind = 'person' AND cancelled_on IS NULL "
        "ORDER BY id * 7919 % 100003 LIMIT :count"
    )
    with engine.connect() as connection:
        people = list(connection.execute(query, {"count": number}).scalars())
    engine.dispose()
    return people


def main(size: str, number: int, server: str) -> None:
    with provider(size, server) as url:
        emails = addresses(url, number)
        with copy(url) as one:
            plain = by_hand(one, emails, proven=False)
        with copy(url) as two:
            proven = by_hand(two, emails, proven=True)
        with copy(url) as three:
            plan, apply = ours(three, emails)
    whole = plan + apply
    print(f"{len(emails)} persons, {size}, {server}")
    print(f"nakomen {whole:.1f} s (plan {plan:.1f}, apply {apply:.1f})")
    print(f"by hand {plain:.1f} s ratio {whole / plain:.1f}; "
          f"with counts and a log {proven:.1f} s ratio {whole / proven:.1f}")  # fmt: skip
    print(f"a person {whole / len(emails) * 1000:.2f} ms")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:.0f} MB")


if __name__ == "__main__":
    main(
        sys.argv[1] if len(sys.argv) > 1 else "small",
        int(sys.argv[2]) if len(sys.argv) > 2 else 1000,
        sys.argv[3] if len(sys.argv) > 3 else "postgresql",
    )
