"""Which use of data an objection or a withdrawal is about."""

from dataclasses import dataclass

from nakomen.policy import Policy, Promise
from nakomen.terms import Basis

MARKETING = "marketing"
"""The purpose that every company knows: advertising, newsletters, mailings."""
WEIGHED = frozenset({Basis.LEGITIMATE_INTERESTS, Basis.PUBLIC_TASK})
"""An objection to a use on these bases is weighed (AVG artikel 21 lid 1)."""
_MARKETING_WORDS = frozenset(
    {MARKETING, "direct marketing", "reclame", "nieuwsbrief", "newsletter", "mailing"}
)


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """One use. *name* is ``marketing``, or the id of the promise that states the purpose."""

    name: str
    promise: str | None = None
    bases: tuple[Basis, ...] = ()

    @property
    def marketing(self) -> bool:
        return self.name == MARKETING


ADVERTISING = Purpose(name=MARKETING)


def purpose_named(policy: Policy, word: str) -> Purpose | None:
    """The purpose that *word* names: marketing, the id of a promise, or words of its label."""
    wanted = word.strip().casefold()
    if wanted in _MARKETING_WORDS:
        first = next((p for p in policy.promises if p.marketing), None)
        return Purpose(name=MARKETING, promise=first.id if first else None)
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
