"""
The tables of Zonneveld, in three stores: `crm`, `newsletter` and `calls`.

A moment in time is `timestamptz` on PostgreSQL. SQLite and MariaDB know no zone: there the
column holds UTC. Indexes and, where the database can, foreign keys are made after the load.
"""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
)

ID: Final = BigInteger().with_variant(Integer(), "sqlite")
INSTANT: Final = DateTime(timezone=True)
MONEY: Final = Numeric(10, 2, asdecimal=False)
_NAMES: Final = {
    "ix": "%(table_name)s_%(column_0_N_name)s",
    "fk": "%(table_name)s_%(column_0_N_name)s_fk",
}


def _table(metadata: MetaData, name: str, *columns: Column[object]) -> Table:
    """A table with id, and with utf8mb4 on MariaDB, whose own default may be latin1."""
    key = Column("id", ID, primary_key=True, autoincrement=False)
    return Table(name, metadata, key, *columns, mysql_charset="utf8mb4", mysql_engine="InnoDB")


def _link(name: str, to: str, *, nullable: bool = False, cycle: bool = False) -> Column[object]:
    """A foreign key with its index; *cycle* marks the one that closes a ring of tables."""
    key = ForeignKey(f"{to}.id", use_alter=cycle)
    return Column(name, ID, key, nullable=nullable, index=True)


CRM: Final = MetaData(naming_convention=_NAMES)

PRODUCT: Final = Table(
    "product",
    CRM,
    Column("code", String(20), primary_key=True),
    Column("name", String(80), nullable=False),
    mysql_charset="utf8mb4",
    mysql_engine="InnoDB",
)
STAFF: Final = _table(
    CRM,
    "staff",
    Column("name", String(120), nullable=False),
    Column("email", String(160), nullable=False),
)
CUSTOMER: Final = _table(
    CRM,
    "customer",
    Column("number", String(10), nullable=False, unique=True, index=True),
    Column("kind", String(10), nullable=False),
    Column("name", String(120), nullable=False),
    Column("company_name", String(120)),
    Column("email", String(160), nullable=False, unique=True, index=True),
    Column("phone", String(30)),
    Column("street", String(120)),
    Column("postcode", String(10)),
    Column("city", String(80)),
    Column("iban", String(34)),
    Column("date_of_birth", Date),
    Column("created_at", INSTANT, nullable=False),
    Column("cancelled_on", Date),
    _link("primary_contact_id", "contact", nullable=True, cycle=True),
    _link("account_manager_id", "staff", nullable=True),
)
CONTACT: Final = _table(
    CRM,
    "contact",
    _link("customer_id", "customer"),
    Column("name", String(120)),
    Column("email", String(160)),
    Column("phone", String(30)),
)
SUBSCRIPTION: Final = _table(
    CRM,
    "subscription",
    _link("customer_id", "customer"),
    Column("product", String(20), nullable=False),
    Column("msisdn", String(20), unique=True, index=True),
    Column("started_on", Date, nullable=False),
    Column("ended_on", Date),
)
INVOICE: Final = _table(
    CRM,
    "invoice",
    Column("number", String(20), nullable=False, unique=True, index=True),
    _link("customer_id", "customer"),
    Column("issued_on", Date, nullable=False, index=True),
    Column("total", MONEY, nullable=False),
    Column("bill_name", String(120)),
    Column("bill_address", String(240)),
)
INVOICE_LINE: Final = _table(
    CRM,
    "invoice_line",
    _link("invoice_id", "invoice"),
    Column("description", String(160)),
    Column("amount", MONEY, nullable=False),
)
PAYMENT: Final = _table(
    CRM,
    "payment",
    _link("invoice_id", "invoice"),
    Column("paid_on", Date),
    Column("amount", MONEY, nullable=False),
    Column("iban", String(34)),
)
CALL_RECORD: Final = _table(
    CRM,
    "call_record",
    _link("subscription_id", "subscription"),
    Column("caller", String(20), index=True),
    Column("callee", String(20), index=True),
    Column("started_at", INSTANT, nullable=False, index=True),
    Column("seconds", Integer, nullable=False),
)
LOGIN_EVENT: Final = _table(
    CRM,
    "login_event",
    _link("customer_id", "customer"),
    Column("ip", String(45)),
    Column("at", INSTANT, nullable=False),
)
TICKET: Final = _table(
    CRM,
    "ticket",
    _link("customer_id", "customer"),
    Column("subject", String(160)),
    Column("opened_at", INSTANT, nullable=False),
)
TICKET_MESSAGE: Final = _table(
    CRM,
    "ticket_message",
    _link("ticket_id", "ticket"),
    Column("body", Text),
    Column("at", INSTANT, nullable=False),
)

NEWSLETTER: Final = MetaData(naming_convention=_NAMES)
SUBSCRIBER: Final = _table(
    NEWSLETTER,
    "subscriber",
    Column("email", String(160), nullable=False, index=True),
    Column("list", String(40), nullable=False),
    Column("subscribed_at", INSTANT, nullable=False),
    Column("confirmed_ip", String(45)),
)

CALLS: Final = MetaData(naming_convention=_NAMES)
CALL: Final = _table(
    CALLS,
    "calls",
    Column("caller", String(20), index=True),
    Column("callee", String(20), index=True),
    Column("started_at", INSTANT, nullable=False, index=True),
    Column("seconds", Integer, nullable=False),
)

STORES: Final = {"crm": CRM, "newsletter": NEWSLETTER, "calls": CALLS}


def tables_of(store: str, *, calls_apart: bool = False) -> tuple[Table, ...]:
    """
    The tables of *store*, parents before children.

    *calls_apart* leaves `call_record` out of the crm: it then lives in the store `calls`.
    """
    tables = STORES[store].sorted_tables
    return tuple(t for t in tables if not (calls_apart and t is CALL_RECORD))


def indexes_of(table: Table) -> tuple[Index, ...]:
    """Its indexes in a steady order."""
    return tuple(sorted(table.indexes, key=lambda index: str(index.name)))
