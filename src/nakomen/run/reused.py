"""
Ids that were given to somebody else since: what waits there is not hers any more.

A plan that kept rows of somebody emptied what named her. Where such a row says something again, it
is somebody else's (a customer number that is reused), or she came back: no term of hers may take
it, and a person looks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from nakomen.plan import Because, Step, link_kind
from nakomen.records import Act, Filled, KeyIn, Keys, Selection, Task, all_of
from nakomen.run.calendar import Calendar
from nakomen.run.company import Company
from nakomen.run.shelf import NoSuchPlan, load_plan
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Emptied:
    """Rows that a plan emptied: where, by which kind of id they are found, and what was taken."""

    store: str
    dataset: str
    column: str
    kind: str
    columns: tuple[str, ...]

    @property
    def filled(self) -> Selection:
        """Those that say something again."""
        where = all_of(KeyIn(self.column, self.kind, "normal"), Filled(self.columns))
        return Selection(self.dataset, where)


def reused(company: Company, calendar: Calendar, part: Mapping[str, Keys]) -> dict[str, Emptied]:
    """Of the persons in *part*, those under whose ids something stands again, and where."""
    found: dict[str, Emptied] = {}
    by_plan: dict[str, list[str]] = {}
    for name in part:
        by_plan.setdefault(calendar.plans[name], []).append(name)
    places = lru_cache(maxsize=None)(lambda plan: tuple(_emptied(company, plan)))
    for plan, names in by_plan.items():
        for place in places(plan):
            owners = {i: name for name in names for i in part[name].get(place.kind, ())}
            for id in _ids(company, place, tuple(owners)):
                found.setdefault(owners[id], place)
    return found


def asked(name: str, place: Emptied) -> Step:
    """The step that shows it to a person."""
    task = Task(selection=place.filled, act=Act.ASK)
    return Step(store=place.store, task=task, because=_WHY, subject=name)


def _emptied(company: Company, plan: str) -> Iterator[Emptied]:
    try:
        steps = load_plan(company, plan).steps
    except NoSuchPlan:
        return
    for step in steps:
        store_map = next((m for m in company.maps if m.store == step.store), None)
        if step.task.act is not Act.BLANK or store_map is None or step.subject is None:
            continue
        if not store_map.has(step.task.dataset):
            continue
        dataset = store_map.dataset(step.task.dataset)
        columns = tuple(name for name in step.task.columns if dataset.has(name))
        if len(dataset.primary_key) == 1 and columns:
            [column] = dataset.primary_key
            yield Emptied(
                store=step.store,
                dataset=dataset.name,
                column=column,
                kind=link_kind(step.store, dataset.name, column),
                columns=columns,
            )


def _ids(company: Company, place: Emptied, ids: tuple[str, ...]) -> Iterator[str]:
    if ids:
        keys = {place.kind: ids}
        store = company.stores[place.store]
        rows = store.values(place.filled, (place.column,), keys, len(ids) + 1)
        yield from (str(row[0]) for row in rows)


_WHY = Because(
    text=Text(
        "dit nummer hoorde bij iemand van wie de gegevens zijn gewist, en er staat weer iets: is "
        "het nu van een ander? Er wordt niets gewist",
        "this number was of somebody whose data was erased, and something stands there again: is "
        "it of somebody else now? Nothing is erased",
    )
)
