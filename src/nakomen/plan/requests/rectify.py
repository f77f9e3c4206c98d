"""Rectification (AVG artikel 16): the wrong value goes wherever it stands among what is hers."""

from collections.abc import Iterator

from nakomen.plan.inside import IN_LIST, UNREAD, asks, unread
from nakomen.plan.model import Because, Step
from nakomen.plan.requests.case import Case
from nakomen.plan.requests.correction import FREE_TEXT, Correction, Wrong, alike, meant
from nakomen.plan.requests.promised import not_found_in, promise_for, unreachable
from nakomen.plan.whose import parents_first, whose
from nakomen.records import (
    Act,
    Column,
    Condition,
    Dataset,
    Given,
    Mentions,
    Missing,
    Nothing,
    Selection,
    StoreMap,
    Task,
    Unlike,
    all_of,
    any_of,
    inside,
    not_,
    of_several,
)
from nakomen.terms import RecordKind, Right, Text

_EVENTS = frozenset({RecordKind.TRAFFIC, RecordKind.LOGIN, RecordKind.CAMERA, RecordKind.BACKUP})
_UNSURE = frozenset({RecordKind.CONTRACT, RecordKind.STAFF, RecordKind.CONTENT})
ISSUED = "REC-05"
"""The row of the law's table for documents that stay as they went out."""


def rectify_steps(case: Case) -> list[Step]:
    """
    For each dataset of hers: what is put right, what stays as it was issued, what is in doubt.

    Children come before parents: a row that is found by an address is changed before the address.
    """
    steps: list[Step] = []
    for store_map in case.maps:
        owned = whose(store_map, case.person.kinds, found=True)
        for dataset in reversed(parents_first(store_map)):
            hers = owned[dataset.name].hers
            if not isinstance(hers, Nothing):
                steps += _dataset(case, store_map, dataset, hers)
            elif unreachable(dataset):
                rows = Selection(dataset.name, Nothing())
                steps.append(_step(case, store_map, rows, Act.UNKNOWN, not_found_in()))
    return steps


def _dataset(case: Case, store_map: StoreMap, dataset: Dataset, hers: Condition) -> Iterator[Step]:
    told = [
        step
        for correction in case.corrections
        for step in _correction(case, store_map, dataset, hers, correction)
    ]
    yield from told
    base = _step(case, store_map, Selection(dataset.name, hers), Act.ASK, _why(case))
    named = (c.name for one in case.corrections for c in meant(one.named, store_map, dataset))
    yield from asks(base, all_of(hers, unread(named)), UNREAD)
    said = _said(case, store_map, dataset)
    if not isinstance(said, Nothing):
        because = Because(text=_SAID, promise=_promise(case), rule="REC-03", article=_STATEMENT)
        yield _step(case, store_map, Selection(dataset.name, all_of(hers, said)), Act.ASK, because)
    if not told and dataset.personal_columns:
        rest = Selection(dataset.name, all_of(hers, not_(said)))
        yield _step(case, store_map, rest, Act.KEEP, Because(text=_NOT_HERE))


def _said(case: Case, store_map: StoreMap, dataset: Dataset) -> Condition:
    """The wrong value stands somewhere in a text of hers."""
    if dataset.records in _EVENTS or dataset.records is RecordKind.BILLING:
        return Nothing()
    set_ = {c.name for one in case.corrections for c in meant(one.named, store_map, dataset)}
    texts = [c.name for c in dataset.personal_columns if c.category in FREE_TEXT]
    return any_of(
        *(
            Mentions(name, Given(kind))
            for name in texts
            if name not in set_
            for one in case.corrections
            for kind in one.old
        )
    )


def _correction(
    case: Case, store_map: StoreMap, dataset: Dataset, hers: Condition, correction: Correction
) -> Iterator[Step]:
    columns = meant(correction.named, store_map, dataset)
    rows = Selection(dataset.name, hers)
    if dataset.records is RecordKind.BILLING:
        if columns or any(alike(correction.named, c) for c in dataset.personal_columns):
            yield _step(case, store_map, rows, Act.KEEP, _issued(case))
    elif columns and dataset.records in _EVENTS:
        yield _step(case, store_map, rows, Act.KEEP, Because(text=_HAPPENED, article=_ACCURACY))
    for column in columns:
        if dataset.records is not RecordKind.BILLING and dataset.records not in _EVENTS:
            yield from _column(case, store_map, dataset, hers, correction, column)


