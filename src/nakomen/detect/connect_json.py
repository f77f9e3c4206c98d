"""What `nakomen connect --json` prints: the draft in the keys that scripts rely on."""

from typing import Any

from nakomen.records import Dataset, StoreMap, Survey


def as_connect_json(survey: Survey, store_map: StoreMap) -> dict[str, Any]:
    """The JSON document of `nakomen connect`, datasets in the order of *store_map*."""
    rows = {dataset.name: dataset.rows for dataset in survey.datasets}
    return {
        "store": store_map.store,
        "kind": store_map.kind,
        "datasets": [_dataset(d, rows[d.name]) for d in store_map.datasets],
        # Only where there are any: scripts rely on the keys above.
        **({"views": list(survey.views)} if survey.views else {}),
    }


def _dataset(dataset: Dataset, rows: int) -> dict[str, Any]:
    return {
        "name": dataset.name,
        "rows": rows,
        "columns": [
            {
                "name": column.name,
                "type": column.type,
                "category": column.category.value,
                "certainty": column.certainty.value,
                "why": column.why,
            }
            for column in dataset.columns
        ],
        "keys": [
            {"kind": key.kind, "column": key.column, **_when(key.when)} for key in dataset.keys
        ],
        "links": [
            {
                "columns": list(link.columns),
                "to": link.to,
                "to_columns": list(link.to_columns),
                "declared": link.declared,
                **_when(link.when),
            }
            for link in dataset.links
        ],
        "clock": [
            {"column": c.column, "moment": c.moment.value, **({"of": c.of} if c.of else {})}
            for c in dataset.clocks
        ],
    }


def _when(when: tuple[str, str] | None) -> dict[str, Any]:
    """Told only where a key or link holds in some rows."""
    return {"when": {"column": when[0], "value": when[1]}} if when else {}
