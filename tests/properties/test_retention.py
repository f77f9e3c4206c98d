"""Terms run out in a company that chance made: what is past its term goes, and never the books."""

from collections import Counter
from copy import deepcopy
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
from nakomen.policy import Promise
from nakomen.records import Act, Condition, Dataset, Question, Task, all_of
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
    removing = [s for s in planned(world, rules) if s.task.act.takes_rows]
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
def test_applying_twice_equals_once(world: World, rules: list[Promise]) -> None:
    """The same plan again, and a new plan of the same day, change nothing any more."""
    steps = planned(world, rules)
    once = swept(world, steps)
    event(f"something changed: {once.tables != world.tables}")
    assert swept(once, steps).tables == once.tables
    assert swept(once, planned(once, rules)).tables == once.tables


@settings(max_examples=60, **EXAMPLES)
@given(world=worlds(), rules=promises())
def test_as_many_rows_go_as_the_plan_said(world: World, rules: list[Promise]) -> None:
    """
    Of each dataset by each act. Which of two terms takes a row can change underway: the youngest
    line of an invoice may go before it.
    """
    tasks = [s.task for s in planned(world, rules) if s.task.act.destructive]
    store = MemoryStore(world.store_map, deepcopy(world.tables))
    said = [c.rows for c in store.count([Question(selection=t.selection) for t in tasks], {})]
    assert _by_act(tasks, store.act(tasks, {})) == _by_act(tasks, said)


def _by_act(tasks: list[Task], rows: list[int]) -> Counter[tuple[str, Act]]:
    found: Counter[tuple[str, Act]] = Counter()
    for task, number in zip(tasks, rows, strict=True):
        found[task.dataset, task.act] += number
    return found
