"""MariaDB and MySQL: sizes of letters do not count there, and rows are deleted through a join."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, ClassVar

import sqlalchemy as sa
from sqlalchemy import Connection, Delete, Update
from sqlalchemy.dialects.mysql.base import MySQLDialect
from sqlalchemy.engine import Dialect as Writer

from nakomen.records import Grain, KeyKind
from nakomen.stores.clock import local_day, midnight
from nakomen.stores.coarse import IPV4, IPV6, V6_BITS
from nakomen.stores.family import Family
from nakomen.stores.sql.dialects import (
    CONNECT_S,
    LOCK_S,
    STATEMENT_S,
    Dialect,
    Flag,
    Held,
    Part,
    Text,
    Value,
    Values,
    constant,
    whole,
)
from nakomen.stores.sql.keytables import reads_keys
from nakomen.stores.sql.mariadb_documents import MariadbDocuments
from nakomen.stores.sql.target import Target
from nakomen.stores.sql.walk import after_by_parts, stretches
from nakomen.stores.sql.words import (
    FIRST_SIGN,
    LAST_SIGN,
    LINKED,
    SMALL_LETTERS,
    last_digits,
    sizes,
)

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
_SIGNS = (Family.TEXT, Family.OTHER)


class Mariadb(MariadbDocuments, Dialect):
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

    def among(self, column: Value, held: Held, fam: Family) -> Flag:
        found = super().among(column, held, fam)
        if fam not in _SIGNS:
            return found
        # The index finds "Anna" for "anna" and "é" for "e"; the second comparison is exact.
        return sa.and_(found, super().among(_bytes(column), held, Family.TEXT))

    def near(self, kind: str, text: Text, held: Held) -> Flag:
        """
        Of an address in plain ASCII without space around it the normal form is its small letters:
        as many signs. A telephone number holds its last digits. Without that look each row costs
        some regular expressions.
        """
        if kind == KeyKind.PHONE:
            return _near_phone(text, held)
        if kind not in SMALL_LETTERS:
            return super().near(kind, text, held)
        signs, plain = _signs(text), sa.func.length(_unicode(text), type_=sa.Integer)
        least: Value = sa.bindparam(
            "least", type_=sa.Integer(), callable_=lambda: min(sizes(held)), unique=True
        )
        of_size = Held(name="size", values=lambda: [*sizes(held)])
        same = sa.and_(
            plain.in_(of_size.bound(sa.Integer(), expanding=True)),
            sa.func.lower(signs, type_=sa.String).in_(held.bound(sa.String(), expanding=True)),
        )
        last = _last(signs)
        after = sa.and_(plain > least, sa.or_(last < FIRST_SIGN, last == LAST_SIGN))
        odd = _is_odd(text)
        linked = sa.func.lower(signs, type_=sa.String).like(LINKED)
        return sa.or_(same, odd, signs < FIRST_SIGN, after, linked)

    def among_rows(self, column: Value, table: sa.TableClause, fam: Family) -> Flag:
        found = super().among_rows(column, table, fam)
        if fam not in _SIGNS:
            return found
        return sa.and_(found, _bytes(column).in_(sa.select(_bytes(table.c.value))))

    def key_table(
        self, connection: Connection, name: str, values: Values, like: Value | None
    ) -> None:
        if like is not None:
            # The very type and collation of the column, or its index could not be used.
            column = sa.select(like.label("value")).where(sa.false())
            shape = column.compile(connection, compile_kwargs={"literal_binds": True})
            connection.exec_driver_sql(f"CREATE TEMPORARY TABLE {name} AS {shape}")
        else:
            kind = next((word for of, word in _KINDS if isinstance(values[0], of)), _SIGNED)
            connection.exec_driver_sql(f"CREATE TEMPORARY TABLE {name} (value {kind})")
        # Without it each key is compared with each row.
        if key := _index(connection.exec_driver_sql(f"SHOW COLUMNS FROM {name}").one()[1]):
            connection.exec_driver_sql(f"ALTER TABLE {name} ADD KEY ({key})")
        # A key that does not fit the column cannot be in it: IGNORE cuts it and the exact
        # comparison drops it.
        insert = f"INSERT IGNORE INTO {name} VALUES (%s)"  # noqa: S608 (our own name)
        connection.exec_driver_sql(insert, [(value,) for value in dict.fromkeys(values)])

    def differ(self, column: Value, text: Text) -> Flag:
        return _bytes(column) != _bytes(text)

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
        return sa.func.lower(_signs(text), type_=sa.String)

    def stored(self, value: Any, fam: Family) -> object:
        if fam is Family.INSTANT and isinstance(value, datetime):
            return value.astimezone(UTC).replace(tzinfo=None)
        return value

    def normal(self, kind: str, column: Value) -> Text:
        formed = super().normal(kind, column)
        if kind not in SMALL_LETTERS:
            return formed
        # Nearly all are plain ASCII without space around it, and need no regular expression.
        signs, last = _signs(column), _last(_signs(column))
        small: Text = sa.func.lower(signs, type_=sa.String)
        one_byte = sa.func.length(signs) == sa.func.char_length(signs)
        plain = sa.and_(one_byte, signs >= FIRST_SIGN, last >= FIRST_SIGN)
        if kind == KeyKind.EMAIL:
            plain = sa.and_(plain, last != LAST_SIGN, small.not_like(LINKED))
        return sa.case((plain, small), else_=formed)

    def clean(self, column: Value) -> Text:
        text = sa.func.replace(_signs(column), constant("\u00a0"), constant(" "))
        edges = constant("^[[:space:]]+|[[:space:]]+$")
        return sa.func.regexp_replace(text, edges, constant(""), type_=sa.String)

    def without(self, text: Text, pattern: str) -> Text:
        return sa.func.regexp_replace(text, constant(pattern), constant(""), type_=sa.String)

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


_SIGNED = "varchar(700) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
_KINDS = ((int, "bigint"), (float, "double"))
_LONG = 191
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


def _index(kind: str) -> str:
    """
    What of a column of type *kind* goes into its index; nothing where none fits.

    >>> _index("bigint(20)"), _index("varchar(200)"), _index("varchar(2000)"), _index("longtext")
    ('value', 'value', 'value(191)', 'value(191)')
    >>> _index("enum('a','b')")
    ''
    """
    if kind.startswith(("bigint", "double")):
        return "value"
    sized = re.match(r"(?:var)?char\((\d+)\)", kind)
    if sized:
        return "value" if int(sized.group(1)) <= 4 * _LONG else f"value({_LONG})"
    return f"value({_LONG})" if kind.endswith("text") else ""


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _signs(column: Value) -> Text:
    """The column's text compared sign by sign, whatever its character set and collation."""
    return sa.collate(_unicode(column), "utf8mb4_bin")


def _last(text: Text) -> Text:
    return sa.func.right(text, sa.literal_column("1", sa.Integer), type_=sa.String)


def _bytes(column: Value) -> Value:
    """The same to the last space, which a collation would not count."""
    return sa.cast(_unicode(column), sa.BINARY)


def _unicode(column: Value) -> Text:
    return sa.func.convert(column.op("USING")(sa.literal_column("utf8mb4")), type_=sa.String)


def _is_odd(text: Text) -> Flag:
    """Not all of the text is plain ASCII."""
    return sa.func.length(_unicode(text)) != sa.func.char_length(_unicode(text))


def _near_phone(text: Text, held: Held) -> Flag:
    """The last digits of a number *held* stand in the text, whatever is between them."""

    def in_order() -> str:
        return "(?s)" + "|".join(".*".join(map(re.escape, last_digits(v))) for v in held.values())

    pattern: Text = sa.bindparam("part", type_=sa.String(), callable_=in_order, unique=True)
    return sa.or_(_is_odd(text), _signs(text).regexp_match(pattern))


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
