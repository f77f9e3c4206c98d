"""
Which of her data a customer may change herself, and which only a colleague who saw who she is.

By what somebody is known and reached nobody changes her own record: else whoever is in her account
becomes her. What a plan would not change anyway, such as an invoice, is not shown as a field.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nakomen.plan import whose
from nakomen.plan.requests.correction import FREE_TEXT
from nakomen.records import Column, Dataset, Nothing, Selection, StoreMap, inside
from nakomen.run.company import Company
from nakomen.run.correcting import STAYS
from nakomen.run.mine import Known
from nakomen.stores.family import Family, family
from nakomen.terms import Category

OPEN = frozenset({Category.GENDER, Category.OTHER, Category.OTHER_SPECIAL, Category.LOCATION})
"""What she says of herself, by which nobody knows or reaches her. All else is locked."""
_SAID = OPEN | {
    Category.NAME, Category.ADDRESS, Category.EMAIL, Category.PHONE, Category.DATE_OF_BIRTH,
    Category.BANK_ACCOUNT, Category.BSN, Category.VAT_KVK_NUMBER,
}  # fmt: skip
"""What somebody tells when she becomes a customer; the rest was measured, or made by the system."""
_NAMING = re.compile(r"(^|_)(name|naam)($|_)|(name|naam)$")


@dataclass(frozen=True, kw_only=True)
class Field:
    """
    One column of hers. *place* (``crm.customer.phone``) names it in a correction; *value* is what
    stands there now, as text. *locked*: only a colleague changes it. *erasable*: it can be emptied.
    """

    place: str
    column: str
    category: Category
    locked: bool
    erasable: bool
    value: str = field(repr=False)


def fields(company: Company, her: Known) -> list[Field]:
    """
    Everything of hers that can be put right, as it stands now; of several rows only what is alike.

    Raises:
        StoreUnreachable: a store did not answer.
    """
    return [
        found
        for store_map in company.maps
        for dataset in store_map.datasets
        if dataset.records not in STAYS
        for found in _of(company, her, store_map, dataset)
    ]


def _of(company: Company, her: Known, store_map: StoreMap, dataset: Dataset) -> Iterator[Field]:
    hers = whose(store_map, frozenset(her.keys), found=True)[dataset.name].hers
    columns = [column for column in dataset.personal_columns if _shown(dataset, column)]
    if isinstance(hers, Nothing) or not columns:
        return
    store, rows = company.stores[store_map.store], Selection(dataset.name, hers)
    for column in columns:
        values = store.values(rows, (column.name,), her.keys, 2)
        if len(values) == 1:
            yield Field(
                place=f"{store_map.store}.{dataset.name}.{column.name}",
                column=column.name,
                category=column.category,
                locked=is_locked(dataset, column),
                erasable=family(column.type) is Family.TEXT,
                value="" if values[0][0] is None else str(values[0][0]),
            )


def _shown(dataset: Dataset, column: Column) -> bool:
    """Not what points elsewhere, and not what was said: that is never rewritten."""
    fixed = {*dataset.primary_key, *(name for link in dataset.links for name in link.columns)}
    spoken = column.category in _SAID and column.category not in FREE_TEXT
    return spoken and column.name not in fixed and inside(column.name) is None


def is_locked(dataset: Dataset, column: Column) -> bool:
    """She is known or reached by it."""
    key = dataset.key(column.name) is not None or column.unique
    return key or column.category not in OPEN or bool(_NAMING.search(column.name.casefold()))
