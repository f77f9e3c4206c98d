"""PostgreSQL: keys travel as one array, and a table is walked page by page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import INET
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.engine import Dialect as Writer
from sqlalchemy.ext.compiler import compiles

from nakomen.records import Grain
from nakomen.stores.coarse import IPV4, IPV6, V4_BITS, V6_BITS
from nakomen.stores.family import Family
from nakomen.stores.sql.dialects import (
    CONNECT_S,
    LOCK_S,
    STATEMENT_S,
    Dialect,
    Flag,
    Part,
    Text,
    Value,
    constant,
    whole,
)
from nakomen.stores.sql.far_dates import read_far_dates
from nakomen.stores.sql.postgresql_documents import PostgresqlDocuments
from nakomen.stores.sql.postgresql_keys import TYPES, PostgresqlKeys
from nakomen.stores.sql.target import Target, table_clause

_SESSION = (
    f"SET lock_timeout = '{LOCK_S}s'; SET statement_timeout = '{STATEMENT_S}s'; "
    # What is streamed is read to its end: a plan that only begins quickly takes longer.
    "SET timezone = 'Europe/Amsterdam'; SET datestyle = 'ISO'; SET cursor_tuple_fraction = 1; "
    # To begin a helper takes as long as reading ten thousand rows; the server thinks it takes less.
    "SET parallel_setup_cost = 10000"
)
_WRITER = PGDialect(paramstyle="named")  # type: ignore[no-untyped-call]
FEW_BATCHES = 8
_TELLS_JSON = 160_000
"""From version 16 on it can be asked whether a text is JSON."""
_FIRST = constant("0001-01-01")
_MOMENTS = (Family.DATE, Family.LOCAL, Family.INSTANT)
_INSTANT = sa.DateTime(timezone=True)


class Postgresql(PostgresqlDocuments, PostgresqlKeys, Dialect):
    kind: ClassVar[str] = "postgresql"
    tells_erased: ClassVar[bool] = True
    begins_apart: ClassVar[bool] = True

    def __init__(self) -> None:
        self._unicode = True

    def connect_args(self) -> dict[str, Any]:
        return {"connect_timeout": CONNECT_S, "tcp_user_timeout": 30_000, "keepalives_idle": 30}

    def writer(self) -> Writer:
        return _WRITER

    def prepare(self, connection: Any) -> None:
        # A pooler in between refuses settings at the start of a connection, so they come after it.
        read_far_dates(connection)
        self._unicode = connection.info.parameter_status("server_encoding") == "UTF8"
        self.tells_json = connection.info.server_version >= _TELLS_JSON
        connection.execute(_SESSION)
        connection.commit()

    def recounts(self, connection: Connection) -> None:
        # An entry of an index whose row just went must be looked up in the table, one by one and
        # in no order; the server knows that only after a vacuum.
        connection.exec_driver_sql("SET enable_indexonlyscan = off")
        connection.commit()

    def first_day(self, column: Value, grain: Grain, fam: Family) -> Value:
        part = constant(grain)
        if fam is Family.INSTANT:
            return sa.func.date_trunc(part, column, constant("UTC"), type_=_INSTANT)
        kind: sa.types.TypeEngine[Any] = sa.Date() if fam is Family.DATE else sa.DateTime()
        return sa.cast(sa.func.date_trunc(part, sa.cast(column, sa.DateTime())), kind)

    def network(self, column: Value, fam: Family) -> Value:
        if fam is Family.INET:
            most = sa.case((sa.func.family(column) == 4, V4_BITS), else_=V6_BITS)
            bits = sa.func.least(sa.func.masklen(column), most)
            wider = sa.func.network(sa.func.set_masklen(column, bits))
            return sa.cast(wider, INET())
        text = self.text(column)
        site = sa.func.set_masklen(sa.cast(text, INET()), V6_BITS)
        return sa.case(
            (text.regexp_match(constant(IPV4)), self.instead(text, "[0-9]+$", "0")),
            (text.regexp_match(constant(IPV6)), sa.func.host(sa.func.network(site))),
        )

    def position(self, text: Value, part: Value) -> Value:
        return sa.func.strpos(text, part, type_=sa.Integer)

    def stored_type(self, fam: Family) -> sa.types.TypeEngine[Any]:
        return TYPES[fam] if fam in (Family.UUID, Family.INET) else super().stored_type(fam)

    def before(self, column: Value, fam: Family, day: date, place: str, zone: str) -> Flag:
        found = super().before(column, fam, day, place, zone)
        # What lies before our era is how programs write "unknown", and unknown is not before.
        return sa.and_(column >= _FIRST, found) if fam in _MOMENTS else found

    def clock(self, column: Value, fam: Family) -> Value:
        if fam not in _MOMENTS:
            return super().clock(column, fam)
        known = sa.and_(column >= _FIRST, column < constant("infinity"))
        return sa.case((known, column), else_=sa.null())

    def shown_in(self, moment: datetime, offset: Text) -> Text:
        start = sa.cast(constant(f"{moment:%Y-%m-%d %H:%M}"), sa.DateTime())
        shown = start + sa.cast(offset, sa.Interval())
        return sa.func.to_char(shown, constant("YYYY-MM-DD HH24:MI"), type_=sa.String)

    def batches(
        self, connection: Connection, target: Target, where: Flag, found: int, batch_rows: int
    ) -> Iterator[Flag]:
        pages, total = self._size(connection, target)
        times = -(-found // batch_rows)
        width = pages * batch_rows // max(total, 1)
        if times <= 1:
            return iter((where,))
        # Taking "any n of them" reads dead rows again at each turn; fine for few turns only.
        if not width or (times <= FEW_BATCHES and found * times < total):
            return iter([_any_of(target, where, batch_rows)] * times)
        return (sa.and_(where, part) for part in _page_ranges(pages, width))

    def parts(self, connection: Connection, target: Target) -> Iterator[Part]:
        found = connection.execute(_PARTS, {"name": _quoted(connection, target.table)})
        for schema, name, column, bound in found:
            if ends := _TO.search(bound):
                names = [column.name for column in target.dataset.columns]
                table = table_clause(f"{schema}.{name}", names)
                day = _bound(ends.group(1))
                yield Part(name=name, column=column, ends=day, table=table)

    def dropping(self, target: Target, part: Part) -> list[str]:
        quote = _WRITER.identifier_preparer.format_table
        table, one = quote(target.table), quote(part.table)
        return [f"ALTER TABLE {table} DETACH PARTITION {one}", f"DROP TABLE {one}"]

    def drop_part(
        self,
        connection: Connection,
        target: Target,
        part: Part,
        counting: sa.Select[tuple[int, int]],
    ) -> int:
        table, one = _quoted(connection, target.table), _quoted(connection, part.table)
        with connection.begin():
            lock = f"LOCK TABLE ONLY {table}, ONLY {one} IN ACCESS EXCLUSIVE MODE"
            connection.exec_driver_sql(lock)
            rows = whole(connection.execute(counting).one())
            if not rows:
                return 0
            for statement in self.dropping(target, part):
                connection.exec_driver_sql(statement)
        return rows

    def _size(self, connection: Connection, target: Target) -> tuple[int, int]:
        """Pages and rows of the table, or of the largest of its partitions."""
        known = connection.execute(_SIZE, {"name": _quoted(connection, target.table)}).one()
        pages, rows = int(known[0]), int(known[1])
        if rows < 0:
            count = sa.select(sa.func.count()).select_from(target.table)
            rows = int(connection.execute(count).scalar_one())
        connection.rollback()
        return pages, rows

    def kept(self, column: Value, kind: str) -> Value:  # noqa: ARG002 (the text of any type)
        return sa.cast(column, sa.Text())

    def unkept(self, value: Any, kind: str) -> Value:
        text = sa.bindparam("kept", value, type_=sa.Text(), unique=True)
        return sa.cast(text, _Named(kind))

    def insertion(self, table: sa.TableClause, values: Mapping[str, Value]) -> sa.Executable:
        return _WithIds(table, values)

    def shape(self, connection: Connection, names: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        tables = [name.rpartition(".")[2] for name in names]
        for schema, table, visible, column, kind in connection.execute(_SHAPE, {"tables": tables}):
            yield f"{schema}.{table}", column, kind
            if visible:
                yield table, column, kind

    def is_part(self, connection: Connection, schema: str | None, table: str) -> bool:
        name = _quoted(connection, sa.table(table, schema=schema))
        return bool(connection.execute(_IS_PARTITION, {"name": name}).scalar_one())

    def estimate(self, connection: Connection, table: sa.TableClause) -> int | None:
        rows = connection.execute(_SIZE, {"name": _quoted(connection, table)}).one()[1]
        return int(rows) if rows >= 0 else None


class _Named(sa.types.UserDefinedType[str]):
    """A type by the name that the catalogue gives it."""

    cache_ok = True

    def __init__(self, name: str) -> None:
        self.name = name

    def get_col_spec(self, **_: object) -> str:
        return self.name


class _WithIds(sa.sql.expression.Executable, sa.ClauseElement):
    """An INSERT that brings its own ids, also where the database always makes them."""

    inherit_cache = False

    def __init__(self, table: sa.TableClause, values: Mapping[str, Value]) -> None:
        self.table, self.values = table, values


@compiles(_WithIds, "postgresql")
def _with_ids(element: _WithIds, compiler: Any, **more: Any) -> str:
    names = ", ".join(compiler.preparer.quote(name) for name in element.values)
    values = ", ".join(compiler.process(value, **more) for value in element.values.values())
    table = compiler.preparer.format_table(element.table)
    return f"INSERT INTO {table} ({names}) OVERRIDING SYSTEM VALUE VALUES ({values})"  # noqa: S608


class _Tid(sa.types.UserDefinedType[str]):
    """PostgreSQL's own place of a row: page and position in it."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        return "tid"


