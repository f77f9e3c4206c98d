"""Fill an empty database with the data of Zonneveld, inside the database and without chance."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Engine, Insert, Table, bindparam, insert, inspect, select, update
from sqlalchemy.schema import AddConstraint, CreateIndex, CreateTable

from nakomen.demo.provider import books, cast, customers, letters, traffic, vocabulary
from nakomen.demo.provider.frame import Scope, Size
from nakomen.demo.provider.moments import boundary_moments
from nakomen.demo.provider.people import NUMBER
from nakomen.demo.provider.schema import (
    CALL,
    CALL_RECORD,
    CUSTOMER,
    PRODUCT,
    STAFF,
    SUBSCRIBER,
    TICKET_MESSAGE,
    indexes_of,
    tables_of,
)

SIZES: Final = {
    "tiny": Size(customers=40, calls_each=50),
    "small": Size(customers=10_000, calls_each=125),
    "large": Size(customers=100_000, calls_each=125),
}
Load = Callable[[Connection, Scope], None]


class NotEmpty(Exception):
    """The database already has a table of this store. Give an empty database."""

    retry = False


def generate(
    engine: Engine, size: str, store: str = "crm", *, today: date, calls_apart: bool = False
) -> None:
    """
    Make the tables of *store* (crm, newsletter or calls) and fill them.

    The same size and day give the same rows on every database. With *calls_apart* the crm has
    no call_record; generate the store calls beside it.

    Raises:
        NotEmpty: one of the tables is already there; nothing was changed.
        KeyError: no such size or store.
    """
    scope = Scope(size=SIZES[size], today=today)
    tables = tables_of(store, calls_apart=calls_apart)
    loads = [load for load in LOADS[store] if not (calls_apart and load is _call_records)]
    with engine.begin() as connection:
        _refuse_if_there(connection, tables)
        _create(connection, tables)
        _fill_numbers(connection, scope.size)
        for load in loads:
            load(connection, scope)
        NUMBER.drop(connection)
        _finish(connection, tables)
    _analyze(engine, tables)


def _refuse_if_there(connection: Connection, tables: Sequence[Table]) -> None:
    if set(inspect(connection).get_table_names()) & {table.name for table in tables}:
        raise NotEmpty(NotEmpty.__doc__)


def _create(connection: Connection, tables: Sequence[Table]) -> None:
    """Tables alone; where the database can add foreign keys later they come after the load."""
    later = connection.dialect.supports_alter
    for table in tables:
        keys = [] if later else sorted(table.foreign_key_constraints, key=lambda key: str(key.name))
        connection.execute(CreateTable(table, include_foreign_key_constraints=keys))


def _finish(connection: Connection, tables: Sequence[Table]) -> None:
    for table in tables:
        for index in indexes_of(table):
            connection.execute(CreateIndex(index))
    if connection.dialect.supports_alter:
        _add_foreign_keys(connection, tables)


def _add_foreign_keys(connection: Connection, tables: Sequence[Table]) -> None:
    mariadb = connection.dialect.name in {"mysql", "mariadb"}
    if mariadb:  # With the checks on, MariaDB writes the whole table anew for each key.
        connection.exec_driver_sql("SET SESSION foreign_key_checks = 0")
    for table in tables:
        for key in sorted(table.foreign_key_constraints, key=lambda key: str(key.name)):
            connection.execute(AddConstraint(key, isolate_from_table=False))
    if mariadb:
        connection.exec_driver_sql("SET SESSION foreign_key_checks = 1")


def _analyze(engine: Engine, tables: Sequence[Table]) -> None:
    names = ", ".join(table.name for table in tables)
    words = {"postgresql": f"VACUUM ANALYZE {names}", "sqlite": "ANALYZE"}
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(words.get(engine.dialect.name, f"ANALYZE TABLE {names}"))


def _fill_numbers(connection: Connection, size: Size) -> None:
    """1 to the number of customers, and at least as far as the widest *k* counts."""
    upto = max(size.customers, size.calls_each)
    NUMBER.create(connection)
    connection.execute(insert(NUMBER), [{"n": n} for n in range(1, min(upto, 1000) + 1)])
    if upto > 1000:
        a, b = NUMBER.alias(), NUMBER.alias()
        every = a.join(b, a.c.n < upto // 1000)
        more = select(a.c.n * 1000 + b.c.n).select_from(every)
        connection.execute(insert(NUMBER).from_select(["n"], more))


def _by_select(statement: Callable[[Scope], Insert]) -> Load:
    def load(connection: Connection, scope: Scope) -> None:
        connection.execute(statement(scope))

    return load


def _company_itself(connection: Connection, _scope: Scope) -> None:
    products = [{"code": code, "name": name} for code, name in vocabulary.PRODUCTS.items()]
    staff = [{"id": who.id, "name": who.name, "email": who.email} for who in cast.STAFF]
    connection.execute(insert(PRODUCT), products)
    connection.execute(insert(STAFF), staff)


def _cast(connection: Connection, _scope: Scope) -> None:
    """The known people take the place of those whom their numbers stood for."""
    fields = ("name", "company_name", "email", "phone")
    people = [{"who": c.id} | {f: getattr(c, f) for f in fields} for c in cast.CUSTOMERS]
    change = update(CUSTOMER).where(CUSTOMER.c.id == bindparam("who"))
    connection.execute(change.values({f: bindparam(f) for f in fields}), people)


def _primary_contacts(connection: Connection, _scope: Scope) -> None:
    """After the contacts: customer and contact point at one another."""
    company = update(CUSTOMER).where(CUSTOMER.c.kind == "company")
    connection.execute(company.values(primary_contact_id=CUSTOMER.c.id * 2 - 1))


def _known_calls(scope: Scope) -> list[dict[str, Any]]:
    """Anna, Bram and Daan call one another on every boundary; Anna's second number calls out."""
    anna, bram, daan = (who.msisdns[0] for who in (cast.ANNA, cast.BRAM_AT_HOME, cast.DAAN))
    lines = ((13, anna, bram), (21, bram, anna), (15, daan, anna), (14, cast.ANNA.msisdns[1], None))
    return [
        {
            "id": number,
            "subscription_id": subscription,
            "caller": caller,
            "callee": callee or "+31302345678",
            "started_at": moment,
            "seconds": number % 600,
        }
        for number, (moment, (subscription, caller, callee)) in enumerate(
            ((m, line) for m in boundary_moments(scope.today) for line in lines), start=1
        )
    ]


