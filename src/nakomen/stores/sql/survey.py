"""Looking at a database that nobody described: its tables, keys and links, and what is in them."""

import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.engine import Inspector

from nakomen.records import Open, SeenDataset, SeenLink, Survey
from nakomen.stores.sql.by_key import parts
from nakomen.stores.sql.dialects import Dialect
from nakomen.stores.sql.fit import Fitting
from nakomen.stores.sql.look import TableLook
from nakomen.stores.sql.look_inside import places
from nakomen.stores.sql.sampled import SAMPLE_ROWS, Plain, Sampled

_SYSTEM = re.compile(r"information_schema|pg_.*|mysql|performance_schema|sys")
# As people write them; the catalogue of PostgreSQL is wordier.
_SHORTER = (("CHARACTER VARYING", "VARCHAR"), (" WITHOUT TIME ZONE", ""))


def survey(connection: Connection, dialect: Dialect, name: str, sample_rows: int) -> Survey:
    """Every table of the database with measures of its values. No value stays in the answer."""
    with warnings.catch_warnings():
        # A type that SQLAlchemy does not know is taken from the catalogue by its own name.
        warnings.simplefilter("ignore", sa.exc.SAWarning)
        inspector = sa.inspect(connection)
        found = [
            _dataset(connection, dialect, inspector, schema, table, sample_rows)
            for schema, table in _tables(inspector)
            if not dialect.is_part(connection, schema, table)
        ]
        found = [
            replace(seen, parts=parts(connection, seen), inside=places(connection, dialect, seen))
            for seen in found
        ]
        return Survey(
            store=name,
            kind=dialect.kind,
            datasets=Fitting(connection, found).tested(),
            views=tuple(_views(inspector)),
        )


def settle(
    connection: Connection, dialect: Dialect, survey: Survey, asked: Sequence[Open]
) -> Survey:
    """*survey* with what was *asked* answered by whole tables; see `Store.settle`."""
    datasets = [
        _settled(connection, dialect, seen, [one for one in asked if one.dataset == seen.name])
        for seen in survey.datasets
    ]
    return replace(survey, datasets=tuple(datasets))


def _settled(
    connection: Connection, dialect: Dialect, seen: SeenDataset, asked: Sequence[Open]
) -> SeenDataset:
    plain = [
        Plain(name=c.name, type=c.type, nullable=c.nullable, unique=c.unique) for c in seen.columns
    ]
    look = TableLook(Sampled(connection, dialect, seen.name, plain, seen.primary_key, SAMPLE_ROWS))
    about = {c.name: {one.about for one in asked if one.column == c.name} for c in seen.columns}
    columns = (look.settled(c, about[c.name]) if about[c.name] else c for c in seen.columns)
    return replace(seen, columns=tuple(columns))


def _tables(inspector: Inspector) -> Iterator[tuple[str | None, str]]:
    """(schema, table); the schema is None for the one that needs no name."""
    for schema in _schemas(inspector):
        for table in inspector.get_table_names(schema=schema):
            yield schema, table


def _views(inspector: Inspector) -> Iterator[str]:
    for schema in _schemas(inspector):
        names = inspector.get_view_names(schema=schema)
        if inspector.dialect.name == "postgresql":
            names = [*names, *inspector.get_materialized_view_names(schema=schema)]
        yield from (_named(schema, view) for view in names)


def _schemas(inspector: Inspector) -> Iterator[str | None]:
    """None for the one that needs no name."""
    default = inspector.default_schema_name
    several = inspector.dialect.name == "postgresql"
    for schema in inspector.get_schema_names() if several else [default]:
        if schema is None or schema == default or not _SYSTEM.fullmatch(schema):
            yield None if schema == default else schema


def _dataset(
    connection: Connection,
    dialect: Dialect,
    inspector: Inspector,
    schema: str | None,
    table: str,
    sample_rows: int,
) -> SeenDataset:
    name = f"{schema}.{table}" if schema else table
    plain = _plain(connection, dialect, inspector, schema, table, name)
    key = tuple(inspector.get_pk_constraint(table, schema=schema)["constrained_columns"])
    look = Sampled(connection, dialect, name, plain, key, sample_rows)
    links = tuple(
        SeenLink(
            columns=tuple(link["constrained_columns"]),
            to=_named(link["referred_schema"], link["referred_table"]),
            to_columns=tuple(link["referred_columns"]),
        )
        for link in inspector.get_foreign_keys(table, schema=schema)
    )
    return SeenDataset(
        name=name, rows=look.rows, columns=TableLook(look).columns(), primary_key=key, links=links
    )


def _plain(
    connection: Connection,
    dialect: Dialect,
    inspector: Inspector,
    schema: str | None,
    table: str,
    name: str,
) -> list[Plain]:
    shape = dialect.shape(connection, [name])
    types = {column: kind for seen, column, kind in shape if seen == name}
    unique = _unique(inspector, schema, table)
    return [
        Plain(
            name=column["name"],
            type=_type(types[column["name"]]),
            nullable=bool(column["nullable"]),
            unique=column["name"] in unique,
        )
        for column in inspector.get_columns(table, schema=schema)
    ]


def _unique(inspector: Inspector, schema: str | None, table: str) -> set[str]:
    """Columns that are unique by themselves."""
    sets = [tuple(inspector.get_pk_constraint(table, schema=schema)["constrained_columns"])]
    constraints = inspector.get_unique_constraints(table, schema=schema)
    sets += [tuple(one["column_names"]) for one in constraints]
    indexes = inspector.get_indexes(table, schema=schema)
    sets += [tuple(str(c) for c in one["column_names"]) for one in indexes if one["unique"]]
    return {columns[0] for columns in sets if len(columns) == 1}


def _named(schema: str | None, table: str) -> str:
    return f"{schema}.{table}" if schema else table


def _type(text: str) -> str:
    """
    >>> _type("character varying(160)"), _type("timestamp(6) without time zone")
    ('VARCHAR(160)', 'TIMESTAMP(6)')
    """
    told = text.upper()
    for long, short in _SHORTER:
        told = told.replace(long, short)
    return told
