"""A value made coarse is the same in every database as in plain Python, and stays so."""

import copy
from datetime import date, datetime
from typing import Any

import pytest
import sqlalchemy as sa
from tests.stores.factories import described, fill

from nakomen import stores
from nakomen.records import (
    Act,
    Coarse,
    Column,
    Dataset,
    Everything,
    Grain,
    Missing,
    Question,
    Selection,
    StoreMap,
    StoreRefused,
    Task,
    Unlike,
    not_,
)
from nakomen.stores.memory import MemoryStore
from nakomen.terms import Category, RecordKind

ADDRESSES = [
    "203.0.113.77", "203.0.113.0", "10.0.0.255", "1.2.3.4", "255.255.255.255", "0.0.0.0",
    "2001:db8:7:9::1", "2001:DB8:7::", "::1", "::", "fe80::1:2:3:4", "1:2:3:4:5:6:7:8", "1::8",
    "2001:0db8:0000:0042:0000:8a2e:0370:7334", "0:0:1:2:3:4:5:6", "1:0:0:2::", "1:2:3:4:5:6:7::",
    "::ffff:203.0.113.77", "203.0.113.77:8080", "010.1.1.1", "256.1.1.1", "1.2.3", "onbekend",
    " 1.2.3.4", "1:2:3", "", None,
]  # fmt: skip
POSTCODES = ["1234 AB", "1234ab", "1234", "0123 AB", "1234  AB", "12345", "AB 1234", "", None]
WRITTEN = ["1980-05-17", "2026-03-29T00:30:00+02:00", "2026-02-30 x", "17-05-1980", "", None]
DAYS = [date(2024, 2, 29), date(2026, 1, 1), date(2025, 12, 31), None]
MOMENTS = [datetime(2024, 2, 29, 23, 59, 59), datetime(2026, 1, 1), None]
NUMBERS = [0, 7, 10, 47, -1, None]
GRAINS = {
    "address": Coarse(Grain.NETWORK),
    "must": Coarse(Grain.NETWORK),
    "postcode": Coarse(Grain.AREA),
    "written": Coarse(Grain.MONTH),
    "born_on": Coarse(Grain.YEAR),
    "at": Coarse(Grain.MONTH),
    "seconds": Coarse(Grain.STEP, 10),
}
_TYPES = ("VARCHAR(80)",) * 4 + ("DATE", "DATETIME", "INTEGER")
VISIT = Dataset(
    name="visit",
    records=RecordKind.LOGIN,
    primary_key=("id",),
    columns=(
        Column(name="id", type="INTEGER", category=Category.NONE, nullable=False),
        *(
            Column(name=name, type=kind, category=Category.OTHER, nullable=name != "must")
            for name, kind in zip(GRAINS, _TYPES, strict=True)
        ),
    ),
)
MAP = StoreMap(store="web", kind="memory", datasets=(VISIT,))


def rows() -> list[dict[str, Any]]:
    """Every odd value of every column; the lists turn at their own pace."""
    lists = [ADDRESSES, [a or "" for a in ADDRESSES], POSTCODES, WRITTEN, DAYS, MOMENTS, NUMBERS]
    return [
        {"id": n} | {c: values[n % len(values)] for c, values in zip(GRAINS, lists, strict=True)}
        for n in range(len(ADDRESSES))
    ]


TASK = Task(
    selection=Selection("visit", not_(Missing("id"))),
    act=Act.ANONYMISE,
    columns=tuple(GRAINS),
    becomes=tuple(GRAINS.values()),
)


def told(store: Any) -> list[dict[str, str]]:
    """Rows as text, days without their time: SQLite keeps no other."""
    whole = Task(selection=Selection("visit", Everything()), act=Act.EXPORT)
    return [
        {name: str(value)[:10] if name == "at" else str(value) for name, value in row.items()}
        for row in store.export(whole, {})
    ]


def test_every_database_makes_coarse_what_python_does(any_sql_url: str) -> None:
    """Addresses, postcodes, days and numbers in any writing; what has no coarse form is emptied."""
    engine = sa.create_engine(any_sql_url)
    metadata = described(MAP)
    metadata.create_all(engine)
    fill(engine, metadata, {"visit": rows()})
    engine.dispose()
    reference = MemoryStore(MAP, {"visit": copy.deepcopy(rows())})
    unlike = [Question(selection=Selection("visit", Unlike(c, g))) for c, g in GRAINS.items()]
    with stores.load("web", any_sql_url, MAP) as store:
        assert told(store) == told(reference)
        assert store.count(unlike, {}) == reference.count(unlike, {})
        assert all(count.rows for count in reference.count(unlike, {}))
        assert store.act([TASK], {}) == reference.act([TASK], {})
        assert told(store.reopen()) == told(reference)
        assert [count.rows for count in store.count(unlike, {})] == [0] * len(unlike)
        assert store.act([TASK], {}) == [0]


def test_what_stays_is_a_network_a_month_a_town() -> None:
    """What is left says something of a group."""
    reference = MemoryStore(MAP, {"visit": rows()})
    reference.act([TASK], {})
    left = reference._tables["visit"]
    assert {row["address"] for row in left} == {
        "203.0.113.0", "10.0.0.0", "1.2.3.0", "255.255.255.0", "0.0.0.0", "2001:db8:7::", "::",
        "fe80::", "1:2:3::", "1::", "2001:db8::", "0:0:1::", None,
    }  # fmt: skip
    assert {row["postcode"] for row in left} == {"1234", None}
    assert {row["must"] for row in left} >= {"", "203.0.113.0"}


@pytest.mark.parametrize(("column", "grain"), [("seconds", Grain.NETWORK), ("address", Grain.STEP)])
def test_a_column_of_another_kind_is_refused(any_sql_url: str, column: str, grain: Grain) -> None:
    """A number has no network; nothing is changed."""
    engine = sa.create_engine(any_sql_url)
    metadata = described(MAP)
    metadata.create_all(engine)
    fill(engine, metadata, {"visit": rows()})
    engine.dispose()
    task = Task(
        selection=TASK.selection, act=Act.ANONYMISE, columns=(column,), becomes=(Coarse(grain),)
    )
    with stores.load("web", any_sql_url, MAP) as store, pytest.raises(StoreRefused):
        store.act([task], {})
