"""
The tables of the subject book, and what is asked of them.

Every value in them is sealed; every key is a fingerprint.
"""

import json
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    Table,
    Text,
    func,
    select,
    text,
)

MIGRATIONS = (
    (
        "CREATE TABLE book (check_value BLOB NOT NULL, unswept INTEGER NOT NULL) STRICT",
        "CREATE TABLE subject (number INTEGER PRIMARY KEY AUTOINCREMENT, wrapped BLOB NOT NULL) "
        "STRICT",
        "CREATE TABLE subject_key (fingerprint TEXT NOT NULL, subject INTEGER NOT NULL "
        "REFERENCES subject, sealed BLOB NOT NULL, PRIMARY KEY (subject, fingerprint)) "
        "STRICT, WITHOUT ROWID",
        "CREATE INDEX subject_key_by_fingerprint ON subject_key (fingerprint)",
    ),
    (
        "CREATE TABLE member (grouped INTEGER NOT NULL, subject INTEGER NOT NULL, "
        "line INTEGER NOT NULL, PRIMARY KEY (grouped, subject)) STRICT, WITHOUT ROWID",
        "CREATE TABLE grouped (number INTEGER PRIMARY KEY AUTOINCREMENT) STRICT",
    ),
)
_tables = MetaData()
BOOK = Table("book", _tables, Column("check_value", LargeBinary), Column("unswept", Integer))
SUBJECT = Table(
    "subject",
    _tables,
    Column("number", Integer, primary_key=True),
    Column("wrapped", LargeBinary),
)
KEY = Table(
    "subject_key",
    _tables,
    Column("fingerprint", Text, primary_key=True),
    Column("subject", Integer, primary_key=True),
    Column("sealed", LargeBinary),
)
MEMBER = Table(
    "member",
    _tables,
    Column("grouped", Integer, primary_key=True),
    Column("subject", Integer, primary_key=True),
    Column("line", Integer),
)
NEXT_NUMBER = text(
    "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'subject'), 0) + 1"
)


def owners_of(connection: Connection, wanted: Collection[str]) -> dict[int, int]:
    """How many of *wanted* each subject has, in order of their numbers."""
    each = select(KEY.c.subject, func.count().label("has")).where(
        KEY.c.fingerprint.in_(listed(wanted))
    )
    rows = connection.execute(each.group_by(KEY.c.subject).order_by(KEY.c.subject))
    return {row.subject: row.has for row in rows}


def known_of(connection: Connection, wanted: Collection[str]) -> int:
    """How many of *wanted* the book knows at all."""
    different = select(func.count(KEY.c.fingerprint.distinct()))
    return connection.scalar(different.where(KEY.c.fingerprint.in_(listed(wanted)))) or 0


def listed(values: Iterable[str | int]) -> Select[Any]:
    """*values* as one parameter, however many there are."""
    return select(func.json_each(json.dumps(list(values))).table_valued("value").c.value)


def fingerprints_of(number: int) -> Select[Any]:
    return select(KEY.c.fingerprint).where(KEY.c.subject == number)
