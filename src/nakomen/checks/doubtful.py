"""C004: a column of an unconfirmed dataset whose category is a guess."""

from collections.abc import Iterator

from nakomen.checks.codes import CODES
from nakomen.checks.where import in_map
from nakomen.policy import Policy
from nakomen.records import DataMap
from nakomen.terms import Certainty, Finding
from nakomen.terms.labels import label


def check(_policy: Policy, maps: DataMap) -> Iterator[Finding]:
    """After a person's yes to the dataset there is no doubt left to report."""
    for store_map in maps:
        for dataset in store_map.datasets:
            for column in dataset.columns:
                if column.certainty is Certainty.DOUBTFUL and not dataset.confirmed:
                    path = ("datasets", dataset.name, "columns", column.name, "category")
                    yield CODES["C004"].found(
                        in_map(store_map, *path),
                        dataset=dataset.name,
                        column=column.name,
                        category=label(column.category),
                    )
