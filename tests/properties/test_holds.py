"""A dispute keeps rows in a company that chance made: until it ends, whatever is planned."""

from datetime import date
from types import SimpleNamespace
from typing import cast

from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests.properties import test_erasure as erasure
from tests.properties import test_retention as retention
from tests.properties.acted import EXAMPLES, carried_out, there
from tests.properties.oracle import hers_alone
from tests.properties.worlds import PEOPLE, TODAY, World, promises, worlds

from nakomen.plan import Step
from nakomen.policy import Promise
from nakomen.run.company import Company
from nakomen.run.frozen import Frozen
from nakomen.run.held import Held, LegalHold
from nakomen.run.resolve import resolve
from nakomen.run.spared import Spared
from nakomen.stores.memory import MemoryStore

NOBODY = Frozen(keys={})


def hold(subject: str | None, dataset: str | None = None) -> LegalHold:
    return LegalHold(
        id="hold-1", subject=subject, shown=(), store="world" if dataset else None,
        dataset=dataset, reason="dossier 12", since=TODAY, until=date(2027, 5, 1),
    )  # fmt: skip


def person(world: World, email: str) -> Held:
    """Her rows are held, by every key that she is known by."""
    store = MemoryStore(world.store_map, world.tables)
    keys = resolve([world.store_map], {"world": store}, [("email", email)])
    return Held(holds=(hold("held"),), keys=keys)


def heeded(world: World, held: Held, steps: list[Step]) -> list[Step]:
    """*steps* as a plan has them while *held* holds; of a company only the maps are asked."""
    company = cast(Company, SimpleNamespace(store_map=lambda _: world.store_map))
    return Spared(frozen=NOBODY, held=held).heeded(company, steps)


def erased(world: World, email: str, held: Held) -> World:
    steps, keys = erasure.planned(world, email)
    return carried_out(world, heeded(world, held, steps), keys)


def swept(world: World, rules: list[Promise], held: Held) -> World:
    return carried_out(world, heeded(world, held, retention.planned(world, rules)), held.keys)


@settings(max_examples=50, **EXAMPLES)
@given(world=worlds(), rules=promises(), who=st.permutations(PEOPLE))
def test_rows_of_who_is_held_stay_as_they_are(
    world: World, rules: list[Promise], who: list[str]
) -> None:
    """Under a sweep, under the erasure of another, and of both together: each byte of hers."""
    held = person(world, who[0])
    hers = {place: row for place, row in there(world).items() if place in hers_alone(world, who[0])}
    assert hers
    after = swept(erased(swept(world, rules, held), who[1], held), rules, held)
    event(f"something else went: {there(after) != there(world)}")
    for place, row in hers.items():
        assert there(after).get(place) == row


@settings(max_examples=30, **EXAMPLES)
@given(world=worlds(), rules=promises(), email=st.sampled_from(PEOPLE), data=st.data())
def test_a_dataset_on_hold_stays_as_it_is(
    world: World, rules: list[Promise], email: str, data: st.DataObject
) -> None:
    """Each row of it, under a sweep and under an erasure."""
    name = data.draw(st.sampled_from([dataset.name for dataset in world.store_map.datasets]))
    held = Held(holds=(hold(None, name),), keys={})
    after = erased(swept(world, rules, held), email, held)
    event(f"something else went: {there(after) != there(world)}")
    assert after.tables[name] == world.tables[name]


@settings(max_examples=50, **EXAMPLES)
@given(world=worlds(), rules=promises(), email=st.sampled_from(PEOPLE))
def test_when_the_hold_ends_what_was_due_goes(
    world: World, rules: list[Promise], email: str
) -> None:
    """
    What the sweep after it leaves, a sweep without any hold would have left; and what it took
    beyond that was empty: nothing points to it any more, so now its row can go as well.
    """
    without = swept(world, rules, Held(keys={}))
    during = swept(world, rules, person(world, email))
    event(f"the hold kept something: {during.tables != without.tables}")
    after = there(swept(during, rules, Held(keys={})))
    for place, row in there(without).items():
        assert after.get(place) == row or (place not in after and row != there(world)[place])
    assert after.keys() <= there(without).keys()
