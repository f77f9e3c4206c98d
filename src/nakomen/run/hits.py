"""
Where a person is named in texts that are not hers: shown to a person, and kept nowhere.

What others wrote is not erased or copied along with her data: somebody must look. What is shown is
the hit itself; all else in the text is masked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nakomen.plan import whose
from nakomen.plan.requests.correction import FREE_TEXT
from nakomen.records import (
    OLD,
    Dataset,
    Given,
    KeyKind,
    Keys,
    Mentions,
    Selection,
    StoreMap,
    all_of,
    any_of,
    normal,
    not_,
    writings,
)
from nakomen.run.company import Company
from nakomen.run.correcting import SHORTEST
from nakomen.run.resolve import resolve

MOST_HITS = 100
"""Texts of one column that are shown; so many more than this are told by their number only."""
_NAMING = (KeyKind.EMAIL, KeyKind.PHONE, KeyKind.IBAN, KeyKind.USERNAME, KeyKind.CUSTOMER)
_AROUND = "•••"
Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Hit:
    """
    A text that names her. *row* is its primary key; *shown* the hits with the rest masked.

    *more* says that further texts of this column were not read.
    """

    store: str
    dataset: str
    column: str
    row: tuple[str, ...]
    shown: str
    more: bool = False


def hits(company: Company, given: Sequence[Pair]) -> list[Hit]:
    """
    Texts of others in which one of her keys stands, by any writing of it.

    Raises:
        ManyPersons: the keys lead to several customers.
        SchemaChanged, StoreUnreachable: a store is not as its map says, or not there.
    """
    company.check_shapes()
    keys = resolve(
        company.maps, company.stores, [(kind, normal(kind, value)) for kind, value in given]
    )
    words = _words(keys)
    sought: Keys = {f"{OLD}hit:{number}": (word,) for number, word in enumerate(words)}
    return [
        hit
        for store_map in company.maps
        for dataset in store_map.datasets
        for column in _texts(dataset)
        for hit in _in(company, store_map, dataset, column, keys, sought)
    ]


def _words(keys: Keys) -> list[str]:
    """Every writing of her keys that is long enough to mean her."""
    forms = (f for kind in _NAMING for v in keys.get(kind, ()) for f in writings(kind, v))
    return list(dict.fromkeys(form.lower() for form in forms if len(form) >= SHORTEST))


def _texts(dataset: Dataset) -> Iterator[str]:
    if dataset.primary_key:
        yield from (c.name for c in dataset.personal_columns if c.category in FREE_TEXT)


def _in(
    company: Company,
    store_map: StoreMap,
    dataset: Dataset,
    column: str,
    keys: Keys,
    sought: Keys,
) -> Iterator[Hit]:
    hers = whose(store_map, frozenset(keys), found=True)[dataset.name].hers
    named = any_of(*(Mentions(column, Given(kind)) for kind in sought))
    rows = company.stores[store_map.store].values(
        Selection(dataset.name, all_of(named, not_(hers))),
        (*dataset.primary_key, column),
        {**keys, **sought},
        MOST_HITS + 1,
    )
    words = [word for (word,) in sought.values()]
    for row in sorted(rows[:MOST_HITS], key=lambda row: str(row[:-1])):
        yield Hit(
            store=store_map.store,
            dataset=dataset.name,
            column=column,
            row=tuple(str(part) for part in row[:-1]),
            shown=masked(str(row[-1]), words),
            more=len(rows) > MOST_HITS,
        )


def masked(text: str, words: Sequence[str]) -> str:
    """
    Only the hits, with a mask for whatever stands around them.

    >>> masked("Bel Bram, of mail Anna@Post.example.", ["anna@post.example"])
    '••• Anna@Post.example •••'
    """
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    found = re.findall(pattern, text, re.IGNORECASE)
    return f" {_AROUND} ".join(["", *found, ""]).strip()