def _call_records(connection: Connection, scope: Scope) -> None:
    connection.execute(insert(CALL_RECORD), _known_calls(scope))
    connection.execute(traffic.call_records(scope))


def _calls(connection: Connection, scope: Scope) -> None:
    known = [{k: v for k, v in c.items() if k != "subscription_id"} for c in _known_calls(scope)]
    connection.execute(insert(CALL), known)
    connection.execute(traffic.calls(scope))


def _gossip(connection: Connection, _scope: Scope) -> None:
    """Anna is named in a message of Bram, and Daan in one of hers."""
    anna, daan = cast.ANNA, cast.DAAN
    said = {
        cast.MESSAGE_ABOUT_ANNA: f"Mijn collega {anna.name} ({anna.email}) heeft dit ook.",
        cast.MESSAGE_ABOUT_DAAN: f"U kunt ook mijn man {daan.name} bellen: {daan.phone}.",
    }
    change = update(TICKET_MESSAGE).where(TICKET_MESSAGE.c.id == bindparam("which"))
    facts = [{"which": which, "body": body} for which, body in said.items()]
    connection.execute(change.values(body=bindparam("body")), facts)


def _known_subscribers(connection: Connection, _scope: Scope) -> None:
    change = update(SUBSCRIBER).where(SUBSCRIBER.c.id == bindparam("who"))
    people = [
        {"who": c.id, "email": c.subscriber_email} for c in cast.CUSTOMERS if c.subscriber_email
    ]
    connection.execute(change.values(email=bindparam("email")), people)


LOADS: Final[dict[str, tuple[Load, ...]]] = {
    "crm": (
        _company_itself,
        _by_select(customers.customers),
        _cast,
        _by_select(customers.contacts),
        _primary_contacts,
        _by_select(customers.subscriptions),
        _by_select(books.invoices),
        _by_select(books.invoice_lines),
        _by_select(books.payments),
        _call_records,
        _by_select(traffic.login_events),
        _by_select(letters.tickets),
        _by_select(letters.ticket_messages),
        _gossip,
    ),
    "newsletter": (
        _by_select(letters.subscribers),
        _known_subscribers,
        _by_select(letters.readers),
    ),
    "calls": (_calls,),
}
