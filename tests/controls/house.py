"""A small company whose customers, visits and invoices stand in any database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from tests.circle.world import World

ANNA, BRAM = "anna@post.example", "bram@thuis.example"
WORDS = """# Privacyverklaring van Otterloo

Wij bewaren bezoeken aan onze site 1 jaar.
Wij gebruiken uw gegevens om facturen te sturen.
U heeft het recht om uw gegevens te laten wissen en om de verwerking te laten beperken.
"""
POLICY = """
statement: {file: statement.nl.md, language: nl, version: "1", date: 2026-03-01}
controller: {name: Otterloo Hosting B.V.}
promises:
  - id: purpose-1
    kind: purpose
    control: purpose-binding
    purpose: {label: facturen sturen, bases: [contract]}
  - id: purpose-2
    kind: purpose
    control: purpose-binding
    purpose: {label: nieuwsbrief sturen, bases: [consent]}
  - id: visits-1
    kind: retention
    control: retention-sweep
    retention: {records: login, keep: 1 jaar, from: event, then: erase}
  - id: right-1
    kind: right
    control: rights-request-desk
    rights: [access, erasure]
  - id: right-2
    kind: right
    control: restriction-freeze
    rights: [restriction]
"""
META = sa.MetaData()
CUSTOMERS = sa.Table(
    "customers",
    META,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(80), nullable=False),
    sa.Column("email", sa.String(120), unique=True),
    sa.Column("birth_date", sa.Date),
    sa.Column("balance", sa.Numeric(10, 2)),
)
VISITS = sa.Table(
    "visits",
    META,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("customer_id", sa.ForeignKey("customers.id")),
    sa.Column("ip_address", sa.String(45)),
    sa.Column("visited_at", sa.DateTime, nullable=False),
)
INVOICES = sa.Table(
    "invoices",
    META,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("customer_id", sa.ForeignKey("customers.id"), nullable=False),
    sa.Column("customer_name", sa.String(80)),
    sa.Column("invoice_date", sa.Date, nullable=False),
    sa.Column("total", sa.Numeric(10, 2), nullable=False),
)


@contextmanager
def house(home: Path, url: str, policy: str = POLICY) -> Iterator[World]:
    """Anna and Bram, each with visits on both sides of a year and an invoice; one loose visit."""
    world = World(folder=home / "otterloo", urls={"crm": url})
    engine = world.engine("crm")
    META.create_all(engine)
    with engine.begin() as connection:
        connection.execute(sa.insert(CUSTOMERS), list(_customers()))
        connection.execute(sa.insert(VISITS), list(_visits()))
        connection.execute(sa.insert(INVOICES), list(_invoices()))
    statement = home / "statement.md"
    statement.write_text(WORDS, "utf-8")
    world.run("init", world.folder, "--statement", statement, "--store", f"crm={url}")
    (world.folder / "policy.yaml").write_text(policy, "utf-8")
    world.run("confirm", "--all", "--by", "Chaima")
    yield world
    world.close()


def _customers() -> Iterator[dict[str, Any]]:
    for number, (name, email) in enumerate((("Anna de Wit", ANNA), ("Bram Bos", BRAM)), start=1):
        born = date(1980, 2, number)
        yield {
            "id": number,
            "name": name,
            "email": email,
            "birth_date": born,
            "balance": Decimal("1.50"),
        }


def _visits() -> Iterator[dict[str, Any]]:
    for number, who in enumerate((1, 1, 2, 2, None), start=1):
        year = 2024 if number % 2 else 2026
        at = datetime(year, 10, 25, 2, 30, number)
        yield {
            "id": number,
            "customer_id": who,
            "ip_address": f"192.0.2.{number}",
            "visited_at": at,
        }


def _invoices() -> Iterator[dict[str, Any]]:
    for number, name in enumerate(("Anna de Wit", "Bram Bos"), start=1):
        day = date(2026, 1, number)
        yield {
            "id": number,
            "customer_id": number,
            "customer_name": name,
            "invoice_date": day,
            "total": Decimal("82.71"),
        }


def rows(world: World, table: sa.Table) -> list[tuple[Any, ...]]:
    """All rows of *table*, by id, through a connection of our own."""
    with world.engine("crm").connect() as connection:
        return [tuple(row) for row in connection.execute(sa.select(table).order_by(table.c.id))]


def everything(world: World) -> list[list[tuple[Any, ...]]]:
    return [rows(world, table) for table in (CUSTOMERS, VISITS, INVOICES)]


def tell(world: World, statement: sa.Executable) -> None:
    with world.engine("crm").begin() as connection:
        connection.execute(statement)
