"""
Which columns of a dataset become what, so that its rows say nothing of anybody any more.

What names a person is emptied. What places her in a group (a postcode, a year of birth, a network,
a month, an amount) becomes coarse, in levels: each makes the groups larger, the last empties it.
A reference to a row of hers goes too; a hash would not do, because it can be made again.
"""

import re
from collections.abc import Sequence

from nakomen.plan.inside import plain
from nakomen.plan.weigh import same_kind_parent
from nakomen.records import (
    Becomes,
    Coarse,
    Column,
    Dataset,
    Emptied,
    Grain,
    StoreMap,
    names_of,
    of_several,
)
from nakomen.terms import Category

LEVELS = 3
Ladder = tuple[Becomes, ...]

_DAY = re.compile(r"\s*(date|timestamp|datetime|smalldatetime)", re.I)
_NUMBER = re.compile(
    r"\s*((tiny|small|medium|big)?int|numeric|decimal|number|real|float|double)", re.I
)
_TEXT = re.compile(r"\s*(n?(var)?char|character|bpchar|[a-z]*text|n?clob|string|enum)", re.I)
_POSTCODE = re.compile(r"post_?code|postal|zip", re.I)
_COUNTED = frozenset({Category.PAYMENT, Category.PURCHASE_HISTORY, Category.TRAFFIC_DATA})
_EMPTY: Ladder = (Emptied(),)
_BY_YEAR: Ladder = (Coarse(Grain.YEAR), Emptied())
_BY_DAY: Ladder = (Coarse(Grain.MONTH), Coarse(Grain.YEAR), Emptied())
_BY_STEP: Ladder = (Coarse(Grain.STEP, 10), Coarse(Grain.STEP, 100), Emptied())


def coarser(store_map: StoreMap, dataset: Dataset, level: int) -> dict[str, Becomes]:
    """What each column that must change becomes at *level*, from 0 up to `LEVELS` - 1."""
    single = set(plain(column.name for column in dataset.columns))
    known = {c.name: ladder(dataset, c) for c in dataset.columns if c.name in single}
    for name in _references(dataset):
        known[name] = _EMPTY
    fixed = {*dataset.primary_key, *bound(store_map, dataset)}
    fixed |= _family_links(store_map, dataset)
    return {
        name: steps[min(level, len(steps) - 1)]
        for name, steps in known.items()
        if steps and name not in fixed
    }


def ladder(dataset: Dataset, column: Column) -> Ladder:
    """What the column can become, the finest first; nothing when it may stay as it is."""
    clock = any(c.column == column.name and not c.of for c in dataset.clocks)
    if column.unique or dataset.key(column.name):
        return _EMPTY if column.category is not Category.IP_ADDRESS or column.unique else _network()
    if clock and _DAY.match(column.type):
        return _lasting(column, _BY_DAY)
    if not column.personal:
        return ()
    return _lasting(column, _personal(column))


def _personal(column: Column) -> Ladder:
    day, number = _DAY.match(column.type), _NUMBER.match(column.type)
    match column.category:
        case Category.DATE_OF_BIRTH:
            return _EMPTY if number else _BY_YEAR
        case Category.IP_ADDRESS:
            return _network()
        case Category.ADDRESS if _POSTCODE.search(column.name) and not (day or number):
            return (Coarse(Grain.AREA), Emptied())
        case _ if day:
            return _BY_DAY
        case category if category in _COUNTED and number:
            return _BY_STEP
        case _:
            return _EMPTY


def _network() -> Ladder:
    return (Coarse(Grain.NETWORK), Emptied())


def _lasting(column: Column, steps: Ladder) -> Ladder:
    """A day that must be filled has no blank: it ends at its year."""
    return steps[:-1] if _DAY.match(column.type) and not column.nullable else steps


def bound(store_map: StoreMap, dataset: Dataset) -> tuple[str, ...]:
    """
    Columns that name a person and cannot be emptied: her key as primary key, a fixed link, a list.
    """
    keys = {c.name for c in dataset.personal_columns}
    keys |= {name for key in dataset.keys for name in names_of(key)}
    named = [name for name in dataset.primary_key if name in keys]
    links = _references(dataset) - _family_links(store_map, dataset)
    lasting = [
        column.name
        for column in dataset.columns
        if column.name not in dataset.primary_key and _must_stay(dataset, column, links)
    ]
    listed = [name for name in keys if of_several([name])]
    return (*named, *lasting, *listed)


def _must_stay(dataset: Dataset, column: Column, links: set[str]) -> bool:
    """It has no blank, and nothing coarse to become."""
    if column.name in links:
        return not column.nullable
    pointing = any(column.name in link.columns for link in dataset.links)
    has_blank = _TEXT.match(column.type) or (_NUMBER.match(column.type) and not column.unique)
    empties = isinstance(next(iter(ladder(dataset, column)[-1:]), None), Emptied)
    return empties and not column.nullable and (pointing or not has_blank)


def truncated(dataset: Dataset, only: Sequence[Category]) -> dict[str, Becomes]:
    """Internet addresses to their network."""
    wanted = set(only) or {Category.IP_ADDRESS}
    return {
        column.name: Coarse(Grain.NETWORK)
        for column in dataset.columns
        if column.category in wanted
        and column.category is Category.IP_ADDRESS
        and column.name not in dataset.primary_key
        and not of_several([column.name])
    }


def _references(dataset: Dataset) -> set[str]:
    """Columns by which a row belongs to a person's row."""
    return {name for link in dataset.owner_links for name in link.columns}


def _family_links(store_map: StoreMap, dataset: Dataset) -> set[str]:
    """A line stays with its invoice, which becomes anonymous itself."""
    up = same_kind_parent(store_map, dataset)
    return set(up[1].columns) if up else set()
