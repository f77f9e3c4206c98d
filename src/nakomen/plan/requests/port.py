"""Portability (AVG artikel 20): what she gave or what came from her use, to take along."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from nakomen.law.tables.portability import Item, port
from nakomen.law.tables.row import Outcome
from nakomen.plan.inside import parts_of_others
from nakomen.plan.model import Because, Step
from nakomen.plan.requests.case import Case
from nakomen.plan.requests.promised import not_found_in, promise_for, unreachable
from nakomen.plan.whose import Whose, whose
from nakomen.policy import Promise
from nakomen.records import Act, Column, Condition, Dataset, Nothing, Selection, StoreMap, Task
from nakomen.terms import Basis, RecordKind, Right, Text

BASES: Mapping[RecordKind, Basis] = {
    RecordKind.CUSTOMER: Basis.CONTRACT,
    RecordKind.CONTACT: Basis.CONTRACT,
    RecordKind.CONTRACT: Basis.CONTRACT,
    RecordKind.CONTENT: Basis.CONTRACT,
    RecordKind.TRAFFIC: Basis.CONTRACT,
    RecordKind.LOGIN: Basis.CONTRACT,
    RecordKind.CORRESPONDENCE: Basis.CONTRACT,
    RecordKind.NEWSLETTER: Basis.CONSENT,
    RecordKind.BILLING: Basis.LEGAL_OBLIGATION,
    RecordKind.CAMERA: Basis.LEGITIMATE_INTERESTS,
    RecordKind.BACKUP: Basis.LEGITIMATE_INTERESTS,
}
"""On what records of a kind rest by rule, where no register says it."""
_TAKEN_ALONG = (Basis.CONTRACT, Basis.CONSENT)
_DERIVED = re.compile(
    r"(^|_)(score|rating|segment|risk|risico|churn|prediction|prognose|profile|profiel|"
    r"credit_?check|klantwaarde|lifetime_value|internal|intern|note|notes|notitie|opmerking|"
    r"remark|label|tag)s?(_|$)"
)
"""Columns in which a company writes what it concluded itself."""


def port_steps(case: Case) -> list[Step]:
    """For each dataset of hers: what goes along, what does not, and why not."""
    steps: list[Step] = []
    for store_map in case.maps:
        owned = whose(store_map, case.person.kinds, found=True)
        for dataset in store_map.datasets:
            steps += _dataset(case, store_map, dataset, owned[dataset.name])
    return steps


def _dataset(case: Case, store_map: StoreMap, dataset: Dataset, rows: Whose) -> Iterator[Step]:
    if not isinstance(rows.hers, Nothing):
        yield from _hers(case, store_map, dataset, rows.hers)
    elif unreachable(dataset):
        yield _step(case, store_map, dataset, Nothing(), Act.UNKNOWN, not_found_in())
    if not isinstance(rows.shared, Nothing):
        others = _because(case, Item(basis=Basis.CONTRACT, of_others=True))
        yield _step(case, store_map, dataset, rows.shared, Act.KEEP, others)


def _hers(case: Case, store_map: StoreMap, dataset: Dataset, hers: Condition) -> Iterator[Step]:
    basis = _basis(case, store_map, dataset)
    if basis is None:
        because = Because(text=_WHICH_BASIS, rule="avg-20")
        yield _step(case, store_map, dataset, hers, Act.ASK, because)
        return
    because = _because(case, Item(basis=basis))
    if because.rule != "POR-01":
        yield _step(case, store_map, dataset, hers, Act.KEEP, because)
        return
    given = tuple(c.name for c in dataset.stored if not _is_derived(c))
    copy = _step(case, store_map, dataset, hers, Act.EXPORT, because, given)
    yield replace(copy, task=replace(copy.task, masked=parts_of_others(dataset)))
    derived = tuple(c.name for c in dataset.stored if c.name not in given)
    if derived:
        why = _because(case, Item(basis=basis, derived=True))
        yield _step(case, store_map, dataset, hers, Act.KEEP, why, derived)


def _basis(case: Case, store_map: StoreMap, dataset: Dataset) -> Basis | None:
    """
    On what it rests: as the register has it, else by rule if the policy states that basis. None
    where a person must say it.
    """
    said = case.bases.get(f"{store_map.store}.{dataset.name}")
    if said:
        return next((basis for basis in _TAKEN_ALONG if basis in said), said[0])
    basis = BASES.get(dataset.records)
    stated = {b for p in case.policy.promises for b in (*p.bases, *_of_purpose(p))}
    return None if basis in _TAKEN_ALONG and stated and basis not in stated else basis


def _of_purpose(promise: Promise) -> tuple[Basis, ...]:
    return promise.purpose.bases if promise.purpose else ()


def _is_derived(column: Column) -> bool:
    return bool(_DERIVED.search(column.name.casefold()))


def _because(case: Case, item: Item) -> Because:
    row = port(item)
    granted = row.id == "POR-01"
    text = (
        row.when if granted else Text(f"{row.when.nl}; {row.do.nl}", f"{row.when.en}; {row.do.en}")
    )
    return Because(
        text=text,
        promise=promise_for(case.policy, Right.PORTABILITY),
        rule=row.id,
        article=row.article,
        refused=row.article if row.outcome is Outcome.REFUSE else None,
    )


def _step(
    case: Case,
    store_map: StoreMap,
    dataset: Dataset,
    rows: Condition,
    act: Act,
    because: Because,
    columns: tuple[str, ...] = (),
) -> Step:
    step = Step(
        store=store_map.store,
        task=Task(selection=Selection(dataset.name, rows), act=act),
        because=because,
        subject=case.person.subject,
    )
    return replace(step, task=replace(step.task, columns=columns))


_WHICH_BASIS = Text(
    "op welke grond dit rust, is niet bekend: een mens moet beslissen of het meegaat",
    "on which basis this rests is not known: a person must decide whether it goes along",
)
