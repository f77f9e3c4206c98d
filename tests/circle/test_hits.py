"""Free-text hits: where others name her is shown to a person, and the rest of the text is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.circle.providers import provider
from tests.circle.world import World

from nakomen.demo.provider import STATEMENT, cast

PERSON = 4
ANNA = f"email={cast.ANNA.email}"


@pytest.fixture(params=["postgresql", "mariadb", "sqlite"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    with provider(request.param, "tiny", tmp_path) as urls:
        world = World(folder=tmp_path / "zonneveld", urls=urls)
        zone = None if request.param == "postgresql" else "UTC"
        world.begin(Path(str(STATEMENT)), zone, f"{request.param} tiny")
        yield world
        world.close()


def _others_message(world: World) -> int:
    """A message of Bram's, in which he now names Anna, in capitals, beside his own secret."""
    with world.engine("crm").begin() as connection:
        row = connection.execute(
            text(
                "SELECT m.id FROM ticket_message m JOIN ticket t ON t.id = m.ticket_id "
                "WHERE t.customer_id <> :anna ORDER BY m.id LIMIT 1"
            ),
            {"anna": cast.ANNA.id},
        ).scalar_one()
        said = f"Mijn buurvrouw {cast.ANNA.email.upper()} weet mijn code: 4711."
        connection.execute(
            text("UPDATE ticket_message SET body = :said WHERE id = :row"),
            {"said": said, "row": row},
        )
    return int(row)


def test_only_the_hit_is_shown(world: World) -> None:
    """Her own messages are not among them; of another's text only her address can be read."""
    row = _others_message(world)
    ledger = (world.folder / ".nakomen" / "ledger.sqlite").exists()
    told = world.run("hits", "--key", ANNA, code=PERSON)
    hit = next(h for h in told["hits"] if h["row"] == [str(row)])
    assert (hit["dataset"], hit["column"]) == ("ticket_message", "body")
    assert hit["shown"] == f"••• {cast.ANNA.email.upper()} •••"
    assert "4711" not in str(told)
    with world.engine("crm").connect() as connection:
        hers = connection.execute(
            text(
                "SELECT m.id FROM ticket_message m JOIN ticket t ON t.id = m.ticket_id "
                "WHERE t.customer_id = :anna"
            ),
            {"anna": cast.ANNA.id},
        ).scalars()
        assert not {str(number) for number in hers} & {h["row"][0] for h in told["hits"]}
    assert (world.folder / ".nakomen" / "ledger.sqlite").exists() == ledger, "nothing is kept"
    assert world.run("hits", "--key", "email=nobody@else.example")["hits"] == []
