"""Rows that came from elsewhere, and whose person was not told within a month (AVG artikel 14)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nakomen.records import (
    Before,
    Condition,
    Dataset,
    Missing,
    Question,
    Selection,
    StoreMap,
    all_of,
)
from nakomen.run.company import Company
from nakomen.terms import Moment, Period

WITHIN = Period(months=1)


@dataclass(frozen=True, kw_only=True)
class Untold:
    """So many rows of one dataset that came from *source*, and nobody was told of them in time."""

    store: str
    dataset: str
    source: str
    rows: int


def untold(company: Company, today: date) -> list[Untold]:
    """
    Counted in every dataset whose map says that it comes from elsewhere.

    Without a day on which a row was made each row that was not told of counts.
    """
    return [one for store_map in company.maps for one in _counted(company, store_map, today)]


def _counted(company: Company, store_map: StoreMap, today: date) -> Iterator[Untold]:
    elsewhere = [d for d in store_map.datasets if d.source and d.told]
    asked = [Question(selection=Selection(d.name, _late(d, today))) for d in elsewhere]
    counts = company.stores[store_map.store].count(asked, {}) if asked else []
    for dataset, count in zip(elsewhere, counts, strict=True):
        if count.rows:
            yield Untold(
                store=store_map.store,
                dataset=dataset.name,
                source=dataset.source,
                rows=count.rows,
            )


def _late(dataset: Dataset, today: date) -> Condition:
    clock = dataset.own_clock(Moment.CREATED) or dataset.own_clock(Moment.EVENT)
    missing = Missing(dataset.told)
    # A row of the very day a month ago may still be told of today.
    day = WITHIN.cutoff(today, Moment.EVENT)
    return all_of(missing, Before(clock.column, day)) if clock else missing
