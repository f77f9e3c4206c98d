"""A store with given rows, made by plain SQLAlchemy and not by our own code."""

from collections.abc import Callable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects import mysql

from nakomen import stores
from nakomen.records import Dataset, Store, StoreMap
from nakomen.stores.contract_clocks import INSTANT
from nakomen.stores.contract_shop import Factory, Tables
from nakomen.stores.memory import MemoryStore


class Instant(sa.types.TypeDecorator[datetime]):
    """A moment with its zone; SQLite has no such type, so programs write ISO 8601 there."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> sa.types.TypeEngine[object]:
        return sa.String() if dialect.name == "sqlite" else self.impl

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> object:
        return value.isoformat() if value and dialect.name == "sqlite" else value


TYPES: dict[str, Callable[[], sa.types.TypeEngine[object]]] = {
    "INTEGER": sa.Integer,
    "VARCHAR(40)": lambda: sa.String(40),
    "VARCHAR(80)": lambda: sa.String(80),
    "DATE": sa.Date,
    "DATETIME": sa.DateTime,
    INSTANT: lambda: Instant().with_variant(mysql.TIMESTAMP(), "mysql"),
}
UNCHECKED = {
    "postgresql": "SET session_replication_role = replica",
    "mysql": "SET foreign_key_checks = 0",
    "sqlite": "PRAGMA foreign_keys = OFF",
}


def in_memory(store_map: StoreMap, tables: Tables) -> Store:
    return MemoryStore(store_map, tables)


def in_sql(url: str) -> Factory:
    """A factory that makes the tables anew in the database at *url*."""

    def make(store_map: StoreMap, tables: Tables) -> Store:
        engine = sa.create_engine(url)
        metadata = described(store_map)
        metadata.drop_all(engine)
        metadata.create_all(engine)
        fill(engine, metadata, tables)
        engine.dispose()
        return stores.load(store_map.store, url, store_map)

    return make


def fill(engine: sa.Engine, metadata: sa.MetaData, tables: Tables) -> None:
    """Put rows in, circles too, without foreign keys being looked at."""
    with engine.begin() as connection:
        connection.exec_driver_sql(UNCHECKED[engine.dialect.name])
        for name, rows in tables.items():
            if rows:
                connection.execute(sa.insert(metadata.tables[name]), rows)


def described(store_map: StoreMap, *, constrained: bool = True) -> sa.MetaData:
    metadata = sa.MetaData()
    for dataset in store_map.datasets:
        columns = [_column(dataset, c.name) for c in dataset.columns]
        links = [
            sa.ForeignKeyConstraint(
                link.columns,
                [f"{link.to}.{column}" for column in link.to_columns],
                name=f"{dataset.name}_{link.columns[0]}_fk",
                use_alter=link.to == "contact",
            )
            for link in dataset.links
            if constrained
        ]
        sa.Table(dataset.name, metadata, *columns, *links)
    return metadata


def _column(dataset: Dataset, name: str) -> sa.Column[object]:
    column = dataset.column(name)
    key = name in dataset.primary_key
    return sa.Column(
        name,
        TYPES[column.type](),
        primary_key=key,
        autoincrement=False,
        nullable=column.nullable,
        unique=column.unique and not key,
    )
