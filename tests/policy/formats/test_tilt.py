"""TILT: valid against its schema, read back without loss, and lenient with documents of others."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from tests.policy.written import WHOLE, policy, with_promises

from nakomen.policy import load_policy, policy_yaml
from nakomen.policy.formats.tilt import as_tilt, is_tilt, read_tilt
from nakomen.policy.formats.tilt.write import tilt_hash

DATA = Path(__file__).parents[3].parent / "shared" / "standards" / "data"
POLICY = policy(WHOLE)
SILENT = policy("statement: {file: s.md}")
DAY = date(2026, 11, 21)


def _shared(name: str) -> Any:
    file = DATA / name
    if not file.is_file():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{name} must be there in CI")
        pytest.skip("the TILT schema stands beside the repository, in ../shared/standards/data")
    return json.loads(file.read_text("utf-8"))


@pytest.mark.parametrize("said", [POLICY, SILENT], ids=["whole", "silent"])
def test_what_is_written_is_valid(said: Any) -> None:
    """Programs of others can rely on it, also where the company says nothing."""
    schema = _shared("tilt-schema.json")

    assert list(Draft7Validator(schema).iter_errors(_shared("tilt-example.json"))) == []
    assert list(Draft7Validator(schema).iter_errors({"meta": {}})) != []
    assert [e.json_path for e in Draft7Validator(schema).iter_errors(as_tilt(said, DAY))] == []


def test_what_is_written_reads_back_to_the_same_policy() -> None:
    """Also what TILT has no field for: it travels under a key of our own."""
    document = json.loads(json.dumps(as_tilt(POLICY, DAY)))
    again, findings = load_policy(policy_yaml(**read_tilt(document)), "policy.yaml", None)

    assert is_tilt(document)
    assert findings == []
    assert again is not None
    assert again.digest == POLICY.digest


def test_the_hash_is_that_of_the_document() -> None:
    """Whoever changes a word changes the hash."""
    document = as_tilt(POLICY, DAY)
    changed = {**document, "sources": [{"_id": "x"}]}

    assert document["meta"]["_hash"] == tilt_hash(document)
    assert document["meta"]["_hash"] != tilt_hash(changed)


def test_a_missing_officer_is_said() -> None:
    """The schema wants an officer; that there is none must not be hidden."""
    officer = with_promises(
        "id: c, kind: dpo, control: dpo-oversight, "
        "contact: {name: Chaima Bos, email: fg@otterloo.example, is_dpo: true}"
    )

    assert "dataProtectionOfficer" in as_tilt(POLICY, DAY)["nakomen"]["lacks"]
    assert "dataProtectionOfficer" not in as_tilt(officer, DAY)["nakomen"]["lacks"]


def test_a_document_of_another_is_read() -> None:
    """What TILT can say comes over: purposes with their basis, data, receivers, terms, rights."""
    document = _shared("tilt-example.json")
    document["dataDisclosed"][0]["legalBases"][0]["reference"] = "DSGVO-6-1-a"
    document["dataDisclosed"][0]["storage"][0]["temporal"][0]["ttl"] = "P2Y"
    read, findings = load_policy(policy_yaml(**read_tilt(document)), "policy.yaml", None)

    assert findings == []
    assert read is not None
    said = {promise.kind: promise for promise in reversed(read.promises)}
    assert said["purpose"].purpose is not None
    assert (said["purpose"].purpose.label, said["purpose"].purpose.bases) == (
        "Marketing",
        ("consent",),
    )
    assert said["data_category"].data == ("email",)
    assert said["recipient"].recipient["name"] == "Yellow Company AG"
    assert said["retention"].retention is not None
    assert said["transfer"].transfer is not None
    assert "access" in said["right"].rights
    assert said["complaint"].authority


@pytest.mark.parametrize(
    "document",
    [
        {"meta": None, "controller": None, "dataDisclosed": None},
        {"meta": [], "controller": "x", "dataDisclosed": [1, None, {"purposes": "x"}]},
        {"meta": {}, "controller": {"name": 3}, "dataDisclosed": [{"storage": {"ttl": 1}}]},
    ],
)
def test_a_broken_document_reads_without_a_fault(document: Any) -> None:
    """Few documents in the wild fit the schema; none may stop the program."""
    read, findings = load_policy(policy_yaml(**read_tilt(document)), "policy.yaml", None)

    assert read is not None, [finding.message.en for finding in findings]
