"""A customer who is known by two columns together: number 7 of tenant 4, not of tenant 5."""

from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from tests.schemas.load import script

from nakomen import Company, Request, verbs
from nakomen.detect import draft_map
from nakomen.records import Condition, KeyIn, Missing, Not, Selection
from nakomen.stores.memory import MemoryStore
from nakomen.stores.sql.store import open_store

TODAY = date(2026, 11, 21)
PAIR = "tenant_id:+customer_no"
MANY = [(tenant, f"K-{number}") for tenant in (1, 2, 3) for number in range(250)]
CUSTOMERS = [(4, "7"), (4, "8"), (5, "7"), (5, "8"), (4, "4/7"), (5, "k-1"), *MANY]
SCHEMA = """
CREATE TABLE customer (tenant_id INTEGER NOT NULL, customer_no VARCHAR(20) NOT NULL,
  name VARCHAR(40), PRIMARY KEY (tenant_id, customer_no));
CREATE TABLE booking (id INTEGER PRIMARY KEY, tenant_id INTEGER NOT NULL,
  customer_no VARCHAR(20) NOT NULL, note VARCHAR(60),
  FOREIGN KEY (tenant_id, customer_no) REFERENCES customer (tenant_id, customer_no));
"""
STATEMENT = """# Privacyverklaring

Wij zijn Zonneveld B.V. Wij gebruiken uw naam om uw reis te boeken. U mag uw gegevens laten wissen.
"""


def _filled(url: str) -> None:
    script(url, SCHEMA)
    engine = sa.create_engine(url)
    customer, booking = (
        sa.table(name, *map(sa.column, columns.split()))
        for name, columns in (
            ("customer", "tenant_id customer_no name"),
            ("booking", "id tenant_id customer_no note"),
        )
    )
    named = [{"tenant_id": t, "customer_no": c} for t, c in CUSTOMERS]
    rows = [{"name": f"Anna Bos {n}", **row} for n, row in enumerate(named)]
    notes = [{"id": n, "note": "raam", **row} for n, row in enumerate(named[:8], 1)]
    with engine.begin() as connection:
        connection.execute(sa.insert(customer), rows)
        connection.execute(sa.insert(booking), notes)
    engine.dispose()


def _found(store: Any, where: Condition, *known: str) -> set[tuple[object, ...]]:
    """The customers whom *where* means, whose keys are *known*."""
    selection = Selection("customer", where)
    names = ("tenant_id", "customer_no")
    return set(store.values(selection, names, {"customer": known}, 10_000))


def test_a_pair_means_the_same_everywhere(any_sql_url: str) -> None:
    """Both columns of one row agree, never one of each of two; what can be read twice is nobody."""
    _filled(any_sql_url)
    with open_store("crm", any_sql_url) as bare:
        store_map = draft_map(bare.survey())
    rows = [{"tenant_id": t, "customer_no": c, "name": ""} for t, c in CUSTOMERS]
    memory = MemoryStore(store_map, {"customer": rows, "booking": []})
    key = KeyIn(PAIR, "customer")
    everybody = tuple(f"{tenant}/{number}" for tenant, number in MANY)
    with open_store("crm", any_sql_url, store_map) as store:
        for known in (("4/7",), ("4/7", "5/8"), ("7",), ("5/K-1",), ("4/4/7", "x/7"), everybody):
            assert _found(store, key, *known) == _found(memory, key, *known), known[:3]
        assert _found(store, key, "4/7", "5/8") == {(4, "7"), (5, "8")}
        assert len(_found(store, key, *everybody)) == len(MANY)
        for where in (Missing(PAIR), Not(key), Not(Missing(PAIR))):
            assert _found(store, where, "4/7") == _found(memory, where, "4/7")
        assert _found(store, Missing(PAIR)) == {(4, "4/7")}


def _left(file: Path) -> list[tuple[int, str]]:
    """The customers with a booking."""
    engine = sa.create_engine(f"sqlite:///{file}")
    asked = "SELECT tenant_id, customer_no FROM booking NATURAL JOIN customer"
    with engine.begin() as connection:
        found = [(row[0], row[1]) for row in connection.exec_driver_sql(asked)]
    engine.dispose()
    return found


def test_exactly_that_customer_is_found_and_erased(tmp_path: Path) -> None:
    """The map that is drafted says so; the same number of another tenant stays as it was."""
    _filled(f"sqlite:///{tmp_path / 'crm.db'}")
    (tmp_path / "s.md").write_text(STATEMENT, "utf-8")
    urls = {"crm": f"sqlite:///{tmp_path / 'crm.db'}"}
    folder = verbs.init(tmp_path / "zon", tmp_path / "s.md", urls).folder
    assert PAIR in (folder / "systems/crm.yaml").read_text("utf-8")
    with Company.open(folder) as company:
        assert not verbs.plan(company, Request.ERASE, [("customer", "7")], TODAY).found
        for what in ("policy", "systems/crm"):
            verbs.confirm(company, what, None, "Chaima", TODAY)
    with Company.open(folder) as company:
        plan = verbs.plan(company, Request.ERASE, [("customer", "4/7")], TODAY).plan
        rows = {(s.task.dataset, s.task.act.value): s.rows for s in plan.steps if s.task and s.rows}
        assert rows == {("customer", "erase"): 1, ("booking", "erase"): 1}
        before = _left(tmp_path / "crm.db")
        list(verbs.apply(company, plan, TODAY))
    assert {*before} - {*_left(tmp_path / "crm.db")} == {(4, "7")}
    assert (5, "7") in _left(tmp_path / "crm.db")
