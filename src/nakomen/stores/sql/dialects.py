"""What databases do differently. The base is plain SQL; one file a database says the rest."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import Connection, Delete, Update
from sqlalchemy.engine import Dialect as Writer

from nakomen.stores.family import Family
from nakomen.stores.sql.clocks import Clocks
from nakomen.stores.sql.documents import Documents
from nakomen.stores.sql.grains import Grains
from nakomen.stores.sql.keys import Keys
from nakomen.stores.sql.target import Target
from nakomen.stores.sql.walk import after_by_row
from nakomen.stores.sql.words import Flag, Held, Part, Text, Value, Values, constant, told, whole

__all__ = [
    "CONNECT_S",
    "LOCK_S",
    "STATEMENT_S",
    "Dialect",
    "Flag",
    "Held",
    "Part",
    "Text",
    "Value",
    "Values",
    "constant",
    "told",
    "whole",
]

CONNECT_S = 5
LOCK_S = 5
"""A row that another program holds longer than this is reported, not waited for."""
STATEMENT_S = 900

_TEXT = sa.String()
_STORED: dict[Family, sa.types.TypeEngine[Any]] = {
    Family.INTEGER: sa.BigInteger(),
    Family.NUMBER: sa.Numeric(),
    Family.BOOLEAN: sa.Boolean(),
    Family.DATE: sa.Date(),
    Family.LOCAL: sa.DateTime(),
    Family.INSTANT: sa.DateTime(timezone=True),
}


class Dialect(Clocks, Grains, Documents, Keys):
    """Plain SQL. Subclasses override what their database says otherwise."""

    kind: ClassVar[str]
    locks_alone: ClassVar[bool] = False
    """While it holds a table for dropping a partition it can read no other table."""
    tells_erased: ClassVar[bool] = False
    """A DELETE can tell another query which rows it took."""
    begins_apart: ClassVar[bool] = False
    """BEGIN and COMMIT travel by themselves; a statement without them is its own transaction."""

    def connect_args(self) -> dict[str, Any]:
        raise NotImplementedError

    def prepare(self, connection: Any) -> None:
        """Set limits and the time zone of a fresh connection of the driver."""
        raise NotImplementedError

    def recounts(self, connection: Connection) -> None:
        """*connection* will count what another one just took."""

    def writer(self) -> Writer:
        """What writes statements for people to read, with names for parameters."""
        raise NotImplementedError

    # ── values ──────────────────────────────────────────────────────────────────────────────────

    def stored(self, value: Any, fam: Family) -> object:  # noqa: ARG002 (others need the family)
        """A new value of a column, as a parameter of the driver."""
        return value

    def stored_type(self, fam: Family) -> sa.types.TypeEngine[Any]:
        """The type with which a new value is sent."""
        return _STORED.get(fam, _TEXT)

    def lower(self, text: Value) -> Text:
        return sa.func.lower(text, type_=sa.String)

    def position(self, text: Value, part: Value) -> Value:
        """Where *part* begins in *text*, counted from 1; 0 when nowhere."""
        return sa.func.instr(text, part, type_=sa.Integer)

    def row_value(self, value: Any, fam: Family) -> Any:  # noqa: ARG002 (others need the family)
        """A value on its way out, instants with their zone."""
        return value

    # ── changes ─────────────────────────────────────────────────────────────────────────────────

    def erase(self, target: Target, where: Flag, nested: bool) -> Delete:  # noqa: ARG002
        """A DELETE. *nested* when the condition reads other rows."""
        return sa.delete(target.table).where(where)

    def change(
        self,
        target: Target,
        values: Mapping[str, Value],
        where: Flag,
        nested: bool,  # noqa: ARG002
    ) -> Update:
        return sa.update(target.table).where(where).values(dict(values))

    def batches(
        self, connection: Connection, target: Target, where: Flag, found: int, batch_rows: int
    ) -> Iterator[Flag]:
        """
        Conditions, each of about *batch_rows* rows that meet *where*, in one walk over the table.

        Args:
            found: rows that meet *where* now.
        """
        raise NotImplementedError

    # ── rows that may come back ─────────────────────────────────────────────────────────────────

    def kept(self, column: Value, kind: str) -> Value:  # noqa: ARG002 (others need the type)
        """The value of a column of type *kind* as it is kept: exact, and of a plain type."""
        return column

    def unkept(self, value: Any, kind: str) -> Value:  # noqa: ARG002 (others need the type)
        """What was kept, as a value of type *kind*."""
        return sa.bindparam("kept", value, type_=sa.types.NullType(), unique=True)

    def insertion(self, table: sa.TableClause, values: Mapping[str, Value]) -> sa.Executable:
        """An INSERT of one row, ids and all."""
        names: list[sa.ColumnClause[Any]] = [sa.column(name) for name in values]
        whole = sa.table(table.name, *names, schema=table.schema)
        return sa.insert(whole).values(dict(values))

    def behind(self, key: Sequence[Value], values: Sequence[Any]) -> Flag:
        """Behind *values* in the order of the primary key."""
        return after_by_row(key, values)

    def parts(self, connection: Connection, target: Target) -> Iterator[Part]:  # noqa: ARG002
        """Partitions by time that can be dropped as far as the database is concerned."""
        return iter(())

    def dropping(self, target: Target, part: Part) -> list[str]:
        """The statements that drop a partition."""
        raise NotImplementedError

    def drop_part(
        self,
        connection: Connection,
        target: Target,
        part: Part,
        counting: sa.Select[tuple[int, int]],
    ) -> int:
        """
        Lock the partition, count with *counting* (rows, and rows that must stay), and drop it.

        Returns:
            The rows that went; 0 when one of them must stay, and then nothing was changed.
        """
        raise NotImplementedError

    # ── what is there ───────────────────────────────────────────────────────────────────────────

    def shape(self, connection: Connection, names: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        """(dataset, column, type) of the datasets *names* that are there."""
        raise NotImplementedError

    def is_part(self, connection: Connection, schema: str | None, table: str) -> bool:  # noqa: ARG002
        """The table is part of another one that holds all its rows."""
        return False

    def estimate(self, connection: Connection, table: sa.TableClause) -> int | None:  # noqa: ARG002
        """About how many rows, where the database knows; else None."""
        return None
