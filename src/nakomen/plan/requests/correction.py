"""What a person says is right, as a plan may know it: places and kinds of values, no values."""

from dataclasses import dataclass

from nakomen.records import Column, Dataset, StoreMap
from nakomen.terms import Category, Text

Spot = tuple[str, str, str]
"""Store, dataset, column."""


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """
    A column in which she has something else than what is right.

    *values* are kinds under which the values to replace travel; *empty* when a NULL is filled in.
    """

    values: tuple[str, ...] = ()
    empty: bool = False


@dataclass(frozen=True, kw_only=True)
class Correction:
    """
    One ``--set``. *named* is how it was named: ``email``, ``address.postcode``, ``customer.phone``.

    *kind* is the one under which the value that is right travels. *doubt* says why a person must
    decide; then nothing is changed.
    """

    named: str
    kind: str
    wrong: tuple[tuple[Spot, Wrong], ...] = ()
    old: tuple[str, ...] = ()
    """Kinds of the wrong values that are long enough to be looked for in free text."""
    doubt: Text | None = None

    def at(self, spot: Spot) -> Wrong | None:
        return dict(self.wrong).get(spot)


def meant(named: str, store_map: StoreMap, dataset: Dataset) -> tuple[Column, ...]:
    """
    Columns of *dataset* that *named* is about: a category, ``category.column``, or a column's
    place. Neither an id nor a reference is ever among them; what she says yes or no to is.
    """
    fixed = set(dataset.primary_key) | {c for link in dataset.links for c in link.columns}
    return tuple(
        column
        for column in dataset.columns
        if column.personal or column.consent_for
        if column.name not in fixed and named in _names(store_map, dataset, column)
    )


def _names(store_map: StoreMap, dataset: Dataset, column: Column) -> tuple[str, ...]:
    place = f"{dataset.name}.{column.name}"
    category = column.category.value
    return category, f"{category}.{column.name}", place, f"{store_map.store}.{place}"


def alike(named: str, column: Column) -> bool:
    """The column says the same kind of thing, though it was not meant: an address in one line."""
    return named.partition(".")[0] == column.category.value


FREE_TEXT = frozenset({Category.CORRESPONDENCE, Category.EMPLOYMENT_CV, Category.HEALTH})
"""Judgements and what was said: never rewritten (AVG artikel 16, tweede zin)."""
