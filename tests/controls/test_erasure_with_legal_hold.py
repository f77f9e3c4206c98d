"""erasure-with-legal-hold: what a duty holds stays until its day, and goes then."""

from datetime import date, timedelta

from tests.circle.witness import emptied, filled, subject, there
from tests.circle.world import World

from nakomen.demo.provider import cast
from nakomen.ledger import Ledger

ANNA = f"email={cast.ANNA.email}"


def _lines(world: World) -> list[tuple[str, dict]]:
    with Ledger.open(world.folder / ".nakomen") as ledger:
        return [(line.kind, dict(line.body)) for line in ledger.lines()]


def test_what_the_law_keeps_goes_when_its_day_comes(sqlite_world: World) -> None:
    """After an erasure only the books are left, until a day; on that day nothing is."""
    world = sqlite_world
    crm = world.engine("crm")
    hers = subject(crm, cast.ANNA)
    assert there(crm, hers.gone) == filled(hers.gone)
    assert hers.held["invoice"]
    world.apply(world.plan("erase", "--key", ANNA)["plan"], code=None)
    assert filled(there(crm, hers.gone)) == {}
    assert there(crm, hers.held) == filled(hers.held)
    assert emptied(crm, cast.ANNA.id)
    ends = {body["until"] for kind, body in _lines(world) if kind == "hold" and body["until"]}
    assert len(ends) == 1
    world.today = date.fromisoformat(ends.pop()) - timedelta(days=1)
    world.apply(world.plan("retention")["plan"], code=None)
    assert there(crm, hers.held)["invoice"]
    world.today += timedelta(days=1)
    world.apply(world.plan("retention")["plan"], code=None)
    assert filled(there(crm, hers.held)) == {}
