"""
What every store must do, as plain functions that take a factory and raise AssertionError.

For the author of a store: call each of `CONTRACT` with a factory for yours, and `agree` with
whatever rows and conditions you can think of; the store in memory says what is right.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import islice

from nakomen.records import (
    Act,
    AnyOf,
    Becomes,
    Before,
    Condition,
    Constant,
    Dataset,
    Everything,
    Given,
    KeyIn,
    Keys,
    Linked,
    Missing,
    Not,
    Nothing,
    SchemaChanged,
    Selection,
    Store,
    StoreMap,
    Task,
    Unlike,
    all_of,
    any_of,
)
from nakomen.stores.contract_asking import (
    ANNA,
    HER_INVOICES,
    HERS,
    erase,
    ids,
    matching,
    refuses,
    seen_again,
)
from nakomen.stores.contract_finding import FINDING
from nakomen.stores.contract_shop import SHOP, Factory, Tables, rows
from nakomen.stores.memory import MemoryStore

__all__ = ["CONTRACT", "SHOP", "agree", "matching"]


def erases_her_rows_only(make: Factory) -> None:
    """What is meant goes; every row of others stays."""
    with make(SHOP, rows()) as store:
        lines = erase("line", Linked(("invoice_id",), "invoice", ("id",), HER_INVOICES))
        assert ids(store, "line") == {(n, p) for n in (10, 11, 12, 20) for p in (1, 2, 3)}
        assert store.act([lines], ANNA) == [9]
        assert seen_again(store, "line") == {(20, 1), (20, 2), (20, 3)}
        assert seen_again(store, "invoice") == {10, 11, 12, 20, 21}


def acting_twice_equals_once(make: Factory) -> None:
    """What is gone is not found again, and nothing else goes instead."""
    with make(SHOP, rows()) as store:
        task = erase("call", KeyIn("caller", "phone", "normal"))
        assert store.act([task], ANNA) == [1]
        assert store.act([task], ANNA) == [0]
        assert seen_again(store, "call") == {2, 3, 4}


def blanks_and_keeps_the_row(make: Factory) -> None:
    """Each column gets the blank of its kind; the row and other people's rows stay."""
    names = ("number", "name", "email", "phone", "points")
    with make(SHOP, rows()) as store:
        # Selected by a column that is not itself emptied, as every plan does.
        by_id = KeyIn("id", "shop.customer.id", "normal")
        task = Task(selection=Selection("customer", by_id), act=Act.BLANK, columns=names)
        keys = {"shop.customer.id": ("1",)}
        assert store.act([task], keys) == [1]
        assert store.act([task], keys) == [0]
        with store.reopen() as fresh:
            read = fresh.values(Selection("customer", Everything()), ("id", *names), {}, 10)
        found = {row[0]: row[1:] for row in read}
        assert found[1] == ("gewist-1", "", None, None, 0)
        assert found[2] == ("K-2", "Bram", "bram@example.nl", "+31612345679", 5)


def sets_what_is_given(make: Factory) -> None:
    """The old value is gone, letter for letter; twice equals once; other people's rows stay."""
    by_id = KeyIn("id", "shop.customer.id", "normal")
    right: dict[str, Becomes] = {
        "email": Given("set:email"),
        "phone": Given("set:phone"),
        "points": Constant("9"),
    }
    keys = {"shop.customer.id": ("1",), "set:email": ("anna@example.nl",), "set:phone": ("06-1",)}
    task = Task(
        selection=Selection("customer", by_id), act=Act.RECTIFY,
        columns=tuple(right), becomes=tuple(right.values()),
    )  # fmt: skip
    with make(SHOP, rows()) as store:
        unlike = any_of(*(Unlike(column, becomes) for column, becomes in right.items()))
        assert matching(store, "customer", all_of(by_id, unlike), keys) == {1}
        assert store.act([task], keys) == [1]
        assert store.act([task], keys) == [0]
        assert matching(store, "customer", all_of(by_id, unlike), keys) == set()
        with store.reopen() as fresh:
            read = fresh.values(Selection("customer", Everything()), ("id", *right), {}, 10)
        found = {row[0]: row[1:] for row in read}
        assert found[1] == ("anna@example.nl", "06-1", 9)
        assert found[2] == ("bram@example.nl", "+31612345679", 5)
        assert not [
            text for text in ("06-1", "anna@") if text in " ".join(store.explain(task, keys))
        ]


def refuses_what_does_not_fit(make: Factory) -> None:
    """A value too long, of another type, absent or double changes nothing; nor does an id."""
    given: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("phone", ("1" * 41,)), ("points", ("vijf",)), ("left_on", ("31-12-2026",)),
        ("name", ()), ("name", ("Anna", "Anne")), ("name", ("An\0na",)), ("id", ("7",)),
    )  # fmt: skip
    before = rows()
    with make(SHOP, before) as store:
        for column, values in given:
            task = Task(
                selection=Selection("customer", HERS), act=Act.RECTIFY,
                columns=(column,), becomes=(Given("set:it"),),
            )  # fmt: skip
            refuses(partial(store.act, [task], {**ANNA, "set:it": values}))
        names = Selection("customer", Everything())
        assert sorted(store.values(names, ("id", "name"), {}, 9)) == [
            (row["id"], row["name"]) for row in rows()["customer"]
        ]


