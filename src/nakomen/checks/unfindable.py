"""C006: personal data in which nobody can be found, so that access and erasure would miss it."""

from collections.abc import Iterator

from nakomen.checks.codes import CODES
from nakomen.checks.listed import categories
from nakomen.checks.where import in_map
from nakomen.policy import Policy
from nakomen.records import DataMap, Dataset, StoreMap
from nakomen.terms import Finding


def check(_policy: Policy, maps: DataMap) -> Iterator[Finding]:
    """A key, or owner links that lead to a dataset with one."""
    for store_map in maps:
        for dataset in store_map.datasets:
            if dataset.personal_columns and not _leads_to_a_person(store_map, dataset):
                yield CODES["C006"].found(
                    in_map(store_map, "datasets", dataset.name),
                    dataset=dataset.name,
                    categories=categories([c.category for c in dataset.personal_columns]),
                )


def _leads_to_a_person(store_map: StoreMap, dataset: Dataset) -> bool:
    seen: set[str] = set()
    open_ends = [dataset]
    while open_ends:
        here = open_ends.pop()
        if here.keys:
            return True
        seen.add(here.name)
        open_ends += [store_map.dataset(n) for n in _owners(here) if n not in seen]
    return False


def _owners(dataset: Dataset) -> list[str]:
    return [link.to for link in dataset.owner_links]
