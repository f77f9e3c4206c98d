"""
Terms that end without a row going: columns are emptied, made coarse, or cut to a network.

The row stays for counting. What a norm holds is left alone, as in every removal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from nakomen.plan.anonymise import bound, coarser, truncated
from nakomen.plan.inside import UNREAD, asks, unread
from nakomen.plan.model import Because, Step
from nakomen.plan.remove import blankable
from nakomen.plan.taken import Weighed
from nakomen.plan.weigh import Hold, weigh
from nakomen.policy import RetentionRule
from nakomen.records import (
    Act,
    Becomes,
    Condition,
    Dataset,
    Emptied,
    Filled,
    Selection,
    StoreMap,
    Task,
    Unlike,
    all_of,
    any_of,
)
from nakomen.terms import Text

IN_PLACE = (Act.BLANK, Act.TRUNCATE, Act.ANONYMISE)


def changes(rule: RetentionRule, store_map: StoreMap, dataset: Dataset) -> dict[str, Becomes]:
    """What the columns of *dataset* become when the term of *rule* is over; empty for erasure."""
    match rule.then:
        case Act.ANONYMISE:
            return coarser(store_map, dataset, 0)
        case Act.TRUNCATE:
            return truncated(dataset, rule.only)
        case Act.BLANK | Act.ERASE if rule.only or rule.then is Act.BLANK:
            wanted = set(rule.only) or {c.category for c in dataset.personal_columns}
            names = blankable(dataset, frozenset())
            return {n: Emptied() for n in names if dataset.column(n).category in wanted}
        case _:
            return {}


def in_place(rule: RetentionRule) -> bool:
    """The rows stay."""
    return rule.then in IN_PLACE or (rule.then is Act.ERASE and bool(rule.only))


def in_place_steps(
    rule: RetentionRule,
    store_map: StoreMap,
    dataset: Dataset,
    past: Weighed,
    held_by: tuple[Hold, ...],
    why: Because,
    today: date,
) -> Iterator[Step]:
    """One step for what is free, one for what a norm holds; or an ask where nothing can be done."""
    becomes = changes(rule, store_map, dataset)
    if not becomes:
        return
    left = still(becomes)
    weighed = weigh(store_map, dataset, held_by, today)
    unseen = _step(store_map, dataset, Act.ASK, past.free, why)
    yield from asks(unseen, all_of(past.free, unread(becomes)), UNREAD)
    free = all_of(past.free, weighed.free, left)
    if rule.then is Act.ANONYMISE and bound(store_map, dataset):
        yield _step(store_map, dataset, Act.ASK, free, replace(why, text=_BOUND))
        return
    act = rule.then if rule.then in IN_PLACE else Act.BLANK
    step = _step(store_map, dataset, act, free, why)
    yield replace(step, task=changing(step.task, becomes))
    if held_by:
        held = replace(
            why,
            text=held_by[0].text,
            rule=held_by[0].rule,
            article=held_by[0].article,
            promise=held_by[0].promise or why.promise,
        )
        rows = all_of(past.free, weighed.held, left)
        yield _step(store_map, dataset, Act.KEEP, rows, held)
        undated = all_of(past.free, weighed.undated, left)
        yield _step(store_map, dataset, Act.ASK, undated, replace(held, text=_UNDATED))


def still(becomes: dict[str, Becomes]) -> Condition:
    """Something of the row has not become what it should."""
    if all(isinstance(new, Emptied) for new in becomes.values()):
        return Filled(tuple(becomes))
    return any_of(*(Unlike(name, new) for name, new in becomes.items()))


def changing(task: Task, becomes: dict[str, Becomes]) -> Task:
    """*task* with its columns and, where the act sets values, what they become."""
    values = tuple(becomes.values()) if task.act.sets else ()
    return replace(task, columns=tuple(becomes), becomes=values)


def members(store_map: StoreMap, dataset: Dataset) -> Sequence[Dataset]:
    """*dataset* and everything of the same kind that is a part of it: an invoice and its lines."""
    found = [dataset]
    for child, link in store_map.children(dataset.name):
        if link.owner and child.records is dataset.records and child.name != dataset.name:
            found += members(store_map, child)
    return found


_BOUND = Text(
    "de rij wijst vast naar een persoon: zo wordt zij niet anoniem; een mens moet beslissen",
    "the row points to a person for good: it cannot become anonymous; a person must decide",
)
_UNDATED = Text(
    "zonder datum: niet te zien of de bewaarplicht nog loopt; een mens moet beslissen",
    "without a date: nobody can see whether the duty to keep still runs; a person must decide",
)


def _step(
    store_map: StoreMap, dataset: Dataset, act: Act, rows: Condition, because: Because
) -> Step:
    task = Task(selection=Selection(dataset.name, rows), act=act)
    return Step(store=store_map.store, task=task, because=because)
