"""
Each row is taken once, in an order that can be carried out.

A login of two years ago is due by its own term, and hangs under a customer who is due as well. The
step that comes first takes it, and every later step leaves it out: so the rows of the steps add up,
and a share of a dataset is told as it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from nakomen.plan.model import Step
from nakomen.plan.whose import parents_first
from nakomen.policy import Promise, RetentionRule
from nakomen.records import (
    Act,
    Condition,
    Dataset,
    StoreMap,
    all_of,
    any_of,
    below_it,
    not_,
)

REMOVING = frozenset({Act.ERASE, Act.AGGREGATE})


def own_first(store_map: StoreMap, promises: Mapping[str, Sequence[Promise]]) -> Sequence[Dataset]:
    """
    Datasets in the order in which their terms are carried out: what hangs under others first.

    So the step of a row's own term stays as simple as the term, and a day that a row reads from
    what it hangs under is still there. The other way round, a day that stands in rows below must
    be read before those rows go.

    Args:
        promises: by dataset, those whose terms count for it.
    """

    def ahead(each: Dataset) -> bool:
        rules = (promise.retention for promise in promises[each.name])
        return any(rule and reads_below(store_map, each, rule) for rule in rules)

    upwards = parents_first(store_map)[::-1]
    return sorted(upwards, key=lambda each: not ahead(each))


def reads_below(store_map: StoreMap, dataset: Dataset, rule: RetentionRule) -> bool:
    """A day that the term counts from stands in rows that go with the row: her last login."""
    clocks = (dataset.clock(moment) for moment in rule.moments)
    return any(clock and clock.of and below_it(store_map, dataset, clock.of) for clock in clocks)


def once(steps: Iterable[Step]) -> Iterator[Step]:
    """
    Steps of one store in order, each without the rows that an earlier one takes.

    A row that stayed because another pointed to it, and lost that other in between, is left for the
    next sweep.
    """
    taken: dict[str, list[Condition]] = {}
    for step in steps:
        earlier = taken.setdefault(step.task.dataset, [])
        if step.task.act not in REMOVING:
            yield step
            continue
        rows = step.task.selection.where
        yield _without(step, any_of(*earlier)) if earlier else step
        earlier.append(rows)


def _without(step: Step, taken: Condition) -> Step:
    selection = replace(step.task.selection, where=all_of(step.task.selection.where, not_(taken)))
    return replace(step, task=replace(step.task, selection=selection))
