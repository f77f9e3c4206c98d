"""
Where a clock stands for a row: in a column of its own, or in rows that belong with it.

The last login of a customer is the newest of her logins; the end of the contract of a call is that
of its subscription; somebody is a customer while any contract of hers runs. Of many related rows
the newest counts, and one that has no end yet keeps all of it running.
"""

from dataclasses import dataclass
from datetime import date

from nakomen.records import (
    Before,
    Clock,
    Condition,
    Dataset,
    Dated,
    Everything,
    Missing,
    Nothing,
    StoreMap,
    all_of,
    any_of,
    not_,
    way,
)
from nakomen.terms import Moment


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What a clock tells of a row: *past* a day, *absent*, or *unknown*; else it still runs."""

    past: Condition
    absent: Condition
    unknown: Condition

    @property
    def running(self) -> Condition:
        return all_of(not_(self.past), not_(self.absent), not_(self.unknown))


def reading(
    store_map: StoreMap, dataset: Dataset, clock: Clock, moment: Moment, day: date
) -> Reading | None:
    """
    What *clock* tells of the rows of *dataset*; past is before *day*.

    Returns:
        None when the map shows no way to the dataset where the clock stands.
    """
    column = clock.column
    if not clock.of:
        undated = all_of(not_(Dated(column)), not_(Missing(column)))
        return _sorted(moment, Before(column, day), Missing(column), undated)
    wrap = way(store_map, dataset, clock.of)
    if wrap is None:
        return None
    some = wrap(Everything())
    past = all_of(some, not_(wrap(not_(Before(column, day)))))
    if moment.awaited:
        undated = all_of(not_(Dated(column)), not_(Missing(column)))
        unknown = any_of(not_(some), wrap(undated))
        return Reading(past=past, absent=wrap(Missing(column)), unknown=unknown)
    return _sorted(moment, past, not_(some), wrap(not_(Dated(column))))


def _sorted(moment: Moment, past: Condition, absent: Condition, unknown: Condition) -> Reading:
    """A day that every record has is not absent but unknown."""
    if moment.awaited or moment.optional:
        return Reading(past=past, absent=absent, unknown=unknown)
    return Reading(past=past, absent=Nothing(), unknown=any_of(absent, unknown))
