"""The JSON of `nakomen connect` has the keys that scripts rely on."""

import json

from tests.detect.bench import bench

from nakomen.detect import as_connect_json, draft_map


def test_connect_prints_the_keys_of_the_contract():
    """Names of keys at each depth are exactly those that were promised, and it is JSON."""
    seen = bench()
    printed = json.loads(json.dumps(as_connect_json(seen, draft_map(seen))))
    assert list(printed) == ["store", "kind", "datasets"]
    calls = next(d for d in printed["datasets"] if d["name"] == "call_detail_record")
    assert list(calls) == ["name", "rows", "columns", "keys", "links", "clock"]
    assert calls["rows"] == 8
    assert calls["columns"][2] == {
        "name": "caller",
        "type": "TEXT",
        "category": "phone",
        "certainty": "sure",
        "why": "100 % van de waarden is een telefoonnummer; de kolomnaam zegt het ook (200 van 200 "
        "bekeken waarden; met 95 % zekerheid ten minste 98,5 % van alle)",
    }
    assert calls["keys"] == [
        {"kind": "phone", "column": "caller"},
        {"kind": "phone", "column": "callee"},
    ]
    assert calls["links"] == [
        {
            "columns": ["subscription_id"],
            "to": "subscription",
            "to_columns": ["id"],
            "declared": True,
        }
    ]
    assert calls["clock"] == [
        {"column": "started_at", "moment": "event"},
        {"column": "ended_at", "moment": "contract_end", "of": "subscription"},
    ]


def test_every_column_is_listed_with_a_category():
    """What is not personal data is said to be `none`, not left out."""
    seen = bench()
    printed = as_connect_json(seen, draft_map(seen))
    listed = {d["name"]: [c["name"] for c in d["columns"]] for d in printed["datasets"]}
    assert listed == {d.name: [c.name for c in d.columns] for d in seen.datasets}
    assert "none" in {c["category"] for d in printed["datasets"] for c in d["columns"]}
