"""The notice that a statement promises before a new version of it takes effect."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nakomen.policy.model import Policy, Promise
from nakomen.policy.stated import Notice
from nakomen.terms import Channel, Text
from nakomen.terms.labels import label


@dataclass(frozen=True, kw_only=True)
class GivenNotice:
    """That people were told of a version; *persons* where each was told apart, as by e-mail."""

    channel: Channel
    on: date
    persons: int | None = None


@dataclass(frozen=True, kw_only=True)
class Lack:
    """A notice that is promised and was not given in time; *latest* is the last good day."""

    promise: str
    channel: Channel | None
    latest: date

    def tell(self) -> Text:
        by = label(self.channel) if self.channel else _ANY
        return Text(
            f"bericht via {by.nl}, uiterlijk op {self.latest.isoformat()} ({self.promise})",
            f"notice by {by.en}, on {self.latest.isoformat()} at the latest ({self.promise})",
        )


_ANY = Text("een kanaal naar keuze", "any channel")


def lacking(
    promised_by: Policy, given: Sequence[GivenNotice], effective: date, *, material: bool
) -> tuple[Lack, ...]:
    """
    What must still be told before the day *effective*, after the statement that holds until then.

    A notice on the day itself is too late: people could not act on it.
    """
    return tuple(
        lack
        for promise in promised_by.promises
        if promise.notice and (material or not promise.notice.material)
        for lack in _of(promise, promise.notice, given, effective)
    )


def _of(
    promise: Promise, notice: Notice, given: Sequence[GivenNotice], effective: date
) -> Iterator[Lack]:
    latest = _latest(notice, effective)
    channels: Sequence[Channel | None] = notice.channels or (None,)
    for channel in channels:
        told = [g for g in given if g.on <= latest and channel in (None, g.channel)]
        if not told:
            yield Lack(promise=promise.id, channel=channel, latest=latest)


def _latest(notice: Notice, effective: date) -> date:
    """The last day on which the notice is in time."""
    day_before = date.fromordinal(effective.toordinal() - 1)
    if notice.before is None:
        return day_before
    day = day_before
    while notice.before.after(day) > effective:
        day = date.fromordinal(day.toordinal() - 1)
    return day
