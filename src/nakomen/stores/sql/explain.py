"""A statement as people read it: names where keys stand, and days written out."""

import re
from collections.abc import Callable
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.dialects.mysql.base import MySQLDialect
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.engine import Dialect as Written

from nakomen.stores.clock import LOCAL

_WRITERS: dict[str, Callable[..., Written]] = {
    "sqlite": SQLiteDialect,
    "postgresql": PGDialect,
    "mariadb": MySQLDialect,
}
_MANY = re.compile(r"__\[POSTCOMPILE_(\w+)\]")
_NAME = re.compile(r"(?<!:):(day_\d+)\b")


def explained(statement: sa.ClauseElement, kind: str) -> str:
    """
    The SQL of *statement* on one line. Holds no value of a person.

    >>> id = sa.column("id")
    >>> keys = sa.bindparam("key_email", ["anna"], expanding=True)
    >>> explained(sa.delete(sa.table("cart", id)).where(id.in_(keys)), "sqlite")
    'DELETE FROM cart WHERE cart.id IN (:key_email)'
    """
    written = statement.compile(dialect=_WRITERS[kind](paramstyle="named"))
    text = _MANY.sub(r":\1", str(written))
    text = _NAME.sub(lambda match: _literal(written.params[match.group(1)]), text)
    return " ".join(text.split())


def _literal(day: date) -> str:
    if isinstance(day, datetime):
        local = day.astimezone(LOCAL) if day.tzinfo else day
        return f"'{local.isoformat(' ')}'"
    return f"'{day.isoformat()}'"
