"""What the contract of stores asks them about: one person of the shop, and how to look."""

from collections.abc import Callable
from typing import Any

from nakomen.records import (
    Act,
    Condition,
    Everything,
    KeyIn,
    Keys,
    Linked,
    Selection,
    Store,
    StoreError,
    StoreRefused,
    Task,
)
from nakomen.stores.contract_shop import SHOP

ANNA: Keys = {"customer": ("K-1",), "email": ("anna@example.nl",), "phone": ("+31612345678",)}
HERS = KeyIn("number", "customer", "normal")
HER_INVOICES = Linked(("customer_id",), "customer", ("id",), HERS)


def erase(name: str, where: Condition) -> Task:
    return Task(selection=Selection(name, where), act=Act.ERASE)


def matching(store: Store, name: str, where: Condition, keys: Keys | None = None) -> set[Any]:
    """Primary keys of the rows that match."""
    key = SHOP.dataset(name).primary_key
    found = store.values(Selection(name, where), key, keys or {}, 100_000)
    return {row[0] if len(key) == 1 else row for row in found}


def ids(store: Store, name: str) -> set[Any]:
    return matching(store, name, Everything())


def seen_again(store: Store, name: str) -> set[Any]:
    """What a fresh connection sees: an open transaction lies."""
    with store.reopen() as fresh:
        return ids(fresh, name)


def refuses(attempt: Callable[[], object], kind: type[StoreError] = StoreRefused) -> StoreError:
    """
    The error with which *attempt* was refused.

    Raises:
        AssertionError: it was not.
    """
    try:
        attempt()
    except kind as error:
        return error
    raise AssertionError("this had to be refused")
