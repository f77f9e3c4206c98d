"""Access (AVG artikel 15): a copy of everything; what is shared is shown masked."""

from collections.abc import Iterator
from dataclasses import replace

from nakomen.plan.inside import OTHERS, asks, names_others, outside, parts_of_others
from nakomen.plan.model import Because, Step
from nakomen.plan.requests.case import Case, Person
from nakomen.plan.requests.promised import not_found_in, promise_for, unreachable
from nakomen.plan.whose import Whose, whose
from nakomen.records import Act, Dataset, Nothing, Selection, StoreMap, Task, all_of, names_of
from nakomen.terms import Category, Right, Text


def access_steps(case: Case) -> list[Step]:
    """A copy of everything, dataset by dataset; what is shared is shown masked."""
    why = Because(
        text=Text("recht van inzage", "right of access"),
        promise=promise_for(case.policy, Right.ACCESS),
        rule="avg-15",
        article="AVG artikel 15",
    )
    steps: list[Step] = []
    for store_map in case.maps:
        owned = whose(store_map, case.person.kinds, found=True)
        for dataset in store_map.datasets:
            steps += _exports(store_map, dataset, owned[dataset.name], why, case.person)
    return steps


def _exports(
    store_map: StoreMap, dataset: Dataset, rows: Whose, why: Because, person: Person
) -> Iterator[Step]:
    columns = tuple(c.name for c in dataset.stored)
    parts = parts_of_others(dataset)
    base = Step(
        store=store_map.store,
        task=Task(
            selection=Selection(dataset.name, rows.hers),
            act=Act.EXPORT,
            columns=columns,
            masked=parts,
        ),
        because=why,
        subject=person.subject,
    )
    if not isinstance(rows.hers, Nothing):
        yield base
        yield from asks(base, all_of(rows.hers, names_others(dataset)), OTHERS)
    elif unreachable(dataset):
        yield replace(base, task=replace(base.task, act=Act.UNKNOWN), because=not_found_in())
    if not isinstance(rows.shared, Nothing):
        task = replace(
            base.task,
            selection=Selection(dataset.name, rows.shared),
            masked=(*outside(about_others(dataset), parts), *parts),
        )
        yield replace(base, task=task, because=replace(why, text=_SHARED, rule="avg-15-4"))


def about_others(dataset: Dataset) -> tuple[str, ...]:
    """
    Columns of a shared row that can name somebody else: keys, references, and who-columns.

    When a call was made and how long it took is about both; who else made it is not hers.
    """
    named = {name for key in dataset.keys for name in names_of(key)}
    named |= {name for link in dataset.owner_links for name in link.columns}
    named |= {c.name for c in dataset.personal_columns if c.category is not Category.TRAFFIC_DATA}
    return tuple(c.name for c in dataset.columns if c.name in named)


_SHARED = Text(
    "gedeeld met een ander: wat de ander aangaat is afgeschermd (AVG artikel 15 lid 4)",
    "shared with somebody else: what concerns the other is masked (GDPR article 15(4))",
)
