"""A plan is data: one list of steps that is explained, approved, applied and proven."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from nakomen.records import Task
from nakomen.terms import Right, Text


class Request(StrEnum):
    """What was asked. A right of the person, or what falls due by itself."""

    ACCESS = "access"
    RECTIFY = "rectify"
    PORT = "port"
    OBJECT = "object"
    WITHDRAW = "withdraw"
    ERASE = "erase"
    RESTRICT = "restrict"
    UNRESTRICT = "unrestrict"
    UNDO = "undo"
    OFFBOARD = "offboard"
    RETENTION = "retention"
    DESTRUCTION = "destruction"
    """What went before, out of the files as well."""


ASKED_BY = {
    Right.ACCESS: Request.ACCESS,
    Right.RECTIFICATION: Request.RECTIFY,
    Right.ERASURE: Request.ERASE,
    Right.RESTRICTION: Request.RESTRICT,
    Right.PORTABILITY: Request.PORT,
    Right.OBJECTION: Request.OBJECT,
    Right.WITHDRAW_CONSENT: Request.WITHDRAW,
}
"""Rights that the program carries out itself, by what a plan is asked for."""


@dataclass(frozen=True, kw_only=True)
class Because:
    """
    Why a step does what it does: a promise, a norm, or both. *until* is the first free day.

    *refused* is the article by which what a person asked is refused for these rows; she must be
    told of it (AVG artikel 12 lid 4).
    """

    text: Text
    promise: str | None = None
    rule: str | None = None
    article: str | None = None
    until: date | None = None
    refused: str | None = None


@dataclass(frozen=True, kw_only=True)
class Archive:
    """What a step takes out stays, encrypted: for one purpose and one role, until a day."""

    purpose: str
    role: str
    until: date


@dataclass(frozen=True, kw_only=True)
class Step:
    """
    One dataset, one act, one reason.

    *rows* were counted when the plan was made. *subject* is the id in the subject book whose keys
    the selection takes, or None when it takes none.
    """

    id: str = ""
    store: str
    task: Task
    because: Because
    rows: int = 0
    subject: str | None = None
    clock: str | None = None
    """The clock column whose newest day decides until when the rows stay."""
    parcel: str = ""
    """What in the vault it is about: the plan and step that took it, ``plan-0003 step-2``."""
    archive: Archive | None = None
    sql: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ask:
    """Somebody outside the systems must do something, and says when it is done."""

    to: str
    what: Text
    why: Text


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A receiver who must be told (AVG artikel 19)."""

    recipient: str
    what: Text


@dataclass(frozen=True, kw_only=True)
class Aside:
    """
    A line of a list that is not in the plan, and why. *subject* holds printed fingerprints.

    *decide*: a person must say who is meant.
    """

    line: int
    subject: tuple[str, ...]
    why: Text
    decide: bool = False


@dataclass(frozen=True, kw_only=True)
class Persons:
    """Of a plan for many: lines of the list, different persons found, and who was set aside."""

    listed: int
    found: int
    aside: tuple[Aside, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Plan:
    """
    What will happen and why, as of *today*; refused when what it was made from has changed.

    *made_from* maps ``policy`` and each ``systems/NAME`` to its digest at the time. *subject* holds
    printed fingerprints, never values.
    """

    id: str
    request: Request
    today: date
    subject: tuple[str, ...] = ()
    made_from: dict[str, str] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    asks: tuple[Ask, ...] = ()
    notices: tuple[Notice, ...] = ()
    persons: Persons | None = None
    """Given when the plan is about a list of persons."""

    def step(self, id: str) -> Step:
        """
        Raises:
            KeyError: no such step.
        """
        for step in self.steps:
            if step.id == id:
                return step
        raise KeyError(id)


def numbered(steps: list[Step]) -> tuple[Step, ...]:
    """Steps with their ids: ``step-1`` is the first that is carried out."""
    return tuple(replace(step, id=f"step-{n}") for n, step in enumerate(steps, start=1))
