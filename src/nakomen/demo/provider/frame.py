"""
How rows are made: one SELECT over the number table, nothing decided by chance.

A customer is a number *n*. Her subscriptions are 2n-1 and 2n, her tickets and contacts too; her
invoices, logins and calls count on from those of customer n-1. `cast.py` relies on this.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Insert, Select, Table, insert, select

from nakomen.demo.provider import people
from nakomen.demo.provider.expressions import Number, day_number


@dataclass(frozen=True, kw_only=True)
class Size:
    """How much there is; *calls_each* holds for the four in five customers who call."""

    customers: int
    calls_each: int
    invoices_each: int = 10
    logins_each: int = 10


@dataclass(frozen=True, kw_only=True)
class Scope:
    """One generation: its size, and the day on which the data will be looked at."""

    size: Size
    today: date

    @property
    def day(self) -> int:
        return day_number(self.today)


A: Final = people.NUMBER.alias("a")
B: Final = people.NUMBER.alias("b")
n: Final[Number] = A.c.n
"""The customer."""
k: Final[Number] = B.c.n
"""Her first, second, third ... of something."""


def fill(
    table: Table, source: FromClause, where: ColumnElement[bool], **columns: ColumnElement[Any]
) -> Insert:
    """Put into *table* one row for each row of *source* that matches *where*."""
    rows: Select[Any] = select(*columns.values()).select_from(source).where(where)
    return insert(table).from_select(list(columns), rows)


def each(count: int) -> FromClause:
    """Every number *n* with every *k* from 1 to *count*."""
    return A.join(B, k <= count)
