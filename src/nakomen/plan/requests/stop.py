"""
A use that stops at once: objection (AVG artikel 21) and withdrawal of consent (artikel 7 lid 3).

Against advertising both always hold. Subscriptions to mailings go, and what says yes elsewhere says
no. An objection to another use is weighed by a person, and until then nothing is used.
"""

from collections.abc import Iterator
from dataclasses import replace

from nakomen.law.tables.objection import Use, objected
from nakomen.law.tables.row import Outcome
from nakomen.plan.model import Because, Step
from nakomen.plan.remove import Removal, removal_steps
from nakomen.plan.requests.case import Case
from nakomen.plan.requests.promised import not_found_in, promise_for, unreachable
from nakomen.plan.requests.purposes import WEIGHED, answering, is_mailing_list
from nakomen.plan.whose import Whose, parents_first, whose
from nakomen.records import (
    Act,
    Becomes,
    Column,
    Condition,
    Constant,
    Dataset,
    Emptied,
    Missing,
    Nothing,
    Selection,
    StoreMap,
    Task,
    Unlike,
    all_of,
)
from nakomen.terms import Basis, Right, Text

TODAY, EMPTY = "today", "empty"
"""What a column can become beside a constant: the day of the objection, or nothing."""


def object_steps(case: Case) -> list[Step]:
    """Advertising stops; another use is weighed meanwhile, or is no matter of objection."""
    use = case.purpose
    if use.marketing:
        row = objected(Use(basis=Basis.LEGITIMATE_INTERESTS, marketing=True))
        why = Because(text=row.do, rule=row.id, article=row.article)
        return _stopped(case, _promised(case, why, Right.OBJECTION))
    weighed = next((basis for basis in use.bases if basis in WEIGHED), None)
    basis = weighed or next(iter(use.bases), Basis.CONTRACT)
    row = objected(Use(basis=basis, compelling=case.compelling or None))
    asked = weighed and not case.compelling
    why = Because(text=_MEANWHILE if asked else row.do, rule=row.id, article=row.article)
    act = Act.ASK if asked else Act.KEEP
    why = replace(why, refused=row.article if row.outcome is Outcome.REFUSE else None)
    return _left(case, _promised(case, why, Right.OBJECTION), act)


def withdraw_steps(case: Case) -> list[Step]:
    """What rests on consent stops; what rests on something else is no matter of withdrawal."""
    use = case.purpose
    if not use.marketing and Basis.CONSENT not in use.bases:
        why = Because(
            text=_NO_CONSENT, rule="WDR-03", article="AVG artikel 13 lid 1 onder c",
            refused="AVG artikel 7 lid 3",
        )  # fmt: skip
        return _left(case, _promised(case, why, Right.WITHDRAW_CONSENT), Act.KEEP)
    why = Because(text=_WITHDRAWN, rule="WDR-01", article="AVG artikel 7 lid 3")
    return _stopped(case, _promised(case, why, Right.WITHDRAW_CONSENT))


def _promised(case: Case, why: Because, right: Right) -> Because:
    promise = promise_for(case.policy, right)
    return replace(why, promise=promise or case.purpose.promise)


def _stopped(case: Case, why: Because) -> list[Step]:
    steps: list[Step] = []
    for store_map in case.maps:
        owned = whose(store_map, case.person.kinds, found=True)
        for dataset in reversed(parents_first(store_map)):
            hers = owned[dataset.name].hers
            if not isinstance(hers, Nothing):
                steps += _dataset(case, store_map, dataset, hers, why)
            elif unreachable(dataset):
                steps.append(_step(case, store_map, dataset, hers, Act.UNKNOWN, not_found_in()))
    return steps


def _dataset(
    case: Case, store_map: StoreMap, dataset: Dataset, hers: Condition, why: Because
) -> Iterator[Step]:
    said = answering(dataset, case.purpose.name)
    for column in said:
        yield _column(case, store_map, dataset, hers, column, why)
    if said or not dataset.personal_columns:
        return
    if is_mailing_list(dataset, case.purpose):
        only = {d.name: Whose() for d in store_map.datasets} | {dataset.name: Whose(hers=hers)}
        yield from removal_steps(
            Removal(
                store_map=store_map,
                whose=only,
                why=why,
                today=case.today,
                subject=case.person.subject,
            )
        )
    else:
        yield _step(case, store_map, dataset, hers, Act.KEEP, Because(text=_ANOTHER_USE))


def _column(
    case: Case,
    store_map: StoreMap,
    dataset: Dataset,
    hers: Condition,
    column: Column,
    why: Because,
) -> Step:
    becomes = _no(column, case)
    if becomes is None:
        ask = replace(why, text=_HOW)
        return _step(case, store_map, dataset, hers, Act.ASK, ask)
    first = column.no == TODAY
    still = Missing(column.name) if first else Unlike(column.name, becomes)
    step = _step(case, store_map, dataset, all_of(hers, still), Act.STOP, why)
    return replace(step, task=replace(step.task, columns=(column.name,), becomes=(becomes,)))


def _no(column: Column, case: Case) -> Becomes | None:
    """What the column holds when she says no; None when the map does not say it."""
    if column.no == EMPTY:
        return Emptied() if column.nullable else None
    if column.no == TODAY:
        return Constant(case.today.isoformat())
    return Constant(column.no) if column.no is not None else None


def _left(case: Case, why: Because, act: Act) -> list[Step]:
    """Everything of hers, untouched, with the reason."""
    return [
        _step(case, store_map, store_map.dataset(name), rows.hers, act, why)
        for store_map in case.maps
        for name, rows in whose(store_map, case.person.kinds, found=True).items()
        if not isinstance(rows.hers, Nothing)
    ]


def _step(
    case: Case, store_map: StoreMap, dataset: Dataset, rows: Condition, act: Act, because: Because
) -> Step:
    return Step(
        store=store_map.store,
        task=Task(selection=Selection(dataset.name, rows), act=act),
        because=because,
        subject=case.person.subject,
    )


_MEANWHILE = Text(
    "een mens weegt haar belang tegen dat van het bedrijf; tot dan weigert `nakomen may use` dit "
    "gebruik, en `nakomen plan restrict --ground objection` maakt haar gegevens onleesbaar",
    "a person weighs her interest against the company's; until then `nakomen may use` refuses this "
    "use, and `nakomen plan restrict --ground objection` makes her data unreadable",
)
_WITHDRAWN = Text(
    "toestemming ingetrokken: het gebruik stopt direct", "consent withdrawn: the use stops at once"
)
_NO_CONSENT = Text(
    "dit gebruik rust niet op toestemming; maak bezwaar of vraag om wissen",
    "this use does not rest on consent; object to it, or ask for erasure",
)
_ANOTHER_USE = Text(
    "niet voor dit gebruik, volgens de gegevenskaart", "not for this use, says the data map"
)
_HOW = Text(
    "de gegevenskaart zegt niet wat hier 'nee' is; vul 'no' aan bij de kolom",
    "the data map does not say what means 'no' here; add 'no' to the column",
)
