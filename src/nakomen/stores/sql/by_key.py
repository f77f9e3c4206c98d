"""Key/value tables: which keys there are, and what the values of each look like. Bounded."""

from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen import detect
from nakomen.detect.parts import Pair, is_token, pairs
from nakomen.records import SeenDataset, SeenPart
from nakomen.stores.sql.dialects import Value
from nakomen.stores.sql.target import table_clause

ROWS = 20_000
"""So many of the first rows and of the last are looked at."""
MOST_KEYS = 200
_SIGNS = 200
_VALUES = 500


def parts(connection: Connection, dataset: SeenDataset) -> tuple[SeenPart, ...]:
    """What the values of *dataset* look like by key, for each pair of columns it has."""
    return tuple(part for pair in pairs(dataset) for part in _of_pair(connection, dataset, pair))


def _of_pair(connection: Connection, dataset: SeenDataset, pair: Pair) -> Iterator[SeenPart]:
    values: dict[str, list[Any]] = {}
    seen: dict[str, int] = {}
    for key, value in _rows(connection, dataset, pair):
        token = str(key)
        if token not in seen and (len(seen) > 10 * MOST_KEYS or not _in_schema(token)):
            continue
        seen[token] = seen.get(token, 0) + 1
        several = values.setdefault(token, [])
        if len(several) < _VALUES:
            several.append(value)
    for token in sorted(seen, key=lambda t: (-seen[t], t))[:MOST_KEYS]:
        yield SeenPart(
            column=pair.column, when=(pair.by, token), sampled=len(values[token]),
            shares=detect.shares(values[token]),
        )  # fmt: skip


def _rows(connection: Connection, dataset: SeenDataset, pair: Pair) -> Iterator[Sequence[Any]]:
    """(key, value) of the first rows, and of the last when there are more."""
    table = table_clause(dataset.name, [column.name for column in dataset.columns])
    by, shown = table.c[pair.by], _shown(table.c[pair.column], refers=pair.refers)
    some = sa.select(by, shown).select_from(table).limit(ROWS)
    yield from connection.execute(some.where(by.is_not(None)))
    if dataset.rows > ROWS and dataset.primary_key:
        last = some.order_by(*(table.c[name].desc() for name in dataset.primary_key))
        yield from (row for row in connection.execute(last) if row[0] is not None)


def _shown(column: Value, *, refers: bool) -> Value:
    return column if refers else sa.func.substr(column, 1, _SIGNS)


def _in_schema(token: str) -> bool:
    """A name of the schema: not a person's value that happens to stand in a column of names."""
    return is_token(token) and not any(detect.shares([token]).values())
