"""C003: personal data of which no promise says how long it stays."""

from collections.abc import Iterator

from nakomen.checks.codes import CODES
from nakomen.checks.listed import categories
from nakomen.checks.where import in_map
from nakomen.policy import Policy
from nakomen.records import DataMap
from nakomen.terms import Finding, RecordKind
from nakomen.terms.labels import label


def promised_kinds(policy: Policy) -> frozenset[RecordKind]:
    """Kinds of records of which a promise says how long the company itself keeps them."""
    return frozenset(
        p.retention.records for p in policy.retention if p.retention and not p.recipient
    )


def check(policy: Policy, maps: DataMap) -> Iterator[Finding]:
    """A promise for all records covers every customer's; a receiver's term covers none of ours."""
    promised = promised_kinds(policy)
    for store_map in maps:
        for dataset in store_map.datasets:
            if not dataset.personal_columns or promised.intersection(dataset.records.promised_as):
                continue
            yield CODES["C003"].found(
                in_map(store_map, "datasets", dataset.name),
                dataset=dataset.name,
                categories=categories([c.category for c in dataset.personal_columns]),
                records=label(dataset.records),
            )
