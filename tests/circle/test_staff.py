"""Who works here and is a customer too: no sweep takes her rows, and she may ask for erasure."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.circle.world import World
from tests.controls.house import ANNA, CUSTOMERS, META, VISITS, house, rows

STAFF = sa.Table(
    "employees",
    sa.MetaData(),
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(80), nullable=False),
    sa.Column("email", sa.String(120), unique=True),
)


@pytest.fixture
def world(tmp_path: Path, any_sql_url: str) -> Iterator[World]:
    engine = sa.create_engine(any_sql_url)
    STAFF.create(engine)
    with engine.begin() as connection:
        people = [(1, "Anna de Wit", ANNA.upper()), (2, "Dirk Dam", "dirk@otterloo.example")]
        connection.execute(
            sa.insert(STAFF), [{"id": i, "name": n, "email": e} for i, n, e in people]
        )
    engine.dispose()
    with house(tmp_path, any_sql_url) as made:
        yield made


def test_a_sweep_leaves_the_rows_of_who_works_here(world: World) -> None:
    """Visits 1, 3 and 5 are past their term; 1 is of Anna, whose address stands among staff."""
    assert META.tables.keys() >= {CUSTOMERS.name, VISITS.name}
    assert "records: staff" in (world.folder / "systems" / "crm.yaml").read_text("utf-8")
    planned = world.plan("retention")
    kept = [s for s in planned["steps"] if "die hier werkt" in s["because"]["text"]]
    assert [(s["dataset"], s["act"], s["rows"]) for s in kept if s["rows"]] == [
        ("visits", "keep", 1)
    ]
    world.apply(planned["plan"], code=None)
    assert [row[0] for row in rows(world, VISITS)] == [1, 2, 4]
    assert world.verdicts()["visits-1"] != "broken"


def test_her_own_request_is_hers_and_her_file_at_work_is_asked(world: World) -> None:
    """An erasure that she asks for takes what she has as a customer, and asks about her file."""
    planned = world.plan("erase", "--key", f"email={ANNA}")
    acts = {(s["dataset"], s["act"]) for s in planned["steps"] if s["rows"]}
    assert ("visits", "erase") in acts
    assert {act for dataset, act in acts if dataset == "employees"} == {"ask"}
