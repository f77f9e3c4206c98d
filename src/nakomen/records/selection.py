"""
Which rows: a small algebra that a store turns into SQL and the reference store decides row by row.

A column may be named with a place inside it (`nakomen.records.inside`): then its value is the text
or the number there, and NULL where the document has none, or cannot be read. Of the elements of a
list one that holds is enough.

A selection is idempotent: it says which rows are meant, never lists them, and holds no values of
persons. ``KeyIn`` names a kind of key; the values travel beside it, in memory only.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from nakomen.records.becomes import Becomes, Given
from nakomen.records.hashed import hashed_once


@dataclass(frozen=True)
class Everything:
    """Every row."""


@dataclass(frozen=True)
class Nothing:
    """No row."""


@dataclass(frozen=True)
class KeyIn:
    """The column holds one of the person's keys of this kind, however it is written."""

    column: str
    kind: str
    written: str = "mixed"


@dataclass(frozen=True)
class Says:
    """
    The column holds this constant of the data map, sign by sign: the ``meta_key`` of a key/value
    row, the type of what a row refers to. Never a value of a person.
    """

    column: str
    value: str


@dataclass(frozen=True)
class Before:
    """
    The clock stands before local midnight (Europe/Amsterdam) of *day*. NULL is not before.

    A moment without a zone was read in the zone of the dataset's clock on that column.
    """

    column: str
    day: date


@dataclass(frozen=True)
class Dated:
    """The clock tells a day. NULL, an empty text and "0000-00-00" tell none."""

    column: str


@dataclass(frozen=True)
class Missing:
    """The column is NULL."""

    column: str


@dataclass(frozen=True)
class Filled:
    """At least one of these columns still holds a value that is not its blank."""

    columns: tuple[str, ...]


@dataclass(frozen=True)
class Unlike:
    """The column does not hold yet what it becomes; NULL is unlike any value."""

    column: str
    becomes: Becomes


@dataclass(frozen=True)
class Unreadable:
    """The column holds something that is no JSON document: nobody can see what stands inside."""

    column: str


@dataclass(frozen=True)
class Mentions:
    """The text holds the given value somewhere, in small letters or capitals. NULL holds none."""

    column: str
    value: Given


@dataclass(frozen=True)
class Linked:
    """The row points, by *columns*, to a row of *to* that meets *where*."""

    columns: tuple[str, ...]
    to: str
    to_columns: tuple[str, ...]
    where: "Condition"


@dataclass(frozen=True)
class Referenced:
    """A row of *by* that meets *where* points, by *by_columns*, to this row's *columns*."""

    columns: tuple[str, ...]
    by: str
    by_columns: tuple[str, ...]
    where: "Condition"


@dataclass(frozen=True)
class AllOf:
    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class AnyOf:
    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    part: "Condition"


Condition: TypeAlias = (
    Everything
    | Nothing
    | KeyIn
    | Says
    | Before
    | Dated
    | Missing
    | Filled
    | Unlike
    | Unreadable
    | Mentions
    | Linked
    | Referenced
    | AllOf
    | AnyOf
    | Not
)


@hashed_once
@dataclass(frozen=True)
class Selection:
    dataset: str
    where: Condition


def all_of(*parts: Condition) -> Condition:
    """
    Every part holds, simplified.

    >>> all_of(Everything(), Missing("a"))
    Missing(column='a')
    """
    flat = [p for part in parts for p in (part.parts if isinstance(part, AllOf) else (part,))]
    kept = tuple(dict.fromkeys(p for p in flat if not isinstance(p, Everything)))
    if any(isinstance(p, Nothing) for p in kept):
        return Nothing()
    return (kept[0] if len(kept) == 1 else AllOf(kept)) if kept else Everything()


def any_of(*parts: Condition) -> Condition:
    """
    At least one part holds, simplified.

    >>> any_of(Nothing(), Missing("a"))
    Missing(column='a')
    """
    flat = [p for part in parts for p in (part.parts if isinstance(part, AnyOf) else (part,))]
    kept = tuple(dict.fromkeys(p for p in flat if not isinstance(p, Nothing)))
    if any(isinstance(p, Everything) for p in kept):
        return Everything()
    return (kept[0] if len(kept) == 1 else AnyOf(kept)) if kept else Nothing()


def not_(part: Condition) -> Condition:
    """
    The part does not hold, simplified. Unknown (a NULL clock) counts as not holding.

    >>> not_(Nothing())
    Everything()
    """
    match part:
        case Everything():
            return Nothing()
        case Nothing():
            return Everything()
        case Not(inner):
            return inner
        case _:
            return Not(part)
