"""Terms and clocks as people write them in policy.yaml and a map."""

import pytest

from nakomen.policy import load_map, load_policy
from nakomen.policy.entries import as_entries
from nakomen.policy.write import map_yaml, policy_yaml
from nakomen.records import Act
from nakomen.terms import Category, Moment, Period, Take

MAP = """\
store: crm
kind: postgresql
datasets:
  customer:
    records: customer
    columns:
      id: {type: INTEGER, category: none}
    clocks:
      - {column: at, moment: last_login, of: login}
  login:
    records: login
    columns:
      customer_id: {type: INTEGER, category: none}
      at: {type: TIMESTAMP, category: none}
    links:
      - {columns: [customer_id], to: customer, to_columns: [id]}
"""
POLICY = """\
statement:
  file: statement.md
promises:
  - id: inactive
    kind: retention
    control: retention-sweep
    retention:
      records: login
      keep: 1 jaar
      at_most: 2 jaar
      from: [last_login, contract_year_end]
      take: earliest
      only: [ip_address]
      then: truncate
"""


def test_a_clock_in_another_dataset() -> None:
    """It is read, and written again as it was."""
    store_map, findings = load_map(MAP, "systems/crm.yaml")
    assert findings == []
    assert store_map
    clock = store_map.dataset("customer").clock(Moment.LAST_LOGIN)
    assert clock
    assert (clock.column, clock.of) == ("at", "login")
    assert store_map.dataset("customer").own_clock(Moment.LAST_LOGIN) is None
    again, _ = load_map(map_yaml(store_map, {}), "systems/crm.yaml")
    assert again == store_map


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("of: login", "of: logins", "M003", 9),
        ("{column: at, moment", "{column: when, moment", "M006", 9),
        ("to_columns: [id]}", "to_columns: [id], owner: false}", "M014", 9),
    ],
)
def test_a_clock_that_leads_nowhere_is_an_error(old: str, new: str, code: str, line: int) -> None:
    """No such dataset, no such column, or no way of owners: each is told at its place."""
    store_map, findings = load_map(MAP.replace(old, new), "systems/crm.yaml")
    assert store_map is None
    assert [(f.code, f.place.line) for f in findings] == [(code, line)]


def test_several_moments_and_a_maximum() -> None:
    """Everything that a term can say is read, and written again as the same promise."""
    policy, findings = load_policy(POLICY, "policy.yaml", None)
    assert findings == []
    assert policy
    rule = policy.promise("inactive").retention
    assert rule
    assert rule.moments == (Moment.LAST_LOGIN, Moment.CONTRACT_YEAR_END)
    assert (rule.take, rule.then) == (Take.EARLIEST, Act.TRUNCATE)
    assert (rule.least, rule.longest) == (Period(years=1), Period(years=2))
    assert rule.only == (Category.IP_ADDRESS,)
    entries = as_entries(policy)
    written = policy_yaml(
        statement=entries["statement"], controller={}, promises=entries["promises"]
    )
    again, _ = load_policy(written, "policy.yaml", None)
    assert again
    assert again.digest == policy.digest


@pytest.mark.parametrize(
    ("value", "code"),
    [("last_logn", "Y027"), ("[last_login, einde]", "Y027"), ("[]", "Y023"), ("aggregate", "Y027")],
)
def test_a_moment_that_is_none_is_an_error(value: str, code: str) -> None:
    """A word that is no moment, and a list without one, are told where they stand."""
    text = POLICY.replace("[last_login, contract_year_end]", value)
    policy, findings = load_policy(text, "policy.yaml", None)
    assert policy is None
    assert [(f.code, f.place.line) for f in findings] == [(code, 11)]
