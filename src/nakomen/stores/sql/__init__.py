"""SQL databases over SQLAlchemy Core: SQLite, PostgreSQL, MariaDB and MySQL."""

from nakomen.stores.sql.store import SqlStore, open_store

__all__ = ["SqlStore", "open_store"]
