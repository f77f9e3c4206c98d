"""MariaDB and MySQL: sizes of letters do not count there, and rows are deleted through a join."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import Connection, Delete, Update
from sqlalchemy.dialects.mysql.base import MySQLDialect
from sqlalchemy.engine import Dialect as Writer

from nakomen.records import Grain
from nakomen.stores.clock import local_day, midnight
from nakomen.stores.coarse import IPV4, IPV6, V6_BITS
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
from nakomen.stores.sql.keytables import reads_keys
from nakomen.stores.sql.mariadb_documents import MariadbDocuments
from nakomen.stores.sql.mariadb_keys import MariadbKeys, by_sign
from nakomen.stores.sql.target import Target
from nakomen.stores.sql.walk import after_by_parts, stretches

_SESSION = (
    f"SET SESSION time_zone = '+00:00', innodb_lock_wait_timeout = {LOCK_S}, "
    f"lock_wait_timeout = {LOCK_S}, "
    # A list that is written anew is never cut off.
    "group_concat_max_len = 4294967295, "
    # A value that does not fit is refused, never cut off.
    "sql_mode = CONCAT(@@sql_mode, ',STRICT_ALL_TABLES')"
)
_AT_MOST = {
    "mariadb": f"SET SESSION max_statement_time = {STATEMENT_S}",
    "mysql": f"SET SESSION max_execution_time = {STATEMENT_S * 1000}",
}


class Mariadb(MariadbDocuments, MariadbKeys, Dialect):
    kind: ClassVar[str] = "mariadb"
    locks_alone: ClassVar[bool] = True

    def connect_args(self) -> dict[str, Any]:
        return {"connect_timeout": CONNECT_S, "read_timeout": STATEMENT_S + 10}

    def writer(self) -> Writer:
        return MySQLDialect(paramstyle="named")

    def prepare(self, connection: Any) -> None:
        server = "mariadb" if "mariadb" in connection.get_server_info().lower() else "mysql"
        with connection.cursor() as cursor:
            cursor.execute(_SESSION)
            cursor.execute(_AT_MOST[server])

    def first_day(self, column: Value, grain: Grain, fam: Family) -> Value:
        form = "%Y-%m-01" if grain is Grain.MONTH else "%Y-01-01"
        first = sa.func.date_format(column, constant(form), type_=sa.String)
        kind: sa.types.TypeEngine[Any] = sa.Date() if fam is Family.DATE else sa.DateTime()
        return sa.case((column >= constant("0001-01-01"), sa.cast(first, kind)), else_=column)

    def network(self, column: Value, fam: Family) -> Value:  # noqa: ARG002 (its inet types are text)
        text = self.text(column)
        site = sa.func.left(sa.func.inet6_aton(text), V6_BITS // 8)
        host = sa.func.repeat(sa.func.char(sa.literal_column("0")), 16 - V6_BITS // 8)
        whole = sa.func.inet6_ntoa(sa.func.concat(site, host), type_=sa.String)
        return sa.case(
            (text.regexp_match(constant(IPV4)), self.instead(text, "[0-9]+$", "0")),
            (text.regexp_match(constant(IPV6)), whole),
        )

    def lower(self, text: Value) -> Text:
        return sa.func.lower(by_sign(text), type_=sa.String)

    def stored(self, value: Any, fam: Family) -> object:
        if fam is Family.INSTANT and isinstance(value, datetime):
            return value.astimezone(UTC).replace(tzinfo=None)
        return value

    def before(self, column: Value, fam: Family, day: date, place: str, zone: str) -> Flag:
        if fam is Family.INSTANT:
            start = midnight(day).replace(tzinfo=None)
            found: Flag = column < sa.bindparam("day", start, sa.DateTime(), unique=True)
        else:
            found = super().before(column, fam, day, place, zone)
        # '0000-00-00' is how MySQL once wrote "unknown", and unknown is not before.
        known = (column >= constant("0001-01-01"),) if fam is not Family.TEXT else ()
        return sa.and_(*known, found)

    def missing(self, column: Value) -> Flag:
        # IS NULL would find '0000-00-00' too, and IS NOT NULL as well: both at once.
        found: Flag = column.op("<=>", is_comparison=True)(sa.null())
        return found

    def shown_in(self, moment: datetime, offset: Text) -> Text:
        start, utc = constant(f"{moment:%Y-%m-%d %H:%M}"), constant("+00:00")
        shown = sa.func.convert_tz(start, utc, offset)
        return sa.func.date_format(shown, constant("%Y-%m-%d %H:%i"), type_=sa.String)

    def clock(self, column: Value, fam: Family) -> Value:
        if fam is Family.TEXT:
            return super().clock(column, fam)
        return sa.case((column >= constant("0001-01-01"), column), else_=sa.null())

    def clock_day(self, text: str | None, fam: Family, zone: str) -> date | None:
        return local_day(f"{text}Z" if text and fam is Family.INSTANT else text, zone)

    def row_value(self, value: Any, fam: Family) -> Any:
        if fam is Family.INSTANT and isinstance(value, datetime):
            return value.replace(tzinfo=UTC)
        return value

    def erase(self, target: Target, where: Flag, nested: bool) -> Delete:
        erased = sa.delete(target.table).where(_meant(target, where, nested))
        if nested or not reads_keys(where):
            return erased
        # Said as for several tables it begins with the keys; else with each row of the table.
        name = self.writer().identifier_preparer.format_table(target.table)
        return erased.prefix_with(name.replace(":", r"\:"))

    def change(
        self, target: Target, values: Mapping[str, Value], where: Flag, nested: bool
    ) -> Update:
        meant = _meant(target, where, nested or reads_keys(where))
        return sa.update(target.table).where(meant).values(dict(values))

    def batches(
        self, connection: Connection, target: Target, where: Flag, found: int, batch_rows: int
    ) -> Iterator[Flag]:
        if found <= batch_rows or not target.key_columns:
            return iter((where,))
        key = target.key_columns
        parts = stretches(connection, target.table, where, key, batch_rows, after_by_parts)
        return (sa.and_(where, part) for part in parts)

    def kept(self, column: Value, kind: str) -> Value:
        # A FLOAT is told in six digits, as a DOUBLE in all that it has.
        return sa.cast(column, sa.DOUBLE()) if kind.startswith("float") else column

    def behind(self, key: Sequence[Value], values: Sequence[Any]) -> Flag:
        return after_by_parts(key, values)

    def parts(self, connection: Connection, target: Target) -> Iterator[Part]:
        found = connection.execute(_PARTS, {"name": target.table.name})
        for name, expression, limit in found:
            parted = _PARTED.fullmatch(expression.replace("`", ""))
            ends = _bound(parted.group(1), limit) if parted else None
            if parted and ends:
                hint = f"PARTITION ({_quoted(name)})"
                yield Part(
                    name=name, column=parted.group(2), ends=ends, table=target.table, hint=hint
                )

    def dropping(self, target: Target, part: Part) -> list[str]:
        return [f"ALTER TABLE {_quoted(target.table.name)} DROP PARTITION {_quoted(part.name)}"]

    def drop_part(
        self,
        connection: Connection,
        target: Target,
        part: Part,
        counting: sa.Select[tuple[int, int]],
    ) -> int:
        # Each statement about the schema ends a transaction, so that a lock on the table guards it.
        with connection.begin():
            connection.exec_driver_sql(f"LOCK TABLES {_quoted(target.table.name)} WRITE")
            try:
                rows = whole(connection.execute(counting).one())
                if not rows:
                    return 0
                for statement in self.dropping(target, part):
                    connection.exec_driver_sql(statement)
            finally:
                connection.exec_driver_sql("UNLOCK TABLES")
        return rows

    def shape(self, connection: Connection, names: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        found = connection.execute(_SHAPE, {"names": list(names)})
        return iter([(row[0], row[1], row[2]) for row in found])

    def estimate(self, connection: Connection, table: sa.TableClause) -> int | None:
        rows = connection.execute(_ROWS, {"name": table.name}).scalar()
        return None if rows is None else int(rows)


"""So many signs of a text fit an index whatever they are."""
_SHAPE = sa.text(
    "SELECT table_name, column_name, column_type FROM information_schema.columns "
    "WHERE table_schema = DATABASE() AND table_name IN :names"
).bindparams(sa.bindparam("names", expanding=True))
_PARTS = sa.text(
    "SELECT partition_name, partition_expression, partition_description "
    "FROM information_schema.partitions AS p "
    "WHERE table_schema = DATABASE() AND table_name = :name AND subpartition_name IS NULL "
    "AND partition_method IN ('RANGE', 'RANGE COLUMNS') "
    "AND NOT EXISTS (SELECT 1 FROM information_schema.triggers AS t WHERE "
    "t.event_object_schema = p.table_schema AND t.event_object_table = p.table_name "
    "AND t.event_manipulation = 'DELETE') ORDER BY partition_ordinal_position"
)
_PARTED = re.compile(r"(?:(to_days|year|unix_timestamp)\()?(\w+)\)?", re.IGNORECASE)
_ROWS = sa.text(
    "SELECT table_rows FROM information_schema.tables "
    "WHERE table_schema = DATABASE() AND table_name = :name"
)


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _bound(by: str | None, limit: str) -> date | None:
    """
    Where a partition ends; None when it has no end, or one that is no day.

    >>> _bound("to_days", "739617"), _bound("year", "2025"), _bound(None, "'2025-02-01'")
    (datetime.date(2025, 1, 1), datetime.date(2025, 1, 1), datetime.date(2025, 2, 1))
    """
    text = limit.strip("'")
    match (by or "").lower():
        case "to_days" if text.isdecimal():
            return date.fromordinal(int(text) - 365)
        case "year" if text.isdecimal():
            return date(int(text), 1, 1)
        case "unix_timestamp" if text.isdecimal():
            return datetime.fromtimestamp(int(text), UTC)
        case "" if _DAY.match(text):
            return datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text)
        case _:
            return None


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _meant(target: Target, where: Flag, nested: bool) -> Flag:
    """
    The rows, found by a plain SELECT first when the condition reads other rows.

    MySQL error 1093 forbids a change that reads its own table, and before 11.1 MariaDB runs a
    subquery in a change once for every row of the table.
    """
    key = target.key_columns
    if not nested or not key:
        return where
    found = sa.select(*key).where(where).correlate(None).distinct().subquery("meant")
    return sa.and_(*(column == found.c[column.name] for column in key))
