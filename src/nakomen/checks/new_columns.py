"""C019: a schema that adds personal data which no promise covers, told before it is in use."""

from collections.abc import Iterator, Set

from nakomen.checks.codes import CODES
from nakomen.checks.unpromised import promised_kinds
from nakomen.checks.where import in_map
from nakomen.policy import Policy
from nakomen.records import Column, Dataset, StoreMap
from nakomen.terms import Category, Finding, Text
from nakomen.terms.labels import label

_NOT_NAMED = Text("de verklaring noemt dat niet", "the statement does not name it")
_NO_TERM = Text(
    "geen belofte zegt hoe lang {records} blijven", "no promise says how long {records} stay"
)


def check_new(
    policy: Policy, store_map: StoreMap, seen: StoreMap, named: Set[Category]
) -> Iterator[Finding]:
    """
    *seen* is drafted from the schema as it will be; what the map already knows was judged there.

    A kind that says nothing by itself (`other`) must still have a term.
    """
    mapped = {dataset.name: dataset for dataset in store_map.datasets}
    for dataset in seen.datasets:
        known = mapped.get(dataset.name)
        for column in dataset.personal_columns:
            if known and known.has(column.name):
                continue
            if because := _uncovered(policy, known or dataset, column, named):
                yield CODES["C019"].found(
                    in_map(store_map, "datasets", dataset.name),
                    where=f"{store_map.store}.{dataset.name}.{column.name}",
                    category=label(column.category),
                    because=because,
                    file=f"systems/{store_map.store}.yaml",
                )


def _uncovered(
    policy: Policy, dataset: Dataset, column: Column, named: Set[Category]
) -> Text | None:
    """Why no promise covers the column; None when one does."""
    if column.category not in named | {Category.OTHER}:
        return _NOT_NAMED
    if promised_kinds(policy).isdisjoint(dataset.records.promised_as):
        records = label(dataset.records)
        return Text(_NO_TERM.nl.format(records=records.nl), _NO_TERM.en.format(records=records.en))
    return None
