"""The example provider's stores, surveyed on SQLite, are drafted as a person would."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.detect.seen import answer, told

from nakomen.demo.provider.generate import generate
from nakomen.detect import draft_map
from nakomen.records import Survey
from nakomen.stores import load

TODAY = date(2026, 11, 21)


def _seeded(folder: Path, name: str) -> str:
    """The address of a provider store with data in it."""
    url = f"sqlite:///{folder / name}.db"
    _fill(url, name)
    return url


def _fill(url: str, name: str) -> None:
    engine = create_engine(url)
    generate(engine, "tiny", name, today=TODAY)
    engine.dispose()


@pytest.fixture
def crm(tmp_path: Path) -> str:
    return _seeded(tmp_path, "crm")


def _survey(name: str, url: str) -> Survey:
    with load(name, url) as store:
        return store.survey()


@pytest.mark.parametrize("name", ["crm", "newsletter", "calls"])
def test_a_live_store_is_drafted_as_a_person_would(tmp_path: Path, name: str):
    """Reflection and values of a real database lead to the hand-written map."""
    drafted = draft_map(_survey(name, _seeded(tmp_path, name)))
    assert told(drafted) == answer(f"provider_{name}")


def _values(url: str) -> Iterator[str]:
    """Every text that stands in a column of persons."""
    columns = {
        "customer": ("number", "name", "company_name", "email", "phone", "street", "iban"),
        "staff": ("name", "email"),
        "subscription": ("msisdn",),
        "ticket_message": ("body",),
    }
    engine = create_engine(url)
    with engine.connect() as connection:
        for table, names in columns.items():
            for name in names:
                for (value,) in connection.execute(text(f"SELECT {name} FROM {table}")):
                    yield from [value] if value else []
    engine.dispose()


@pytest.mark.parametrize("server", ["postgres_url", "mariadb_url"])
def test_other_databases_lead_to_the_same_map(request: pytest.FixtureRequest, server: str):
    """Types have other names there and links come in another order; the draft is the same."""
    url: str = request.getfixturevalue(server)
    _fill(url, "crm")
    assert told(draft_map(_survey("crm", url))) == answer("provider_crm")


def test_no_value_of_the_store_stands_in_its_draft(crm: str):
    """The survey reads persons' data, and neither it nor the draft holds any."""
    values = set(_values(crm))
    assert "anna.dewit@post.example" in values
    seen = _survey("crm", crm)
    printed = repr(seen) + repr(draft_map(seen))
    assert [value for value in values if value in printed] == []
