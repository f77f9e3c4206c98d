"""
What a statement promises about how requests are handled: when, where to, at what price.

The sentences are the promises of their controls. Where an answer may go is read from their words:
"alleen naar het adres dat wij kennen" closes every other way, "bij een ander adres vragen wij u om
u te legitimeren" opens one. Without such a sentence AVG artikel 12 lid 6 holds: elsewhere only to
somebody who showed who she is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nakomen.policy.control import Control
from nakomen.policy.kind import PromiseKind
from nakomen.policy.model import Policy, Promise
from nakomen.terms import Period, Right


class Elsewhere(StrEnum):
    """Whether a copy goes to an address that was not on file before the request."""

    IDENTIFIED = "identified"
    NEVER = "never"


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What a request does to the service, in the words of the statement. No *rights*: any."""

    rights: tuple[Right, ...]
    says: str


@dataclass(frozen=True, kw_only=True)
class Handling:
    """
    *answers* and *complaints* are promised terms. *only* is the sentence about known addresses.
    *free*: it says that a request costs nothing.
    """

    answers: tuple[Period, ...] = ()
    complaints: tuple[Period, ...] = ()
    elsewhere: Elsewhere = Elsewhere.IDENTIFIED
    only: str = ""
    free: bool = False
    effects: tuple[Effect, ...] = ()

    @classmethod
    def of(cls, policy: Policy) -> "Handling":
        known = _of(policy, Control.KNOWN_ADDRESS_ONLY_DELIVERY)
        return cls(
            answers=_terms(_of(policy, Control.RIGHTS_DEADLINE)),
            complaints=_terms(_of(policy, Control.COMPLAINT_DESK)),
            elsewhere=_elsewhere([p.says or "" for p in known]),
            only=" ".join((known[0].says or "").split()) if known else "",
            free=any(_FREE.search(p.says or "") for p in _fees(policy)),
            effects=tuple(_effects(policy)),
        )

    @property
    def never_elsewhere(self) -> bool:
        return self.elsewhere is Elsewhere.NEVER

    def soonest(self, terms: tuple[Period, ...], received: date) -> Period | None:
        """Of several promises the one that ends first for a request of *received*."""
        return min(terms, key=lambda term: term.after(received), default=None)


def _of(policy: Policy, control: Control) -> list[Promise]:
    return [p for p in policy.promises if p.control == control]


def _terms(promises: list[Promise]) -> tuple[Period, ...]:
    return tuple(dict.fromkeys(p.within for p in promises if p.within))


def _elsewhere(said: list[str]) -> Elsewhere:
    opened = any(_IDENTIFIED.search(words) for words in said)
    closed = any(_ONLY.search(words) and not _AS_A_RULE.search(words) for words in said)
    return Elsewhere.NEVER if closed and not opened else Elsewhere.IDENTIFIED


def _fees(policy: Policy) -> Iterator[Promise]:
    return (p for p in policy.promises if p.kind == PromiseKind.FEE)


def _effects(policy: Policy) -> Iterator[Effect]:
    """A sentence about portability stands under its heading, so its own words need not name it."""
    before: tuple[Right, ...] = ()
    for promise in policy.promises:
        mine = promise.control == Control.RIGHTS_DECISION_LETTER
        if mine and promise.kind == PromiseKind.RIGHT_PROCEDURE and promise.says:
            rights = promise.rights or before
            yield Effect(rights=rights, says=" ".join(promise.says.split()))
        if promise.kind in (PromiseKind.RIGHT, PromiseKind.DEADLINE):
            before = promise.rights if len(promise.rights) == 1 else ()


_IDENTIFIED = re.compile(r"legitim|identific|identiteit|identity|identify", re.IGNORECASE)
_ONLY = re.compile(r"\b(alleen|uitsluitend|enkel|slechts|only|solely)\b", re.IGNORECASE)
_AS_A_RULE = re.compile(
    r"\b(in beginsel|in principe|in principle|doorgaans|usually)\b", re.IGNORECASE
)
_FREE = re.compile(
    r"\b(niets|gratis|kosteloos|kosteloze|geen kosten|zonder kosten|free of charge|no fee|nothing)"
    r"\b",
    re.IGNORECASE,
)
