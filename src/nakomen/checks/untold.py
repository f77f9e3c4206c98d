"""C031: data that did not come from the person, and nothing shows that she was told."""

from collections.abc import Iterator

from nakomen.checks.codes import CODES
from nakomen.checks.where import in_map
from nakomen.policy import Policy
from nakomen.records import DataMap
from nakomen.terms import Finding


def check(_: Policy, maps: DataMap) -> Iterator[Finding]:
    """Where the map names no column with the day on which she was told."""
    for store_map in maps:
        for dataset in store_map.datasets:
            if dataset.source and not dataset.told and dataset.personal_columns:
                yield CODES["C031"].found(
                    in_map(store_map, "datasets", dataset.name),
                    dataset=dataset.name,
                    source=dataset.source,
                )
