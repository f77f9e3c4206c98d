"""
Law weighs before wishes: which rows a running norm holds, and from which day they are free.

Records of one kind that belong together (an invoice, its lines, its payments) are one family: it is
free when its head and every dated member are, so that no plan breaks up what the books need.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from nakomen.law import holds_for
from nakomen.plan.clocks import Reading, reading
from nakomen.plan.taken import Weighed, taken
from nakomen.policy import Policy
from nakomen.records import (
    Condition,
    Dataset,
    Everything,
    Link,
    Linked,
    Nothing,
    Referenced,
    StoreMap,
    all_of,
    any_of,
    not_,
)
from nakomen.terms import Category, Moment, Period, RecordKind, Take, Text


@dataclass(frozen=True, kw_only=True)
class Hold:
    """
    A norm or a claim that keeps records: for *keep* from *start*, or until a fixed day.

    *needs* are the categories that must stay readable while it runs.
    """

    rule: str | None
    article: str | None
    text: Text
    keep: Period | None = None
    start: Moment = Moment.EVENT
    until: date | None = None
    needs: frozenset[Category] = frozenset()
    promise: str | None = None

    def free_from(self, newest: date | None) -> date | None:
        """The first day on which all of it may go, when *newest* is its last clock day."""
        if self.until:
            return self.until
        return self.keep.free_from(newest, self.start) if self.keep and newest else None


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A legal claim, pending or expected (AVG artikel 17 lid 3 onder e), until its review."""

    reason: str
    until: date


CLAIMED = frozenset(
    {RecordKind.CUSTOMER, RecordKind.CONTRACT, RecordKind.BILLING, RecordKind.CORRESPONDENCE}
)
"""What is needed to bring or defend a claim between a customer and a provider."""


def holds(records: RecordKind, claim: Claim | None, today: date) -> tuple[Hold, ...]:
    """Everything that keeps records of this kind, the longest first."""
    by_law = [
        Hold(
            rule=rule.id,
            article=rule.article,
            text=rule.text,
            keep=rule.keep,
            start=rule.start,
            needs=rule.needs,
        )
        for rule in holds_for(records)
    ]
    found = by_law + (
        [_claimed(claim)] if claim and records in CLAIMED and claim.until > today else []
    )
    return tuple(sorted(found, key=lambda hold: _span(hold, today), reverse=True))


def promised(policy: Policy, records: RecordKind) -> tuple[Hold, ...]:
    """
    Minimum terms that the statement promises for records of this kind.

    They hold back what falls due by itself; a person who asks to be erased is not bound by them.
    """
    return tuple(
        Hold(
            rule=None,
            article=None,
            text=Text("de verklaring belooft dit ten minste zo lang te bewaren",
                      "the statement promises to keep this at least so long"),
            keep=promise.retention.least,
            start=start,
            promise=promise.id,
        )
        for promise in policy.retention
        if promise.retention
        and promise.retention.least
        and not promise.retention.only
        and promise.retention.records is records
        for start in promise.retention.moments
    )  # fmt: skip


def _claimed(claim: Claim) -> Hold:
    return Hold(
        rule="avg-17-3-e",
        article="AVG artikel 17 lid 3 onder e",
        text=Text(
            "nodig voor een rechtsvordering: {reason}", "needed for a legal claim: {reason}"
        ).fill(reason=claim.reason),
        until=claim.until,
    )


def _span(hold: Hold, today: date) -> date:
    return hold.until or (hold.keep or Period()).after(today)


Days = Mapping[Moment, date]
"""For each moment the first clock day that is not free yet."""


def weigh(store_map: StoreMap, dataset: Dataset, held_by: tuple[Hold, ...], today: date) -> Weighed:
    """What the norms *held_by* leave free in *dataset* on *today*: what none of them holds."""
    if not held_by:
        return Weighed(free=Everything())
    if any(hold.until and hold.until > today for hold in held_by):
        return Weighed(free=Nothing())
    days: dict[Moment, date] = {}
    for hold in held_by:
        if hold.keep:
            day = hold.keep.cutoff(today, hold.start)
            days[hold.start] = min(days.get(hold.start, day), day)
    parts = [_family(store_map, dataset, {start: day}) for start, day in days.items()]
    if len(parts) == 1:
        (part,) = parts
        return Weighed(free=part.free, undated=any_of(part.undated, part.waiting))
    free = all_of(*(part.free for part in parts))
    held = any_of(*(part.held for part in parts))
    return Weighed(free=free, undated=all_of(not_(free), not_(held)))


def due(
    store_map: StoreMap,
    dataset: Dataset,
    keep: Period,
    starts: tuple[Moment, ...],
    today: date,
    take: Take = Take.LATEST,
) -> Weighed:
    """Rows past their term on *today*, by the clocks of the family's head."""
    days = {start: keep.cutoff(today, start) for start in starts}
    return _family(store_map, dataset, days, take)


def _family(store_map: StoreMap, dataset: Dataset, days: Days, take: Take = Take.LATEST) -> Weighed:
    if up := same_kind_parent(store_map, dataset):
        parent, link = up
        above = _family(store_map, parent, days, take)
        return Weighed(
            free=_up(link, above.free),
            undated=_up(link, above.undated),
            waiting=_up(link, above.waiting),
        )
    alone = taken(readings(store_map, dataset, days), take)
    late = any_of(*_late_members(store_map, dataset, days))
    return replace(alone, free=all_of(alone.free, not_(late)))


def readings(store_map: StoreMap, dataset: Dataset, days: Days) -> Mapping[Moment, Reading | None]:
    """What each clock of *dataset* tells; None where it has no such clock."""
    told: dict[Moment, Reading | None] = {}
    for moment, day in days.items():
        clock = dataset.clock(moment)
        told[moment] = reading(store_map, dataset, clock, moment, day) if clock else None
    return told


def _up(link: Link, where: Condition) -> Condition:
    if isinstance(where, Nothing):
        return where
    return Linked(link.columns, link.to, link.to_columns, where)


def _late_members(store_map: StoreMap, dataset: Dataset, days: Days) -> Iterator[Condition]:
    """Members of the family whose own date is not free yet."""
    for child, link in store_map.children(dataset.name):
        if child.records is not dataset.records or not link.owner:
            continue
        dated = (read.running for read in readings(store_map, child, days).values() if read)
        late = any_of(*dated, *_late_members(store_map, child, days))
        if not isinstance(late, Nothing):
            yield Referenced(link.to_columns, child.name, link.columns, late)


def same_kind_parent(store_map: StoreMap, dataset: Dataset) -> tuple[Dataset, Link] | None:
    """The dataset of the same kind that this one is a part of: the invoice of a line."""
    for link in dataset.owner_links:
        if link.to != dataset.name and store_map.has(link.to):
            parent = store_map.dataset(link.to)
            if parent.records is dataset.records:
                return parent, link
    return None
