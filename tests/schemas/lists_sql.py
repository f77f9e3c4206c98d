"""Run in an environment with Mailman, Trac and Isso: writes their schemas as SQL."""

import importlib
import pkgutil
import sqlite3
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")


def _mailman() -> str:
    """Its tables for PostgreSQL, as its first start makes them."""
    from mailman import model
    from mailman.database.model import Model
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateIndex, CreateTable

    for module in pkgutil.iter_modules(model.__path__):
        importlib.import_module(f"mailman.model.{module.name}")
    dialect = postgresql.dialect()
    tables = Model.metadata.sorted_tables
    made = [CreateTable(table) for table in tables]
    made += [CreateIndex(index) for table in tables for index in table.indexes]
    return "".join(f"{statement.compile(dialect=dialect)};\n" for statement in made)


def _trac() -> str:
    """Its tables for SQLite, which it uses unless told otherwise."""
    from trac.db.sqlite_backend import _to_sql
    from trac.db_default import schema

    return "".join(f"{statement};\n" for table in schema for statement in _to_sql(table))


def _isso(folder: Path) -> str:
    from isso import config
    from isso.db import SQLite3

    file = folder / "isso.db"
    SQLite3(str(file), config.load(config.default_file()))
    with sqlite3.connect(file) as connection:
        found = "SELECT sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND sql NOT NULL"
        return "".join(f"{row[0]};\n" for row in connection.execute(found))


def main() -> None:
    folder = Path(sys.argv[1])
    (folder / "mailman.sql").write_text(_mailman(), encoding="utf-8")
    (folder / "trac.sql").write_text(_trac(), encoding="utf-8")
    (folder / "isso.sql").write_text(_isso(folder), encoding="utf-8")


main()
