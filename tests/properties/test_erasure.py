"""One person is erased from a company that chance made: what holds, whatever the schema."""

import copy
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st
from tests.properties.acted import EXAMPLES, carried_out, there
from tests.properties.oracle import (
    held_by_law,
    hers_or_shared,
    loose_ends,
    may_concern,
    names_another,
)
from tests.properties.worlds import PEOPLE, TODAY, World, worlds
from tests.support.shop import policy

from nakomen.plan import Case, Person, Step, erase_steps
from nakomen.records import Act, Keys
from nakomen.run.resolve import resolve
from nakomen.stores.memory import MemoryStore


def planned(world: World, email: str) -> tuple[list[Step], Keys]:
    store = MemoryStore(world.store_map, world.tables)
    keys = resolve([world.store_map], {"world": store}, [("email", email)])
    person = Person(subject="s", kinds=frozenset(keys))
    case = Case(policy=policy(), maps=[world.store_map], person=person, today=TODAY)
    return erase_steps(case), keys


@settings(max_examples=80, **EXAMPLES)
@given(world=worlds(), email=st.sampled_from(PEOPLE))
def test_rows_of_others_are_the_same_before_and_after(world: World, email: str) -> None:
    """What does not name her and does not belong to a row that does, and what names another."""
    steps, keys = planned(world, email)
    after = there(carried_out(world, steps, keys))
    concerned = may_concern(world, email)
    assert concerned
    for place, dataset, row in world.rows():
        if place not in concerned or names_another(dataset, row, email):
            assert after.get(place) == row


@settings(max_examples=80, **EXAMPLES)
@given(world=worlds(), email=st.sampled_from(PEOPLE))
def test_nothing_that_the_law_holds_goes_and_no_reference_breaks(world: World, email: str) -> None:
    """The books stay as long as they must; a row that something points to is not taken away."""
    steps, keys = planned(world, email)
    after = carried_out(world, steps, keys)
    held = held_by_law(world)
    event(f"held: {bool(held & may_concern(world, email))}")
    assert held <= there(after).keys()
    assert loose_ends(after) == set()


@settings(max_examples=60, **EXAMPLES)
@given(world=worlds(), email=st.sampled_from(PEOPLE))
def test_each_row_of_hers_is_in_one_step(world: World, email: str) -> None:
    """Erased, emptied, kept or asked: all that was found, and nothing twice."""
    steps, keys = planned(world, email)
    store = MemoryStore(world.store_map, world.tables)
    told: dict[Any, list[Act]] = {}
    for step in steps:
        if step.task.act is not Act.DETACH:
            dataset = world.store_map.dataset(step.task.dataset)
            for key in store.values(step.task.selection, dataset.primary_key, keys, 100):
                told.setdefault((dataset.name, key), []).append(step.task.act)
    assert [place for place, acts in told.items() if len(acts) > 1] == []
    told_of = hers_or_shared(world, email)
    for place, dataset, row in world.rows():
        said = any(row[c.name] for c in dataset.personal_columns)
        if place in told_of and said:
            assert place in told, place


@settings(max_examples=60, **EXAMPLES)
@given(world=worlds(), email=st.sampled_from(PEOPLE))
def test_twice_is_once_and_planning_changes_nothing(world: World, email: str) -> None:
    """The same steps again find nothing to do; a plan alone leaves every row as it was."""
    before = copy.deepcopy(world.tables)
    steps, keys = planned(world, email)
    assert world.tables == before
    once = carried_out(world, steps, keys)
    assert carried_out(once, steps, keys).tables == once.tables


@settings(max_examples=60, **EXAMPLES)
@given(world=worlds(), email=st.sampled_from(PEOPLE), data=st.data())
def test_stopped_anywhere_it_ends_the_same(world: World, email: str, data: st.DataObject) -> None:
    """Some steps, a stop, then all of them: the account of a run without a stop."""
    steps, keys = planned(world, email)
    acts = [s for s in steps if s.task.act.destructive]
    whole = carried_out(world, acts, keys)
    stop = data.draw(st.integers(0, len(acts)))
    resumed = carried_out(carried_out(world, acts[:stop], keys), acts, keys)
    assert resumed.tables == whole.tables


@settings(max_examples=40, **EXAMPLES)
@given(world=worlds())
def test_her_name_is_gone_unless_a_norm_or_a_person_needs_it(world: World) -> None:
    """Absence after presence: where nothing is held and nothing is asked, her file names nobody."""
    email = PEOPLE[0]
    steps, keys = planned(world, email)
    assert any(row["email"] == email for row in world.tables["customer"])
    after = carried_out(world, steps, keys)
    left = [row for row in after.tables["customer"] if row["email"] == email]
    event(f"left: {len(left)}")
    if not held_by_law(world) & may_concern(world, email):
        assert left == []
