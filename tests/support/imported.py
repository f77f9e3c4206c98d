"""What a program has that forks commands: all of nakomen imported, and nothing open."""

import gc
import importlib
import pkgutil
from datetime import date

import nakomen
from nakomen.demo.provider import STATEMENT

DIALECTS = ("sqlite", "postgresql.psycopg", "mysql.pymysql")
OTHERS = ("rich.console", "rich.table", *(f"sqlalchemy.dialects.{name}" for name in DIALECTS))
_STARTS = ("nakomen.__main__", "nakomen.pytest_plugin")


def everything() -> None:
    """Import each module, and compile each pattern that a reading needs, so that forks need not."""
    from nakomen import verbs

    found = pkgutil.walk_packages(nakomen.__path__, "nakomen.")
    for name in [*(module.name for module in found if module.name not in _STARTS), *OTHERS]:
        importlib.import_module(name)
    verbs.check_statement(STATEMENT, date(2026, 11, 21))
    gc.freeze()
