"""A small company with a real customer database, worked through the command line."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.circle.world import World
from tests.policy.written import WHOLE

CUSTOMERS = ("anna@post.example", "Dirk@werk.example", "eva@thuis.example")
_SCHEMA = """
create table customers (
  id integer primary key, name text not null, email text, phone text, created_at text
)
"""


@dataclass
class Office(World):
    """Its policy is `WHOLE`; `edit` changes a word of it."""

    def edit(self, *pairs: tuple[str, str]) -> None:
        file = self.folder / "policy.yaml"
        text = file.read_text("utf-8")
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new)
        file.write_text(text, "utf-8")

    def next_version(self, *pairs: tuple[str, str], number: str = "2.2") -> None:
        """The policy of a new version: its number and date, and what changes."""
        self.edit(("2.1", number), ("2026-03-01", "2026-09-01"), *pairs)

    def publish(self, code: int = 0, **how: Any) -> Path:
        self.run("publish", "-o", self.site, code=code, **how)
        return self.site

    @property
    def site(self) -> Path:
        return self.folder.parent / "site"


def office(home: Path) -> Office:
    """Three customers, a statement of one line, and a policy that a person wrote."""
    database = home / "crm.db"
    with sqlite3.connect(database) as connection:
        connection.execute(_SCHEMA)
        for number, email in enumerate(CUSTOMERS, start=1):
            row = (number, f"Klant {number}", email, None, "2026-01-01 10:00:00")
            connection.execute("insert into customers values (?, ?, ?, ?, ?)", row)
    connection.close()
    statement = home / "statement.md"
    statement.write_text("Voor wat u zelf plaatst bent u verantwoordelijk.\n", "utf-8")
    made = Office(folder=home / "otterloo", urls={"crm": f"sqlite:///{database}"})
    made.run("init", made.folder, "--statement", statement, "--store", f"crm={made.urls['crm']}")
    (made.folder / "policy.yaml").write_text(WHOLE, "utf-8")
    return made
