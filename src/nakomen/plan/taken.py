"""The earliest or the latest of several moments: which rows are free, and of which nobody knows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nakomen.plan.clocks import Reading
from nakomen.records import Condition, Everything, Nothing, all_of, any_of, not_
from nakomen.terms import Moment, Take


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """
    Rows of a dataset that are free to go, rows of which nobody can tell, and rows whose term
    *waits* for something to end that has not ended.
    """

    free: Condition
    undated: Condition = field(default_factory=Nothing)
    waiting: Condition = field(default_factory=Nothing)

    @property
    def held(self) -> Condition:
        return all_of(not_(self.free), not_(self.undated), not_(self.waiting))


def taken(told: Mapping[Moment, Reading | None], take: Take) -> Weighed:
    """The earliest or the latest of what several clocks tell; without one nobody can tell."""
    known = {moment: read for moment, read in told.items() if read}
    if len(known) < len(told):
        return Weighed(free=Nothing(), undated=Everything())
    if len(known) == 1:
        ((moment, read),) = known.items()
        return _alone(moment, read)
    return _earliest(known) if take is Take.EARLIEST else _latest(known)


def _alone(moment: Moment, read: Reading) -> Weighed:
    if moment.awaited:
        return Weighed(free=read.past, undated=read.unknown, waiting=read.absent)
    return Weighed(free=read.past, undated=any_of(read.absent, read.unknown))


def _latest(known: Mapping[Moment, Reading]) -> Weighed:
    """Every day is past; what never came does not count, but something must have come."""
    over = (any_of(r.past, r.absent) if m.optional else r.past for m, r in known.items())
    free = all_of(any_of(*(r.past for r in known.values())), *over)
    waiting = any_of(*(r.absent for m, r in known.items() if m.awaited))
    running = any_of(*(r.running for r in known.values()))
    return Weighed(
        free=free,
        undated=all_of(not_(free), not_(waiting), not_(running)),
        waiting=all_of(waiting, not_(running)),
    )


def _earliest(known: Mapping[Moment, Reading]) -> Weighed:
    """One day that is past is enough; a day that nobody knows could be."""
    free = any_of(*(r.past for r in known.values()))
    unknown = any_of(*(r.unknown for r in known.values()))
    none = all_of(*(r.absent for r in known.values()))
    waits = any(m.awaited for m in known)
    lost = unknown if waits else any_of(unknown, none)
    undated = all_of(not_(free), lost)
    return Weighed(
        free=free,
        undated=undated,
        waiting=all_of(none, not_(undated)) if waits else Nothing(),
    )
