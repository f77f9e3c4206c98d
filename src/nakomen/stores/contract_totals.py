"""What every store must do with rows that become numbers: `TOTALS` beside the contract."""

from collections.abc import Callable
from datetime import date
from itertools import islice
from typing import Any

from nakomen.records import (
    Act,
    Before,
    Coarse,
    Column,
    Dataset,
    Everything,
    Grain,
    GroupedBy,
    Selection,
    Store,
    StoreMap,
    SumOf,
    Task,
    Totals,
)
from nakomen.stores.contract_shop import Factory, Tables
from nakomen.terms import Category, RecordKind


def _column(name: str, kind: str, category: Category = Category.NONE) -> Column:
    return Column(name=name, type=kind, category=category, nullable=name != "id")


CALLS = StoreMap(
    store="shop",
    kind="memory",
    datasets=(
        Dataset(
            name="talk",
            records=RecordKind.TRAFFIC,
            primary_key=("id",),
            columns=(
                _column("id", "INTEGER"),
                _column("called", "VARCHAR(40)", Category.PHONE),
                _column("day", "DATE"),
                _column("seconds", "INTEGER", Category.TRAFFIC_DATA),
            ),
        ),
        Dataset(
            name="talk_total",
            records=RecordKind.OTHER,
            primary_key=(),
            columns=(
                _column("month", "DATE"),
                _column("region", "VARCHAR(40)"),
                _column("calls", "INTEGER"),
                _column("seconds", "INTEGER"),
            ),
        ),
    ),
)
INTO = Totals(
    into="talk_total",
    by=(
        GroupedBy(column="month", of="day", coarse=Coarse(Grain.MONTH)),
        GroupedBy(column="region", of="called", coarse=Coarse(Grain.PREFIX, 5)),
    ),
    rows="calls",
    sums=(SumOf(column="seconds", of="seconds"),),
)
DUE = Task(
    selection=Selection("talk", Before("day", date(2026, 3, 1))),
    act=Act.AGGREGATE,
    totals=INTO,
    least=3,
)
Cells = dict[tuple[Any, ...], tuple[int, int]]


def talks() -> Tables:
    """January: five to 020, one to 010; February: two to 020, one without a number; March: one."""
    spoken: list[tuple[str | None, int]] = [("+31201", 1)] * 5
    spoken += [("+31101", 1), ("+31201", 2), ("+31201", 2), (None, 2), ("+31201", 3)]
    rows: list[dict[str, Any]] = [
        {"id": n, "called": f"{called}23{n}" if called else None, "day": date(2026, month, n),
         "seconds": None if n == 2 else 10 * n}
        for n, (called, month) in enumerate(spoken, start=1)
    ]  # fmt: skip
    return {"talk": rows, "talk_total": []}


def rows_become_totals(make: Factory) -> None:
    """Each row counts once in its group and is gone; a group of too few is part of a larger one."""
    with make(CALLS, talks()) as store:
        assert store.act([DUE], {}) == [9]
        assert _left(store) == {10}
        # The one call to 010 is nowhere alone: it stands in the rest, with February's three.
        assert _cells(store) == {("2026-01-01", "+3120"): (5, 130), (None, None): (4, 300)}
        assert store.act([DUE], {}) == [0]


def a_stopped_sweep_counts_each_row_once(make: Factory) -> None:
    """Stopped after a batch and run again: each row that is gone is in the numbers, once."""
    with make(CALLS, talks()) as store:
        stopped = list(islice(store.sweep(DUE, {}, 2, 9), 2))
        with store.reopen() as fresh:
            assert sum(n for n, _ in _cells(fresh).values()) == sum(stopped)
            assert len(_left(fresh)) == 10 - sum(stopped)
            assert sum(fresh.sweep(DUE, {}, 2, 9 - sum(stopped))) == 9 - sum(stopped)
            assert list(fresh.sweep(DUE, {}, 2, 0)) == []
            assert sum(n for n, _ in _cells(fresh).values()) == 9


def totals_grow(make: Factory) -> None:
    """What falls due later is added to the group that is there."""
    tables = talks()
    with make(CALLS, tables) as store:
        store.act([DUE], {})
        before = _cells(store)
        later = Task(
            selection=Selection("talk", Before("day", date(2026, 4, 1))),
            act=Act.AGGREGATE, totals=INTO, least=1,
        )  # fmt: skip
        assert store.act([later], {}) == [1]
        assert _cells(store) == {**before, ("2026-03-01", "+3120"): (1, 100)}


def _cells(store: Store) -> Cells:
    """As a fresh connection sees them."""
    names = ("month", "region", "calls", "seconds")
    with store.reopen() as fresh:
        rows = fresh.values(Selection("talk_total", Everything()), names, {}, 100)
    return {(None if m is None else str(m), region): (int(n), int(s)) for m, region, n, s in rows}


def _left(store: Store) -> set[Any]:
    with store.reopen() as fresh:
        return {row[0] for row in fresh.values(Selection("talk", Everything()), ("id",), {}, 100)}


TOTALS: tuple[Callable[[Factory], None], ...] = (
    rows_become_totals,
    a_stopped_sweep_counts_each_row_once,
    totals_grow,
)
