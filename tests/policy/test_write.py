"""What nakomen writes, nakomen reads back without a finding."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.policy import files

from nakomen.policy import (
    load_map,
    load_policy,
    load_settings,
    map_yaml,
    policy_yaml,
    settings_yaml,
    split_secret,
)
from nakomen.records import StoreMap
from nakomen.terms import Period

STATEMENTS = Path(__file__).parents[2].parent / "shared" / "statements"


@given(
    files.statements,
    files.controllers,
    st.lists(files.promises, max_size=3, unique_by=lambda promise: promise["id"]),
)
@settings(max_examples=150, deadline=None)
def test_a_written_policy_says_what_was_given(
    statement: dict[str, Any], controller: dict[str, Any], promises: list[dict[str, Any]]
) -> None:
    """No text is so odd that writing and reading changes it."""
    text = policy_yaml(statement=statement, controller=controller, promises=promises)
    policy, findings = load_policy(text, "policy.yaml", None)
    assert findings == []
    assert policy is not None
    assert policy.statement.file == statement["file"]
    assert policy.statement.title == statement.get("title")
    assert policy.statement.version == statement.get("version")
    assert policy.controller == {name: value for name, value in controller.items() if value}
    for promise, given_ in zip(policy.promises, promises, strict=True):
        assert promise.id == given_["id"]
        assert promise.says == given_.get("says")
        assert promise.within == given_.get("within")
        assert dict(promise.recipient) == given_.get("recipient", {})
        if rule := promise.retention:
            assert rule.keep == given_["retention"]["keep"]


@given(files.store_maps(), st.integers(0, 10**12))
@settings(max_examples=150, deadline=None)
def test_a_written_map_is_the_map(store_map: StoreMap, rows: int) -> None:
    """Names of tables and columns may be anything that a database allows."""
    text = map_yaml(store_map, {dataset.name: rows for dataset in store_map.datasets})
    read, findings = load_map(text, "systems/crm.yaml")
    assert findings == []
    assert read == store_map


@given(
    st.dictionaries(st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9_-]{0,9}\Z"), files.texts, max_size=3)
)
@settings(max_examples=50, deadline=None)
def test_written_settings_keep_every_address(addresses: dict[str, str]) -> None:
    """An address may hold any sign, as long as it holds no password."""
    urls = {name: f"files:{address}" for name, address in addresses.items() if "${" not in address}
    assume(not any(split_secret(url)[1] for url in urls.values()))
    settings_, findings = load_settings(settings_yaml("nl", urls), "nakomen.yaml")
    assert findings == []
    assert settings_ is not None
    assert settings_.stores == urls


def test_a_written_policy_reads_well() -> None:
    """A term stands there as people write it, more lines as a block, silence not at all."""
    text = policy_yaml(
        statement={"file": "statement.nl.md", "version": "2.10", "title": None},
        controller={"kvk": "01234567", "aliases": []},
        promises=[
            {
                "id": "klanten",
                "kind": "retention",
                "control": "retention-sweep",
                "says": "Zolang u klant bent\nbewaren wij uw gegevens.",
                "retention": {"records": "customer", "keep": Period(years=7)},
            },
        ],
    )
    assert text.startswith("# yaml-language-server: $schema=.nakomen/schema/policy.schema.json\n")
    assert text.endswith(
        """
statement:
  file: statement.nl.md
  version: '2.10'

controller:
  kvk: '01234567'

promises:
  - id: klanten
    kind: retention
    control: retention-sweep
    says: |-
      Zolang u klant bent
      bewaren wij uw gegevens.
    retention:
      records: customer
      keep: 7 jaar
"""
    )


def test_a_written_map_reads_well() -> None:
    """One line a column, and the head says what the file is and what to do with it."""
    store_map, _ = load_map(files.MAP, "systems/crm.yaml")
    assert store_map is not None
    text = map_yaml(store_map, {"customer": 120})
    assert "$schema=../.nakomen/schema/systems.schema.json" in text
    assert "nakomen confirm systems/crm" in text
    assert "      email: {type: text, category: email, why: naam van de kolom}\n" in text
    assert "    rows: 120\n    primary_key: [id]\n    columns:\n" in text
    assert "    links:\n      - {columns: [customer_id], to: customer, to_columns: [id]}\n" in text


@pytest.mark.parametrize("name", ["etsoft", "itsb", "technorama", "upgraders", "vextra"])
def test_any_passage_of_a_published_statement_can_be_quoted(name: str) -> None:
    """Line ends, no-break spaces, typing errors and bullets of real texts survive the file."""
    file = STATEMENTS / f"{name}.txt"
    if not file.exists() and os.environ.get("CI") != "true":
        pytest.skip("the published statements are not beside this repository (../shared)")
    text = file.read_bytes().decode("utf-8")
    promises = [
        {"id": f"p{at}", "kind": "other", "control": "informational", "says": text[at : at + 230],
         "at": at}
        for at in range(0, len(text), 170)
    ]  # fmt: skip
    written = policy_yaml(statement={"file": "s.txt"}, controller={}, promises=promises)
    policy, findings = load_policy(written, "policy.yaml", text)
    assert findings == []
    assert policy is not None
    assert [p.says for p in policy.promises] == [p["says"] for p in promises]
