"""Terms run out in a company that chance made: what is past its term goes, and never the books."""

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from hypothesis import event, given, settings
from tests.properties.acted import EXAMPLES, carried_out, there
from tests.properties.oracle import held_by_law, loose_ends, with_all_below
from tests.properties.worlds import TODAY, Place, World, promises, worlds
from tests.support.shop import policy

from nakomen.plan import Step, retention_steps
from nakomen.plan.once import REMOVING
from nakomen.policy import Promise
from nakomen.records import Condition, Dataset, Question, all_of
from nakomen.stores.memory import MemoryStore


def planned(world: World, rules: list[Promise], today: date = TODAY) -> list[Step]:
    return retention_steps(policy(*rules), [world.store_map], today)


def swept(world: World, steps: list[Step]) -> World:
    return carried_out(world, steps, {})


def past_term(world: World, rules: list[Promise]) -> set[Place]:
    """Rows past the term of their kind, and all that belongs to one, however far down."""
    keep = {rule.retention.records: rule.retention for rule in rules if rule.retention}
    found: set[Place] = set()
    for place, dataset, row in world.rows():
        rule = keep.get(dataset.records)
        day = _day(dataset, row)
        if rule and rule.keep and day and rule.keep.after(day) < TODAY:
            found.add(place)
    return with_all_below(world, found)


def _day(dataset: Dataset, row: dict[str, Any]) -> date | None:
    clock = next((c.column for c in dataset.clocks), None)
    day: date | None = row[clock] if clock else None
    return day


@settings(max_examples=80, **EXAMPLES)
@given(world=worlds(), rules=promises())
def test_only_what_is_past_a_term_is_touched(world: World, rules: list[Promise]) -> None:
    """Each row that is not past a promised term, nor belongs to one that is, stays to the byte."""
    after = there(swept(world, planned(world, rules)))
    past = past_term(world, rules)
    event(f"something is past its term: {bool(past)}")
    for place, _, row in world.rows():
        if place not in past:
            assert after.get(place) == row


@settings(max_examples=80, **EXAMPLES)
@given(world=worlds(), rules=promises())
def test_the_books_stay_and_references_hold(world: World, rules: list[Promise]) -> None:
    """However short the promised term: what the law holds is there, and no reference breaks."""
    after = swept(world, planned(world, rules))
    assert held_by_law(world) <= {place for place, *_ in after.rows()}
    assert loose_ends(after) == set()


@settings(max_examples=60, **EXAMPLES)
@given(world=worlds(), rules=promises())
def test_a_row_is_taken_by_one_step(world: World, rules: list[Promise]) -> None:
    """Due by its own term, and under a row that is due: the later step leaves it to the earlier."""
    removing = [s for s in planned(world, rules) if s.task.act in REMOVING]
    store = MemoryStore(world.store_map, world.tables)
    twice = [
        Question(selection=replace(one.task.selection, where=all_of(*map(rows_of, (one, other)))))
        for one, other in combinations(removing, 2)
        if one.task.dataset == other.task.dataset
    ]
    event(f"one dataset has several steps: {bool(twice)}")
    assert [count.rows for count in store.count(twice, {}) if count.rows] == []


def rows_of(step: Step) -> Condition:
    return step.task.selection.where


@settings(max_examples=60, **EXAMPLES)
@given(world=worlds(), rules=promises())
def test_sweeps_on_one_day_come_to_an_end(world: World, rules: list[Promise]) -> None:
    """A second sweep finds only what a reference kept that the first one took; then it rests."""
    once = swept(world, planned(world, rules))
    twice = swept(once, planned(once, rules))
    rest = swept(twice, planned(twice, rules))
    assert swept(rest, planned(rest, rules)).tables == rest.tables
    past = past_term(world, rules)
    assert {place for place, *_ in once.rows()} - {place for place, *_ in rest.rows()} <= past
