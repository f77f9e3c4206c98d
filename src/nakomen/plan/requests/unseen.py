"""Rows of which nobody can see whose they are: the document that would say so cannot be read."""

from collections.abc import Callable, Iterator

from nakomen.plan.inside import UNREAD, asks, nobody_sees
from nakomen.plan.model import Because, Step
from nakomen.plan.requests.case import Case
from nakomen.plan.whose import Whose, whose
from nakomen.records import Act, Dataset, Nothing, Selection, Task, all_of, not_

Steps = Callable[[Case], list[Step]]


def and_unseen(steps: Steps) -> Steps:
    """*steps*, and a person must look at what cannot be read: it may be hers."""

    def all_steps(case: Case) -> list[Step]:
        return [*steps(case), *_unseen(case)]

    return all_steps


def _unseen(case: Case) -> Iterator[Step]:
    for store_map in case.maps:
        owned = whose(store_map, case.person.kinds, found=True)
        for dataset in store_map.datasets:
            base = Step(
                store=store_map.store,
                task=Task(selection=Selection(dataset.name, Nothing()), act=Act.ASK),
                because=Because(text=UNREAD),
                subject=case.person.subject,
            )
            yield from _in(dataset, owned[dataset.name], base)


def _in(dataset: Dataset, rows: Whose, base: Step) -> Iterator[Step]:
    strange = all_of(nobody_sees(dataset), not_(rows.hers), not_(rows.shared))
    yield from asks(base, strange, UNREAD)
