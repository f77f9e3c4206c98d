"""C002: a promised term for records that no connected store holds."""

from collections.abc import Iterator

from nakomen.checks.codes import CODES
from nakomen.checks.where import in_policy
from nakomen.policy import Policy
from nakomen.records import DataMap
from nakomen.terms import Finding, RecordKind
from nakomen.terms.labels import label


def check(policy: Policy, maps: DataMap) -> Iterator[Finding]:
    """A term of a receiver is kept in the receiver's own systems, and is not looked for here."""
    held = {dataset.records for store_map in maps for dataset in store_map.datasets}
    for promise in policy.retention:
        records = promise.retention.records if promise.retention else RecordKind.ALL
        if promise.recipient or records in held or records is RecordKind.ALL:
            continue
        yield CODES["C002"].found(
            in_policy(policy, "promises", promise.id, "retention", "records"),
            promise=promise.id,
            records=label(records),
            kind=records.value,
        )
