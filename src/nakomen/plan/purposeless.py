"""Data whose only purpose ended: a withdrawn consent, or a processing that is over."""

from collections.abc import Iterator, Sequence
from datetime import date

from nakomen.plan.model import Because, Step
from nakomen.plan.requests.stop import EMPTY, TODAY
from nakomen.policy import Policy
from nakomen.policy.register import Activity, Register, Status
from nakomen.records import (
    Act,
    Column,
    Condition,
    Constant,
    Dataset,
    Everything,
    Missing,
    Selection,
    StoreMap,
    Task,
    Unlike,
    all_of,
    not_,
)
from nakomen.terms import Basis, RecordKind, Text


def purposeless_steps(
    policy: Policy, maps: Sequence[StoreMap], register: Register | None, today: date
) -> list[Step]:
    """
    Rows that serve nothing any more, each as a question for a person.

    A dataset is of a processing when the register says so; without a register only mailing lists
    are known to serve one purpose alone.
    """
    return [
        step
        for store_map in maps
        for dataset in store_map.datasets
        if dataset.personal_columns
        for step in _dataset(policy, store_map, dataset, register, today)
    ]


def _dataset(
    policy: Policy, store_map: StoreMap, dataset: Dataset, register: Register | None, today: date
) -> Iterator[Step]:
    uses = _uses(store_map, dataset, register)
    if uses and all(_over(activity, today) for activity in uses):
        why = Because(text=_ENDED.fill(names=", ".join(use.name for use in uses)))
        yield _ask(store_map, dataset, Everything(), why)
        return
    said = [column for column in dataset.columns if column.consent_for and column.no is not None]
    if said and _rests_on_consent(policy, dataset, uses, today):
        rows = all_of(*(_no(column) for column in said))
        yield _ask(store_map, dataset, rows, Because(text=_WITHDRAWN, rule="WDR-01"))


def _uses(store_map: StoreMap, dataset: Dataset, register: Register | None) -> list[Activity]:
    place = f"{store_map.store}.{dataset.name}"
    known = register.activities if register else ()
    return [activity for activity in known if place in activity.stores]


def _over(activity: Activity, today: date) -> bool:
    return activity.status is Status.ENDED or not (activity.until is None or today < activity.until)


def _rests_on_consent(
    policy: Policy, dataset: Dataset, uses: Sequence[Activity], today: date
) -> bool:
    """Everything that it is still used for needs her consent; when unsure, it does not."""
    live = [activity for activity in uses if not _over(activity, today)]
    if not live:
        return dataset.records is RecordKind.NEWSLETTER
    return all(_bases(policy, activity) == {Basis.CONSENT} for activity in live)


def _bases(policy: Policy, activity: Activity) -> set[Basis]:
    named = [p for p in policy.promises if p.id in activity.purposes]
    return {*activity.bases, *(basis for p in named for basis in p.grounds)}


def _no(column: Column) -> Condition:
    """The column says no; what is not filled in says nothing."""
    if column.no == EMPTY:
        return Missing(column.name)
    if column.no == TODAY:
        return not_(Missing(column.name))
    return not_(Unlike(column.name, Constant(column.no or "")))


def _ask(store_map: StoreMap, dataset: Dataset, rows: Condition, why: Because) -> Step:
    task = Task(selection=Selection(dataset.name, rows), act=Act.ASK)
    return Step(store=store_map.store, task=task, because=why)


_ENDED = Text(
    "de verwerking waarvoor dit diende, is beëindigd: {names}",
    "the processing that this served has ended: {names}",
)
_WITHDRAWN = Text(
    "de toestemming is ingetrokken, en dit dient nergens anders voor",
    "the consent was withdrawn, and this serves nothing else",
)
