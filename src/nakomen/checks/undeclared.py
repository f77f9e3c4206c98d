"""C014, C015: kinds of data in the systems against the kinds that the statement names."""

from collections.abc import Iterator, Set

from nakomen.checks.codes import CODES
from nakomen.checks.denied import OF_ARTICLE_9, denies_special
from nakomen.checks.listed import categories, listed
from nakomen.checks.where import in_map, in_policy
from nakomen.policy import Policy
from nakomen.reading import Facts
from nakomen.records import DataMap, StoreMap
from nakomen.terms import Category, Finding, RecordKind
from nakomen.terms.labels import label

_AS_RECORDS = {
    RecordKind.BILLING: (Category.PAYMENT, Category.PURCHASE_HISTORY),
    RecordKind.CONTRACT: (Category.PURCHASE_HISTORY,),
    RecordKind.TRAFFIC: (Category.TRAFFIC_DATA,),
    RecordKind.LOGIN: (Category.LOGIN_CREDENTIALS, Category.BROWSING_BEHAVIOUR),
    RecordKind.CORRESPONDENCE: (Category.CORRESPONDENCE,),
}
_SAYS_LITTLE = frozenset({Category.NONE, Category.OTHER})


def declared(policy: Policy, facts: Facts | None) -> frozenset[Category]:
    """Kinds of data that the statement names: as a promise, or in any other sentence."""
    told = {category for promise in policy.promises for category in promise.data}
    read = {fact.code for fact in facts.data_categories} if facts else set()
    return frozenset(told | read) - _SAYS_LITTLE


def check(policy: Policy, maps: DataMap, named: Set[Category]) -> Iterator[Finding]:
    """Nothing is compared with a statement that names no kind of data at all."""
    if not named:
        return
    told_elsewhere = _SAYS_LITTLE | {Category.BSN}
    told_elsewhere |= OF_ARTICLE_9 if denies_special(policy) else frozenset()
    held = set(_kept_as_records(maps))
    for store_map in maps:
        for category, places in _places(store_map).items():
            held.add(category)
            if category not in named | told_elsewhere:
                yield CODES["C014"].found(
                    in_map(store_map, "datasets", places[0][0], "columns", places[0][1]),
                    store=store_map.store,
                    category=label(category),
                    places=listed([f"{dataset}.{column}" for dataset, column in places]),
                )
    if maps and (nowhere := [c for c in Category if c in named - held]):
        yield CODES["C015"].found(in_policy(policy, "promises"), categories=categories(nowhere))


def _kept_as_records(maps: DataMap) -> Iterator[Category]:
    """Kinds that a whole dataset is about, whatever its columns are called."""
    for store_map in maps:
        for dataset in store_map.datasets:
            yield from _AS_RECORDS.get(dataset.records, ())


def _places(store_map: StoreMap) -> dict[Category, list[tuple[str, str]]]:
    found: dict[Category, list[tuple[str, str]]] = {}
    for dataset in store_map.datasets:
        for column in dataset.personal_columns:
            found.setdefault(column.category, []).append((dataset.name, column.name))
    return found
