"""C016, C017: data that the statement says it does not have, and a BSN without a ground."""

from collections.abc import Iterator, Set

from nakomen.checks.codes import CODES
from nakomen.checks.where import in_map
from nakomen.policy import Policy
from nakomen.records import DataMap
from nakomen.terms import Category, Finding, RecordKind, SpecialStatus
from nakomen.terms.labels import label

OF_ARTICLE_9 = frozenset({Category.HEALTH, Category.OTHER_SPECIAL})


def denies_special(policy: Policy) -> bool:
    """It says that special categories are not processed, and names no case in which they are."""
    said = [promise.special.status for promise in policy.promises if promise.special]
    return SpecialStatus.NONE in said and not {*said} & {
        SpecialStatus.CONDITIONAL,
        SpecialStatus.PROCESSED,
    }


def check(policy: Policy, maps: DataMap, named: Set[Category]) -> Iterator[Finding]:
    """Of staff a law prescribes the BSN (wages tax); what a statement denies it denies of all."""
    denied = denies_special(policy)
    for store_map in maps:
        for dataset in store_map.datasets:
            for column in dataset.personal_columns:
                at = in_map(store_map, "datasets", dataset.name, "columns", column.name)
                place = f"{store_map.store}.{dataset.name}.{column.name}"
                if denied and column.category in OF_ARTICLE_9:
                    yield CODES["C016"].found(at, where=place, category=label(column.category))
                elif column.category is Category.BSN and not (
                    dataset.records is RecordKind.STAFF or Category.BSN in named
                ):
                    yield CODES["C017"].found(at, where=place)
