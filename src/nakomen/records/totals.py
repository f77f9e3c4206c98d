"""Rows that become numbers: what says in which group a row counts, and what of it is summed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from nakomen.records.becomes import Coarse, Grain
from nakomen.terms import Category

if TYPE_CHECKING:
    from nakomen.records.dataset import Dataset

LONGEST_PREFIX = 5
"""Signs of a telephone number that tell a region: ``+3120``. Six can be a small company."""


@dataclass(frozen=True, kw_only=True)
class GroupedBy:
    """*column* of the totals holds what *of* is in a row, made *coarse* if that is given."""

    column: str
    of: str
    coarse: Coarse | None = None


@dataclass(frozen=True, kw_only=True)
class SumOf:
    """*column* of the totals holds the sum of the numbers in *of*."""

    column: str
    of: str


@dataclass(frozen=True, kw_only=True)
class Totals:
    """
    How rows of a dataset are told as totals in the dataset *into*: one row of it a group.

    A group in which too few rows would stand goes into a larger one: first without the last of
    *by*, at last into the rest, where every column of *by* is empty.
    """

    into: str
    by: tuple[GroupedBy, ...]
    rows: str
    """The column of the totals that holds how many rows were counted."""
    sums: tuple[SumOf, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The columns of the totals that hold numbers, the number of rows first."""
        return (self.rows, *(one.column for one in self.sums))


def tells_nobody(dataset: "Dataset", by: GroupedBy) -> bool:
    """
    A group by this column says nothing of one person: what is personal is coarse, and what names a
    person, a row or another row is never used.
    """
    column = dataset.column(by.of)
    linked = any(by.of in link.columns for link in dataset.links)
    if by.of in dataset.primary_key or column.unique or linked:
        return False
    if by.coarse is None:
        return not column.personal and dataset.key(by.of) is None
    return _coarse_enough(column.category, by.coarse)


def _coarse_enough(category: Category, coarse: Coarse) -> bool:
    match coarse.grain:
        case Grain.YEAR:
            return category not in _NAMING
        case Grain.MONTH:
            return category not in {*_NAMING, Category.DATE_OF_BIRTH}
        case Grain.NETWORK:
            return category is Category.IP_ADDRESS
        case Grain.AREA:
            return category is Category.ADDRESS
        case Grain.STEP:
            return category not in _NAMING and coarse.step >= _SMALLEST_STEP
        case Grain.PREFIX:
            short = 0 < coarse.step <= LONGEST_PREFIX
            return short and category in (Category.PHONE, Category.TRAFFIC_DATA, Category.NONE)


_SMALLEST_STEP = 10
_NAMING = frozenset(
    {
        Category.NAME, Category.ADDRESS, Category.EMAIL, Category.PHONE, Category.BANK_ACCOUNT,
        Category.IP_ADDRESS, Category.COOKIES, Category.LOGIN_CREDENTIALS, Category.BSN,
        Category.ID_DOCUMENT, Category.HEALTH, Category.OTHER_SPECIAL, Category.EMPLOYMENT_CV,
        Category.CORRESPONDENCE, Category.DEVICE, Category.PHOTO_VIDEO, Category.CALL_RECORDING,
        Category.VAT_KVK_NUMBER,
    }
)  # fmt: skip
"""What names somebody, or is too telling to stand in a group at all."""
