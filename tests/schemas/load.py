"""Filling a database: a script of SQL as it came, and rows of our own."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

import psycopg
import pymysql
import sqlalchemy as sa
from pymysql.constants.CLIENT import MULTI_STATEMENTS

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Table → rows, in an order that its references allow."""


def script(url: str, text: str) -> None:
    """Run a script of many statements in the database at *url*."""
    address = sa.make_url(url)
    match address.get_backend_name():
        case "sqlite":
            with closing(sqlite3.connect(Path(str(address.database)))) as connection:
                connection.executescript(text)
        case "postgresql":
            plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
            with psycopg.connect(plain, autocommit=True) as connection:
                connection.execute(text)  # type: ignore[call-overload]
        case _:
            with closing(
                pymysql.connect(
                    host=address.host, port=address.port or 3306, user=address.username,
                    database=address.database, charset="utf8mb4", autocommit=True,
                    client_flag=MULTI_STATEMENTS, init_command="SET sql_mode=''",
                )
            ) as connection, connection.cursor() as cursor:  # fmt: skip
                cursor.execute(text)
                while cursor.nextset():
                    pass


def insert(url: str, rows: Rows) -> None:
    """Put *rows* into their tables; rows of one table may name different columns."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        if engine.dialect.name == "mysql":
            connection.exec_driver_sql("SET SESSION sql_mode=''")
        for table, many in rows.items():
            for names, alike in groupby(many, key=tuple):
                into = sa.table(table, *map(sa.column, names))
                connection.execute(sa.insert(into), [dict(row) for row in alike])
    engine.dispose()
