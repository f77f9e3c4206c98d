"""Many keys at once: they sit in a temporary table beside the data, so statements stay the same."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from itertools import count

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.sql import visitors

from nakomen.stores.family import Family
from nakomen.stores.sql.dialects import Dialect, Flag, Value, Values

INLINE_KEYS = 500
"""More keys than this go into a temporary table."""
WRITINGS = 6
"""A key is compared in at most so many writings."""
FEW_KEYS = INLINE_KEYS // WRITINGS
"""So few of one kind surely need no table."""

_NAME = "nakomen_keys_"
_numbers = count(1)


def reads_keys(where: Flag) -> bool:
    """The condition looks into a table of many keys."""
    parts = (part for part in visitors.iterate(where) if isinstance(part, sa.TableClause))
    return any(part.name.startswith(_NAME) for part in parts)


@dataclass
class Wanted:
    """The values of many keys: kept until a table has them, and made again for another."""

    make: Callable[[], Values]
    size: int = 0
    _values: Values | None = None

    def __post_init__(self) -> None:
        self._values = self.make()
        self.size = len(self._values)

    def take(self) -> Values:
        values, self._values = self._values, None
        return self.make() if values is None else values


@dataclass
class KeyTables:
    """
    Temporary tables for many keys. Without a *connection* they are only named.

    They stay on the connection as long as the next call has the very same keys, so that those of
    ten thousand persons travel once; `drop` takes them away.
    """

    dialect: Dialect
    connection: Connection | None
    _made: dict[Hashable, tuple[Wanted, str]] = field(default_factory=dict)
    _values: dict[Hashable, tuple[Values, Wanted]] = field(default_factory=dict)
    _adopted: list[str] = field(default_factory=list)

    def once(self, kind: Hashable, known: Values, make: Callable[[], Values]) -> Wanted:
        """What *make* makes of the keys *known* of one *kind*, as long as they are those keys."""
        source, values = self._values.get(kind, ((), None))
        if values is None or source is not known:
            values = Wanted(make)
            self._values[kind] = known, values
        return values

    def among(
        self, kind: Hashable, column: Value, values: Wanted, fam: Family, *, normal: bool
    ) -> Flag:
        """*column* holds one of *values*; *normal* when it is a text brought to normal form."""
        like = column if fam is Family.TEXT and not normal else None
        table = sa.table(self._table((kind, str(like)), values, like), sa.column("value"))
        if normal:
            return column.in_(sa.select(table.c.value))
        return self.dialect.among_rows(column, table, fam)

    def _table(self, known: Hashable, values: Wanted, like: Value | None) -> str:
        there, name = self._made.get(known, (None, ""))
        if there is not values or not name:
            if name:
                self._drop(name)
            name = f"{_NAME}{next(_numbers)}"
            self._made[known] = values, name
            listed = values.take()
            if self.connection is not None:
                self.dialect.key_table(self.connection, name, listed, like)
        return name

    def adopt(self, name: str) -> None:
        """A temporary table that somebody else made goes at the end of this transaction."""
        self._adopted.append(name)

    def release(self) -> None:
        """Drop what was adopted; the tables of keys stay."""
        while self._adopted:
            self._drop(self._adopted.pop())

    def drop(self) -> None:
        self.release()
        for _, name in self._made.values():
            self._drop(name)
        self._made.clear()
        self._values.clear()

    def _drop(self, name: str) -> None:
        if self.connection is not None:
            self.connection.exec_driver_sql(f"DROP TABLE {name}")
