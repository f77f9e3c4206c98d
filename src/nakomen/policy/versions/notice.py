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
    """
    That people were told of a version.

    *persons* and *missed* count customers where each was told apart, as by e-mail.
    """

    channel: Channel
    on: date
    persons: int | None = None
    missed: int = 0


@dataclass(frozen=True, kw_only=True)
class Lack:
    """
    A notice that is promised and was not given in time; *latest* is the last good day.

    *missed*: it was given, but not to so many customers.
    """

    promise: str
    channel: Channel | None
    latest: date
    missed: int = 0

    def tell(self) -> Text:
        by = label(self.channel) if self.channel else _ANY
        day, why = self.latest.isoformat(), self.promise
        nl = f" aan nog {self.missed} klanten" if self.missed else ""
        en = f" to {self.missed} more customers" if self.missed else ""
        return Text(
            f"bericht via {by.nl}{nl}, uiterlijk op {day} ({why})",
            f"notice by {by.en}{en}, on {day} at the latest ({why})",
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
        missed = min((g.missed for g in told), default=None)
        if missed != 0:
            yield Lack(promise=promise.id, channel=channel, latest=latest, missed=missed or 0)


def _latest(notice: Notice, effective: date) -> date:
    """The last day on which the notice is in time."""
    day_before = date.fromordinal(effective.toordinal() - 1)
    if notice.before is None:
        return day_before
    day = day_before
    while notice.before.after(day) > effective:
        day = date.fromordinal(day.toordinal() - 1)
    return day
