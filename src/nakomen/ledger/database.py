"""One SQLite file of our own: opened safely, brought up to date, its troubles told in our words."""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Table, create_engine, event, select, update
from sqlalchemy.exc import DBAPIError

from nakomen.ledger.errors import LedgerBroken, LedgerBusy, LedgerError, LedgerFull, LedgerNewer

BUSY_SECONDS = 30
Migrations = Sequence[Sequence[str]]
"""Statements by number, from 1. What stands here once is never changed, only added to."""

_FULL = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PERM,
}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}


class Database:
    """
    A SQLite file in WAL mode; a commit has reached the disk when it returns.

    Raises, from every method:
        LedgerFull, LedgerBusy, LedgerBroken: as their texts say.
    """

    def __init__(self, file: Path, migrations: Migrations) -> None:
        """
        Raises:
            LedgerNewer: the file has migrations that this version does not know.
        """
        self.file = file
        with self._told():
            _make_private(file)
        url = URL.create("sqlite", database=str(file))
        # Parameters are ciphertext and evidence; neither has any business in an error.
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
        self._reading = engine.execution_options(begin="BEGIN")
        self._writing = engine.execution_options(begin="BEGIN IMMEDIATE")
        self._alone = engine.execution_options(begin="")
        try:
            self._migrate(migrations)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One moment in time; never waits for a writer."""
        with self._told(), self._reading.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The only writer until the block ends; then all of it is on disk, or nothing."""
        with self._told(), self._writing.begin() as connection:
            yield connection

    def compact(self) -> None:
        """
        Write the file anew from its live rows and empty its log, so that no deleted byte is left.

        ``secure_delete`` is not enough: when SQLite moves rows to another page it may leave a
        copy in the unused middle of the old one, where a later delete does not reach.
        """
        with self._told(), self._alone.connect() as connection:
            connection.exec_driver_sql("VACUUM")
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one()
        if busy:
            raise LedgerBusy(self.file.name)

    def sweep(self, marked: Table) -> None:
        """
        Compact if *marked*, a table of one row, says ``unswept``; then it no longer does.

        Raises:
            LedgerBusy: another process still reads; the mark stays.
        """
        with self.reading() as connection:
            unswept = connection.scalar(select(marked.c.unswept))
        if unswept:
            self.compact()
            with self.writing() as connection:
                connection.execute(update(marked).values(unswept=0))

    def close(self) -> None:
        self._reading.dispose()

    def _migrate(self, migrations: Migrations) -> None:
        with self.reading() as connection:
            done = _migrated(connection)
        if done > len(migrations):
            raise LedgerNewer(self.file.name)
        if done == len(migrations):
            return
        with self.writing() as connection:
            for number in range(_migrated(connection) + 1, len(migrations) + 1):
                for statement in (*_NUMBERS, *migrations[number - 1]):
                    connection.exec_driver_sql(statement)
                connection.exec_driver_sql("INSERT INTO migration VALUES (?)", (number,))

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (DBAPIError, sqlite3.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            if told := _tell(cause, self.file):
                raise told from error
            raise
        except OSError as error:
            raise LedgerFull(f"{self.file.name}: {error.strerror}") from error


_NUMBERS = ("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY)",)


def _migrated(connection: Connection) -> int:
    known = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migration'"
    if not connection.exec_driver_sql(known).scalar_one():
        return 0
    highest = connection.exec_driver_sql("SELECT max(number) FROM migration").scalar_one()
    return highest or 0


def _make_private(file: Path) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite gives its log the mode of the file, so this one line keeps all of them private. A file
    # that is there already is never opened by us: closing it would drop the locks that SQLite holds
    # for the other connections of this process, and what they write could be lost.
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    if statement := connection.get_execution_options()["begin"]:
        connection.exec_driver_sql(statement)


def _tell(error: object, file: Path) -> LedgerError | None:
    """Our error for one of SQLite's; None when Python's driver itself complains: then we erred."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    detail = f"{file.name}: {getattr(error, 'sqlite_errorname', code)}"
    primary = code & 0xFF
    if primary in _FULL:
        return LedgerFull(detail)
    return LedgerBusy(detail) if primary in _BUSY else LedgerBroken(detail)
