"""
Whether what stays of rows that become anonymous says something of too few.

Before: each level of coarseness is tried in the store until every group of rows that are the same
is large enough. After: the groups that are really there are measured and noted as evidence.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from nakomen.ledger import Entry
from nakomen.plan import LEVELS, Because, Plan, Step, changing, coarser, still
from nakomen.records import (
    Act,
    AllOf,
    Becomes,
    Coarse,
    Condition,
    Groups,
    Keys,
    Selection,
    Store,
    any_of,
    not_,
)
from nakomen.run import totals
from nakomen.run.company import Company
from nakomen.run.outcomes import body_of
from nakomen.terms import Text

Forms = dict[str, Becomes]


def measured(company: Company, steps: Sequence[Step], keys: Keys) -> list[Step]:
    """*steps*, those that make anonymous as coarse as the smallest group asks for, or an ask."""
    return [_large_enough(company, step, keys) for step in steps]


def _large_enough(company: Company, step: Step, keys: Keys) -> Step:
    match step.task.act:
        case Act.ANONYMISE:
            return _measured(company, step, keys)
        case Act.AGGREGATE:
            return totals.fitted(company, step, keys)
        case _:
            return step


def _measured(company: Company, step: Step, keys: Keys) -> Step:
    store_map, store = company.store_map(step.store), company.stores[step.store]
    dataset, least = store_map.dataset(step.task.dataset), company.settings.smallest_group
    finest = coarser(store_map, dataset, 0)
    for level in range(LEVELS):
        forms = coarser(store_map, dataset, level)
        groups = _groups(store, step.task.selection, finest, forms, keys, least)
        if groups.smallest >= least or not groups.rows:
            where = _at_level(step.task.selection.where, finest, forms)
            task = changing(replace(step.task, selection=Selection(dataset.name, where)), forms)
            return replace(step, task=task, because=_told(step, groups, least))
    task = replace(step.task, act=Act.ASK, columns=(), becomes=())
    text = _TOO_FEW.fill(rows=groups.rows, least=least)
    return replace(step, task=task, because=replace(step.because, text=text))


def _groups(
    store: Store, selection: Selection, finest: Forms, forms: Forms, keys: Keys, least: int
) -> Groups:
    """Of the rows to come and of those that are anonymous already: people see them together."""
    everybody = Selection(selection.dataset, any_of(selection.where, not_(still(finest))))
    seen = {name: new for name, new in forms.items() if isinstance(new, Coarse)}
    return store.groups(everybody, seen, keys, least)


def _at_level(where: Condition, finest: Forms, forms: Forms) -> Condition:
    """Rows that became anonymous at a finer level are taken again."""
    if not isinstance(where, AllOf):
        return still(forms) if where == still(finest) else where
    parts = (still(forms) if part == still(finest) else part for part in where.parts)
    return AllOf(tuple(parts))


def _told(step: Step, groups: Groups, least: int) -> Because:
    told = _GROUPS.fill(smallest=groups.smallest, least=least)
    text = step.because.text
    both = Text(f"{text.nl}; {told.nl}", f"{text.en}; {told.en}")
    return replace(step.because, text=both if groups.rows else text)


_GROUPS = Text(
    "daarna is elke rij gelijk aan ten minste {smallest} rijen (grens: {least})",
    "after that each row is the same as at least {smallest} rows (limit: {least})",
)
_TOO_FEW = Text(
    "met {rows} rijen zijn het er te weinig om anoniem te zijn (grens: {least}); een mens beslist",
    "with {rows} rows there are too few to be anonymous (limit: {least}); a person decides",
)


def note(company: Company, plan: Plan, steps: Sequence[Step], keys: Keys) -> None:
    """Measure what stays, on a fresh connection, and note it."""
    totals.note(company, plan, steps)
    for step in steps:
        if step.task.act is Act.ANONYMISE:
            groups = left(company, step, keys)
            body = body_of(plan, step) | {
                "rows": groups.rows,
                "groups": groups.groups,
                "smallest": groups.smallest,
                "least": company.settings.smallest_group,
            }
            company.ledger.append([Entry(kind="measured", body=body)], at=datetime.now(UTC))


def left(company: Company, step: Step, keys: Keys) -> Groups:
    """How alike the rows are in which nothing of a person is left."""
    forms = dict(zip(step.task.columns, step.task.becomes, strict=True))
    seen = {name: new for name, new in forms.items() if isinstance(new, Coarse)}
    with company.stores[step.store].reopen() as fresh:
        gone = Selection(step.task.dataset, not_(still(forms)))
        return fresh.groups(gone, seen, keys, company.settings.smallest_group)
