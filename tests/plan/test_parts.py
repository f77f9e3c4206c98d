"""What stands beside a record and belongs to it: the address of an order, and orders of guests."""

from datetime import date
from typing import Any

from tests.support.shop import ANNA, BRAM, TODAY, column, dataset, owner, policy

from nakomen.plan import Case, Person, erase_steps, whose
from nakomen.plan.model import Because
from nakomen.plan.remove import Removal, removal_steps
from nakomen.plan.whose import whose_from
from nakomen.records import (
    Act,
    Before,
    Clock,
    Key,
    KeyRole,
    Keys,
    Link,
    Question,
    Selection,
    StoreMap,
)
from nakomen.run.resolve import resolve
from nakomen.stores.memory import MemoryStore
from nakomen.terms import Category, Moment, RecordKind, Text

BESIDE = Link(columns=("address_id",), to="address", to_columns=("id",), owner=False, part=True)
SHOP = StoreMap(
    store="shop",
    kind="memory",
    datasets=(
        dataset(
            "account",
            RecordKind.CUSTOMER,
            column("email", Category.EMAIL),
            keys=(Key(kind="email", column="email"),),
        ),
        dataset("address", RecordKind.OTHER, column("street", Category.ADDRESS)),
        dataset(
            "order",
            RecordKind.CONTRACT,
            column("account_id"),
            column("address_id"),
            column("guest", Category.EMAIL),
            column("at"),
            keys=(Key(kind="email", column="guest", role=KeyRole.GUEST),),
            links=(owner("account_id", "account"), BESIDE),
            clocks=(Clock(column="at", moment=Moment.EVENT),),
        ),
        dataset(
            "payment",
            RecordKind.BILLING,
            column("order_id"),
            column("paid_on"),
            links=(owner("order_id", "order"),),
            clocks=(Clock(column="paid_on", moment=Moment.EVENT),),
        ),
    ),
)


def _order(id: int, account: int | None, address: int, guest: str = "") -> dict[str, Any]:
    at = date(2020, 1, id)
    return {"id": id, "account_id": account, "address_id": address, "guest": guest, "at": at}


def _shop(*payments: date) -> MemoryStore:
    """Anna ordered by account and as a guest; Bram's order names her, and two share address 4."""
    return MemoryStore(
        SHOP,
        {
            "account": [{"id": 1, "email": ANNA}, {"id": 2, "email": BRAM}],
            "address": [{"id": n, "street": f"Kerkweg {n}"} for n in range(1, 6)],
            "order": [
                _order(1, 1, 1),
                _order(2, None, 2, ANNA),
                _order(3, 2, 3, ANNA),
                _order(4, 1, 4),
                _order(5, 2, 4),
            ],
            "payment": [
                {"id": n, "order_id": 1, "paid_on": day} for n, day in enumerate(payments, 1)
            ],
        },
    )


def _keys(store: MemoryStore) -> Keys:
    return resolve([SHOP], {"shop": store}, [("email", ANNA)])


def _hers(store: MemoryStore, name: str, *, shared: bool = False) -> set[int]:
    keys = _keys(store)
    rows = whose(SHOP, frozenset(keys), found=True)[name]
    asked = Selection(name, rows.shared if shared else rows.hers)
    return {row[0] for row in store.values(asked, ["id"], keys, 99)}


def _erase(store: MemoryStore) -> None:
    keys = _keys(store)
    person = Person(subject="subject-1", kinds=frozenset(keys))
    steps = erase_steps(Case(policy=policy(), maps=[SHOP], person=person, today=TODAY))
    store.act([s.task for s in steps if s.task.act.destructive], keys)


def _left(store: MemoryStore, name: str) -> dict[int, dict[str, Any]]:
    return {row["id"]: row for row in store._tables[name]}


def test_an_order_is_of_the_guest_whose_address_stands_in_it_unless_an_account_owns_it():
    """A guest is found by her mail; in the order of another account it only names her."""
    assert _hers(_shop(), "order") == {1, 2, 4}
    assert _hers(_shop(), "order", shared=True) == {3}


def test_a_customer_with_two_addresses_is_one_customer():
    """A table of addresses that is called after the customer holds no other customers."""
    book = dataset(
        "customer_address",
        RecordKind.CUSTOMER,
        column("account_id"),
        column("phone", Category.PHONE),
        keys=(Key(kind="phone", column="phone", role=KeyRole.CONTACT),),
        links=(owner("account_id", "account"),),
    )
    sent = dataset(
        "parcel",
        RecordKind.CONTRACT,
        column("address_id"),
        links=(owner("address_id", "customer_address"),),
    )
    account = SHOP.dataset("account")
    store_map = StoreMap(store="shop", kind="memory", datasets=(account, book, sent))
    tables = {
        "account": [{"id": 1, "email": ANNA}],
        "customer_address": [{"id": n, "account_id": 1, "phone": None} for n in (1, 2)],
        "parcel": [{"id": 9, "address_id": 2}],
    }
    keys = resolve([store_map], {"shop": MemoryStore(store_map, tables)}, [("email", ANNA)])
    assert keys["shop.customer_address.id"] == ("1", "2")


def test_an_address_is_hers_when_only_orders_of_hers_point_to_it():
    """One that an order of another points to as well is nobody's alone, and stays."""
    assert _hers(_shop(), "address") == {1, 2}


def test_an_address_goes_with_its_order():
    """It is still found when the reference was taken off; those of others stay as they are."""
    store = _shop()
    before = _left(_shop(), "address")
    _erase(store)
    assert _left(store, "order").keys() == {3, 5}
    assert _left(store, "address") == {n: before[n] for n in (3, 4, 5)}


def test_what_keeps_the_order_keeps_its_address():
    """Of a payment that the books need the address stays; once they do not, it goes too."""
    held = _shop(date(2024, 5, 1))
    _erase(held)
    assert _left(held, "address")[1] == {"id": 1, "street": "Kerkweg 1"}
    assert _left(held, "order")[1]["address_id"] == 1

    free = _shop(date(2018, 5, 1))
    _erase(free)
    assert 1 not in _left(free, "address")


def test_an_address_that_falls_due_with_its_order_is_emptied():
    """Nothing but the order leads to it, so it is emptied before the order goes."""
    store = _shop()
    due = whose_from(SHOP, {"order": Before("at", date(2020, 1, 2))})
    why = Because(text=Text("termijn", "term"))
    removal = Removal(store_map=SHOP, whose=due, why=why, today=TODAY, persons=False)
    tasks = [step.task for step in removal_steps(removal)]
    assert store.count([Question(selection=tasks[0].selection)], {})
    store.act([task for task in tasks if task.act in (Act.ERASE, Act.BLANK, Act.DETACH)], {})
    assert 1 not in _left(store, "order")
    assert _left(store, "address")[1]["street"] in (None, "")
    assert _left(store, "address")[2]["street"] == "Kerkweg 2"
