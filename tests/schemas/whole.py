"""Rows that name only what matters: what a table demands besides is filled in neutrally."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from tests.schemas.load import Rows

_EMPTY: Mapping[type, object] = {
    str: "",
    int: 0,
    float: 0.0,
    bool: False,
    bytes: b"",
    datetime: datetime(2025, 1, 2, 3, 4),
    date: date(2025, 1, 2),
    timedelta: timedelta(),
    dict: {},
}


def whole(url: str, rows: Rows) -> Rows:
    """*rows* with a neutral value wherever a column of the database at *url* may not be NULL."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.connect() as connection:
        inspector = sa.inspect(connection)
        done = {
            table: [{**dict(_demanded(inspector.get_columns(table))), **row} for row in many]
            for table, many in rows.items()
        }
    engine.dispose()
    return done


def _demanded(columns: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, object]]:
    for column in columns:
        own = column.get("autoincrement") is True or column.get("identity")
        if not column["nullable"] and column["default"] is None and not own:
            yield column["name"], _EMPTY.get(_kind(column["type"]), "")


def _kind(of: sa.types.TypeEngine[Any]) -> type:
    try:
        kind = of.python_type
    except NotImplementedError:
        return str
    return int if kind.__name__ == "Decimal" else kind
