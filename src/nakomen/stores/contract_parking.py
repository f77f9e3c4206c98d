"""
What every store must do with rows that may have to come back, and with what went for good.

For the author of a store: call each of `PARKING_CONTRACT` with a factory for yours.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from itertools import islice
from typing import Any

from nakomen.records import (
    Act,
    Before,
    Dataset,
    Everything,
    Given,
    KeyIn,
    Keys,
    Linked,
    Selection,
    Store,
    StoreMap,
    Task,
)
from nakomen.records.destruction import Destroyer
from nakomen.records.parking import Parked
from nakomen.stores.contract_asking import ANNA, HERS, erase, ids, refuses, seen_again
from nakomen.stores.contract_shop import CALL, SHOP, Factory, rows

HER_LINES = erase(
    "line",
    Linked(
        ("invoice_id",), "invoice", ("id",), Linked(("customer_id",), "customer", ("id",), HERS)
    ),
)
CALLS = erase("call", Before("began", date(2026, 3, 30)))
BY_ID = KeyIn("id", "shop.customer.id", "normal")
HER_ID: Keys = {"shop.customer.id": ("1",)}


def keeps_before_it_takes(make: Factory) -> None:
    """What goes is kept first, each row once; of a task without a shelf nothing is kept."""
    shelf = _Shelf()
    with make(SHOP, rows()) as store:
        assert store.park([HER_LINES, CALLS], ANNA, [shelf, None]) == [9, 3]
        assert {row.place for row in shelf.rows} == {
            (str(n), str(p)) for n in (10, 11, 12) for p in (1, 2, 3)
        }
        assert seen_again(store, "line") == {(20, 1), (20, 2), (20, 3)}
        assert seen_again(store, "call") == {4}


def what_could_not_be_kept_stays(make: Factory) -> None:
    """When keeping fails, after some rows, nothing has changed of any task."""

    def full(_: Task, parked: Iterator[Parked]) -> int:
        next(parked)
        raise OSError

    with make(SHOP, rows()) as store:
        with suppress(OSError):
            store.park([CALLS, HER_LINES], ANNA, [_Shelf(), full])
        assert len(seen_again(store, "line")) == 12
        assert seen_again(store, "call") == {1, 2, 3, 4}


def comes_back_as_it_stood(make: Factory) -> None:
    """Each row stands there again, every column of it; repeating it changes nothing."""
    shelf = _Shelf()
    with make(SHOP, rows()) as store:
        before = _told(store, "line")
        store.park([HER_LINES], ANNA, [shelf])
        assert store.stands(HER_LINES, shelf.rows) == [False] * 9
        assert _told(store, "line") == [row for row in before if row[0] == 20]
        for _ in range(2):
            assert store.put_back(HER_LINES, shelf.rows) == [True] * 9
            assert store.stands(HER_LINES, shelf.rows) == [True] * 9
            assert _told(store, "line") == before


def what_was_written_since_is_left_alone(make: Factory) -> None:
    """What stands in the place of an emptied value or of a row that went, stays."""
    blank = Task(selection=Selection("customer", BY_ID), act=Act.BLANK, columns=("name", "phone"))
    other = Task(
        selection=Selection("customer", BY_ID), act=Act.RECTIFY,
        columns=("phone",), becomes=(Given("set:phone"),),
    )  # fmt: skip
    given = {**HER_ID, "set:phone": ("020-7",)}
    emptied, gone = _Shelf(), _Shelf()
    with make(SHOP, rows()) as store:
        before = _told(store, "customer")
        store.park([blank], HER_ID, [emptied])
        assert _told(store, "customer") != before
        assert store.put_back(blank, emptied.rows) == [True]
        assert _told(store, "customer") == before
        store.park([blank], HER_ID, [_Shelf()])
        assert store.act([other], given) == [1]
        since = _told(store, "customer")
        assert store.put_back(blank, emptied.rows) == [False]
        assert _told(store, "customer") == since
        store.park([CALLS], {}, [gone])
        assert store.put_back(CALLS, gone.rows) == [True] * 3
        changed = Parked(place=("1",), values={**gone.rows[0].values, "callee": "112"})
        assert store.put_back(CALLS, [changed]) == [False]
        assert store.stands(CALLS, gone.rows) == [True] * 3


def a_sweep_keeps_batch_by_batch(make: Factory) -> None:
    """Stopped after any batch, what went is kept and no more; going on, all goes and comes back."""
    tables = rows()
    tables["call"] += [{**tables["call"][0], "id": 100 + n} for n in range(25)]
    shelf = _Shelf()
    with make(SHOP, tables) as store:
        before = _told(store, "call")
        done = sum(islice(store.park_sweep(CALLS, {}, shelf, 7, 28), 2))
        assert 0 < done < 28
        with store.reopen() as fresh:
            kept = {int(row.place[0]) for row in shelf.rows}
            assert {row[0] for row in before} - ids(fresh, "call") <= kept
            done += sum(fresh.park_sweep(CALLS, {}, shelf, 7, 28 - done))
            assert (done, ids(fresh, "call")) == (28, {4})
            once = list({row.place: row for row in shelf.rows}.values())
            assert fresh.put_back(CALLS, once) == [True] * 28
        assert _told(store, "call") == before


def refuses_what_has_no_place(make: Factory) -> None:
    """A row without a primary key could not be told apart, so it does not go either."""
    loose = Dataset(**{**vars(CALL), "primary_key": ()})
    shop, calls = StoreMap(store="shop", kind=SHOP.kind, datasets=(loose,)), rows()["call"]
    with make(shop, {"call": calls}) as store:
        refuses(partial(store.park, [CALLS], {}, [_Shelf()]))
        question = Selection("call", Everything())
        assert len(store.values(question, ("caller", "began"), {}, 10)) == 4


def destroys_what_went_and_nothing_else(make: Factory) -> None:
    """A store that can write its files anew loses no row by it, twice too, and names no value."""
    with make(SHOP, rows()) as store:
        if not isinstance(store, Destroyer):
            return
        first = datetime.now(UTC)
        store.act([HER_LINES], ANNA)
        before = {name: _told(store, name) for name in ("line", "customer", "call")}
        for _ in range(2):
            done = store.destroy(["line", "customer"], first, datetime.now(UTC))
            assert done.methods
            assert not [v for values in ANNA.values() for v in values if v in repr(done)]
        with store.reopen() as fresh:
            assert {name: _told(fresh, name) for name in before} == before


PARKING_CONTRACT: tuple[Callable[[Factory], None], ...] = (
    keeps_before_it_takes,
    what_could_not_be_kept_stays,
    comes_back_as_it_stood,
    what_was_written_since_is_left_alone,
    a_sweep_keeps_batch_by_batch,
    refuses_what_has_no_place,
    destroys_what_went_and_nothing_else,
)


class _Shelf:
    """Keeps what it is given."""

    def __init__(self) -> None:
        self.rows: list[Parked] = []

    def __call__(self, _: Task, parked: Iterator[Parked]) -> int:
        new = list(parked)
        self.rows += new
        return len(new)


def _told(store: Store, name: str) -> list[tuple[Any, ...]]:
    """Every row of *name* as a fresh connection sees it, by primary key."""
    dataset = SHOP.dataset(name)
    task = Task(selection=Selection(name, Everything()), act=Act.EXPORT)
    with store.reopen() as fresh:
        return [tuple(row[c.name] for c in dataset.stored) for row in fresh.export(task, {})]
