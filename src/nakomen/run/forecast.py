"""What falls due in the coming months: on each day what a retention plan of that day would take."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple, TypeAlias

from nakomen.ledger import Parcel
from nakomen.plan import Step
from nakomen.records import Act, Keys, Question
from nakomen.run.calendar import Calendar
from nakomen.run.company import Company
from nakomen.run.due import due_steps, over_on
from nakomen.run.held import LegalHold
from nakomen.run.parked import parcels
from nakomen.run.spared import Spared

MONTHS = 24


class Taken(NamedTuple):
    """What is told apart: rows of one dataset that one promise takes in one way."""

    store: str
    dataset: str
    act: Act
    promise: str | None


Rows: TypeAlias = Mapping[Taken, int]


@dataclass(frozen=True, kw_only=True)
class Falling:
    """*rows* that fall due after the day *after* (None: they are due already) and by *until*."""

    what: Taken
    after: date | None
    until: date
    rows: int


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """
    What the plans up to the day *until* take; besides, of which holds the review falls due by then,
    and what can be undone no longer and is destroyed.
    """

    until: date
    falling: tuple[Falling, ...]
    reviews: tuple[LegalHold, ...]
    destroyed: tuple[Parcel, ...]


def forecast(
    company: Company,
    today: date,
    months: int = MONTHS,
    on: Callable[[date], Company] | None = None,
) -> Forecast:
    """
    What falls due up to the end of each of *months* months, with the data as it is now.

    Counted with the selections of the plan that would be made on that day, so that the two agree:
    what is restricted, on hold or of staff now is left alone, and whose kept rows come free is in
    it. What comes in meanwhile is not, nor what people ask.

    Args:
        on: the company under the promises that hold on a day; *company* on each when None.

    Raises:
        SchemaChanged, StoreUnreachable: a store is not as its map says, or not there.
    """
    company.check_shapes()
    spared, calendar = Spared.by_sweeps(company), Calendar.of(company)

    @cache
    def due(day: date) -> Rows:
        over = over_on(company, calendar, day, lambda part: next(iter(part)))
        steps = due_steps(on(day) if on else company, day, over, spared)
        return _counted(company, steps, over.keys | {"": spared.keys})

    days = [today, *month_ends(today, months)]
    return Forecast(
        until=days[-1],
        falling=(*_falling(days, _along(days, due)),),
        reviews=(*sorted(_reviews(spared, days[-1]), key=lambda hold: hold.until),),
        destroyed=(*(p for p in parcels(company) if p.until and p.rows and p.until <= days[-1]),),
    )


def _reviews(spared: Spared, last: date) -> Iterator[LegalHold]:
    """No day ends a hold; on this one a person looks again whether it is still needed."""
    return (hold for hold in spared.held.holds if hold.until <= last)


def month_ends(today: date, months: int) -> list[date]:
    """
    The last day of this month, if that is still to come, and of those after it.

    >>> [str(day) for day in month_ends(date(2026, 11, 30), 2)]
    ['2026-12-31', '2027-01-31']
    """
    ends: list[date] = []
    day = today
    while len(ends) < months:
        first_of_next = (day.replace(day=1) + timedelta(32)).replace(day=1)
        end = first_of_next - timedelta(1)
        ends += [end] if end > today else []
        day = first_of_next
    return ends


def _along(days: Sequence[date], due: Callable[[date], Rows]) -> list[Rows]:
    """What is due on each of *days*; between two that are equal nothing is asked."""
    first, last = due(days[0]), due(days[-1])
    if len(days) <= 2 or first == last:
        return [first] * (len(days) - 1) + [last]
    middle = len(days) // 2
    return [*_along(days[: middle + 1], due), *_along(days[middle:], due)[1:]]


def _counted(company: Company, steps: Sequence[Step], keys: Mapping[str, Keys]) -> Rows:
    rows: Counter[Taken] = Counter()
    groups: dict[tuple[str, str], list[Step]] = {}
    for step in steps:
        if step.task.act.destructive:
            groups.setdefault((step.store, step.subject or ""), []).append(step)
    for (store, subject), taken in groups.items():
        asked = [Question(selection=step.task.selection) for step in taken]
        counts = company.stores[store].count(asked, keys.get(subject, {}))
        for step, count in zip(taken, counts, strict=True):
            rows[Taken(store, step.task.dataset, step.task.act, step.because.promise)] += count.rows
    return dict(rows)


def _falling(days: Sequence[date], rows: Sequence[Rows]) -> Iterator[Falling]:
    """What came to be due between one day and the next."""
    before: Rows = {}
    for place, (day, now) in enumerate(zip(days, rows, strict=True)):
        after = days[place - 1] if place else None
        for what, more in _risen(before, now):
            yield Falling(what=what, after=after, until=day, rows=more)
        before = now


def _risen(before: Rows, now: Rows) -> Iterator[tuple[Taken, int]]:
    """
    What is due *now* and was not before.

    A row that was due with its customer may be due by its own term later, and is then counted
    there: it moved from one promise to another, and is not new.
    """
    left = _places(now)
    left.subtract(_places(before))
    for what, count in sorted(now.items()):
        more = min(count - before.get(what, 0), left[what[:3]])
        if more > 0:
            left[what[:3]] -= more
            yield what, more


def _places(rows: Rows) -> Counter[tuple[str, str, Act]]:
    """Due rows of each dataset by what becomes of them, whichever promise takes them."""
    places: Counter[tuple[str, str, Act]] = Counter()
    for what, count in rows.items():
        places[what[:3]] += count
    return places
