"""
For a program's own tests: its schema brings no personal data that the company did not promise.

Set ``nakomen_folder`` in the settings of pytest, and write one test::

    def test_every_personal_column_is_promised(nakomen_schema, engine):
        nakomen_schema(engine.url)
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import nakomen

if TYPE_CHECKING:
    from sqlalchemy import URL


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addini("nakomen_folder", "the company's folder, from the root of the project")
    parser.addini("nakomen_store", "the system that has this schema; not needed when there is one")


@pytest.fixture(scope="session")
def nakomen_schema(request: pytest.FixtureRequest) -> "Callable[..., None]":
    """
    A function that fails on columns with personal data which no promise covers.

    Its arguments are the address of a database with the new schema, as a text or as SQLAlchemy has
    it, or files and folders with SQL in the order in which they are run.
    """
    folder = request.config.getini("nakomen_folder")
    if not folder:
        raise pytest.UsageError("set nakomen_folder in the settings of pytest")
    store = request.config.getini("nakomen_store") or None

    def check(*sources: "str | Path | URL") -> None:
        told = _told(request.config.rootpath / folder, [_address(s) for s in sources], store)
        if told:
            pytest.fail("\n\n".join(told), pytrace=False)

    return check


def _told(folder: Path, sources: list[str], store: str | None) -> list[str]:
    with nakomen.Company.open(folder) as company:
        findings = nakomen.verbs.check_schema(company, sources, store)
        return [nakomen.render(finding, nakomen.Lang.EN) for finding in findings]


def _address(source: "str | Path | URL") -> str:
    """An address of SQLAlchemy with its password: printed as text it would hide that."""
    shown = getattr(source, "render_as_string", None)
    return shown(hide_password=False) if shown else str(source)
