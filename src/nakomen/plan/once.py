"""
Each row is taken once, in an order that can be carried out.

A login of two years ago is due by its own term, and hangs under a customer who is due as well. One
term takes it, and every later one leaves it out: so the rows of the steps add up, and a share of a
dataset is told as it is. Yet each term knows of all that goes: no row stays because a row points to
it that another term takes.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from nakomen.plan.model import Step
from nakomen.plan.remove import Removal, chosen_first, detach_steps, row_steps
from nakomen.plan.whose import Whose, detachable, parents_first
from nakomen.policy import RetentionRule
from nakomen.records import (
    Act,
    Condition,
    Dataset,
    Nothing,
    StoreMap,
    all_of,
    any_of,
    below_it,
    not_,
)


@dataclass(frozen=True, kw_only=True)
class Ended:
    """A term that is over for rows of *dataset*: they go, and what hangs under them."""

    dataset: Dataset
    rule: RetentionRule
    removal: Removal

    @property
    def reads_below(self) -> bool:
        """The day it counts from stands in rows that go with the row: her last login."""
        return reads_below(self.removal.store_map, self.dataset, self.rule)

    def detached(self) -> Iterator[Step]:
        """References that would keep what goes."""
        steps = detach_steps(self.removal)
        return map(chosen_first, steps) if self.reads_below else steps

    def rows(self, dataset: Dataset) -> Iterator[Step]:
        """What becomes of its rows of *dataset*."""
        return map(self._counted, row_steps(self.removal, dataset))

    def _counted(self, step: Step) -> Step:
        """Rows that go are counted where the rule says so; what hangs under them goes."""
        its = step.task.dataset == self.dataset.name and step.task.act is Act.ERASE
        if self.rule.then is not Act.AGGREGATE or not its:
            return step
        task = replace(step.task, act=Act.AGGREGATE, totals=self.dataset.totals)
        return replace(step, task=task)


def reads_below(store_map: StoreMap, dataset: Dataset, rule: RetentionRule) -> bool:
    """A day that the term counts from stands in rows that go with the row: her last login."""
    clocks = (dataset.clock(moment) for moment in rule.moments)
    return any(clock and clock.of and below_it(store_map, dataset, clock.of) for clock in clocks)


@dataclass(frozen=True, kw_only=True)
class Sweep:
    """
    What the terms of one store take together.

    Where the day of a row stands in rows that go with it, all rows are chosen before any goes:
    without her logins nobody could see any more when the last of them was. Those stand in *first*,
    after references that are taken off; *rows* follow by dataset.
    """

    first: Sequence[Step]
    rows: Mapping[str, Sequence[Step]]


def sweep(store_map: StoreMap, ended: Sequence[Ended]) -> Sweep:
    """Steps in the order in which they can be carried out; *ended* as they stand share the rows."""
    turns = _each_once(sorted(ended, key=lambda each: not each.reads_below))
    at_once = _at_once(store_map, turns)
    first = [step for each in turns for step in each.detached()]
    rows: dict[str, list[Step]] = {}
    for dataset in reversed(parents_first(store_map)):
        name = dataset.name
        for turn, each in enumerate(turns):
            if (turn, name) in at_once:
                first += map(chosen_first, each.rows(dataset))
            else:
                rows.setdefault(name, []).extend(each.rows(dataset))
    return Sweep(first=first, rows=rows)


def _each_once(ended: Sequence[Ended]) -> list[Ended]:
    """Each without the rows of those before it, and with all that goes before its eyes."""
    whose = [each.removal.whose for each in ended]
    names = list(whose[0]) if whose else []
    every = {name: Whose(hers=any_of(*(one[name].hers for one in whose))) for name in names}
    taken: dict[str, Condition] = dict.fromkeys(names, Nothing())
    turns = []
    for each in ended:
        hers = {name: each.removal.whose[name].hers for name in names}
        mine = {name: all_of(rows, not_(taken[name])) for name, rows in hers.items()}
        turns.append(replace(each, removal=replace(each.removal, whose=every, mine=mine)))
        taken = {name: any_of(taken[name], rows) for name, rows in hers.items()}
    return turns


def _at_once(store_map: StoreMap, turns: Sequence[Ended]) -> Set[tuple[int, str]]:
    """Whose rows of which dataset go in one transaction: those, and what must go before them."""
    pairs = {
        (turn, name)
        for turn, each in enumerate(turns)
        for name in each.removal.whose
        if not isinstance(each.removal.taken(name), Nothing)
    }
    if any(each.removal.knotted for each in turns):
        return pairs
    found = {(turn, name) for turn, name in pairs if turns[turn].reads_below}
    while more := {pair for pair in pairs - found if pair[1] in _before(store_map, found)}:
        found |= more
    return found


def _before(store_map: StoreMap, found: Set[tuple[int, str]]) -> Set[str]:
    """Datasets whose rows point to rows of *found* and cannot be taken off, and all below them."""
    names = {name for _, name in found}
    pointing = {
        child.name
        for name in names
        for child, link in store_map.children(name)
        if not (link.owner or link.part or detachable(child, link))
    }
    while more := {
        child.name
        for name in pointing
        for child, link in store_map.children(name)
        if link.owner and child.name not in pointing
    }:
        pointing |= more
    return pointing
