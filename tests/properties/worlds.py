"""Companies nobody designed: schemas and rows made by chance, with three customers in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from hypothesis import strategies as st
from tests.support.shop import keeps, promise

from nakomen.policy import Promise
from nakomen.records import Act, Clock, Column, Dataset, Key, KeyRole, Link, StoreMap
from nakomen.stores.contract_shop import Tables
from nakomen.terms import Category, Moment, Period, RecordKind

TODAY = date(2026, 11, 21)
PEOPLE = ("anna@example.nl", "bram@example.nl", "chaima@example.nl")
GUEST = "gast@example.nl"
KINDS = [
    RecordKind.CONTACT,
    RecordKind.CONTRACT,
    RecordKind.BILLING,
    RecordKind.BILLING,
    RecordKind.TRAFFIC,
    RecordKind.LOGIN,
    RecordKind.CORRESPONDENCE,
    RecordKind.OTHER,
]
# On both sides of the lines that law and promises draw: seven book years, one year, a leap day.
DAYS = [
    date(2016, 2, 29),
    date(2018, 12, 31),
    date(2019, 1, 1),
    date(2025, 11, 20),
    date(2025, 11, 21),
    date(2026, 11, 1),
    None,
]
NUMBER, WORDS, DAY = "INTEGER", "VARCHAR(80)", "DATE"


class Place(NamedTuple):
    """One row, by where it stands and its primary key."""

    dataset: str
    key: tuple[object, ...]


@dataclass(frozen=True, kw_only=True)
class World:
    store_map: StoreMap
    tables: Tables

    def rows(self) -> Iterator[tuple[Place, Dataset, dict[str, Any]]]:
        yield from rows_in(self.store_map, self.tables)


def rows_in(store_map: StoreMap, tables: Tables) -> Iterator[tuple[Place, Dataset, dict[str, Any]]]:
    for dataset in store_map.datasets:
        for row in tables[dataset.name]:
            yield Place(dataset.name, tuple(row[c] for c in dataset.primary_key)), dataset, row


def _column(name: str, type_: str, category: Category = Category.NONE, **more: Any) -> Column:
    return Column(name=name, type=type_, category=category, **more)


def _customer() -> Dataset:
    return Dataset(
        name="customer",
        records=RecordKind.CUSTOMER,
        primary_key=("id",),
        columns=(
            _column("id", NUMBER, nullable=False),
            _column("email", WORDS, Category.EMAIL),
            _column("name", WORDS, Category.NAME, nullable=False),
            _column("left_on", DAY),
        ),
        keys=(Key(kind="email", column="email"),),
        clocks=(Clock(column="left_on", moment=Moment.CONTRACT_END),),
        confirmed=True,
    )


@st.composite
def _child(draw: st.DrawFn, number: int, before: Sequence[Dataset]) -> Dataset:
    """A dataset that belongs to one of those *before*, and may look up another."""
    parent = draw(st.sampled_from(list(before)))
    composite = draw(st.booleans()) and len(parent.primary_key) == 1
    role = draw(st.sampled_from([None, None, KeyRole.SUBJECT, KeyRole.PARTY]))
    dated, looks_up = draw(st.booleans()), draw(st.booleans())
    columns = [
        _column("id", NUMBER, nullable=False),
        _column("belongs_to", NUMBER, nullable=not composite and draw(st.booleans())),
        _column("note", WORDS, Category.OTHER),
    ]
    links = []
    if len(parent.primary_key) == 1:
        links.append(_link("belongs_to", parent.name, owner=True))
    if role:
        columns.append(_column("who", WORDS, Category.EMAIL))
    if dated:
        columns.append(_column("at", DAY))
    if looks_up:
        single = [d for d in before if len(d.primary_key) == 1]
        columns.append(_column("see", NUMBER, nullable=draw(st.booleans())))
        links.append(_link("see", draw(st.sampled_from(single)).name, owner=False))
    return Dataset(
        name=f"d{number}",
        records=draw(st.sampled_from(KINDS)),
        primary_key=("belongs_to", "id") if composite else ("id",),
        columns=tuple(columns),
        keys=(Key(kind="email", column="who", role=role),) if role else (),
        links=tuple(links),
        clocks=(Clock(column="at", moment=Moment.EVENT),) if dated else (),
        confirmed=True,
    )


def _link(column: str, to: str, *, owner: bool) -> Link:
    return Link(columns=(column,), to=to, to_columns=("id",), owner=owner)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A customer file and up to five datasets that hang under it or under one another."""
    datasets = [_customer()]
    for number in range(1, draw(st.integers(1, 5)) + 1):
        datasets.append(draw(_child(number, datasets)))
    tables: Tables = {"customer": [draw(_person(n)) for n in range(len(PEOPLE))]}
    for dataset in datasets[1:]:
        size = draw(st.integers(0, 5))
        rows = [draw(_row(dataset, tables, n)) for n in range(1, size + 1)]
        tables[dataset.name] = [row for row in rows if row]
    store_map = StoreMap(store="world", kind="memory", datasets=tuple(datasets))
    return World(store_map=store_map, tables=tables)


@st.composite
def _person(draw: st.DrawFn, number: int) -> dict[str, Any]:
    return {
        "id": number + 1,
        "email": PEOPLE[number],
        "name": f"Naam {number}",
        "left_on": draw(st.sampled_from(DAYS)),
    }


@st.composite
def _row(draw: st.DrawFn, dataset: Dataset, tables: Tables, number: int) -> dict[str, Any]:
    """A row whose references lead to rows that are there; empty when it must point and cannot."""
    row: dict[str, Any] = {"id": number, "belongs_to": None}
    for link in dataset.links:
        ends = [other["id"] for other in tables[link.to]]
        nullable = dataset.column(link.columns[0]).nullable
        if not ends and not nullable:
            return {}
        row[link.columns[0]] = draw(st.sampled_from([*ends, *([None] if nullable else [])]))
    row["note"] = f"{dataset.name} {number}"
    if dataset.has("who"):
        row["who"] = draw(st.sampled_from([*PEOPLE, GUEST, PEOPLE[0].upper(), None]))
    if dataset.has("at"):
        row["at"] = draw(st.sampled_from(DAYS))
    return row if row["belongs_to"] is not None or dataset.column("belongs_to").nullable else {}


@st.composite
def promises(draw: st.DrawFn) -> list[Promise]:
    """Terms for some kinds of records, each with a number."""
    kinds = draw(st.lists(st.sampled_from(KINDS), unique=True, min_size=1, max_size=4))
    years = st.sampled_from([Period(years=1), Period(years=2), Period(years=7), Period(days=90)])
    rules = [promise(f"retention-{k.value}", retention=keeps(k, draw(years))) for k in kinds]
    customer = keeps(RecordKind.CUSTOMER, draw(years), start=Moment.CONTRACT_END)
    return [*rules, promise("retention-customer", retention=customer)]


DESTRUCTIVE = frozenset(act for act in Act if act.destructive)
