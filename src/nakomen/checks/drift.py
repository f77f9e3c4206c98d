"""C010-C013: what a store shows now that its map does not say, and the other way round."""

from collections.abc import Iterator
from dataclasses import replace

from nakomen.checks.codes import CODES
from nakomen.checks.listed import categories
from nakomen.checks.where import in_map
from nakomen.policy.near import did_you_mean
from nakomen.records import Dataset, StoreMap, pair
from nakomen.terms import Finding, Text
from nakomen.terms.labels import label


def check_drift(store_map: StoreMap, seen: StoreMap) -> list[Finding]:
    """*seen* is the map that would be drafted now; only names and categories are compared."""
    found = [*_new_and_gone(store_map, seen)]
    for dataset in store_map.datasets:
        now = next((d for d in seen.datasets if d.name == dataset.name), None)
        if now:
            found += _columns(store_map, dataset, now)
    return sorted(found, key=lambda finding: finding.sort_key)


def together(store_map: StoreMap, seen: StoreMap) -> StoreMap:
    """What a person put on the map, and beside it what is there now and not on the map."""
    mapped = {dataset.name: dataset for dataset in store_map.datasets}
    datasets = [
        replace(old, columns=(*old.columns, *(c for c in now.columns if not old.has(c.name))))
        if (old := mapped.get(now.name))
        else now
        for now in seen.datasets
    ]
    return replace(store_map, datasets=tuple(datasets))


def _new_and_gone(store_map: StoreMap, seen: StoreMap) -> Iterator[Finding]:
    mapped = [dataset.name for dataset in store_map.datasets]
    there = [dataset.name for dataset in seen.datasets]
    for dataset in seen.datasets:
        if dataset.name not in mapped:
            personal = categories([c.category for c in dataset.personal_columns])
            yield CODES["C010"].found(
                in_map(store_map, "datasets"),
                store=store_map.store,
                dataset=dataset.name,
                categories=personal if dataset.personal_columns else _NOTHING_PERSONAL,
                file=f"systems/{store_map.store}.yaml",
            )
    for name in mapped:
        if name not in there:
            yield CODES["C012"].found(
                in_map(store_map, "datasets", name),
                store=store_map.store,
                dataset=name,
                near=did_you_mean(name, [other for other in there if other not in mapped]),
            )


def _columns(store_map: StoreMap, dataset: Dataset, now: Dataset) -> Iterator[Finding]:
    new = [c for c in now.columns if not dataset.has(c.name) and not pair(c.name)]
    for column in new:
        yield CODES["C011"].found(
            in_map(store_map, "datasets", dataset.name),
            dataset=dataset.name,
            column=column.name,
            category=label(column.category),
        )
    for column in dataset.columns:
        if not now.has(column.name) and not pair(column.name):
            yield CODES["C013"].found(
                in_map(store_map, "datasets", dataset.name, "columns", column.name),
                dataset=dataset.name,
                column=column.name,
                near=did_you_mean(column.name, [other.name for other in new]),
            )


_NOTHING_PERSONAL = Text("zo te zien geen persoonsgegevens", "no personal data at first sight")
