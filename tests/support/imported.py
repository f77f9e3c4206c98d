"""What a program has that forks commands: all of nakomen imported, and nothing open."""

import gc
import importlib
import io
import pkgutil
from collections.abc import Iterable, Iterator
from contextlib import redirect_stdout
from datetime import date

import nakomen
from nakomen.demo.provider import STATEMENT
from nakomen.policy import schema_texts

DIALECTS = ("sqlite", "postgresql.psycopg", "mysql.pymysql")
OTHERS = (
    "rich.console",
    "rich.table",
    "holidays.countries.netherlands",
    *(f"sqlalchemy.dialects.{name}" for name in DIALECTS),
)
_STARTS = ("nakomen.__main__", "nakomen.pytest_plugin")
_WEB = "nakomen.desk"
"""Models of Django are imported in a set-up program only, and no command needs them."""


def everything() -> None:
    """Import each module, and make once what each command or reading needs, so forks need not."""
    from nakomen import verbs
    from nakomen.cli import main

    for name in [*_modules(nakomen.__path__, "nakomen."), *OTHERS]:
        importlib.import_module(name)
    with redirect_stdout(io.StringIO()):
        main(["--help"])
    schema_texts()
    verbs.check_statement(STATEMENT, date(2026, 11, 21))
    gc.freeze()


def _modules(path: Iterable[str], prefix: str) -> Iterator[str]:
    for module in pkgutil.iter_modules(path, prefix):
        if module.name not in (*_STARTS, _WEB):
            yield module.name
            if module.ispkg:
                package = importlib.import_module(module.name)
                yield from _modules(package.__path__, f"{module.name}.")
