"""What a program has that forks commands: all of nakomen imported, and nothing open."""

import gc
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from datetime import date

import nakomen
from nakomen.demo.provider import STATEMENT

DIALECTS = ("sqlite", "postgresql.psycopg", "mysql.pymysql")
OTHERS = ("rich.console", "rich.table", *(f"sqlalchemy.dialects.{name}" for name in DIALECTS))
_STARTS = ("nakomen.__main__", "nakomen.pytest_plugin")
_WEB = "nakomen.desk"
"""Models of Django are imported in a set-up program only, and no command needs them."""


def everything() -> None:
    """Import each module, and compile each pattern that a reading needs, so that forks need not."""
    from nakomen import verbs

    for name in [*_modules(nakomen.__path__, "nakomen."), *OTHERS]:
        importlib.import_module(name)
    verbs.check_statement(STATEMENT, date(2026, 11, 21))
    gc.freeze()


def _modules(path: Iterable[str], prefix: str) -> Iterator[str]:
    for module in pkgutil.iter_modules(path, prefix):
        if module.name not in (*_STARTS, _WEB):
            yield module.name
            if module.ispkg:
                package = importlib.import_module(module.name)
                yield from _modules(package.__path__, f"{module.name}.")
