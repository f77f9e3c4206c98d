"""Which use of data an objection or a withdrawal is about."""

from dataclasses import dataclass

from nakomen.policy import Policy, Promise
from nakomen.records import Column, Dataset
from nakomen.terms import Basis, Channel, RecordKind

MARKETING = "marketing"
"""The purpose that every company knows: advertising, newsletters, mailings."""
WEIGHED = frozenset({Basis.LEGITIMATE_INTERESTS, Basis.PUBLIC_TASK})
"""An objection to a use on these bases is weighed (AVG artikel 21 lid 1)."""
_MARKETING_WORDS = frozenset(
    {MARKETING, "direct marketing", "reclame", "nieuwsbrief", "newsletter", "mailing"}
)


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """
    One use. *name* is ``marketing``, ``marketing:email`` where it is about one *channel* only, or
    the id of the promise that states the purpose.
    """

    name: str
    promise: str | None = None
    bases: tuple[Basis, ...] = ()

    @property
    def marketing(self) -> bool:
        return self.name == MARKETING or self.channel is not None

    @property
    def channel(self) -> Channel | None:
        return channel_of(self.name)


ADVERTISING = Purpose(name=MARKETING)


def by(channel: Channel) -> str:
    """
    The name of advertising by one channel.

    >>> by(Channel.EMAIL)
    'marketing:email'
    """
    return f"{MARKETING}:{channel.value}"


def channel_of(name: str | None) -> Channel | None:
    """The channel that a name of a purpose is about; None where it is about no single one."""
    return next((channel for channel in Channel if by(channel) == name), None)


def answering(dataset: Dataset, name: str) -> list[Column]:
    """
    The columns in which a person says yes or no to the purpose with this *name*.

    Advertising as a whole is said in every column about it. Of one channel it is said in its own
    column; where *dataset* has none, in the one for all of them: it cannot tell them apart.
    """
    said = [column for column in dataset.columns if column.consent_for]
    own = [column for column in said if column.consent_for == name]
    if name == MARKETING:
        return [c for c in said if c in own or channel_of(c.consent_for)]
    whole = [column for column in said if column.consent_for == MARKETING]
    return own or (whole if channel_of(name) else [])


def is_mailing_list(dataset: Dataset, purpose: Purpose) -> bool:
    """Whoever stands in it gets mail, and says so nowhere else."""
    by_mail = purpose.name in (MARKETING, by(Channel.EMAIL))
    newsletter = dataset.records is RecordKind.NEWSLETTER
    return newsletter and by_mail and not answering(dataset, MARKETING)


def purpose_named(policy: Policy, word: str) -> Purpose | None:
    """
    The purpose that *word* names: marketing, marketing:email, the id of a promise, or words of its
    label.
    """
    wanted = word.strip().casefold()
    if wanted in _MARKETING_WORDS or channel_of(wanted):
        first = next((p for p in policy.promises if p.marketing), None)
        name = wanted if channel_of(wanted) else MARKETING
        return Purpose(name=name, promise=first.id if first else None)
    named = [p for p in policy.promises if p.purpose and _is_named(p, wanted)]
    return _of(named[0]) if len(named) == 1 else None


def _is_named(promise: Promise, wanted: str) -> bool:
    label = promise.purpose.label.casefold() if promise.purpose else ""
    return wanted == promise.id or (bool(wanted) and wanted in label)


def _of(promise: Promise) -> Purpose:
    return Purpose(name=promise.id, promise=promise.id, bases=promise.grounds)


def purposes(policy: Policy) -> tuple[str, ...]:
    """What can be named: ids of promises with a purpose."""
    return (MARKETING, *(p.id for p in policy.promises if p.purpose))
