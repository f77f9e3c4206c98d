"""What a person answers to one question of a plan, and the act that a yes stands for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from nakomen.plan.inside import IN_LIST, OTHERS, UNREAD
from nakomen.plan.model import Because, Request, Step
from nakomen.plan.remove import UNDATED, Removal, blankable, removal_steps
from nakomen.plan.requests.erase import STAFF
from nakomen.plan.retention import each_row
from nakomen.plan.whose import whose_from
from nakomen.policy import Policy
from nakomen.records import Act, Dataset, Filled, KeyIn, KeyRole, Selection, StoreMap, all_of

_OF_OTHERS = "avg-15-4"
_STORAGE = "avg-5-1-e"
_REMOVING = (Request.ERASE, Request.OFFBOARD, Request.RETENTION)
_REFUSED = {
    Request.ERASE: "AVG artikel 12 lid 4, artikel 17",
    Request.OFFBOARD: "AVG artikel 12 lid 4, artikel 17",
    Request.PORT: "AVG artikel 12 lid 4, artikel 20",
    Request.OBJECT: "AVG artikel 12 lid 4, artikel 21 lid 1",
    Request.RECTIFY: "AVG artikel 12 lid 4, artikel 16",
    Request.ACCESS: "AVG artikel 12 lid 4, artikel 15 lid 4",
}
"""Whoever asked must hear why not (artikel 12 lid 4)."""


def no_step(request: Request, step: Step, why: Because) -> Step:
    """*step* answered with no: the rows stay as they are, with the reason."""
    told = replace(why, refused=_REFUSED.get(request) if step.subject else None)
    return replace(step, task=replace(step.task, act=Act.KEEP, columns=()), because=told)


def yes_steps(
    policy: Policy, store_map: StoreMap, request: Request, step: Step, why: Because, today: date
) -> list[Step]:
    """
    What a yes to *step* stands for: removal, taking off what names her in a row of another, or a
    copy. Empty where no act answers the question: the map must be mended, or another plan made.
    """
    if step.parcel:
        return []
    dataset = store_map.dataset(step.task.dataset)
    if request in _REMOVING and step.because.rule == _OF_OTHERS:
        return list(_unnamed(store_map, dataset, step, why))
    if request in _REMOVING and _asks_whether_it_goes(step):
        rows = {dataset.name: each_row(dataset, step.task.selection.where)}
        removal = Removal(
            store_map=store_map,
            whose=whose_from(store_map, rows),
            why=why,
            today=today,
            subject=step.subject,
            persons=False,
            policy=None if step.subject else policy,
            released=True,
        )
        return removal_steps(removal)
    if request is Request.PORT:
        return [replace(step, task=replace(step.task, act=Act.EXPORT), because=why)]
    return []


def _asks_whether_it_goes(step: Step) -> bool:
    """
    The question is about rows that are hers, or past their term. What nobody can read may be
    another's: no yes removes that.
    """
    if step.because.text in (UNREAD, IN_LIST, OTHERS):
        return False
    if step.subject is None:
        return step.because.rule == _STORAGE or step.because.text == UNDATED
    return step.because.text in (UNDATED, STAFF)


def _unnamed(store_map: StoreMap, dataset: Dataset, step: Step, why: Because) -> Iterator[Step]:
    """Her own name or number in a row of somebody else is emptied; the row stays theirs."""
    able = blankable(dataset, frozenset())
    for key in dataset.keys:
        if key.role is KeyRole.PARTY and key.column in able:
            hers = KeyIn(key.column, key.kind, key.written)
            rows = all_of(step.task.selection.where, hers, Filled((key.column,)))
            task = replace(
                step.task,
                selection=Selection(dataset.name, rows),
                act=Act.BLANK,
                columns=(key.column,),
            )
            yield replace(step, store=store_map.store, task=task, because=why)
