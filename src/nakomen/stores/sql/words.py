"""Words with which SQL is written here: constants, parameters that are looked up, partitions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from nakomen.records import KeyKind

Flag = sa.ColumnElement[bool]
Text = sa.ColumnElement[str]
Value = sa.ColumnElement[Any]
Values = Sequence[str | int | float]


def constant(text: str) -> Text:
    """A constant of ours, written out in the statement so that people can read it there."""
    return sa.literal_column("'" + text.replace("'", "''") + "'", sa.String)


SMALL_LETTERS = (KeyKind.EMAIL, KeyKind.USERNAME)
"""Kinds of which the normal form is in small letters."""
LINKED = constant("mailto:%")
"""Of an address that was copied from a link."""
LAST_SIGN = constant(">")
"""The last of an address that was copied from the head of a mail."""
LOCAL_DIGITS = 8
"""So many digits at the end of a telephone number are enough to spare a database the others."""
FIRST_SIGN = constant("!")
"""The first of ASCII that is neither a space nor a sign that nobody sees."""


@dataclass(frozen=True, kw_only=True)
class Held:
    """Values of a parameter that are looked up each time a statement with it runs."""

    name: str
    values: Callable[[], list[str | int | float]]

    def bound(self, type_: sa.types.TypeEngine[Any], *, expanding: bool = False) -> Value:
        return sa.bindparam(
            self.name, type_=type_, callable_=self.values, expanding=expanding, unique=True
        )


def last_digits(phone: object) -> str:
    """
    The signs that stand, in this order, in each writing of the *phone* number in normal form.

    >>> last_digits("+31612345678")
    '12345678'
    """
    local = str(phone)[3:]  # +31 is 0 to who writes at home.
    return local[-LOCAL_DIGITS:]


def sizes(held: Held) -> list[int]:
    """How many bytes of UTF-8 the texts *held* have, each size once; [0] without texts."""
    return list({len(str(value).encode()): None for value in held.values()}) or [0]


@dataclass(frozen=True, kw_only=True)
class Part:
    """
    One partition of a table: it holds what lies before *ends* by *column*.

    It is read as a *table* of its own, or as that of the whole with a *hint* behind its name.
    """

    name: str
    column: str
    ends: date
    table: sa.TableClause
    hint: str = ""


def whole(counted: Sequence[Any]) -> int:
    """The rows of a partition, of which *counted* are all and those that stay; 0 if any stays."""
    rows, others = int(counted[0]), int(counted[1])
    return 0 if others else rows


def told(moment: datetime) -> str:
    """
    As text that can be compared: what is said to the second comes behind what is said to here.

    >>> told(datetime(2026, 3, 28, 23))
    '2026-03-28 23:00'
    """
    return f"{moment:%Y-%m-%d %H:%M}"
