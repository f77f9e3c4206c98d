"""What is really in the provider's databases, seen through plain SQL and not through nakomen."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from sqlalchemy import Engine, Select, select
from tests.circle.world import TODAY

from nakomen.demo.provider import oracle
from nakomen.demo.provider.cast import Customer
from nakomen.demo.provider.oracle import Ids
from nakomen.demo.provider.schema import CRM, INVOICE, PAYMENT

Rows = Mapping[str, Ids]


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What the oracle says of one customer, asked before anything is done."""

    who: Customer
    hers: Rows
    shared: Rows
    held: Rows
    gone: Rows

    @property
    def changes(self) -> dict[str, Ids]:
        """Rows that an erasure removes or empties; every other row must stay as it is."""
        return dict(self.gone) | {"customer": self.hers["customer"]}


def subject(crm: Engine, who: Customer) -> Subject:
    return Subject(
        who=who,
        hers=oracle.hers(crm, who.number),
        shared=oracle.shared(crm, who.number),
        held=oracle.held_after_erasure(crm, who.number, TODAY),
        gone=oracle.gone_after_erasure(crm, who.number, TODAY),
    )


def there(crm: Engine, rows: Rows) -> dict[str, Ids]:
    """Those of *rows* that exist now, found by their ids alone."""
    with crm.connect() as connection:
        return {
            name: ids.intersection(connection.execute(_near(name, ids)).scalars())
            for name, ids in rows.items()
            if ids
        }


def _near(table: str, ids: Ids) -> Select[Any]:
    """All rows between the first of *ids* and the last: no driver takes half a million values."""
    column = CRM.tables[table].c.id
    return select(column).where(column.between(min(ids), max(ids)))


def filled(rows: Rows) -> dict[str, Ids]:
    """Without the tables in which there is nothing."""
    return {name: ids for name, ids in rows.items() if ids}


def together(*many: Rows) -> dict[str, Ids]:
    names = {name for rows in many for name in rows}
    return {n: frozenset().union(*(rows.get(n, frozenset()) for rows in many)) for n in names}


def without(rows: Rows, less: Rows) -> dict[str, Ids]:
    return {name: ids - less.get(name, frozenset()) for name, ids in rows.items()}


def emptied(crm: Engine, customer: int) -> bool:
    """The row says no more of a person than its own number; an address that must stand is void."""
    shell = oracle.profile(crm, customer)
    void = {None, "", f"gewist-{customer}"}
    return shell["id"] == customer and all(shell[c] in void for c in oracle.SHELL_BLANKS)


def free_on(crm: Engine, invoices: Iterable[int]) -> date:
    """AWR artikel 52 lid 4: the day after the seventh calendar year, for the youngest of them."""
    issued = select(INVOICE.c.issued_on).where(INVOICE.c.id.in_(list(invoices)))
    paid = select(PAYMENT.c.paid_on).where(PAYMENT.c.invoice_id.in_(list(invoices)))
    with crm.connect() as connection:
        days = [*connection.execute(issued).scalars(), *connection.execute(paid).scalars()]
    return date(max(day.year for day in days if day) + 8, 1, 1)


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What stands in the archive that she gets: rows by ``store.dataset``, and all of its text."""

    hers: dict[str, list[dict[str, Any]]]
    shared: dict[str, list[dict[str, Any]]]
    text: str

    def ids(self, store: str) -> dict[str, Ids]:
        return _ids(self.hers, store)

    def shared_ids(self, store: str) -> dict[str, Ids]:
        return _ids(self.shared, store)


def _ids(parts: dict[str, list[dict[str, Any]]], store: str) -> dict[str, Ids]:
    own = {name: rows for name, rows in parts.items() if name.startswith(f"{store}.") and rows}
    return {
        n.removeprefix(f"{store}."): frozenset(r["id"] for r in rows) for n, rows in own.items()
    }


def read_copy(file: Path) -> Copy:
    hers: dict[str, list[dict[str, Any]]] = {}
    shared: dict[str, list[dict[str, Any]]] = {}
    with ZipFile(file) as archive:
        names = archive.namelist()
        for name in names:
            if name.endswith(".json"):
                part = Path(name).stem
                into = shared if part.endswith("-2") else hers
                into[part.removesuffix("-2")] = json.loads(archive.read(name))
        texts = [archive.read(name).decode() for name in names if not name.endswith(".pdf")]
    return Copy(hers=hers, shared=shared, text="\n".join(texts))
