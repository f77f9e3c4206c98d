"""A schema as somebody wrote it in SQL: its tables and columns, without a database to ask."""

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from nakomen.records import SeenColumn, SeenDataset, SeenLink, Survey
from nakomen.stores.errors import SchemaUnreadable

# What it cannot read it says on standard error; here that is an error of ours, with its place.
logging.getLogger("sqlglot").setLevel(logging.ERROR)
_OF_TABLES = re.compile(r"(?:CREATE|ALTER)\s+(?:\w+\s+){0,2}TABLE\b", re.I)
DIALECTS = {"postgresql": "postgres", "mysql": "mysql", "mariadb": "mysql", "sqlite": "sqlite"}


@dataclass
class _Table:
    """A table while the statements are read one after the other."""

    columns: dict[str, SeenColumn] = field(default_factory=dict)
    primary_key: list[str] = field(default_factory=list)
    links: list[SeenLink] = field(default_factory=list)


def survey_of_ddl(texts: Sequence[tuple[str, str]], store: str, kind: str) -> Survey:
    """
    What the tables look like after all of *texts*, each (file, SQL), were run in that order.

    ``CREATE TABLE``, ``ALTER TABLE … ADD`` and ``DROP`` count; other statements change no shape.

    Args:
        kind: of the database for which it was written: ``postgresql``, ``mariadb`` …

    Raises:
        SchemaUnreadable: a text is no SQL of that kind; names the file and the line.
    """
    tables: dict[str, _Table] = {}
    for file, text in texts:
        for statement in _statements(file, text, kind):
            _follow(tables, statement)
    seen = tuple(_seen(name, table, tables) for name, table in tables.items())
    return Survey(store=store, kind=kind, datasets=seen)


def _seen(name: str, table: _Table, tables: Mapping[str, _Table]) -> SeenDataset:
    """A reference that names no columns is to the key of the other table."""
    links = (
        link if link.to_columns else replace(link, to_columns=tuple(tables[link.to].primary_key))
        for link in table.links
        if link.to in tables
    )
    return SeenDataset(
        name=name,
        rows=0,
        columns=tuple(table.columns.values()),
        primary_key=tuple(table.primary_key),
        links=tuple(link for link in links if len(link.columns) == len(link.to_columns)),
    )


def _statements(file: str, text: str, kind: str) -> Iterator[exp.Expression]:
    try:
        parsed = sqlglot.parse(text, read=DIALECTS.get(kind))
    except SqlglotError as error:
        line = next((e.get("line") for e in getattr(error, "errors", ()) if e.get("line")), "?")
        raise SchemaUnreadable(f"{file}:{line}") from None
    for statement in parsed:
        if isinstance(statement, exp.Command) and _OF_TABLES.match(statement.sql()):
            raise SchemaUnreadable(f"{file}: {statement.name.upper()} TABLE")
        if isinstance(statement, exp.Expression):
            yield statement


def _follow(tables: dict[str, _Table], statement: exp.Expression) -> None:
    """What one statement makes of the tables so far."""
    match statement:
        case exp.Create(kind="TABLE", this=exp.Schema() as schema):
            tables[_name(schema.this)] = _table(schema.expressions)
        case exp.Alter(kind="TABLE"):
            table = tables.setdefault(_name(statement.this), _Table())
            for action in statement.args.get("actions") or ():
                _alter(table, action)
        case exp.Drop(kind="TABLE"):
            tables.pop(_name(statement.this), None)


def _table(parts: Sequence[exp.Expression]) -> _Table:
    table = _Table()
    for part in parts:
        _add(table, part)
    return table


def _alter(table: _Table, action: exp.Expression) -> None:
    match action:
        case exp.Drop(kind="COLUMN"):
            table.columns.pop(action.this.name, None)
        case exp.RenameColumn():
            old = table.columns.pop(action.this.name, None)
            name = action.args["to"].name
            table.columns[name] = SeenColumn(name=name, type=old.type if old else "TEXT")
        case exp.AddConstraint():
            for part in action.expressions:
                _add(table, part)
        case _:
            _add(table, action)


def _add(table: _Table, part: exp.Expression) -> None:
    """A column, or a key of the table."""
    match part:
        case exp.ColumnDef():
            _column(table, part)
        case exp.PrimaryKey():
            table.primary_key += [column.name for column in part.expressions]
        case exp.ForeignKey():
            table.links += _link([c.name for c in part.expressions], part.args.get("reference"))
        case exp.Constraint():
            for inner in part.expressions:
                _add(table, inner)


def _column(table: _Table, column: exp.ColumnDef) -> None:
    kinds = [constraint.kind for constraint in column.constraints]
    key = any(isinstance(kind, exp.PrimaryKeyColumnConstraint) for kind in kinds)
    required = key or any(
        isinstance(kind, exp.NotNullColumnConstraint) and not kind.args.get("allow_null")
        for kind in kinds
    )
    table.columns[column.name] = SeenColumn(
        name=column.name,
        type=column.kind.sql().upper() if column.kind else "TEXT",
        nullable=not required,
        unique=any(isinstance(kind, exp.UniqueColumnConstraint) for kind in kinds),
    )
    table.primary_key += [column.name] if key else []
    for kind in kinds:
        if isinstance(kind, exp.Reference):
            table.links += _link([column.name], kind)


def _link(columns: Sequence[str], reference: exp.Expression | None) -> list[SeenLink]:
    match reference.this if reference else None:
        case exp.Schema() as schema:
            table, to_columns = schema.this, tuple(column.name for column in schema.expressions)
        case exp.Table() as table:
            to_columns = ()
        case _:
            return []
    return [SeenLink(columns=tuple(columns), to=_name(table), to_columns=to_columns)]


def _name(table: exp.Expression) -> str:
    """With its schema where that is written, but for the one that needs no name."""
    schema = table.args.get("db")
    return f"{schema.name}.{table.name}" if schema and schema.name != "public" else table.name
