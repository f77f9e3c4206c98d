"""What a store is asked to do, and what it did. Nothing here says why: that stays with the plan."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nakomen.records.becomes import Becomes
from nakomen.records.selection import Selection
from nakomen.records.totals import Totals


class Act(StrEnum):
    """What happens to the rows of a step. Those that are `destructive` change a store."""

    KEEP = "keep"
    ERASE = "erase"
    BLANK = "blank"
    """Empty the named columns, keep the row: other records must still point to it."""
    DETACH = "detach"
    """Empty a reference, so that a circle of references can be taken apart."""
    RECTIFY = "rectify"
    """The named columns become what is right (AVG artikel 16); what stood there is gone."""
    STOP = "stop"
    """The named columns become what says no: no consent, unsubscribed on a day."""
    TRUNCATE = "truncate"
    """Internet addresses keep their network only; the row stays as it is else."""
    ANONYMISE = "anonymise"
    """What says something of one person becomes coarse or empty; the row stays."""
    OMIT = "omit"
    """Elements of a list go, the others stay: her number among those of a group."""
    AGGREGATE = "aggregate"
    """The rows are counted and summed by group into the totals of the task, and go."""
    EXPORT = "export"
    FREEZE = "freeze"
    """Empty the named columns, and keep what stood there apart (AVG artikel 18)."""
    THAW = "thaw"
    """Put back what was kept apart."""
    DESTROY = "destroy"
    """Write the files of the dataset anew, so that what went before cannot be read from them."""
    ASK = "ask"
    """A person must decide."""
    UNKNOWN = "unknown"
    """No promise and no norm says what to do."""

    @property
    def destructive(self) -> bool:
        """It changes a store: it needs a person's yes, a transaction and proof."""
        return self.takes_rows or self in (Act.BLANK, Act.DETACH, Act.FREEZE) or self.sets

    @property
    def takes_rows(self) -> bool:
        """The rows themselves go."""
        return self in (Act.ERASE, Act.AGGREGATE)

    @property
    def sets(self) -> bool:
        """The columns of the task get the values that it names."""
        return self in (Act.RECTIFY, Act.STOP, Act.TRUNCATE, Act.ANONYMISE, Act.OMIT)


@dataclass(frozen=True, kw_only=True)
class Task:
    """One dataset, one selection, one act. *columns* are those to blank, detach or export."""

    selection: Selection
    act: Act
    columns: tuple[str, ...] = ()
    masked: tuple[str, ...] = ()
    """Columns of an export that name another person and are shown masked."""
    becomes: tuple[Becomes, ...] = ()
    """What each of *columns* becomes, in their order, for an act that `Act.sets` values."""
    together: bool = False
    """Its rows are chosen before the first task of its transaction changes anything."""
    totals: Totals | None = None
    """Where the rows go as numbers, for `Act.AGGREGATE`."""
    least: int = 1
    """So many rows a group of the totals has at least."""

    @property
    def dataset(self) -> str:
        return self.selection.dataset


@dataclass(frozen=True, kw_only=True)
class Tally:
    """Rows found before the act, and rows the selection still matches after it."""

    found: int
    left: int


@dataclass(frozen=True, kw_only=True)
class Count:
    """Rows that match, and the clock day of the oldest and the newest, if a clock was asked."""

    rows: int
    oldest: date | None = None
    newest: date | None = None


@dataclass(frozen=True, kw_only=True)
class Groups:
    """
    How many rows share all that is left of them: *groups* of rows that are the same.

    *smallest* is the size of the smallest (0 without rows); *few* are the rows in groups that are
    smaller than was asked for.
    """

    rows: int
    groups: int
    smallest: int
    few: int


@dataclass(frozen=True, kw_only=True)
class Question:
    """One thing to count: rows of a selection, with the span of a clock column if given."""

    selection: Selection
    clock: str | None = None
