"""
SQL expressions that one row number decides, for SQLite, PostgreSQL and MariaDB alike.

Days are counted from 1 January 1970 and moments in seconds from that day in UTC, so that all
date arithmetic is on whole numbers; only the last step differs by database.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, Date, DateTime, String, case, cast, func
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

Number = ColumnElement[int]
Words = ColumnElement[str]
DAY_SECONDS: Final = 86_400
_EPOCH: Final = date(1970, 1, 1)


class Instant(FunctionElement[Any]):
    """The moment that lies so many seconds after 1 January 1970, UTC."""

    type = DateTime(timezone=True)
    name = "instant"
    inherit_cache = True


class Day(FunctionElement[Any]):
    """The day that lies so many days after 1 January 1970."""

    type = Date()
    name = "day"
    inherit_cache = True


@compiles(Instant, "sqlite")
def _instant_sqlite(element: Instant, compiler: SQLCompiler, **kw: Any) -> str:
    # The very text that SQLAlchemy writes: a row without ".000000" would sort before its equal.
    seconds = compiler.process(element.clauses, **kw)
    return f"strftime('%Y-%m-%d %H:%M:%S.000000', {seconds}, 'unixepoch')"


@compiles(Instant, "postgresql")
def _instant_postgresql(element: Instant, compiler: SQLCompiler, **kw: Any) -> str:
    return f"to_timestamp({compiler.process(element.clauses, **kw)})"


@compiles(Instant, "mysql")
@compiles(Instant, "mariadb")
def _instant_mariadb(element: Instant, compiler: SQLCompiler, **kw: Any) -> str:
    # Not from_unixtime(): that answers in the zone of the session.
    seconds = compiler.process(element.clauses, **kw)
    return f"TIMESTAMP '1970-01-01 00:00:00' + INTERVAL ({seconds}) SECOND"


@compiles(Day, "sqlite")
def _day_sqlite(element: Day, compiler: SQLCompiler, **kw: Any) -> str:
    return f"date(({compiler.process(element.clauses, **kw)}) * 86400, 'unixepoch')"


@compiles(Day, "postgresql")
def _day_postgresql(element: Day, compiler: SQLCompiler, **kw: Any) -> str:
    return f"DATE '1970-01-01' + CAST({compiler.process(element.clauses, **kw)} AS INTEGER)"


@compiles(Day, "mysql")
@compiles(Day, "mariadb")
def _day_mariadb(element: Day, compiler: SQLCompiler, **kw: Any) -> str:
    return f"DATE '1970-01-01' + INTERVAL ({compiler.process(element.clauses, **kw)}) DAY"


def day_number(day: date) -> int:
    """
    Days since 1 January 1970.

    >>> day_number(date(1970, 2, 1))
    31
    """
    return (day - _EPOCH).days


def words(number: Number) -> Words:
    return cast(number, String(20))


def padded(number: Number, digits: int) -> Words:
    """*number* with leading zeros; it must be smaller than 10 ** digits."""
    # No lpad() in SQLite; the text after the 1 of 10...0 + number is the same everywhere.
    return func.substr(words(number + 10**digits), 2, digits, type_=String())


def pick(values: Sequence[str], number: Number) -> Words:
    """The value whose place in *values* is *number* modulo their count."""
    return case(dict(enumerate(values)), value=number % len(values))


def scattered(number: Number, factor: int, below: int) -> Number:
    """*number* times *factor*, modulo *below*: one to one when the two have no common divisor."""
    return (cast(number, BigInteger) * factor) % below


def iban(number: Number) -> Words:
    """A Dutch IBAN with valid check digits at the bank FICT, which does not exist (ISO 13616)."""
    letters = int("".join(str(int(letter, 36)) for letter in "FICT"))
    fixed = (letters * 10**16 + 232100) % 97
    check = 98 - (fixed + (number % 97) * (10**6 % 97)) % 97
    return "NL" + padded(check, 2) + "FICT" + padded(number, 10)
