"""What a store shows of itself: columns, keys, links, and measures of values; never the values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

DISTINCT, FILLED = "distinct", "filled"


class Open(NamedTuple):
    """
    A question that a survey left open: its answer is in the whole of a large table.

    *about* is ``distinct`` (no value occurs twice), ``filled`` (nothing was seen in it: is anything
    there?), or a kind of key (every value stands in the normal form of that kind).
    """

    dataset: str
    column: str
    about: str


@dataclass(frozen=True, kw_only=True)
class SeenColumn:
    """
    A column as the store describes it, and the share of sampled values that passed each detector.

    *shares* maps a detector's name to the share (0 to 1) of the sampled, filled values that passed.
    """

    name: str
    type: str
    nullable: bool = True
    unique: bool = False
    sampled: int = 0
    shares: Mapping[str, float] = field(default_factory=dict)
    different: int | None = None
    """How many of the values that were looked at are not equal to another; None: nobody counted."""
    distinct: bool = False
    """No filled value occurs twice."""
    written: Mapping[str, bool] = field(default_factory=dict)
    """Kind of key → every filled value is in the normal form of that kind."""
    open: frozenset[str] = frozenset()
    """What the sample allows and the whole table was not asked: see `Open`. Until then it is no."""


@dataclass(frozen=True, kw_only=True)
class SeenLink:
    columns: tuple[str, ...]
    to: str
    to_columns: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SeenPart:
    """The values of *column* in rows where another column holds a constant of the schema."""

    column: str
    when: tuple[str, str]
    sampled: int = 0
    shares: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class SeenFit:
    """The share (0 to 1) of *tested* different values of a column that stand in a key elsewhere."""

    column: str
    to: str
    to_column: str
    tested: int
    share: float
    when: tuple[str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class SeenPair:
    """
    The share (0 to 1) of *tested* different combinations of values of *columns* that stand
    together in the key *to_columns* elsewhere.
    """

    columns: tuple[str, ...]
    to: str
    to_columns: tuple[str, ...]
    tested: int = 0
    share: float = 0.0


@dataclass(frozen=True, kw_only=True)
class SeenDataset:
    name: str
    rows: int
    columns: tuple[SeenColumn, ...]
    primary_key: tuple[str, ...] = ()
    links: tuple[SeenLink, ...] = ()
    parts: tuple[SeenPart, ...] = ()
    fits: tuple[SeenFit, ...] = ()
    inside: tuple[SeenColumn, ...] = ()
    """Places inside documents and lists (`nakomen.records.inside`), each as a column."""
    pairs: tuple[SeenPair, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Survey:
    store: str
    kind: str
    datasets: tuple[SeenDataset, ...]
    views: tuple[str, ...] = ()
    """Names of views. They show rows of the datasets once more and are none of their own."""