def opens_a_circle(make: Factory) -> None:
    """Two rows that point to one another go, once one reference is taken off."""
    hers = Linked(("customer_id",), "customer", ("id",), HERS)
    detach = Task(selection=Selection("customer", HERS), act=Act.DETACH, columns=("contact_id",))
    with make(SHOP, rows()) as store:
        done = store.act([detach, erase("contact", hers)], ANNA)
        assert done == [1, 1]
        assert seen_again(store, "contact") == {2}
        assert seen_again(store, "customer") == {1, 2, 3}


def does_all_or_nothing(make: Factory) -> None:
    """When one task cannot be done, none is."""
    with make(SHOP, rows()) as store:
        first = erase("line", Linked(("invoice_id",), "invoice", ("id",), HER_INVOICES))
        refuses(lambda: store.act([first, erase("nowhere", HERS)], ANNA))
        assert len(seen_again(store, "line")) == 12


def refuses_what_is_not_bounded(make: Factory) -> None:
    """No selection that comes down to "every row" is ever carried out."""
    with make(SHOP, rows()) as store:
        for where in (Everything(), AnyOf((Not(Missing("id")), Not(Nothing())))):
            task = erase("call", where)
            refuses(partial(store.act, [task], ANNA))
            refuses(partial(next, store.sweep(task, ANNA, 10, 4)))
        refuses(lambda: store.act([Task(selection=Selection("call", HERS), act=Act.KEEP)], ANNA))
        assert len(seen_again(store, "call")) == 4


def refuses_to_blank_a_key(make: Factory) -> None:
    """A column that identifies its row is never emptied."""
    task = Task(selection=Selection("customer", HERS), act=Act.BLANK, columns=("id",))
    with make(SHOP, rows()) as store:
        refuses(lambda: store.act([task], ANNA))


def a_sweep_goes_on_where_it_stopped(make: Factory) -> None:
    """Stopped after any batch, run again: the same rows are gone, and no other."""
    tables = rows()
    tables["call"] += [{**tables["call"][0], "id": 100 + n} for n in range(25)]
    task = erase("call", Before("began", date(2026, 3, 29)))
    with make(SHOP, tables) as store:
        stopped = list(islice(store.sweep(task, {}, 7, 26), 2))
        assert all(0 < batch <= 7 for batch in stopped)
        with store.reopen() as fresh:
            assert sum(stopped) + sum(fresh.sweep(task, {}, 7, 26 - sum(stopped))) == 26
            assert list(fresh.sweep(task, {}, 7, 1)) == []
        assert seen_again(store, "call") == {2, 3, 4}


def sees_its_own_shape(make: Factory) -> None:
    """A map that fits is accepted; what is missing or of another type is named."""
    with make(SHOP, rows()) as store:
        store.check_shape(SHOP)
        extra = Dataset(**{**vars(SHOP.dataset("line")), "name": "gone"})
        moved = StoreMap(store="shop", kind=SHOP.kind, datasets=(*SHOP.datasets, extra))
        error = refuses(lambda: store.check_shape(moved), SchemaChanged)
        assert "gone" in error.detail


def explains_without_values(make: Factory) -> None:
    """What would be done can be read, and names no person."""
    with make(SHOP, rows()) as store:
        where = all_of(any_of(KeyIn("email", "email"), KeyIn("phone", "phone"), HERS))
        told = " ".join(store.explain(erase("customer", where), ANNA))
        assert "customer" in told
        assert not [v for values in ANNA.values() for v in values if v in told]


def shows_itself(make: Factory) -> None:
    """A survey names every dataset and column and measures values without keeping one."""
    with make(SHOP, rows()) as store:
        seen = store.survey()
    customer = next(d for d in seen.datasets if d.name == "customer")
    columns = {column.name: column for column in customer.columns}
    assert {d.name for d in seen.datasets} == {d.name for d in SHOP.datasets}
    assert customer.rows == 3
    assert customer.primary_key == ("id",)
    assert columns["email"].shares["email"] == 1
    assert columns["email"].distinct
    assert not columns["email"].written["email"]
    assert (columns["number"].unique, columns["name"].nullable) == (True, False)
    assert "anna" not in repr(seen).lower()


CONTRACT: tuple[Callable[[Factory], None], ...] = (
    erases_her_rows_only,
    acting_twice_equals_once,
    blanks_and_keeps_the_row,
    sets_what_is_given,
    refuses_what_does_not_fit,
    opens_a_circle,
    does_all_or_nothing,
    refuses_what_is_not_bounded,
    refuses_to_blank_a_key,
    *FINDING,
    a_sweep_goes_on_where_it_stopped,
    sees_its_own_shape,
    explains_without_values,
    shows_itself,
)


def agree(store: Store, tables: Tables, name: str, where: Condition, keys: Keys) -> None:
    """*store*, holding *tables*, and the store in memory find the same rows of dataset *name*."""
    reference = MemoryStore(SHOP, tables)
    assert matching(store, name, where, keys) == matching(reference, name, where, keys)
