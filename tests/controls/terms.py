"""A provider whose terms run out: customers, invoices, calls and visits in a real database."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from tests.circle.world import World

_TABLES = """
CREATE TABLE customer (
  id INTEGER PRIMARY KEY, name VARCHAR(80), email VARCHAR(80), cancelled_on DATE
);
CREATE TABLE invoice (
  id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer (id), issued_on DATE,
  bill_name VARCHAR(80), calls INTEGER, cents INTEGER
);
CREATE TABLE call_record (
  id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer (id), caller VARCHAR(20),
  callee VARCHAR(20), started_on DATE, seconds INTEGER, cell VARCHAR(40), imei VARCHAR(20),
  billed_on DATE
);
CREATE TABLE visit (
  id INTEGER PRIMARY KEY, customer_id INTEGER, ip VARCHAR(45), postcode VARCHAR(7), born_on DATE,
  visited_on DATE, page VARCHAR(80)
);
"""
_MAP = """\
store: crm
kind: {kind}
datasets:
  customer:
    records: customer
    primary_key: [id]
    columns:
      id: {{type: INTEGER, category: none, nullable: false}}
      name: {{type: VARCHAR(80), category: name}}
      email: {{type: VARCHAR(80), category: email}}
      cancelled_on: {{type: DATE, category: none}}
    keys:
      - {{kind: email, column: email}}
    clocks:
      - {{column: cancelled_on, moment: contract_end}}
      - {{column: visited_on, moment: last_contact, of: visit}}
  invoice:
    records: billing
    primary_key: [id]
    columns:
      id: {{type: INTEGER, category: none, nullable: false}}
      customer_id: {{type: INTEGER, category: none}}
      issued_on: {{type: DATE, category: none}}
      bill_name: {{type: VARCHAR(80), category: name}}
      calls: {{type: INTEGER, category: none}}
      cents: {{type: INTEGER, category: payment}}
    links:
      - {{columns: [customer_id], to: customer, to_columns: [id]}}
    clocks:
      - {{column: issued_on, moment: event}}
  call_record:
    records: traffic
    primary_key: [id]
    columns:
      id: {{type: INTEGER, category: none, nullable: false}}
      customer_id: {{type: INTEGER, category: none}}
      caller: {{type: VARCHAR(20), category: traffic_data}}
      callee: {{type: VARCHAR(20), category: traffic_data}}
      started_on: {{type: DATE, category: traffic_data}}
      seconds: {{type: INTEGER, category: traffic_data}}
      cell: {{type: VARCHAR(40), category: location}}
      imei: {{type: VARCHAR(20), category: device}}
      billed_on: {{type: DATE, category: none}}
    links:
      - {{columns: [customer_id], to: customer, to_columns: [id]}}
    clocks:
      - {{column: started_on, moment: event}}
      - {{column: billed_on, moment: billed}}
  visit:
    records: login
    primary_key: [id]
    columns:
      id: {{type: INTEGER, category: none, nullable: false}}
      customer_id: {{type: INTEGER, category: none}}
      ip: {{type: VARCHAR(45), category: ip_address}}
      postcode: {{type: VARCHAR(7), category: address}}
      born_on: {{type: DATE, category: date_of_birth}}
      visited_on: {{type: DATE, category: none}}
      page: {{type: VARCHAR(80), category: none}}
    keys:
      - {{kind: ip, column: ip, role: contact}}
    links:
      - {{columns: [customer_id], to: customer, to_columns: [id]}}
    clocks:
      - {{column: visited_on, moment: event}}
"""
_POLICY = """\
statement:
  file: statement.md
promises:
"""
_PROMISE = """\
  - id: {id}
    kind: retention
    control: retention-sweep
    retention: {{{rule}}}
"""


@dataclass
class Terms(World):
    def sql(self, statement: str, **facts: Any) -> list[tuple[Any, ...]]:
        """Run as another program would, on a connection of its own."""
        with self.engine("crm").begin() as connection:
            found = connection.execute(sa.text(statement), facts)
            return [tuple(row) for row in found] if found.returns_rows else []

    def add(self, table: str, *rows: dict[str, Any]) -> None:
        for row in rows:
            names = ", ".join(row)
            values = ", ".join(f":{name}" for name in row)
            self.sql(f"INSERT INTO {table} ({names}) VALUES ({values})", **row)

    def promise(self, **rules: str) -> None:
        """The policy: each promise by its name, with its rule as YAML."""
        entries = (_PROMISE.format(id=name.replace("_", "-"), rule=r) for name, r in rules.items())
        (self.folder / "policy.yaml").write_text(_POLICY + "".join(entries), "utf-8")
        self.run("confirm", "--all", "--by", "Chaima")

    def due(self, today: date, dataset: str) -> dict[str, int]:
        """Rows of *dataset* by act, in the plan of that day."""
        acts: dict[str, int] = {}
        for step in self.plan("retention", today=today)["steps"]:
            if step["dataset"] == dataset and step["rows"]:
                acts[step["act"]] = acts.get(step["act"], 0) + step["rows"]
        return acts

    def sweep(self, today: date, code: int | None = 0) -> list[dict[str, Any]]:
        planned = self.plan("retention", today=today)["plan"]
        self.today = today
        return self.apply(planned, code=code)

    def ids(self, table: str) -> set[int]:
        return {row[0] for row in self.sql(f"SELECT id FROM {table}")}


def terms(home: Path, url: str, schema: str = _TABLES) -> Terms:
    """The provider without a row and without a promise."""
    made = Terms(folder=home / "zonneveld", urls={"crm": url})
    for statement in schema.split(";"):
        if statement.strip():
            made.sql(statement)
    (made.folder / "systems").mkdir(parents=True)
    settings = f"language: nl\nstores:\n  crm:\n    url: {url}\n"
    (made.folder / "nakomen.yaml").write_text(settings, "utf-8")
    told = "Wij bewaren gegevens niet langer dan nodig.\n"
    (made.folder / "statement.md").write_text(told, "utf-8")
    kind = url.partition("+")[0].partition(":")[0].replace("mysql", "mariadb")
    (made.folder / "systems" / "crm.yaml").write_text(_MAP.format(kind=kind), "utf-8")
    return made
