"""
Was an address on file before somebody asked? A copy goes to one that was, and to no other.

Only the files in which a company keeps whom it knows are asked: customers, contacts, staff, readers
of a newsletter. That somebody wrote from an address makes it no known one.
"""

from collections.abc import Iterator
from datetime import date

from nakomen.records import Before, Dataset, KeyIn, KeyRole, Question, Selection, all_of, normal
from nakomen.run.company import Company
from nakomen.terms import Moment, RecordKind

_FILES = frozenset(
    {RecordKind.CUSTOMER, RecordKind.CONTACT, RecordKind.STAFF, RecordKind.NEWSLETTER}
)
_HERS = (KeyRole.SUBJECT, KeyRole.ALIAS, KeyRole.CONTACT)


def on_file(company: Company, kind: str, value: str, before: date | None = None) -> bool:
    """
    Whether the key stands in a file of the company now.

    *before*: only in a row that was made before this day, as its own clock says; a row without such
    a clock is then not seen, and what cannot be seen is not known.

    Raises:
        StoreUnreachable: a store did not answer.
    """
    keys = {kind: (normal(kind, value),)}
    for store_map in company.maps:
        asked = [q for d in store_map.datasets for q in _questions(d, kind, before)]
        if asked and any(c.rows for c in company.stores[store_map.store].count(asked, keys)):
            return True
    return False


def _questions(dataset: Dataset, kind: str, before: date | None) -> Iterator[Question]:
    made = dataset.own_clock(Moment.CREATED)
    if dataset.records not in _FILES or (before and made is None):
        return
    older = [Before(made.column, before)] if before and made else []
    for key in dataset.keys:
        if key.kind == kind and key.role in _HERS and key.when is None:
            hers = KeyIn(key.column, key.kind, key.written)
            yield Question(selection=Selection(dataset.name, all_of(hers, *older)))
