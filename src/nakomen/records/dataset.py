"""The data map: where personal data lives, whose a row is, and which clock counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from nakomen.records.hashed import hashed_once
from nakomen.records.inside import inside
from nakomen.records.pair import pair
from nakomen.records.totals import Totals
from nakomen.terms import Category, Certainty, Moment, Place, RecordKind


class KeyRole(StrEnum):
    """What a key column says about the row it stands in."""

    SUBJECT = "subject"
    """The value belongs to one person, and the row is hers: finds rows and leads to other keys."""
    CONTACT = "contact"
    """May be shared (a family's phone): finds rows only when it leads to one person."""
    PARTY = "party"
    """Names somebody in a row of another person: the called number, the second traveller."""
    ALIAS = "alias"
    """Another name of the person whose row it is: finds her, and never makes the row another's."""
    GUEST = "guest"
    """Whose the row is where no owner link is filled: an order without an account. Else a party."""


LOCAL_ZONE = "Europe/Amsterdam"
"""Where days begin, and where a clock that says nothing else was read."""


@dataclass(frozen=True, kw_only=True)
class Column:
    name: str
    type: str
    category: Category
    certainty: Certainty = Certainty.SURE
    why: str = ""
    nullable: bool = True
    unique: bool = False
    consent_for: str | None = None
    """The use to which the person says yes or no here: ``marketing``, or a promise's id."""
    no: str | None = None
    """What it becomes when she says no: a constant, ``today`` or ``empty``."""

    @property
    def personal(self) -> bool:
        return self.category is not Category.NONE


@dataclass(frozen=True, kw_only=True)
class Key:
    """A column that recognises a person."""

    kind: str
    column: str
    role: KeyRole = KeyRole.SUBJECT
    written: str = "mixed"
    """``normal`` when every value was seen in normal form (an index finds it), else ``mixed``."""
    when: tuple[str, str] | None = None
    """Only in rows where another column holds a constant: ``("meta_key", "_billing_email")``."""


def names_of(key: Key) -> tuple[str, ...]:
    """The column or the place of *key*; of a pair its columns, where what it says stands."""
    return pair(key.column) or (key.column,)


@dataclass(frozen=True, kw_only=True)
class Link:
    """From a row to the row it belongs to or refers to."""

    columns: tuple[str, ...]
    to: str
    to_columns: tuple[str, ...]
    declared: bool = True
    """A foreign key of the database, or only seen in names and values."""
    owner: bool = True
    """The row belongs to the person of the row it points to."""
    when: tuple[str, str] | None = None
    """Only in rows where another column holds a constant: ``("object_type", "ticket")``."""
    part: bool = False
    """The row it points to is a part of this one alone: an address written down with an order."""


@dataclass(frozen=True, kw_only=True)
class Clock:
    """
    A column that says when. *zone* is where a clock without a zone of its own was read: the local
    time of the office, or UTC. It decides to which day a moment near midnight belongs.

    *of* is another dataset whose *column* it is: the logins of a customer, the subscription of a
    call. Owner links lead there; of many rows the newest counts. The zone is then that of the
    clock which stands there.
    """

    column: str
    moment: Moment
    zone: str = LOCAL_ZONE
    of: str = ""


@hashed_once
@dataclass(frozen=True, kw_only=True)
class Dataset:
    """One set of records in a store: a table, a mailbox, a folder."""

    name: str
    records: RecordKind
    primary_key: tuple[str, ...]
    columns: tuple[Column, ...]
    keys: tuple[Key, ...] = ()
    links: tuple[Link, ...] = ()
    clocks: tuple[Clock, ...] = ()
    totals: Totals | None = None
    """What remains of its rows as numbers, where a term ends so."""
    source: str = ""
    """Where its rows come from, when not from the person herself."""
    told: str = ""
    """The column with the day on which she was told of that (AVG artikel 14)."""
    disputed: tuple[str, str] | None = None
    """Rows in which this column holds this constant are in dispute, and stay."""
    confirmed: bool = False

    @property
    def stored(self) -> tuple[Column, ...]:
        """The columns of the store itself, without places inside them and pairs that are named."""
        return tuple(c for c in self.columns if inside(c.name) is None and not pair(c.name))

    def column(self, name: str) -> Column:
        """
        Raises:
            KeyError: no such column.
        """
        return next(c for c in self.columns if c.name == name) if self.has(name) else _missing(name)

    def has(self, name: str) -> bool:
        return any(c.name == name for c in self.columns)

    def clock(self, moment: Moment) -> Clock | None:
        return next((c for c in self.clocks if c.moment is moment.clock), None)

    def own_clock(self, moment: Moment) -> Clock | None:
        """The clock of *moment*, if it is a column of this very dataset."""
        clock = self.clock(moment)
        return None if clock is None or clock.of else clock

    def zone(self, column: str) -> str:
        """Where moments in *column* that bear no zone were read."""
        own = (c.zone for c in self.clocks if c.column == column and not c.of)
        return next(own, LOCAL_ZONE)

    def key(self, column: str) -> Key | None:
        return next((k for k in self.keys if k.column == column), None)

    @property
    def personal_columns(self) -> tuple[Column, ...]:
        return tuple(c for c in self.columns if c.personal)

    @property
    def owner_links(self) -> tuple[Link, ...]:
        return tuple(link for link in self.links if link.owner)


def _missing(name: str) -> Column:
    raise KeyError(name)


@hashed_once
@dataclass(frozen=True, kw_only=True)
class StoreMap:
    """The datasets of one store, parents before children where links allow it."""

    store: str
    kind: str
    datasets: tuple[Dataset, ...]
    places: Mapping[tuple[str | int, ...], Place] = field(
        default_factory=dict, compare=False, repr=False
    )
    """Where each entry stands in its file: ``("datasets", NAME, "columns", COLUMN)`` → place."""

    def dataset(self, name: str) -> Dataset:
        """
        Raises:
            KeyError: the map has no such dataset.
        """
        for dataset in self.datasets:
            if dataset.name == name:
                return dataset
        raise KeyError(name)

    def has(self, name: str) -> bool:
        return any(dataset.name == name for dataset in self.datasets)

    def children(self, name: str) -> Iterator[tuple[Dataset, Link]]:
        """Every dataset with a link to *name*, with that link."""
        for dataset in self.datasets:
            for link in dataset.links:
                if link.to == name:
                    yield dataset, link


DataMap = tuple[StoreMap, ...]
