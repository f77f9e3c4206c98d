"""Values that are not in normal form: an index on what is written does not find them."""

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen.records import KeyKind
from nakomen.stores.sql.dialects import Dialect, Flag, Value
from nakomen.stores.sql.target import table_clause

_BESIDES_DIGITS = "[^0-9+]"


def _is_odd(dialect: Dialect, kind: str, column: Value) -> Flag:
    """The text in *column* is not in the normal form of *kind*."""
    other = dialect.differ(column, dialect.normal(kind, column))
    if kind == KeyKind.PHONE:  # A cheap look spares most numbers the dear one.
        other = sa.or_(column.not_like("+%"), column.regexp_match(_BESIDES_DIGITS)) & other
    return other


def odd_rows(dialect: Dialect, kind: str, column: Value) -> Flag:
    """Rows of which *column*, a text, is filled with something else than the normal form."""
    filled = column.is_not(None) & (column != sa.literal_column("''"))
    return filled & _is_odd(dialect, kind, column)


def odd(connection: Connection, dialect: Dialect, dataset: str, name: str, kind: str) -> int:
    """See `Store.odd`. Reads the whole column."""
    table = table_clause(dataset, [name])
    counting = sa.select(sa.func.count()).select_from(table)
    counting = counting.where(odd_rows(dialect, kind, table.c[name]))
    return int(connection.execute(counting).scalar_one())
