"""Tables as the database describes them, and the ways by which a row in them can be somebody's."""

import warnings
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen.records import Dataset, KeyRole, Link, StoreMap
from nakomen.stores.sql.planted_values import Row
from nakomen.terms import RecordKind


def table_of(connection: Connection, name: str) -> sa.Table:
    """As the database describes it, with columns that are not on the map."""
    schema, _, table = name.rpartition(".")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sa.exc.SAWarning)
        return sa.Table(
            table, sa.MetaData(), schema=schema or None, autoload_with=connection, resolve_fks=False
        )


def read_row(connection: Connection, table: sa.Table, key: Row) -> Row | None:
    if not key or any(value is None for value in key.values()):
        return None
    where = [table.c[name] == value for name, value in key.items()]
    found = connection.execute(sa.select(table).where(*where)).mappings().first()
    return dict(found) if found else None


def beds(connection: Connection, store_map: StoreMap) -> Iterator[tuple[Dataset, Link | None]]:
    """
    Each way by which a row can be hers, parents first: by a key of its own, and by each link.

    A customer has one row; staff is left alone.
    """
    for dataset in _parents_first(connection, store_map):
        if dataset.records is RecordKind.STAFF or not dataset.primary_key:
            continue
        own = any(key.role is KeyRole.SUBJECT for key in dataset.keys)
        links = [link for link in dataset.owner_links if link.to != dataset.name]
        if dataset.records is RecordKind.CUSTOMER and own:
            yield dataset, None
            continue
        if own or (dataset.personal_columns and not links):
            yield dataset, None
        # What must point to its owner does so in the row with her key already.
        may_lack = [ln for ln in links if all(dataset.column(c).nullable for c in ln.columns)]
        yield from ((dataset, link) for link in (may_lack if own else links))


def _parents_first(connection: Connection, store_map: StoreMap) -> list[Dataset]:
    """By the links of the map, and by keys that the database declares and must be filled."""
    above = {d.name: set(_above(table_of(connection, d.name), d)) for d in store_map.datasets}
    ordered: list[Dataset] = []
    waiting = list(store_map.datasets)
    while waiting:
        names = {dataset.name for dataset in waiting}
        ready = [d for d in waiting if not above[d.name] & (names - {d.name})] or waiting[:1]
        ordered += ready
        waiting = [d for d in waiting if d not in ready]
    return ordered


def unique_columns(table: sa.FromClause) -> set[str]:
    """Columns of which a value may not stand there twice, by themselves or with others."""
    assert isinstance(table, sa.Table)
    sets = [c.columns.keys() for c in table.constraints if isinstance(c, _KEYS)]
    sets += [index.columns.keys() for index in table.indexes if index.unique]
    return {name for names in sets for name in names}


_KEYS = (sa.UniqueConstraint, sa.PrimaryKeyConstraint)


def must_fill(column: sa.Column[Any]) -> bool:
    return not column.nullable and column.server_default is None


def _above(table: sa.Table, dataset: Dataset) -> Iterator[str]:
    yield from (link.to for link in dataset.owner_links)
    for key in table.foreign_key_constraints:
        if any(must_fill(element.parent) for element in key.elements):
            yield target_of(key)[0]


def target_of(key: sa.ForeignKeyConstraint) -> tuple[str, tuple[str, ...]]:
    parts = [element.target_fullname.rpartition(".") for element in key.elements]
    return parts[0][0], tuple(part[2] for part in parts)
