"""What every store must find, count, show and copy; part of `nakomen.stores.contract`."""

from collections.abc import Callable
from datetime import date

from nakomen.records import (
    Act,
    Before,
    Everything,
    Filled,
    KeyIn,
    Keys,
    Linked,
    Missing,
    Question,
    Referenced,
    Selection,
    Task,
    all_of,
    any_of,
    not_,
)
from nakomen.stores.contract_asking import ANNA, HER_INVOICES, erase, matching, seen_again
from nakomen.stores.contract_shop import SHOP, Factory, rows


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


def many_questions_and_acts_at_once_reach_as_far_as_each(make: Factory) -> None:
    """What several questions about thousands of ids link to counts as in each by itself."""
    kind = "shop.invoice.id"
    few: Keys = {kind: ("10", "12", "20", "21")}
    many: Keys = {kind: tuple(str(n) for n in range(10, 2000) if n != 11)}
    hers, old = KeyIn("invoice_id", kind, "normal"), Before("day", date(2019, 1, 1))
    aged = Linked(("invoice_id",), "invoice", ("id",), old)
    parts = (aged, not_(aged), any_of(aged, Missing("told")), not_(any_of(aged, Missing("told"))))
    asked = [Question(selection=Selection("line", all_of(hers, part))) for part in parts]
    with make(SHOP, rows()) as store:
        found = [count.rows for count in store.count(asked, many)]
        assert found == [count.rows for count in store.count(asked, few)]
        assert found == [store.count([question], many)[0].rows for question in asked]
        assert all(found[:2])
        gone = erase("line", all_of(hers, aged))
        named = Filled(("name",))
        owned = KeyIn("id", "shop.customer.id", "normal")
        where = Selection("customer", all_of(owned, named))
        emptied = Task(selection=where, act=Act.BLANK, columns=("name",))
        everybody = tuple(str(n) for n in range(2, 2000))
        keys: Keys = {**many, "shop.customer.id": everybody}
        assert store.act([gone, emptied], keys) == [found[0], 2]
        left = store.count([*asked, Question(selection=where)], keys)
        assert [count.rows for count in left][:2] == [0, found[1]]
        assert left[-1].rows == 0


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


FINDING: tuple[Callable[[Factory], None], ...] = (
    unknown_is_not_before,
    a_day_begins_at_local_midnight,
    keys_are_found_however_written,
    no_key_means_nobody,
    many_keys_are_as_good_as_one,
    many_keys_reach_as_far_as_few,
    many_questions_and_acts_at_once_reach_as_far_as_each,
    points_both_ways,
    counts_many_at_once,
    values_are_distinct_and_few,
    exports_in_order_and_masks,
)
