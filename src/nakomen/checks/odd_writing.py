"""C032: a key that the map searches by its index, in which not every value can be found so."""

from nakomen.checks.codes import CODES
from nakomen.checks.where import in_map
from nakomen.records import Dataset, Key, StoreMap
from nakomen.terms import Finding


def check_written(store_map: StoreMap, dataset: Dataset, key: Key, rows: int) -> Finding:
    """Of *rows* rows the value of *key* is not in normal form, though the map says so of all."""
    return CODES["C032"].found(
        in_map(store_map, "datasets", dataset.name, "keys", dataset.keys.index(key)),
        where=f"{store_map.store}.{dataset.name}.{key.column}",
        rows=rows,
        file=f"systems/{store_map.store}.yaml",
        kind=key.kind,
        column=key.column,
    )
