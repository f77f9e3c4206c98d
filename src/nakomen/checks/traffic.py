"""C030: traffic data holds a field outside the list that the statement promises."""

from collections.abc import Iterator

from nakomen.checks.codes import CODES
from nakomen.checks.where import in_map
from nakomen.policy import Policy
from nakomen.records import DataMap
from nakomen.terms import Category, Finding, RecordKind
from nakomen.terms.labels import label

CONTROL = "traffic-data-scope"
LISTED = frozenset(
    {
        Category.NONE,
        Category.TRAFFIC_DATA,
        Category.PHONE,
        Category.IP_ADDRESS,
        Category.LOCATION,
        Category.DEVICE,
        Category.PAYMENT,
    }
)
"""What carries and bills a communication: who, with whom, when, where, how long, what it cost."""


def check(policy: Policy, maps: DataMap) -> Iterator[Finding]:
    """Only of a company that promises a closed list: anything else may be what people said."""
    promised = next((p for p in policy.promises if p.control == CONTROL), None)
    if promised is None:
        return
    for store_map in maps:
        for dataset in store_map.datasets:
            if dataset.records is not RecordKind.TRAFFIC:
                continue
            for column in dataset.columns:
                if column.category not in LISTED:
                    yield CODES["C030"].found(
                        in_map(store_map, "datasets", dataset.name, "columns", column.name),
                        promise=promised.id,
                        where=f"{dataset.name}.{column.name}",
                        category=label(column.category),
                    )
