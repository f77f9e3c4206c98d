"""Whether every customer was told: the addresses written to against the customer files."""

from collections.abc import Iterable, Iterator

from nakomen.records import (
    Act,
    Condition,
    Dataset,
    Filled,
    Key,
    KeyIn,
    KeyKind,
    KeyRole,
    Question,
    Selection,
    StoreMap,
    Task,
    all_of,
    gather,
    normal,
    not_,
)
from nakomen.run.company import Company
from nakomen.terms import RecordKind


def reached(company: Company, addresses: Iterable[str]) -> tuple[int, int]:
    """
    Customers that were written to, and customers with an address that were not.

    Counted where they are, so only the addresses that were used come into memory.
    """
    used = [text for line in addresses if (text := normal(KeyKind.EMAIL, line))]
    keys = gather((KeyKind.EMAIL.value, text) for text in used)
    told = missed = 0
    for store_map, dataset, key in _customers(company.maps):
        everybody = Filled((key.column,))
        untold = all_of(everybody, not_(_written_to(key))) if used else everybody
        questions = [
            Question(selection=Selection(dataset.name, where)) for where in (everybody, untold)
        ]
        whole, without = company.stores[store_map.store].count(questions, keys)
        told += whole.rows - without.rows
        missed += without.rows
    return told, missed


def addresses(company: Company) -> Iterator[str]:
    """The own address of each customer, once for each row, streamed from the stores."""
    for store_map, dataset, key in _customers(company.maps):
        where = Selection(dataset.name, Filled((key.column,)))
        task = Task(selection=where, act=Act.EXPORT, columns=(key.column,))
        with company.open_store(store_map) as store:
            for row in store.export(task, {}):
                if address := normal(KeyKind.EMAIL, str(row[key.column])):
                    yield address


def _customers(maps: Iterable[StoreMap]) -> Iterator[tuple[StoreMap, Dataset, Key]]:
    """Customer files with a column that holds the customer's own address."""
    for store_map in maps:
        for dataset in store_map.datasets:
            keys = [k for k in dataset.keys if _is_own_address(k)]
            if dataset.records is RecordKind.CUSTOMER and keys:
                yield store_map, dataset, keys[0]


def _is_own_address(key: Key) -> bool:
    return key.kind == KeyKind.EMAIL and key.role is KeyRole.SUBJECT


def _written_to(key: Key) -> Condition:
    return KeyIn(key.column, key.kind, key.written)
