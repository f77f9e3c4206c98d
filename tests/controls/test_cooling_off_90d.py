"""cooling-off-90d: out of the systems at once, back on the customer's word, then gone."""

from datetime import timedelta

from tests.circle.world import World
from tests.controls.everywhere import files_with, places

from nakomen.demo.provider import cast, oracle

ANNA = f"email={cast.ANNA.email}"
WRONG = 2
BY_OTHERS = {"ticket_message.body"}
"""What somebody else wrote about her is not hers to take along."""


def _promised(world: World) -> None:
    """The statement promises a cooling-off after notice."""
    file = world.folder / "policy.yaml"
    text = file.read_text("utf-8")
    old = "id: deletion_trigger-6\n    kind: deletion_trigger\n    control: retention-sweep"
    assert old in text
    file.write_text(text.replace(old, old.replace("retention-sweep", "cooling-off-90d")), "utf-8")
    world.run("confirm", "--all", "--by", "Chaima")


def test_gone_at_once_back_on_day_60_and_gone_for_good_on_day_91(sqlite_world: World) -> None:
    """Day 0 no account sees her; an order on day 60 brings her back; on day 91 nothing can."""
    world, begin = sqlite_world, sqlite_world.today
    _promised(world)
    crm, letters = world.engine("crm"), world.engine("newsletter")
    before = oracle.snapshot(crm)
    first = world.plan("offboard", "--key", ANNA)["plan"]
    world.apply(first, code=None)
    assert places(crm, cast.ANNA.email) | places(letters, cast.ANNA.email) == BY_OTHERS
    world.today = begin + timedelta(days=60)
    world.apply(world.run("undo", first)["plan"])
    assert oracle.snapshot(crm) == before
    assert oracle.subscribers(letters, cast.ANNA.email)
    second = world.plan("offboard", "--key", ANNA)["plan"]
    world.apply(second, code=None)
    world.today += timedelta(days=91)
    world.run("undo", second, code=WRONG)
    world.apply(world.plan("retention")["plan"], code=None)
    assert places(crm, cast.ANNA.email) | places(letters, cast.ANNA.email) <= BY_OTHERS
    assert not files_with(world.folder, cast.ANNA.email)
