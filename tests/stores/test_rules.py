"""A rule of retention as SQL takes the very rows that it takes in Python, whatever its clocks."""

from dataclasses import replace
from datetime import date

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.stores import strategies
from tests.stores.factories import UNCHECKED, described, fill

from nakomen import stores
from nakomen.plan.taken import Weighed
from nakomen.plan.weigh import due
from nakomen.records import (
    Act,
    Clock,
    Condition,
    Everything,
    Linked,
    Selection,
    StoreMap,
    Task,
)
from nakomen.stores.contract import agree, matching
from nakomen.stores.contract_shop import CALL, CONTACT, CUSTOMER, INVOICE, LINE, SHOP, Tables
from nakomen.stores.contract_shop import rows as shop_rows
from nakomen.stores.decide import Decider
from nakomen.stores.memory import MemoryStore
from nakomen.terms import Moment, Period, RecordKind, Take

# Clocks of their own, of what they belong to, and of what belongs to them: one and two steps away.
RULED = replace(
    SHOP,
    datasets=(
        replace(
            CUSTOMER,
            clocks=(
                Clock(column="left_on", moment=Moment.CONTRACT_END),
                Clock(column="day", moment=Moment.LAST_ORDER, of="invoice"),
                Clock(column="told", moment=Moment.LAST_CONTACT, of="line"),
            ),
        ),
        replace(
            CONTACT,
            clocks=(Clock(column="left_on", moment=Moment.CONTRACT_END, of="customer"),),
        ),
        replace(
            INVOICE,
            clocks=(
                Clock(column="day", moment=Moment.EVENT),
                Clock(column="left_on", moment=Moment.CONTRACT_END, of="customer"),
                Clock(column="told", moment=Moment.HANDLED, of="line"),
            ),
        ),
        replace(
            LINE,
            records=RecordKind.CORRESPONDENCE,
            clocks=(Clock(column="told", moment=Moment.CREATED),),
        ),
        CALL,
    ),
)
DAYS = [date(2024, 2, 29), date(2026, 3, 29), date(2026, 3, 30), date(2027, 1, 1)]
PERIODS = [Period(), Period(days=1), Period(months=1), Period(years=1)]
QUIET = {"deadline": None, "suppress_health_check": list(HealthCheck)}


@st.composite
def rules(draw: st.DrawFn) -> tuple[str, Weighed]:
    """A dataset, and what a rule with some of its clocks says of its rows."""
    dataset = draw(st.sampled_from(RULED.datasets))
    offered = [moment for moment in Moment if dataset.clock(moment)]
    moments = draw(st.lists(st.sampled_from(offered), min_size=1, max_size=3, unique=True))
    keep, today = draw(st.sampled_from(PERIODS)), draw(st.sampled_from(DAYS))
    take = draw(st.sampled_from(Take))
    return dataset.name, due(RULED, dataset, keep, tuple(moments), today, take)


def parts(weighed: Weighed) -> list[Condition]:
    return [weighed.free, weighed.undated, weighed.waiting, weighed.held]


@settings(max_examples=60, **QUIET)
@given(tables=strategies.tables(), rule=rules())
def test_every_row_has_one_answer(tables: Tables, rule: tuple[str, Weighed]) -> None:
    """A row is free, held, waiting for an end, or of unknown age: one of these and never two."""
    name, weighed = rule
    decider = Decider(store_map=RULED, rows=tables, keys={})
    answers = [decider.decide(part, name) for part in parts(weighed)]
    for row in tables[name]:
        assert [holds(row) for holds in answers].count(True) == 1


@settings(max_examples=30, **QUIET)
@given(tables=strategies.tables(), drawn=st.lists(rules(), min_size=1, max_size=3))
def _agrees(engine: sa.Engine, metadata: sa.MetaData, store, tables, drawn) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(UNCHECKED[engine.dialect.name])
        for table in metadata.tables.values():
            connection.execute(sa.delete(table))
    fill(engine, metadata, tables)
    for name, weighed in drawn:
        for where in parts(weighed):
            agree(store, tables, name, where, {})


def test_a_rule_in_sql_takes_the_rows_it_takes_in_python(any_sql_url: str) -> None:
    """Clocks in other tables, impossible dates, NULL, zones and leap days: the same rows."""
    engine = sa.create_engine(any_sql_url)
    metadata = described(RULED, constrained=False)
    metadata.create_all(engine)
    with stores.load("shop", any_sql_url, RULED) as store:
        _agrees(engine, metadata, store)
    engine.dispose()


def test_without_a_way_nobody_can_tell() -> None:
    """A clock in a dataset that no link leads to makes every row unknown, and none free."""
    lost = replace(CALL, clocks=(Clock(column="day", moment=Moment.EVENT, of="invoice"),))
    alone = StoreMap(store="shop", kind="memory", datasets=(INVOICE, lost))
    weighed = due(alone, lost, Period(), (Moment.EVENT,), DAYS[0])
    decider = Decider(store_map=alone, rows={"invoice": [], "call": []}, keys={})
    row = {"began": None}
    answers = [decider.decide(part, "call")(row) for part in parts(weighed)]
    assert answers == [False, True, False, False]


def test_rows_that_decide_about_others_may_go_with_them(any_sql_url: str) -> None:
    """Customers and their invoices go together, though the invoices say which customers."""
    engine = sa.create_engine(any_sql_url)
    metadata = described(RULED, constrained=False)
    metadata.create_all(engine)
    tables = shop_rows()
    for row in tables["customer"]:
        row["contact_id"] = None
    fill(engine, metadata, tables)
    engine.dispose()
    ordered = due(RULED, RULED.dataset("customer"), Period(), (Moment.LAST_ORDER,), DAYS[1])
    hers = Linked(("customer_id",), "customer", ("id",), ordered.free)
    tasks = [
        Task(selection=Selection(name, where), act=Act.ERASE, together=True)
        for name, where in (("invoice", hers), ("customer", ordered.free))
    ]
    reference = MemoryStore(SHOP, shop_rows())
    with stores.load("shop", any_sql_url, RULED) as store:
        assert reference.act(tasks, {}) == [1, 1]
        assert store.act(tasks, {}) == [1, 1]
        for name in ("customer", "invoice"):
            assert matching(store.reopen(), name, Everything()) == matching(
                reference, name, Everything()
            )
        assert store.act(tasks, {}) == [0, 0]
