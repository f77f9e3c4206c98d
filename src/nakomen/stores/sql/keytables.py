"""Many keys at once: they sit in a temporary table beside the data, so statements stay the same."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from itertools import count

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen.stores.family import Family
from nakomen.stores.sql.dialects import Dialect, Flag, Value, Values

INLINE_KEYS = 500
"""More keys than this go into a temporary table."""
WRITINGS = 6
"""A key is compared in at most so many writings."""
FEW_KEYS = INLINE_KEYS // WRITINGS
"""So few of one kind surely need no table."""

_numbers = count(1)


@dataclass
class KeyTables:
    """Temporary tables for the keys of one call. Without a *connection* they are only named."""

    dialect: Dialect
    connection: Connection | None
    _made: dict[Hashable, str] = field(default_factory=dict)
    _values: dict[Hashable, Values] = field(default_factory=dict)

    def once(self, kind: Hashable, make: Callable[[], Values]) -> Values:
        """The values of one *kind* for the keys of this call, made when they are first asked."""
        if kind not in self._values:
            self._values[kind] = make()
        return self._values[kind]

    def among(self, column: Value, values: Values, fam: Family, *, normal: bool) -> Flag:
        """*column* holds one of *values*; *normal* when it is a text brought to normal form."""
        like = column if fam is Family.TEXT and not normal else None
        known = (tuple(values), str(like))
        if known not in self._made:
            self._made[known] = f"nakomen_keys_{next(_numbers)}"
            if self.connection is not None:
                self.dialect.key_table(self.connection, self._made[known], values, like)
        table = sa.table(self._made[known], sa.column("value"))
        if normal:
            return column.in_(sa.select(table.c.value))
        return self.dialect.among_rows(column, table, fam)

    def adopt(self, name: str) -> None:
        """A temporary table that somebody else made goes with these."""
        self._made[name] = name

    def drop(self) -> None:
        for name in self._made.values():
            if self.connection is not None:
                self.connection.exec_driver_sql(f"DROP TABLE {name}")
        self._made.clear()
