"""
What a column becomes: nothing, a value that travels beside the plan, or a value that says nothing
of a person.

A new kind of value is a class here and its meaning in `nakomen.stores.becomes` (in Python) and
`nakomen.stores.sql.becomes` (in SQL).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True)
class Emptied:
    """The column's blank: NULL, or the value that says the least where one must stand."""


@dataclass(frozen=True)
class Given:
    """A value of a person: the one key of this kind. It stands in no plan and no ledger."""

    kind: str


@dataclass(frozen=True)
class Constant:
    """
    The same value for everybody, as text in the form of ISO: ``withdrawn``, ``false``,
    ``2026-11-21``. It is read in the type of its column.
    """

    value: str


class Grain(StrEnum):
    """How coarse a value becomes."""

    NETWORK = "network"
    """An address of the internet: the first 24 bits of IPv4, the first 48 of IPv6."""
    MONTH = "month"
    YEAR = "year"
    AREA = "area"
    """The four digits of a Dutch postcode."""
    STEP = "step"
    """A number rounded down to a multiple of *step*."""
    PREFIX = "prefix"
    """The first *step* signs of a text: where a called number lies, ``+3120``."""


@dataclass(frozen=True)
class Coarse:
    """
    The column's own value made coarse; one that has no coarse form is emptied, and NULL stays.

    A hash is no such form: whoever knows the value can make it again.
    """

    grain: Grain
    step: int = 1

    def __post_init__(self) -> None:
        object.__setattr__(self, "grain", Grain(self.grain))


@dataclass(frozen=True)
class Without:
    """
    The list without the elements in which one of the person's keys of this kind stands. The others
    stay, in their order.
    """

    kind: str
    written: str = "mixed"


Becomes: TypeAlias = Emptied | Given | Constant | Coarse | Without
BECOMES: tuple[type[Becomes], ...] = (Emptied, Given, Constant, Coarse, Without)
"""Every kind of new value: what a stored plan may hold."""

NEW, OLD = "set:", "was:"
"""Kinds of values that are no key of anybody: what a column becomes, and what it held before."""


def is_value(kind: str) -> bool:
    """
    The kind names a value for `Given`, not a key that finds a person.

    >>> is_value("set:email:a91f"), is_value("email"), is_value("crm.invoice.id")
    (True, False, False)
    """
    return kind.startswith((NEW, OLD))
