"""A statement as people read it: names where keys stand, and days written out."""

import re
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

from nakomen.stores.clock import LOCAL

_MANY = re.compile(r"__\[POSTCOMPILE_(\w+)\]")
_NAME = re.compile(r"(?<!:):(day_\d+)\b")


def explained(statement: sa.ClauseElement, writer: Dialect) -> str:
    """
    The SQL of *statement* on one line, as *writer* writes it with names for parameters. Holds no
    value of a person.

    >>> from sqlalchemy.dialects.sqlite.base import SQLiteDialect
    >>> id = sa.column("id")
    >>> keys = sa.bindparam("key_email", ["anna"], expanding=True)
    >>> erase = sa.delete(sa.table("cart", id)).where(id.in_(keys))
    >>> explained(erase, SQLiteDialect(paramstyle="named"))
    'DELETE FROM cart WHERE cart.id IN (:key_email)'
    """
    written = statement.compile(dialect=writer)
    text = _MANY.sub(r":\1", str(written))
    text = _NAME.sub(lambda match: _literal(written.params[match.group(1)]), text)
    return " ".join(text.split())


def _literal(day: date | str) -> str:
    if isinstance(day, str):  # as SQLite keeps it
        return f"'{day}'"
    if isinstance(day, datetime):
        local = day.astimezone(LOCAL) if day.tzinfo else day
        return f"'{local.isoformat(' ')}'"
    return f"'{day.isoformat()}'"
