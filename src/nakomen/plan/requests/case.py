"""One person's request as the planner sees it: policy and maps, who asks, and what she gives."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from nakomen.plan.requests.correction import Correction
from nakomen.plan.requests.ground import Ground
from nakomen.plan.requests.purposes import ADVERTISING, Purpose
from nakomen.plan.weigh import Claim
from nakomen.policy import Policy
from nakomen.records import StoreMap
from nakomen.terms import Basis


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person as a plan knows her: an id in the subject book and the kinds of key found."""

    subject: str
    kinds: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Case:
    """What every request is planned from; a request reads of it what it needs."""

    policy: Policy
    maps: Sequence[StoreMap]
    person: Person
    today: date
    claim: Claim | None = None
    """A legal claim that holds back what would go."""
    corrections: tuple[Correction, ...] = ()
    """What she says is right."""
    purpose: Purpose = ADVERTISING
    """The use that she objects to, or withdraws her consent for."""
    compelling: bool = False
    """Grounds were shown that go before her objection."""
    bases: Mapping[str, tuple[Basis, ...]] = field(default_factory=dict)
    """Of each ``store.dataset`` that the register speaks of, the bases of what it is used for."""
    ground: Ground | None = None
    """Why she asks for a restriction."""
