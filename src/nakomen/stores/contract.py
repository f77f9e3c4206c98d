"""
What every store must do, as plain functions that take a factory and raise AssertionError.

For the author of a store: call each of `CONTRACT` with a factory for yours, and `agree` with
whatever rows and conditions you can think of; the store in memory says what is right.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import islice
from typing import Any

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
    Question,
    Referenced,
    SchemaChanged,
    Selection,
    Store,
    StoreError,
    StoreMap,
    StoreRefused,
    Task,
    Unlike,
    all_of,
    any_of,
    not_,
)
from nakomen.stores.contract_shop import SHOP, Factory, Tables, rows
from nakomen.stores.memory import MemoryStore

ANNA: Keys = {"customer": ("K-1",), "email": ("anna@example.nl",), "phone": ("+31612345678",)}
HERS = KeyIn("number", "customer", "normal")
HER_INVOICES = Linked(("customer_id",), "customer", ("id",), HERS)


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


def unknown_is_not_before(make: Factory) -> None:
    """A row without a date is not before any day, so it is among what is not before."""
    before = Before("day", date(2026, 1, 1))
    with make(SHOP, rows()) as store:
        assert matching(store, "invoice", before) == {10, 11, 20, 21}
        assert matching(store, "invoice", not_(before)) == {12}
        assert matching(store, "invoice", not_(all_of(before, HER_INVOICES)), ANNA) == {12, 20, 21}


def a_day_begins_at_local_midnight(make: Factory) -> None:
    """The last second of a day is before the next; the first is not; also when clocks change."""
    with make(SHOP, rows()) as store:
        assert matching(store, "call", Before("began", date(2026, 3, 29))) == {1}
        assert matching(store, "call", Before("began", date(2026, 3, 30))) == {1, 2, 3}
        assert matching(store, "invoice", Before("day", date(2019, 1, 1))) == {10, 20, 21}


def keys_are_found_however_written(make: Factory) -> None:
    """Mixed writing is brought to one form; a number is compared sign by sign."""
    with make(SHOP, rows()) as store:
        assert matching(store, "customer", KeyIn("email", "email"), ANNA) == {1}
        assert matching(store, "customer", KeyIn("phone", "phone"), ANNA) == {1}
        assert matching(store, "customer", KeyIn("number", "customer"), ANNA) == {1}
        assert matching(store, "customer", not_(KeyIn("email", "email")), ANNA) == {2, 3}
        assert matching(store, "line", KeyIn("told", "customer"), ANNA) == {(10, 1)}
        assert matching(store, "call", KeyIn("callee", "phone", "normal"), ANNA) == {2, 4}


def no_key_means_nobody(make: Factory) -> None:
    """Without a key of the kind nothing matches; an id that is no number matches nothing either."""
    with make(SHOP, rows()) as store:
        assert matching(store, "customer", KeyIn("email", "email"), {}) == set()
        kind = "shop.customer.id"
        assert matching(store, "customer", KeyIn("id", kind), {kind: ("K-1", "01")}) == set()
        assert matching(store, "customer", KeyIn("id", kind), {kind: ("K-1", "2")}) == {2}


def many_keys_are_as_good_as_one(make: Factory) -> None:
    """Thousands of keys select the same rows, of each kind and type."""
    numbers = tuple(f"+3161{n:07}" for n in range(2300000, 2302000))
    keys: Keys = {
        "phone": (*numbers, *ANNA["phone"]),
        "customer": (*(f"K-{n}" for n in range(1, 2000) if n != 2), "K-1" * 30),
        "email": (*(f"e{n}@example.nl" for n in range(2000)), "anna@example.nl"),
        "shop.customer.id": tuple(str(n) for n in range(3, 3000)),
    }
    with make(SHOP, rows()) as store:
        assert matching(store, "customer", KeyIn("number", "customer"), keys) == {1, 3}
        assert matching(store, "line", KeyIn("told", "customer"), keys) == {(10, 1)}
        assert matching(store, "customer", KeyIn("phone", "phone"), keys) == {1}
        assert matching(store, "customer", KeyIn("email", "email"), keys) == {1}
        assert matching(store, "customer", KeyIn("id", "shop.customer.id"), keys) == {3}
        task = erase("call", any_of(*(KeyIn(c, "phone", "normal") for c in ("caller", "callee"))))
        assert sum(store.sweep(task, keys, 1, 3)) == 3
        assert seen_again(store, "call") == {3}


def many_keys_reach_as_far_as_few(make: Factory) -> None:
    """What rows are linked to decides as much when thousands of ids are known as when four are."""
    kind = "shop.invoice.id"
    few: Keys = {kind: ("10", "12", "20", "21")}
    many: Keys = {kind: tuple(str(n) for n in range(10, 2000) if n != 11)}
    old = Before("day", date(2019, 1, 1))
    aged = Linked(("invoice_id",), "invoice", ("id",), old)
    with make(SHOP, rows()) as store:
        for part in (aged, not_(aged), any_of(aged, Missing("told"))):
            where = all_of(KeyIn("invoice_id", kind, "normal"), part)
            assert matching(store, "line", where, many) == matching(store, "line", where, few)
            assert matching(store, "line", where, many)


def points_both_ways(make: Factory) -> None:
    """A row is found by what it points to and by what points to it, also in its own dataset."""
    corrected = Referenced(("id",), "invoice", ("corrects",), Everything())
    correcting = Linked(("corrects",), "invoice", ("id",), HER_INVOICES)
    with make(SHOP, rows()) as store:
        assert matching(store, "invoice", corrected) == {10}
        assert matching(store, "invoice", not_(corrected)) == {11, 12, 20, 21}
        assert matching(store, "invoice", correcting, ANNA) == {11}
        assert matching(store, "invoice", not_(correcting), ANNA) == {10, 12, 20, 21}
        lines = erase("line", Linked(("invoice_id",), "invoice", ("id",), correcting))
        done = store.act([lines, erase("invoice", correcting)], ANNA)
        assert done == [3, 1]
        assert seen_again(store, "invoice") == {10, 12, 20, 21}


def counts_many_at_once(make: Factory) -> None:
    """Answers come in the order of the questions, with the days of the oldest and newest."""
    with make(SHOP, rows()) as store:
        hers = Question(selection=Selection("invoice", HER_INVOICES), clock="day")
        calls = Question(selection=Selection("call", Everything()), clock="began")
        none = Question(selection=Selection("call", not_(Everything())), clock="began")
        plain = Question(selection=Selection("customer", Everything()))
        one, two, three, four = store.count([hers, calls, none, plain], ANNA)
        assert (one.rows, one.oldest, one.newest) == (3, date(2018, 12, 31), date(2019, 1, 1))
        assert (two.rows, two.oldest, two.newest) == (4, date(2026, 3, 28), date(2026, 3, 29))
        assert (three.rows, three.oldest, three.newest) == (0, None, None)
        assert (four.rows, four.oldest) == (3, None)
        assert [c.rows for c in store.count([plain] * 250, ANNA)] == [3] * 250
        assert store.count([], ANNA) == []


def values_are_distinct_and_few(make: Factory) -> None:
    """Each combination comes once, and never more than asked."""
    with make(SHOP, rows()) as store:
        everything = Selection("line", Everything())
        assert sorted(store.values(everything, ("position",), {}, 10)) == [(1,), (2,), (3,)]
        assert len(store.values(everything, ("invoice_id", "position"), {}, 3)) == 3


def exports_in_order_and_masks(make: Factory) -> None:
    """Rows come by primary key; who else is named stays unknown; an absent value stays absent."""
    task = Task(
        selection=Selection("call", not_(Missing("began"))), act=Act.EXPORT,
        columns=("id", "callee", "caller"), masked=("callee",),
    )  # fmt: skip
    with make(SHOP, rows()) as store:
        first, *others = store.export(task, ANNA)
        assert dict(first) == {"id": 1, "callee": "•••", "caller": "+31612345678"}
        assert [row["id"] for row in others] == [2, 3]
        lines = Task(selection=Selection("line", Everything()), act=Act.EXPORT)
        streamed = [dict(row) for row in store.export(lines, {})]
        assert [row["invoice_id"] for row in streamed][::3] == [10, 11, 12, 20]
        assert [dict(row) for row in store.export(lines, {}, len(streamed))] == streamed


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
    unknown_is_not_before,
    a_day_begins_at_local_midnight,
    keys_are_found_however_written,
    no_key_means_nobody,
    many_keys_are_as_good_as_one,
    many_keys_reach_as_far_as_few,
    points_both_ways,
    counts_many_at_once,
    values_are_distinct_and_few,
    exports_in_order_and_masks,
    a_sweep_goes_on_where_it_stopped,
    sees_its_own_shape,
    explains_without_values,
    shows_itself,
)


def agree(store: Store, tables: Tables, name: str, where: Condition, keys: Keys) -> None:
    """*store*, holding *tables*, and the store in memory find the same rows of dataset *name*."""
    reference = MemoryStore(SHOP, tables)
    assert matching(store, name, where, keys) == matching(reference, name, where, keys)


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
