"""From a statement to an erasure, on databases of other people's design."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import sqlalchemy as sa
from ruamel.yaml import YAML
from tests.circle.world import World
from tests.schemas import helpdesk, shop, wordpress
from tests.schemas.score import ANSWERS, STORE

STATEMENT = """Privacyverklaring Voorbeeld B.V.

Wij bewaren uw klantgegevens zolang u klant bent.
Facturen en betalingen bewaren wij zeven jaar, omdat de wet dat vraagt.
U kunt ons vragen uw gegevens in te zien, te verbeteren en te wissen.
"""
ANNA = "anna.vries1@post.example"
LEFT_TO_DECIDE = 4
"""The exit code of a plan of which some steps are for a person: payments without a day."""
Rows = dict[tuple[str, tuple[str, ...]], tuple[object, ...]]


@pytest.mark.parametrize(
    ("program", "server"),
    [(shop, "postgres_url"), (helpdesk, "mariadb_url"), (wordpress, "mariadb_url")],
    ids=["shop", "helpdesk", "wordpress"],
)
def test_one_person_goes_and_no_row_of_another_changes(
    request: pytest.FixtureRequest, tmp_path: Path, program: ModuleType, server: str
) -> None:
    """Her rows are gone, or emptied where a row that stays points to them; she sees them all."""
    url: str = request.getfixturevalue(server)
    program.build(url)
    name = program.__name__.rpartition(".")[2]
    world = _company(tmp_path, url)
    before = _rows(url)
    hers = {*_hers(name)}
    assert hers <= before.keys()

    seen = world.plan("access", "--key", f"email={ANNA}")
    planned = world.plan("erase", "--key", f"email={ANNA}")
    world.apply(planned["plan"], code=LEFT_TO_DECIDE)

    after = _rows(url)
    changed = {place for place, row in before.items() if after.get(place) != row}
    assert changed <= hers
    assert after.keys() <= before.keys()
    assert len(changed) == _rows_of(planned, "erase", "blank")
    assert len(hers) == _rows_of(seen, "export") - _shared(seen)
    assert ANNA not in str([after[place] for place in changed & after.keys()])


def _rows_of(planned: Mapping[str, Any], *acts: str) -> int:
    return sum(step["rows"] for step in planned["steps"] if step["act"] in acts)


def _shared(planned: Mapping[str, Any]) -> int:
    """Rows of others that name her, shown masked."""
    return sum(step["rows"] for step in planned["steps"] if step["masked"])


def _company(folder: Path, url: str) -> World:
    source = folder / "statement.txt"
    source.write_text(STATEMENT, encoding="utf-8")
    world = World(folder=folder / "company", urls={STORE: url})
    world.init(source)
    return world


def _hers(name: str) -> set[tuple[str, tuple[str, ...]]]:
    answer = YAML(typ="safe", pure=True).load((ANSWERS / f"{name}.yaml").read_text("utf-8"))
    hers = answer["persons"][0]["hers"]
    return {(table, (str(key),)) for table, keys in hers.items() for key in keys}


def _rows(url: str) -> Rows:
    """Every row of every table by its primary key."""
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    found: Rows = {}
    with engine.connect() as connection:
        inspector = sa.inspect(connection)
        for table in inspector.get_table_names():
            key = inspector.get_pk_constraint(table)["constrained_columns"]
            for row in connection.execute(sa.select(sa.text("*")).select_from(sa.table(table))):
                values = row._mapping
                found[table, tuple(str(values[column]) for column in key)] = tuple(row)
    engine.dispose()
    return found
