"""The validated statement: what a company promises, each promise tied to its sentence."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nakomen.policy.stated import Stated
from nakomen.records import Act
from nakomen.terms import (
    Basis,
    Bound,
    Category,
    Certainty,
    Criterion,
    Lang,
    Moment,
    Period,
    Place,
    RecordKind,
    Right,
    Take,
)


@dataclass(frozen=True, kw_only=True)
class Confirmation:
    """A person's yes to one entry, as it stood: *digest* is of the entry's own content."""

    by: str
    on: datetime.date
    digest: str


@dataclass(frozen=True, kw_only=True)
class RetentionRule:
    """
    Keep records of this kind for *keep* from *start*, then *then*.

    *keep* is None when the statement names a criterion instead of a number; *criterion* then says
    which. *others* are further moments; *take* says whether the earliest or the latest of all
    counts. *at_most* makes *keep* a minimum: after it records may go, after *at_most* they must.
    *only* are the categories that the term is about; empty means the whole record.
    """

    records: RecordKind
    keep: Period | None
    bound: Bound = Bound.EXACTLY
    start: Moment = Moment.EVENT
    then: Act = Act.ERASE
    criterion: Criterion | None = None
    others: tuple[Moment, ...] = ()
    take: Take = Take.LATEST
    at_most: Period | None = None
    only: tuple[Category, ...] = ()

    @property
    def moments(self) -> tuple[Moment, ...]:
        return (self.start, *self.others)

    @property
    def longest(self) -> Period | None:
        """The longest that records may stay, where a number says so."""
        return self.at_most or self.keep

    @property
    def least(self) -> Period | None:
        """The minimum that is promised, if one is."""
        return self.keep if self.bound is Bound.AT_LEAST or self.at_most else None


def usual_start(keep: Period | None, criterion: Criterion | None) -> Moment:
    """Where nothing is said: the day of the record; for «while a customer» the end of it."""
    ends_with_contract = keep is None and criterion is Criterion.WHILE_CUSTOMER
    return Moment.CONTRACT_END if ends_with_contract else Moment.EVENT


@dataclass(frozen=True, kw_only=True)
class Promise(Stated):
    """One sentence with consequences."""

    id: str
    kind: str
    control: str
    place: Place
    """Where the entry stands in policy.yaml."""
    says: str | None = None
    at: int | None = None
    """Character offset of *says* in the statement."""
    certainty: Certainty = Certainty.SURE
    confirmation: Confirmation | None = None
    confirmed: bool = False
    """Somebody agreed, and the entry has not changed since."""
    retention: RetentionRule | None = None
    within: Period | None = None
    rights: tuple[Right, ...] = ()
    recipient: Mapping[str, Any] = field(default_factory=dict)

    @property
    def grounds(self) -> tuple[Basis, ...]:
        """The bases of its purpose; where the purpose names none, those of the sentence."""
        return (self.purpose.bases if self.purpose else ()) or self.bases


@dataclass(frozen=True, kw_only=True)
class Statement:
    file: str
    language: Lang = Lang.NL
    title: str | None = None
    version: str | None = None
    date: datetime.date | None = None
    day_known: bool = True
    """False when the statement names only a month: *date* is then the first day of it."""


@dataclass(frozen=True, kw_only=True)
class Policy:
    """Promises in the order of the text. *digest* changes when anything that counts changes."""

    statement: Statement
    controller: Mapping[str, Any]
    promises: tuple[Promise, ...]
    digest: str
    english: Mapping[str, str] = field(default_factory=dict)
    """English for the company's own Dutch words, such as the names of its purposes."""
    places: Mapping[tuple[str | int, ...], Place] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Where each entry stands in policy.yaml: ``("promises", ID, "keep")`` → place."""

    def promise(self, id: str) -> Promise:
        """
        Raises:
            KeyError: no such promise.
        """
        for promise in self.promises:
            if promise.id == id:
                return promise
        raise KeyError(id)

    @property
    def retention(self) -> tuple[Promise, ...]:
        return tuple(p for p in self.promises if p.retention)