_SIZE = sa.text(
    "SELECT coalesce((SELECT max(pg_relation_size(relid)) FROM pg_partition_tree(c.oid)), "
    "pg_relation_size(c.oid)) / current_setting('block_size')::int, c.reltuples::bigint "
    "FROM pg_class AS c WHERE c.oid = CAST(:name AS regclass)"
)
_PARTS = sa.text(
    "SELECT n.nspname, c.relname, a.attname, pg_get_expr(c.relpartbound, c.oid) "
    "FROM pg_partitioned_table AS t JOIN pg_inherits AS i ON i.inhparent = t.partrelid "
    "JOIN pg_class AS c ON c.oid = i.inhrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace "
    "JOIN pg_attribute AS a ON a.attrelid = t.partrelid AND a.attnum = t.partattrs[0] "
    "WHERE t.partrelid = CAST(:name AS regclass) AND t.partstrat = 'r' AND t.partnatts = 1 "
    "AND c.relkind = 'r' AND pg_has_role(c.relowner, 'USAGE') "
    "AND NOT EXISTS (SELECT 1 FROM pg_trigger AS g "
    "WHERE g.tgrelid IN (t.partrelid, c.oid) AND NOT g.tgisinternal) "
    "AND NOT EXISTS (SELECT 1 FROM pg_constraint AS f "
    "WHERE f.confrelid IN (t.partrelid, c.oid) AND f.contype = 'f') ORDER BY c.relname"
)
_TO = re.compile(r"TO \('([^']+)'\)")
_IS_PARTITION = sa.text("SELECT relispartition FROM pg_class WHERE oid = CAST(:name AS regclass)")
_SHAPE = sa.text(
    "SELECT n.nspname, c.relname, pg_table_is_visible(c.oid), a.attname, "
    "format_type(a.atttypid, a.atttypmod) "
    "FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace "
    "JOIN pg_attribute AS a ON a.attrelid = c.oid "
    "WHERE c.relname = ANY(:tables) AND c.relkind IN ('r', 'p', 'v', 'm', 'f') "
    "AND a.attnum > 0 AND NOT a.attisdropped"
)


