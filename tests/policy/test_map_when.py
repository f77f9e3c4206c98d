"""Keys and links of a map that hold in some rows only."""

import pytest

from nakomen.policy import load_map, map_yaml

MAP = """\
store: crm
kind: mariadb
datasets:
  users:
    records: customer
    primary_key: [id]
    columns:
      id: {type: INTEGER, category: none}
  meta:
    records: other
    primary_key: [id]
    columns:
      id: {type: INTEGER, category: none}
      name: {type: TEXT, category: none}
      value: {type: TEXT, category: other}
    keys:
      - {kind: email, column: value, role: subject, written: mixed, when: [name, _billing_email]}
      - {kind: email, column: value, role: party, written: mixed, when: [name, _shipping_email]}
    links:
      - {columns: [value], to: users, to_columns: [id], declared: false, when: [name, _user]}
"""


def test_one_column_may_be_a_key_in_several_kinds_of_rows() -> None:
    """Each with its own role; what was read is what is written again."""
    read, findings = load_map(MAP, "systems/crm.yaml")
    assert findings == []
    assert read is not None
    meta = read.dataset("meta")
    assert [key.when for key in meta.keys] == [
        ("name", "_billing_email"),
        ("name", "_shipping_email"),
    ]
    assert [link.when for link in meta.links] == [("name", "_user")]
    assert load_map(map_yaml(read, {}), "systems/crm.yaml")[0] == read


def test_the_same_rows_twice_or_a_column_that_is_not_there_is_a_finding() -> None:
    """A slip of the pen would leave a person unfound."""
    twice = MAP.replace("_shipping_email", "_billing_email")
    assert [f.code for f in load_map(twice, "systems/crm.yaml")[1]] == ["M009"]
    nowhere = MAP.replace("when: [name, _user]", "when: [nam, _user]")
    assert [f.code for f in load_map(nowhere, "systems/crm.yaml")[1]] == ["M002"]
    absent = MAP.replace("when: [name, _billing_email]", "when: [nam, _billing_email]")
    assert [f.code for f in load_map(absent, "systems/crm.yaml")[1]] == ["M001"]


PLACES = """store: crm
kind: sqlite
datasets:
  team:
    records: other
    primary_key: [id]
    columns:
      id: {type: INTEGER, category: none}
      data: {type: JSON, category: none}
      data:$.cc[*].email: {type: TEXT, category: email}
    keys:
      - {kind: email, column: 'data:$.cc[*].email', role: party}
"""


def test_a_place_inside_a_column_is_read_and_written_back() -> None:
    """A path is a name like any other, and survives being written."""
    store_map, findings = load_map(PLACES, "systems/crm.yaml")
    assert findings == []
    assert store_map
    assert [c.name for c in store_map.dataset("team").stored] == ["id", "data"]
    assert load_map(map_yaml(store_map, {}), "systems/crm.yaml")[0] == store_map


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("data:$.cc[*].email: {", "info:$.cc[*].email: {", "M015"),
        ("role: party", "role: subject", "M016"),
        ("primary_key: [id]", "primary_key: ['data:$.cc[*].email']", "M016"),
    ],
)
def test_a_place_that_cannot_be_followed_is_an_error(old: str, new: str, code: str) -> None:
    """No such column, or a list that would say whose the row is."""
    store_map, findings = load_map(PLACES.replace(old, new), "systems/crm.yaml")
    assert store_map is None
    assert code in [finding.code for finding in findings]


PAIRS = """store: crm
kind: sqlite
datasets:
  customer:
    records: customer
    primary_key: [tenant_id, number]
    columns:
      tenant_id: {type: INTEGER, category: none}
      number: {type: INTEGER, category: none}
      tenant_id:+number: {type: TEXT, category: none}
    keys:
      - {kind: customer, column: 'tenant_id:+number', role: subject}
"""


def test_columns_that_name_a_customer_together_are_read_and_written_back() -> None:
    """The pair is a name like any other, and no column of the store."""
    store_map, findings = load_map(PAIRS, "systems/crm.yaml")
    assert findings == []
    assert store_map
    assert [c.name for c in store_map.dataset("customer").stored] == ["tenant_id", "number"]
    assert load_map(map_yaml(store_map, {}), "systems/crm.yaml")[0] == store_map


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("tenant_id:+number: {type: TEXT, category: none}", "tenant_id:+nr: {category: none}"),
        ("TEXT, category: none", "TEXT, category: name"),
        ("role: subject", "role: party"),
        ("kind: customer,", "kind: email,"),
        ("primary_key: [tenant_id, number]", "primary_key: ['tenant_id:+number']"),
    ],
)
def test_a_pair_that_names_nobody_is_an_error(old: str, new: str) -> None:
    """Its columns must be there; it is a customer's key, and nothing stands in it."""
    store_map, findings = load_map(PAIRS.replace(old, new), "systems/crm.yaml")
    assert store_map is None
    assert "M023" in [finding.code for finding in findings]