def _column(
    case: Case,
    store_map: StoreMap,
    dataset: Dataset,
    hers: Condition,
    correction: Correction,
    column: Column,
) -> Iterator[Step]:
    filled = Selection(dataset.name, all_of(hers, not_(Missing(column.name))))
    doubt = correction.doubt or _doubt(dataset, column)
    wrong = correction.at((store_map.store, dataset.name, column.name))
    if doubt:
        because = Because(text=doubt, promise=_promise(case), rule="avg-16")
        yield _step(case, store_map, filled, Act.ASK, because)
    elif wrong:
        new = Given(correction.kind)
        where = all_of(hers, _holds(column.name, wrong), Unlike(column.name, new))
        yield Step(
            store=store_map.store,
            task=Task(
                selection=Selection(dataset.name, where),
                act=Act.RECTIFY,
                columns=(column.name,),
                becomes=(new,),
            ),
            because=_why(case),
            subject=case.person.subject,
        )
    else:
        yield _step(case, store_map, filled, Act.KEEP, Because(text=_ANOTHER))


def _holds(column: str, wrong: Wrong) -> Condition:
    """The column holds one of the values that are wrong."""
    same = [not_(Unlike(column, Given(kind))) for kind in wrong.values]
    # Nothing is put into a document where nothing stands.
    empty = wrong.empty and inside(column) is None
    return any_of(*same, *((Missing(column),) if empty else ()))


def _doubt(dataset: Dataset, column: Column) -> Text | None:
    if of_several([column.name]):
        return IN_LIST
    if dataset.records is RecordKind.STAFF:
        return _STAFF
    if dataset.records in _UNSURE:
        return _SERVICE
    return _OPINION if column.category in FREE_TEXT else None


def _why(case: Case) -> Because:
    return Because(
        text=Text("recht op rectificatie", "right to rectification"),
        promise=_promise(case),
        rule="avg-16",
        article="AVG artikel 16",
    )


def _promise(case: Case) -> str | None:
    return promise_for(case.policy, Right.RECTIFICATION)


def _issued(case: Case) -> Because:
    return Because(text=_AS_ISSUED, promise=_promise(case), rule=ISSUED, article=_BOOKS)


def _step(case: Case, store_map: StoreMap, rows: Selection, act: Act, because: Because) -> Step:
    return Step(
        store=store_map.store,
        task=Task(selection=rows, act=act),
        because=because,
        subject=case.person.subject,
    )


_BOOKS = "AWR artikel 52 lid 1 en 4"
_ACCURACY = "AVG artikel 5 lid 1 onder d"
_AS_ISSUED = Text(
    "blijft zoals verstuurd; verbeter met een nieuw stuk, zoals een creditfactuur",
    "stays as it was issued; correct it with a new document, such as a credit note",
)
_HAPPENED = Text(
    "legt vast wat er toen gebeurde, met de gegevens van toen",
    "records what happened then, with the data of then",
)
_NOT_HERE = Text("dit gegeven staat hier niet in", "this is not kept here")
_ANOTHER = Text(
    "hier staat iets anders dan wat fout is, of het klopt al",
    "holds something else than what is wrong, or is right already",
)
_STATEMENT = "AVG artikel 16, tweede zin"
_SAID = Text(
    "de oude waarde staat in een tekst; wat is gezegd wordt niet herschreven: een mens beslist, "
    "of voegt haar verklaring toe",
    "the old value stands in a text; what was said is not rewritten: a person decides, or adds "
    "her statement",
)
_STAFF = Text(
    "staat in de gegevens van het personeel: een mens moet beslissen",
    "stands among the data of staff: a person must decide",
)
_SERVICE = Text(
    "kan bij de dienst zelf horen, zoals een aansluiting: een mens moet beslissen",
    "may belong to the service itself, such as a line: a person must decide",
)
_OPINION = Text(
    "een oordeel of wat is gezegd wordt niet herschreven; voeg haar verklaring toe",
    "a judgement or what was said is not rewritten; add her statement",
)
