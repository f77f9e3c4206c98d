"""Keys of persons in plain SQL: their normal form, and how they are looked for."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen.records import KeyKind
from nakomen.records.subject import AROUND
from nakomen.stores.family import Family
from nakomen.stores.sql.words import Flag, Held, Text, Value, Values, constant

_TYPES: dict[Family, sa.types.TypeEngine[Any]] = {
    Family.INTEGER: sa.BigInteger(),
    Family.NUMBER: sa.Numeric(asdecimal=False),
}


class Keys:
    """Databases override what they say otherwise."""

    def text(self, value: Value) -> Text:
        return sa.cast(value, sa.Text)

    def among(self, column: Value, held: Held, fam: Family) -> Flag:
        """The column holds one of the values *held*, compared sign by sign."""
        plain = self.text(column) if fam is Family.OTHER else column
        return plain.in_(held.bound(_TYPES.get(fam, sa.String()), expanding=True))

    def among_normal(self, text: Text, held: Held) -> Flag:
        """A text in normal form is one of the values *held*."""
        return text.in_(held.bound(sa.String(), expanding=True))

    def near(self, kind: str, text: Text, held: Held) -> Flag:  # noqa: ARG002 (others need them)
        """Cheap to see, and surely so where the normal form of *text* is among *held*."""
        return sa.true()

    def among_rows(self, column: Value, table: sa.TableClause, fam: Family) -> Flag:
        """The column holds one of the values of a key table, compared sign by sign."""
        plain = self.text(column) if fam is Family.OTHER else column
        return plain.in_(sa.select(table.c.value))

    def key_table(
        self, connection: Connection, name: str, values: Values, like: Value | None
    ) -> None:
        """Make a temporary table of *values*. *like* is the column they are compared with."""
        raise NotImplementedError

    def normal(self, kind: str, column: Value) -> Text:
        """The column's text in the normal form of *kind*, as `nakomen.records.normal` has it."""
        text = self.clean(column)
        match kind:
            case KeyKind.EMAIL:
                return self.without(_folded(text), AROUND)
            case KeyKind.USERNAME:
                return _folded(text)
            case KeyKind.IBAN:
                return sa.func.upper(self.without(text, "[[:space:].-]"))
            case KeyKind.PHONE:
                digits = self.without(self.without(text, "[(]0[)]"), "[^0-9+]")
                abroad = self.instead(self.instead(digits, "^00", "+"), "^0", "+31")
                return constant("+") + self.instead(abroad, "^[+]", "")
            case _:
                return text

    def differ(self, column: Value, text: Text) -> Flag:
        """The column holds another text, sign by sign."""
        return column != text

    def clean(self, column: Value) -> Text:
        """The column as text, its signs in one form, without space around it."""
        raise NotImplementedError

    def instead(self, text: Text, pattern: str, other: str) -> Text:
        """*text* with the first match of *pattern* replaced."""
        return sa.func.regexp_replace(text, constant(pattern), constant(other), type_=sa.String)

    def without(self, text: Text, pattern: str) -> Text:
        """*text* with every match of *pattern* left out."""
        raise NotImplementedError


def _folded(text: Text) -> Text:
    return sa.func.replace(sa.func.lower(text), constant("ß"), constant("ss"))
