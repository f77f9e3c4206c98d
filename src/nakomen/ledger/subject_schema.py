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
KEYS_OF = text(
    "SELECT wrapped, fingerprint, sealed FROM subject LEFT JOIN subject_key ON subject = number "
    "WHERE number = :number"
)
NEXT_NUMBER = text(
    "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'subject'), 0) + 1"
)


def owners_of(connection: Connection, wanted: Collection[str]) -> dict[int, set[str]]:
    """Which of *wanted* each subject has, in order of their numbers."""
    owners: dict[int, set[str]] = {}
    for mark, number in connection.execute(_OWNERS, {"values": json.dumps(list(wanted))}):
        owners.setdefault(number, set()).add(mark)
    return owners


def listed(values: Iterable[str | int]) -> Select[Any]:
    """*values* as one parameter, however many there are."""
    return select(func.json_each(json.dumps(list(values))).table_valued("value").c.value)


def fingerprints_of(number: int) -> Select[Any]:
    return select(KEY.c.fingerprint).where(KEY.c.subject == number)


_OWNERS = text(
    "SELECT fingerprint, subject FROM subject_key "
    "WHERE fingerprint IN (SELECT value FROM json_each(:values)) ORDER BY subject"
)
