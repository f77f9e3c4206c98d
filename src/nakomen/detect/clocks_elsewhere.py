"""
Clocks that stand in another table: the last login of a customer, the end of the contract of a call.

Drafted only where the links lead to one such table, for a person to confirm. Of two that could be
meant none is taken.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from nakomen.detect.words import spoken
from nakomen.records import Clock, Dataset, StoreMap, below_it, way
from nakomen.terms import Moment, RecordKind

_LOGINS = re.compile(r"\b(?:log ?ins?|logons?|sign ?ins?|inlog\w*|aanmelding\w*|sessions?)\b")
_OWN_END = (
    RecordKind.CUSTOMER,
    RecordKind.CONTACT,
    RecordKind.CONTRACT,
    RecordKind.NEWSLETTER,
    RecordKind.STAFF,
)
"""What ends by itself; anything else ends with the contract that it belongs to."""


def with_clocks_elsewhere(store_map: StoreMap) -> StoreMap:
    """*store_map* with a clock of another dataset where one is meant and none stands here."""
    datasets = (
        replace(d, clocks=(*d.clocks, *_elsewhere(store_map, d))) for d in store_map.datasets
    )
    return replace(store_map, datasets=tuple(datasets))


def _elsewhere(store_map: StoreMap, dataset: Dataset) -> Iterator[Clock]:
    customer = dataset.records is RecordKind.CUSTOMER
    if customer and not dataset.clock(Moment.LAST_LOGIN):
        logins = _dated(store_map, RecordKind.LOGIN, Moment.EVENT)
        named = [one for one in logins if _LOGINS.search(spoken(one.name))]
        yield from _one(Moment.LAST_LOGIN, _below(store_map, dataset, named), Moment.EVENT)
    if not dataset.personal_columns or dataset.clock(Moment.CONTRACT_END):
        return
    contracts = list(_dated(store_map, RecordKind.CONTRACT, Moment.CONTRACT_END))
    if customer:
        yield from _one(Moment.CONTRACT_END, _below(store_map, dataset, contracts))
    elif dataset.records not in _OWN_END:
        yield from _one(Moment.CONTRACT_END, _above(store_map, dataset, contracts))


def _dated(store_map: StoreMap, records: RecordKind, moment: Moment) -> Iterator[Dataset]:
    """Datasets of this kind that have the day themselves."""
    return (d for d in store_map.datasets if d.records is records and d.own_clock(moment))


def _below(store_map: StoreMap, dataset: Dataset, those: Iterable[Dataset]) -> list[Dataset]:
    return [
        one
        for one in those
        if way(store_map, dataset, one.name) and below_it(store_map, dataset, one.name)
    ]


def _above(store_map: StoreMap, dataset: Dataset, those: Iterable[Dataset]) -> list[Dataset]:
    return [
        one
        for one in those
        if way(store_map, dataset, one.name) and not below_it(store_map, dataset, one.name)
    ]


def _one(moment: Moment, found: list[Dataset], read: Moment | None = None) -> Iterator[Clock]:
    """The clock that stands there, if there is one place only."""
    if len(found) == 1 and (there := found[0].own_clock(read or moment)):
        yield Clock(column=there.column, moment=moment, of=found[0].name)
