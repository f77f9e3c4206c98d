"""Keys of persons in PostgreSQL: their normal form, and how they are looked for."""

import json
import re
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import ARRAY, INET

from nakomen.records import KeyKind
from nakomen.stores.family import Family
from nakomen.stores.sql.keys import Keys
from nakomen.stores.sql.words import (
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
)

TYPES: dict[Family, sa.types.TypeEngine[Any]] = {
    Family.INTEGER: sa.BigInteger(),
    Family.NUMBER: sa.Numeric(asdecimal=False),
    Family.UUID: sa.Uuid(as_uuid=False),
    Family.INET: INET(),
}


class _Listed(sa.types.TypeDecorator[Any]):
    """An array as PostgreSQL writes it: the driver asks of each value by itself what it is."""

    impl = ARRAY
    cache_ok = True

    def bind_processor(self, dialect: Any) -> Any:  # noqa: ARG002 (every driver sends text)
        return _array


class PostgresqlKeys(Keys):
    """They travel as one array; many sit in a temporary table."""

    _unicode: bool
    """The database stores Unicode, so that signs can be brought to one form."""

    def among(self, column: Value, held: Held, fam: Family) -> Flag:
        plain = self.text(column) if fam is Family.OTHER else column
        return plain == sa.any_(held.bound(_Listed(TYPES.get(fam, sa.Text()))))

    def among_normal(self, text: Text, held: Held) -> Flag:
        return self.among(text, held, Family.TEXT)

    def near(self, kind: str, text: Text, held: Held) -> Flag:
        """
        An address in plain ASCII holds its normal form when its letters are made small, and a
        telephone number holds its last digits. That takes half the time of a scan for the normal
        form itself, or a tenth; an index on the latter serves as well.
        """
        phone = kind == KeyKind.PHONE
        if kind not in SMALL_LETTERS and not phone:
            return super().near(kind, text, held)
        pattern = _in_order if phone else _part_of
        parts = Held(name="part", values=lambda: [pattern(value) for value in held.values()])
        plain = text.collate("C") if phone else _plainly_small(text)
        holds = plain.op("LIKE", is_comparison=True)
        odd = sa.func.octet_length(text) != sa.func.length(text)
        return sa.or_(odd, holds(sa.any_(parts.bound(_Listed(sa.Text())))))

    def differ(self, column: Value, text: Text) -> Flag:
        return column.collate("C") != text

    def key_table(
        self,
        connection: Connection,
        name: str,
        values: Values,
        like: Value | None,  # noqa: ARG002 (the type of the values decides)
    ) -> None:
        kind = "bigint" if isinstance(values[0], int) else "text"
        kind = "double precision" if isinstance(values[0], float) else kind
        # As JSON: the driver writes a list sign by sign in Python.
        made = f"CREATE TEMP TABLE {name} AS SELECT told::{kind} AS value FROM "  # noqa: S608
        made += "json_array_elements_text(%s::json) AS told"
        connection.exec_driver_sql(made, (json.dumps(values, ensure_ascii=False),))
        connection.exec_driver_sql(f"ANALYZE {name}")

    def among_rows(self, column: Value, table: sa.TableClause, fam: Family) -> Flag:
        if fam in (Family.UUID, Family.INET):
            return column.in_(sa.select(sa.cast(table.c.value, TYPES[fam])))
        return super().among_rows(column, table, fam)

    def normal(self, kind: str, column: Value) -> Text:
        formed = super().normal(kind, column)
        if kind not in SMALL_LETTERS:
            return formed
        # Nearly all are plain ASCII, which has one form: a fifth of the time of a scan.
        small = _plainly_small(_trimmed(column))
        plain = sa.func.octet_length(column) == sa.func.length(column)
        if kind == KeyKind.EMAIL:
            last = sa.func.right(small, sa.literal_column("1", sa.Integer), type_=sa.String)
            plain = sa.and_(plain, small.not_like(LINKED), last != LAST_SIGN)
        return sa.case((plain, small), else_=formed)

    def clean(self, column: Value) -> Text:
        text: Text = column
        if self._unicode:
            text = sa.func.normalize(text, sa.literal_column("NFKC"), type_=sa.String)
        return _trimmed(text)

    def without(self, text: Text, pattern: str) -> Text:
        nothing, everywhere = constant(""), constant("g")
        return sa.func.regexp_replace(text, constant(pattern), nothing, everywhere, type_=sa.String)


def _array(values: Values) -> str:
    """
    >>> _array([7, "a,b", 'say "no"'])
    '{7,"a,b","say \\\\"no\\\\""}'
    """
    return "{" + ",".join(_quoted(v) if isinstance(v, str) else str(v) for v in values) + "}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _plainly_small(text: Text) -> Text:
    """Small letters of ASCII, whatever the place of the database."""
    return sa.func.lower(text.collate("C"), type_=sa.String)


def _part_of(value: object) -> str:
    """
    The pattern of a text that holds *value* somewhere.

    >>> _part_of("a_b@zon.example")
    '%a\\\\_b@zon.example%'
    """
    return "%" + re.sub(r"([\\%_])", r"\\\1", str(value)) + "%"


def _in_order(phone: object) -> str:
    """
    The pattern of a text in which the last digits of *phone* stand, whatever is between them.

    >>> _in_order("+31612345678")
    '%1%2%3%4%5%6%7%8%'
    """
    return "%".join(("", *last_digits(phone), ""))


def _trimmed(text: Text) -> Text:
    return sa.func.btrim(text, sa.literal_column(r"E' \t\n\r\f\v'"), type_=sa.String)
