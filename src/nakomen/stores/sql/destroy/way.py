"""How one kind of database is made to forget."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from typing import Any, Protocol

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from nakomen.records.destruction import Remain
from nakomen.stores.errors import RightMissing
from nakomen.stores.sql.faults import refusal

WAYS = {
    "sqlite": "nakomen.stores.sql.destroy.sqlite:SqliteWay",
    "postgresql": "nakomen.stores.sql.destroy.postgresql:PostgresqlWay",
    "mariadb": "nakomen.stores.sql.destroy.mariadb:MariadbWay",
}
"""Only that of the store at hand is imported."""


@dataclass(frozen=True, kw_only=True)
class Session:
    """A connection on which each statement stands alone; remembers those that change something."""

    connection: Connection
    done: list[str] = field(default_factory=list)

    def do(self, statement: str) -> list[Any]:
        """Run a statement that changes something and holds no value of anybody."""
        found = self._run(statement, {})
        self.done.append(statement)
        return found

    def may_do(self, statement: str) -> bool:
        """The same; False when this user lacks the right."""
        try:
            self.do(statement)
        except DBAPIError as error:
            if isinstance(refusal(error, ""), RightMissing):
                return False
            raise
        return True

    def ask(self, query: str, **facts: Any) -> list[Any]:
        """The rows of *query*."""
        return self._run(query, facts)

    def one(self, query: str, **facts: Any) -> Any:
        """The first value of the first row."""
        return self._run(query, facts)[0][0]

    def may_ask(self, query: str) -> list[Any] | None:
        """The rows of *query*; None when this user may not see them."""
        try:
            return self._run(query, {})
        except DBAPIError as error:
            if isinstance(refusal(error, ""), RightMissing):
                return None
            raise

    def _run(self, statement: str, facts: dict[str, Any]) -> list[Any]:
        found = self.connection.execute(sa.text(statement), facts)
        return list(found) if found.returns_rows else []


@dataclass(frozen=True, kw_only=True)
class Span:
    """Rows went after *first* and before *last*, by our clock."""

    first: datetime
    last: datetime


class Way(Protocol):
    """What one database needs; *tables* are quoted names."""

    def rewrites(self, tables: Sequence[str]) -> list[str]:
        """The statements that write *tables* anew, and lock them meanwhile."""
        ...

    def forget(self, session: Session, tables: Sequence[str], span: Span) -> Iterator[Remain]:
        """Do it, with all that goes around it, and tell what remains."""
        ...


def way_of(kind: str) -> Way:
    module, _, name = WAYS[kind].partition(":")
    made: Way = getattr(import_module(module), name)()
    return made
