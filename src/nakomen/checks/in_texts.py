"""C018 and its graver kin: what the sampled texts of a column turned out to hold."""

from collections.abc import Iterator, Set
from typing import NamedTuple

from nakomen.checks.codes import CODES
from nakomen.checks.denied import OF_ARTICLE_9, denies_special
from nakomen.checks.where import in_map
from nakomen.detect import bsn
from nakomen.detect.sampling import by_chance
from nakomen.policy import Policy
from nakomen.records import SeenColumn, StoreMap, Survey
from nakomen.terms import Category, Finding, Text
from nakomen.terms.labels import label


class Hit(NamedTuple):
    """What a text turned out to hold."""

    category: Category
    what: Text


_SPECIAL = Hit(
    Category.OTHER_SPECIAL, Text("iets bijzonders (artikel 9)", "something special (article 9)")
)
INSIDE = {
    "bsn": Hit(Category.BSN, Text("een burgerservicenummer", "a citizen service number")),
    "card": Hit(Category.PAYMENT, Text("een kaartnummer", "a card number")),
    "iban": Hit(Category.BANK_ACCOUNT, Text("een IBAN", "an IBAN")),
    "health": Hit(Category.HEALTH, Text("iets over gezondheid", "something about health")),
} | dict.fromkeys(
    ("race", "politics", "belief", "union", "genetic", "biometric", "sex-life", "criminal"),
    _SPECIAL,
)
"""What a survey measures inside texts, as ``bsn_inside``: the share of values with such a hit."""
UNLIKELY = 0.01
"""So seldom would as many numbers pass by chance, that it is taken for no chance."""


def check_texts(
    policy: Policy, store_map: StoreMap, survey: Survey, named: Set[Category]
) -> Iterator[Finding]:
    """Only columns whose own category is another one; a column of BSNs is told elsewhere."""
    denied = denies_special(policy)
    for dataset in survey.datasets:
        for column in dataset.columns:
            hits = dict.fromkeys(_hits(store_map, dataset.name, column))
            for category, what, certain in hits:
                at = in_map(store_map, "datasets", dataset.name, "columns", column.name)
                where = f"{survey.store}.{dataset.name}.{column.name}"
                if denied and category in OF_ARTICLE_9:
                    yield CODES["C016"].found(at, where=where, category=label(category))
                elif category is Category.BSN and category not in named and certain:
                    yield CODES["C017"].found(at, where=where)
                else:
                    yield CODES["C018"].found(at, where=where, what=what)


def _hits(
    store_map: StoreMap, dataset: str, column: SeenColumn
) -> Iterator[tuple[Category, Text, bool]]:
    """Each kind of hit in the column's texts, and whether it is more than chance."""
    for name, (category, what) in INSIDE.items():
        if column.shares.get(f"{name}_inside") and not _is_such(
            store_map, dataset, column.name, category
        ):
            yield category, what, name != "bsn" or _no_chance(column)


def _no_chance(column: SeenColumn) -> bool:
    """Of arbitrary numbers of nine digits one in eleven passes for a BSN."""
    seen = column.sampled
    passed = round(column.shares["bsn_inside"] * seen)
    formed = max(passed, round(column.shares.get("bsn_inside_form", 0.0) * seen))
    return by_chance(passed, formed, bsn.CHANCE) < UNLIKELY


def _is_such(store_map: StoreMap, dataset: str, column: str, category: Category) -> bool:
    mapped = next((d for d in store_map.datasets if d.name == dataset), None)
    return bool(mapped and mapped.has(column) and mapped.column(column).category is category)
