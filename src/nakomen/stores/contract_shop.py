"""
A small shop for the contract suite: customers, their contacts (a circle), invoices, lines, calls.

Types are those of plain SQL; whoever makes the tables may translate DATETIME to a date and time
without a zone.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from nakomen.records import Clock, Column, Dataset, Key, KeyRole, Link, Store, StoreMap
from nakomen.terms import Category, Moment, RecordKind

Tables = dict[str, list[dict[str, Any]]]
Factory = Callable[[StoreMap, Tables], Store]
"""Makes an empty store, gives it the datasets of the map and puts the rows in."""


def _column(
    name: str, kind: str, category: Category = Category.NONE, *, must: bool = False,
    unique: bool = False,
) -> Column:  # fmt: skip
    return Column(name=name, type=kind, category=category, nullable=not must, unique=unique)


def _id() -> Column:
    return _column("id", "INTEGER", must=True, unique=True)


CUSTOMER = Dataset(
    name="customer",
    records=RecordKind.CUSTOMER,
    primary_key=("id",),
    columns=(
        _id(),
        _column("number", "VARCHAR(40)", must=True, unique=True),
        _column("name", "VARCHAR(80)", Category.NAME, must=True),
        _column("email", "VARCHAR(80)", Category.EMAIL),
        _column("phone", "VARCHAR(40)", Category.PHONE),
        _column("points", "INTEGER", Category.OTHER, must=True),
        _column("left_on", "DATE"),
        _column("contact_id", "INTEGER"),
    ),
    keys=(
        Key(kind="customer", column="number"),
        Key(kind="email", column="email"),
        Key(kind="phone", column="phone", role=KeyRole.CONTACT),
    ),
    links=(Link(columns=("contact_id",), to="contact", to_columns=("id",), owner=False),),
    clocks=(Clock(column="left_on", moment=Moment.CONTRACT_END),),
)
CONTACT = Dataset(
    name="contact",
    records=RecordKind.CONTACT,
    primary_key=("id",),
    columns=(
        _id(),
        _column("customer_id", "INTEGER", must=True),
        _column("name", "VARCHAR(80)", Category.NAME),
    ),
    links=(Link(columns=("customer_id",), to="customer", to_columns=("id",)),),
)
INVOICE = Dataset(
    name="invoice",
    records=RecordKind.BILLING,
    primary_key=("id",),
    columns=(
        _id(),
        _column("customer_id", "INTEGER"),
        _column("day", "DATE"),
        _column("corrects", "INTEGER"),
    ),
    links=(
        Link(columns=("customer_id",), to="customer", to_columns=("id",)),
        Link(columns=("corrects",), to="invoice", to_columns=("id",), owner=False),
    ),
    clocks=(Clock(column="day", moment=Moment.EVENT),),
)
LINE = Dataset(
    name="line",
    records=RecordKind.BILLING,
    primary_key=("invoice_id", "position"),
    columns=(
        _column("invoice_id", "INTEGER", must=True),
        _column("position", "INTEGER", must=True),
        _column("told", "VARCHAR(80)", Category.PURCHASE_HISTORY),
    ),
    links=(Link(columns=("invoice_id",), to="invoice", to_columns=("id",)),),
)
CALL = Dataset(
    name="call",
    records=RecordKind.TRAFFIC,
    primary_key=("id",),
    columns=(
        _id(),
        _column("caller", "VARCHAR(40)", Category.PHONE),
        _column("callee", "VARCHAR(40)", Category.PHONE),
        _column("began", "DATETIME"),
    ),
    keys=(
        Key(kind="phone", column="caller", written="normal"),
        Key(kind="phone", column="callee", role=KeyRole.PARTY, written="normal"),
    ),
    clocks=(Clock(column="began", moment=Moment.EVENT),),
)
SHOP = StoreMap(store="shop", kind="memory", datasets=(CUSTOMER, CONTACT, INVOICE, LINE, CALL))


def rows() -> Tables:
    """Anna (1) has everything; Bram (2) has as much; Chaima (3) only stands there."""
    return {
        "customer": [
            _customer(1, "K-1", "Anna", "Anna@Example.NL", "06-1234 5678", date(2019, 5, 1), 1),
            _customer(2, "K-2", "Bram", "bram@example.nl", "+31612345679", date(2026, 5, 1), 2),
            _customer(3, "K-3", "Chaima", None, None, None, None),
        ],
        "contact": [
            {"id": 1, "customer_id": 1, "name": "Anna"},
            {"id": 2, "customer_id": 2, "name": "Bram"},
        ],
        "invoice": [
            _invoice(10, 1, date(2018, 12, 31), None),
            _invoice(11, 1, date(2019, 1, 1), 10),
            _invoice(12, 1, None, None),
            _invoice(20, 2, date(2018, 12, 31), None),
            _invoice(21, None, date(2018, 1, 1), None),
        ],
        # Four values that some databases hold to be one.
        "line": [
            {"invoice_id": number, "position": position, "told": told}
            for number in (10, 11, 12, 20)
            for position, told in ((1, "K-1" if number == 10 else "k-1"), (2, "K-1 "), (3, "Ḱ-1"))
        ],
        "call": [
            _call(1, "+31612345678", "+31612345679", datetime(2026, 3, 28, 23, 59, 59)),
            _call(2, "0612345679", "0612345678", datetime(2026, 3, 29, 0, 0, 0)),
            _call(3, "+31612345679", "+31201234567", datetime(2026, 3, 29, 0, 0, 1)),
            _call(4, None, "0031612345678", None),
        ],
    }


def _customer(
    number: int, code: str, name: str, email: str | None, phone: str | None, left: date | None,
    contact: int | None,
) -> dict[str, Any]:  # fmt: skip
    return {
        "id": number, "number": code, "name": name, "email": email, "phone": phone, "points": 5,
        "left_on": left, "contact_id": contact,
    }  # fmt: skip


def _invoice(
    number: int, customer: int | None, day: date | None, corrects: int | None
) -> dict[str, Any]:
    return {"id": number, "customer_id": customer, "day": day, "corrects": corrects}


def _call(number: int, caller: str | None, callee: str, began: datetime | None) -> dict[str, Any]:
    return {"id": number, "caller": caller, "callee": callee, "began": began}
