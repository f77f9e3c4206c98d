"""
SQLite: one file is written anew, and the journals beside it are emptied.

A row that goes stays in free pages and in the gaps of others when its program did not ask for
`secure_delete`; a write-ahead log holds pages as they were, until it is cut.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from nakomen.records.destruction import Medium, Remain
from nakomen.stores.sql.destroy.way import Session, Span
from nakomen.terms import Text


class SqliteWay:
    def rewrites(self, tables: Sequence[str]) -> list[str]:  # noqa: ARG002 (one file holds all)
        return ["VACUUM"]

    def forget(
        self,
        session: Session,
        tables: Sequence[str],
        span: Span,  # noqa: ARG002 (a file keeps no days)
    ) -> Iterator[Remain]:
        if session.ask("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat4'"):
            for table in tables:
                session.do(f"ANALYZE {table}")
        for statement in self.rewrites(tables):
            session.do(statement)
        # A short write takes the place of a journal that another program let lie.
        session.do("PRAGMA wal_checkpoint(TRUNCATE)")
        yield from _left(session, Path(_file(session)))


def _file(session: Session) -> str:
    return str(next(row[2] for row in session.ask("PRAGMA database_list") if row[1] == "main"))


def _left(session: Session, file: Path) -> Iterator[Remain]:
    for ending in ("-wal", "-journal"):
        beside = Path(f"{file}{ending}")
        if beside.exists() and beside.stat().st_size:
            yield Remain(medium=Medium.LOG, place=beside.name, text=_HELD)
    if session.one("PRAGMA freelist_count"):
        yield Remain(medium=Medium.TABLE, place=file.name, text=_HELD)
    for row in session.ask(_INDEXED):
        yield Remain(medium=Medium.TABLE, place=row[0], text=_WORDS, seen=False)


_INDEXED = (
    "SELECT name FROM sqlite_master WHERE type = 'table' "
    "AND sql LIKE 'CREATE VIRTUAL TABLE%USING fts%' ORDER BY name"
)
_HELD = Text(
    "een ander programma leest dit bestand nog; sluit dat en herhaal de vernietiging",
    "another program still reads this file; close it and repeat the destruction",
)
_WORDS = Text(
    "een index van woorden; of oude woorden er nog in staan is niet te zien",
    "an index of words; whether old words still stand in it cannot be seen",
)
