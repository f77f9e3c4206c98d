"""A small provider for tests of the middle: its map, its rows, its promises."""

from datetime import date
from typing import Any

from nakomen.policy import Policy, Promise, RetentionRule, Statement
from nakomen.records import (
    Act,
    Clock,
    Column,
    Dataset,
    Key,
    KeyRole,
    Link,
    StoreMap,
)
from nakomen.stores.memory import MemoryStore
from nakomen.terms import Bound, Category, Moment, Period, Place, RecordKind, Right

TODAY = date(2026, 11, 21)
ANNA = "anna@post.example"
BRAM = "bram@thuis.example"


def column(name: str, category: Category = Category.NONE, **more: Any) -> Column:
    return Column(name=name, type="text", category=category, **more)


def owner(columns: str, to: str, *, owns: bool = True) -> Link:
    return Link(columns=(columns,), to=to, to_columns=("id",), owner=owns)


def dataset(name: str, records: RecordKind, *columns: Column, **more: Any) -> Dataset:
    ident = Column(name="id", type="integer", category=Category.NONE, nullable=False)
    return Dataset(
        name=name,
        records=records,
        primary_key=("id",),
        columns=(ident, *columns),
        confirmed=True,
        **more,
    )


CRM = StoreMap(
    store="crm",
    kind="memory",
    datasets=(
        dataset(
            "customer",
            RecordKind.CUSTOMER,
            column("email", Category.EMAIL),
            column("name", Category.NAME),
            column("phone", Category.PHONE),
            column("contact_id"),
            column("cancelled_on"),
            keys=(
                Key(kind="email", column="email"),
                Key(kind="phone", column="phone", role=KeyRole.CONTACT),
            ),
            links=(owner("contact_id", "contact", owns=False),),
            clocks=(Clock(column="cancelled_on", moment=Moment.CONTRACT_END),),
        ),
        dataset(
            "contact",
            RecordKind.CONTACT,
            column("customer_id"),
            column("name", Category.NAME),
            column("email", Category.EMAIL),
            keys=(Key(kind="email", column="email"),),
            links=(owner("customer_id", "customer"),),
        ),
        dataset(
            "line",
            RecordKind.CONTRACT,
            column("customer_id"),
            column("number", Category.PHONE),
            keys=(Key(kind="phone", column="number"),),
            links=(owner("customer_id", "customer"),),
        ),
        dataset(
            "invoice",
            RecordKind.BILLING,
            column("customer_id"),
            column("issued_on"),
            column("bill_name", Category.NAME),
            links=(owner("customer_id", "customer"),),
            clocks=(Clock(column="issued_on", moment=Moment.EVENT),),
        ),
        dataset(
            "payment",
            RecordKind.BILLING,
            column("invoice_id"),
            column("paid_on"),
            column("iban", Category.BANK_ACCOUNT),
            links=(owner("invoice_id", "invoice"),),
            clocks=(Clock(column="paid_on", moment=Moment.EVENT),),
        ),
        dataset(
            "call",
            RecordKind.TRAFFIC,
            column("line_id"),
            column("caller", Category.TRAFFIC_DATA),
            column("callee", Category.TRAFFIC_DATA),
            column("at", Category.TRAFFIC_DATA),
            keys=(
                Key(kind="phone", column="caller", role=KeyRole.PARTY),
                Key(kind="phone", column="callee", role=KeyRole.PARTY),
            ),
            links=(owner("line_id", "line"),),
            clocks=(Clock(column="at", moment=Moment.EVENT),),
        ),
    ),
)


def shop() -> MemoryStore:
    """Anna, with invoices on both sides of the seven-year line, and Bram, who calls her."""
    return MemoryStore(
        CRM,
        {
            "customer": [
                _row(7, email=ANNA, name="Anna", phone="0201234567", contact_id=None),
                _row(8, email=BRAM, name="Bram", phone="0201234567", contact_id=None),
            ],
            "contact": [],
            "line": [
                _row(1, customer_id=7, number="+31611111111"),
                _row(2, customer_id=8, number="+31622222222"),
            ],
            "invoice": [
                _row(1, customer_id=7, issued_on=date(2018, 12, 31), bill_name="Anna"),
                _row(2, customer_id=7, issued_on=date(2019, 1, 1), bill_name="Anna"),
                _row(3, customer_id=8, issued_on=date(2015, 1, 1), bill_name="Bram"),
            ],
            "payment": [
                _row(1, invoice_id=1, paid_on=date(2018, 12, 31), iban="NL00FICT0000000001"),
                _row(2, invoice_id=2, paid_on=None, iban=None),
                _row(3, invoice_id=3, paid_on=date(2015, 1, 9), iban="NL00FICT0000000002"),
            ],
            "call": [
                _row(1, line_id=1, caller="+31611111111", callee="+31622222222", at=_day(1)),
                _row(2, line_id=2, caller="+31622222222", callee="0611111111", at=_day(2)),
                _row(3, line_id=2, caller="+31622222222", callee="+31633333333", at=_day(3)),
            ],
        },
    )


def _day(number: int) -> date:
    return date(2026, 1, number)


def _row(id: int, **values: Any) -> dict[str, Any]:
    return {"id": id, **values} | ({"cancelled_on": None} if "email" in values else {})


def promise(id: str, **facts: Any) -> Promise:
    control = facts.pop("control", "retention-sweep")
    kind = facts.pop("kind", "retention")
    place = Place("policy.yaml", 1)
    return Promise(id=id, kind=kind, control=control, place=place, confirmed=True, **facts)


def keeps(records: RecordKind, keep: Period | None, **more: Any) -> RetentionRule:
    return RetentionRule(records=records, keep=keep, **{"bound": Bound.EXACTLY, **more})


def policy(*promises: Promise) -> Policy:
    rights = promise("right-1", kind="right", rights=(Right.ACCESS, Right.ERASURE))
    return Policy(
        statement=Statement(file="statement.nl.md"),
        controller={"name": "Voorbeeld B.V."},
        promises=(rights, *promises),
        digest="0",
    )


CALLS_ONE_YEAR = promise("retention-calls", retention=keeps(RecordKind.TRAFFIC, Period(years=1)))
INVOICES_ON_REQUEST = promise(
    "retention-invoices",
    retention=keeps(
        RecordKind.BILLING,
        Period(years=7),
        bound=Bound.AT_LEAST,
        start=Moment.CALENDAR_YEAR_END,
        then=Act.ASK,
    ),
)
