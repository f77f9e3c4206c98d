"""
The register of processing activities (AVG artikel 30): private, tied to the public promises.

A value that the statement makes public (a purpose, a receiver, a term) stands in policy.yaml only;
the register names the promise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from nakomen.terms import Basis, Category, Place


class Role(StrEnum):
    CONTROLLER = "controller"
    """AVG artikel 30 lid 1."""
    PROCESSOR = "processor"
    """On behalf of customers: AVG artikel 30 lid 2."""


class Status(StrEnum):
    DRAFT = "draft"
    ACTIVE = "active"
    ENDED = "ended"
    """A row is never deleted: what was processed stays visible."""


class Dpia(StrEnum):
    """Outcome of the screening for an impact assessment (AVG artikel 35)."""

    NOT_NEEDED = "not_needed"
    NEEDED = "needed"
    DONE = "done"


@dataclass(frozen=True, kw_only=True)
class Activity:
    """
    One processing activity. *purposes*, *receivers*, *transfers*, *measures* and *sources* are ids
    of promises, and so is *retention*; *stores* are datasets as ``crm.invoices``.
    """

    id: str
    name: str
    role: Role = Role.CONTROLLER
    status: Status = Status.DRAFT
    service: str | None = None
    purposes: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()
    """Beside those of its purposes."""
    interest: str | None = None
    """Which legitimate interest (AVG artikel 13 lid 1 onder d)."""
    exception: str | None = None
    """Why special categories may be processed (AVG artikel 9 lid 2)."""
    groups: tuple[str, ...] = ()
    data: tuple[Category, ...] = ()
    receivers: tuple[str, ...] = ()
    transfers: tuple[str, ...] = ()
    retention: str | None = None
    measures: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    stores: tuple[str, ...] = ()
    joint: str | None = None
    """Joint controllers and how they divide the work (AVG artikel 26)."""
    on_behalf_of: tuple[str, ...] = ()
    """As processor: the controllers, or the customer list that names them."""
    automated: bool = False
    dpia: Dpia | None = None
    since: date | None = None
    until: date | None = None
    reviewed: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it was carried out on *day*."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day < self.until)


@dataclass(frozen=True, kw_only=True)
class Processor:
    """A party that processes for the company, and its agreement (AVG artikel 28 lid 3)."""

    name: str
    promises: tuple[str, ...] = ()
    does: str | None = None
    country: str | None = None
    agreement: date | None = None
    """Day on which it was signed."""
    until: date | None = None
    confidential: bool | None = None
    """Its people are bound to secrecy (AVG artikel 28 lid 3 onder b)."""
    subprocessors: tuple[str, ...] = ()
    checked: date | None = None
    """When its guarantees were last looked at (AVG artikel 28 lid 1)."""


@dataclass(frozen=True, kw_only=True)
class Register:
    """*drafted* is True while nobody wrote a register.yaml."""

    activities: tuple[Activity, ...] = ()
    processors: tuple[Processor, ...] = ()
    drafted: bool = False
    places: Mapping[tuple[str | int, ...], Place] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Where each entry stands in register.yaml: ``("activities", 0, "name")`` → place."""
