"""Where the desk keeps its own: a file of SQLite beside the ledger, or PostgreSQL."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


def database(address: str | None, state: Path) -> dict[str, Any]:
    """What Django calls a database; *address* is ``postgresql://…``, or None for the file."""
    return _server(address) if address else _file(state / "desk.sqlite")


def _file(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            # What is deleted leaves the file too.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
            "PRAGMA secure_delete=ON",
        },
    }


def _server(address: str) -> dict[str, Any]:
    """
    >>> made = _server("postgresql://desk:p%40w@db:5433/desk?sslmode=require")
    >>> made["NAME"], made["PASSWORD"], made["PORT"], made["OPTIONS"]
    ('desk', 'p@w', '5433', {'sslmode': 'require'})
    """
    to = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(to.path.strip("/")),
        "USER": unquote(to.username or ""),
        "PASSWORD": unquote(to.password or ""),
        "HOST": to.hostname or "",
        "PORT": str(to.port or ""),
        "OPTIONS": dict(parse_qsl(to.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
