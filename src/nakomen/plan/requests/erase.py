"""Erasure (AVG artikel 17): everything of hers goes, but for what a norm or a claim holds."""

from collections.abc import Iterator
from dataclasses import replace

from nakomen.plan.inside import FROM_LIST, in_lists, named_in, taken_out
from nakomen.plan.model import Because, Step
from nakomen.plan.remove import Removal, removal_steps
from nakomen.plan.requests.case import Case, Person
from nakomen.plan.requests.promised import not_found_in, promise_for, term_for, unreachable
from nakomen.plan.whose import Whose, whose
from nakomen.policy import Policy
from nakomen.records import (
    Act,
    Condition,
    Dataset,
    Key,
    Nothing,
    Selection,
    StoreMap,
    Task,
    all_of,
    not_,
)
from nakomen.terms import RecordKind, Right, Text


def erase_steps(case: Case) -> list[Step]:
    """Everything that is hers goes, but for what a norm or a claim still holds."""
    why = Because(
        text=Text("recht op gegevenswissing", "right to erasure"),
        promise=promise_for(case.policy, Right.ERASURE),
        rule="avg-17",
        article="AVG artikel 17 lid 1",
    )
    steps: list[Step] = []
    for store_map in case.maps:
        owned = whose(store_map, case.person.kinds, found=True)
        removal = Removal(
            store_map=store_map,
            whose=owned,
            why=why,
            today=case.today,
            subject=case.person.subject,
            claim=case.claim,
        )
        steps += removal_steps(removal)
        for dataset in store_map.datasets:
            if dataset.records is RecordKind.STAFF:
                steps += _employee(removal, dataset)
            steps += _others(case.policy, store_map, dataset, owned[dataset.name], case.person)
    return steps


def _employee(removal: Removal, dataset: Dataset) -> Iterator[Step]:
    """An employee who is a customer too: her file at work is never taken along."""
    rows = removal.whose[dataset.name].hers
    if not isinstance(rows, Nothing):
        yield Step(
            store=removal.store_map.store,
            task=Task(selection=Selection(dataset.name, rows), act=Act.ASK),
            because=Because(text=STAFF, promise=removal.why.promise),
            subject=removal.subject,
        )


STAFF = Text(
    "staat in de gegevens van het personeel: een mens moet beslissen",
    "stands among the data of staff: a person must decide",
)


def _others(
    policy: Policy, store_map: StoreMap, dataset: Dataset, rows: Whose, person: Person
) -> Iterator[Step]:
    """Rows of somebody else in which she is named, and places where nobody can be found."""
    base = Step(
        store=store_map.store,
        task=Task(selection=Selection(dataset.name, rows.shared), act=Act.ASK),
        because=Because(text=_OTHERS, rule="avg-15-4", article="AVG artikel 17, artikel 15 lid 4"),
        subject=person.subject,
    )
    lists = in_lists(dataset, person.kinds)
    if lists and not isinstance(rows.shared, Nothing):
        # Named in a list and nowhere else: the list can do without her.
        only = all_of(named_in(lists), not_(_named_else(dataset, person, lists)))
        task = taken_out(dataset, all_of(rows.shared, only), lists)
        because = replace(base.because, text=FROM_LIST, rule="avg-17")
        yield replace(base, task=task, because=because)
        rows = replace(rows, shared=all_of(rows.shared, not_(only)))
        left = replace(base.task, selection=Selection(dataset.name, rows.shared))
        base = replace(base, task=left)
    if not isinstance(rows.shared, Nothing):
        term = term_for(policy, dataset.records)
        rule = term.retention if term else None
        clock = dataset.own_clock(rule.start) if rule and not rule.others else None
        if term and clock:
            because = replace(base.because, promise=term.id)
            kept = replace(base, task=replace(base.task, act=Act.KEEP), because=because)
            yield replace(kept, clock=clock.column)
        else:
            yield base
    elif isinstance(rows.hers, Nothing) and unreachable(dataset):
        yield replace(base, task=replace(base.task, act=Act.UNKNOWN), because=not_found_in())


def _named_else(dataset: Dataset, person: Person, lists: tuple[Key, ...]) -> Condition:
    """A key of hers stands in the row in another place than the lists."""
    return named_in(k for k in dataset.keys if k not in lists and k.kind in person.kinds)


_OTHERS = Text(
    "hoort bij een ander, die ook rechten heeft; er staat ook iets van deze persoon in",
    "belongs to somebody else, who has rights too; it also names this person",
)
