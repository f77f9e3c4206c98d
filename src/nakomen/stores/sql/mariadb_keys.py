"""Keys of persons in MariaDB and MySQL: their normal form, and how they are looked for."""

import re

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen.records import KeyKind
from nakomen.stores.family import Family
from nakomen.stores.sql.keys import Keys
from nakomen.stores.sql.words import (
    FIRST_SIGN,
    LAST_SIGN,
    LINKED,
    SMALL_LETTERS,
    Flag,
    Held,
    Text,
    Value,
    Values,
    constant,
    last_digits,
    sizes,
)

_SIGNS = (Family.TEXT, Family.OTHER)
_SIGNED = "varchar(700) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
_KINDS = ((int, "bigint"), (float, "double"))
_LONG = 191


class MariadbKeys(Keys):
    """Sizes of letters do not count there: what an index found is compared again by sign."""

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
        signs, plain = by_sign(text), sa.func.length(_unicode(text), type_=sa.Integer)
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

    def normal(self, kind: str, column: Value) -> Text:
        formed = super().normal(kind, column)
        if kind not in SMALL_LETTERS:
            return formed
        # Nearly all are plain ASCII without space around it, and need no regular expression.
        signs, last = by_sign(column), _last(by_sign(column))
        small: Text = sa.func.lower(signs, type_=sa.String)
        one_byte = sa.func.length(signs) == sa.func.char_length(signs)
        plain = sa.and_(one_byte, signs >= FIRST_SIGN, last >= FIRST_SIGN)
        if kind == KeyKind.EMAIL:
            plain = sa.and_(plain, last != LAST_SIGN, small.not_like(LINKED))
        return sa.case((plain, small), else_=formed)

    def clean(self, column: Value) -> Text:
        text = sa.func.replace(by_sign(column), constant("\u00a0"), constant(" "))
        edges = constant("^[[:space:]]+|[[:space:]]+$")
        return sa.func.regexp_replace(text, edges, constant(""), type_=sa.String)

    def without(self, text: Text, pattern: str) -> Text:
        return sa.func.regexp_replace(text, constant(pattern), constant(""), type_=sa.String)


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


def by_sign(column: Value) -> Text:
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
    return sa.or_(_is_odd(text), by_sign(text).regexp_match(pattern))
