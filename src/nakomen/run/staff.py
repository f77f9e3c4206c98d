"""Customers who work here: no sweep takes their rows, for the file at work may need them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from nakomen.plan import Because, link_kind, whose
from nakomen.records import (
    Condition,
    Dataset,
    Everything,
    KeyIn,
    KeyKind,
    KeyRole,
    Keys,
    Nothing,
    Question,
    Selection,
    Store,
    StoreMap,
    any_of,
    gather,
    normal,
)
from nakomen.run.company import Company
from nakomen.terms import RecordKind, Text

KINDS = (KeyKind.EMAIL, KeyKind.USERNAME)
"""What is the same for one person at work and as a customer, and of nobody else."""


@dataclass(frozen=True, kw_only=True)
class Staff:
    """Ids of the customers whose address or name to log in is that of an employee."""

    keys: Keys

    @classmethod
    def of(cls, company: Company) -> Self:
        """Asked of the stores as they are now; two small questions a store."""
        known = gather(pair for m in company.maps for pair in _employees(company, m))
        pairs = (pair for m in company.maps for pair in _customers(company, m, known))
        return cls(keys=gather(pairs) if known else {})

    def rows(self, store_map: StoreMap, dataset: str) -> Condition:
        """Their rows as customers. What a promise says of staff is about the file at work."""
        if not self.keys or store_map.dataset(dataset).records is RecordKind.STAFF:
            return Nothing()
        return whose(store_map, frozenset(self.keys))[dataset].hers


WHY = Because(
    text=Text(
        "van iemand die hier werkt: een mens kijkt eerst wat het dossier nodig heeft",
        "of somebody who works here: a person first looks what the file at work needs",
    )
)


def _employees(company: Company, store_map: StoreMap) -> Iterator[tuple[str, str]]:
    for dataset in store_map.datasets:
        if dataset.records is RecordKind.STAFF:
            for key in dataset.keys:
                if key.kind in KINDS and key.role is KeyRole.SUBJECT:
                    store, everybody = company.stores[store_map.store], Everything()
                    for value in _values(store, dataset, everybody, key.column, {}):
                        yield key.kind, normal(key.kind, value)


def _customers(company: Company, store_map: StoreMap, known: Keys) -> Iterator[tuple[str, str]]:
    for dataset in store_map.datasets:
        if dataset.records is RecordKind.CUSTOMER and len(dataset.primary_key) == 1:
            own = [k for k in dataset.keys if k.role is KeyRole.SUBJECT and k.when is None]
            same = any_of(*(KeyIn(k.column, k.kind, k.written) for k in own if k.kind in known))
            if not isinstance(same, Nothing):
                store, [id] = company.stores[store_map.store], dataset.primary_key
                for value in _values(store, dataset, same, id, known):
                    yield link_kind(store_map.store, dataset.name, id), value


def _values(
    store: Store, dataset: Dataset, where: Condition, column: str, keys: Keys
) -> Iterator[str]:
    rows = Selection(dataset.name, where)
    [count] = store.count([Question(selection=rows)], keys)
    found = store.values(rows, (column,), keys, count.rows + 1) if count.rows else []
    yield from (str(row[0]) for row in found if row[0] is not None)