def _bound(text: str) -> date:
    return datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)


def _quoted(connection: Connection, table: sa.TableClause) -> str:
    return connection.dialect.identifier_preparer.format_table(table)


def _any_of(target: Target, where: Flag, rows: int) -> Flag:
    """
    Rows that meet *where*, by their place: whoever changes one meanwhile moves it elsewhere.

    Each partition has places of its own, so a place alone may be that of another row too.
    """
    ctid: sa.ColumnClause[Any] = sa.literal_column("ctid")
    some = sa.select(ctid).select_from(target.table).where(where).limit(rows).correlate(None)
    return sa.and_(where, ctid == sa.any_(sa.func.array(some.scalar_subquery())))


def _page_ranges(pages: int, width: int) -> Iterator[Flag]:
    """The table from its first page to its last, and what was added meanwhile."""
    ctid: sa.ColumnClause[Any] = sa.literal_column("ctid")
    for start in range(0, pages, width):
        begins = ctid >= _place(start)
        ends = ctid < _place(start + width)
        yield sa.and_(begins, ends) if start + width < pages else begins


def _place(page: int) -> sa.ColumnElement[Any]:
    """The first row of a page. A parameter, so that every stretch is the same statement."""
    return sa.cast(sa.bindparam("page", f"({page},0)", sa.Text(), unique=True), _Tid())
