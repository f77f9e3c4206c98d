"""
traffic-data-scope: an import with a content field is refused; location fields are empty after
billing.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.controls.terms import Terms, terms

CALLS = "records: traffic, keep: 1 jaar, from: event"
PLACES = "records: traffic, keep: 0 dagen, from: billed, only: [location, device], then: blank"
SCOPE = """\
  - id: scope
    kind: telephony
    control: traffic-data-scope
"""
LISTED = "CREATE TABLE call_record (id int primary key, caller text, callee text, cell text{more});"


@pytest.fixture(params=["sqlite", "postgres", "mariadb"])
def provider(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terms]:
    made = terms(tmp_path, str(request.getfixturevalue(f"{request.param}_url")))
    made.promise(calls=CALLS, places=PLACES)
    yield made
    made.close()


def test_places_and_devices_are_empty_after_billing(provider: Terms) -> None:
    """The day after the invoice the cell and the device are gone; the call itself stays."""
    billed = date(2026, 6, 1)
    call = {"caller": "+31201234567", "started_on": date(2026, 5, 1), "seconds": 60,
            "cell": "204-08-1234", "imei": "490154203237518"}  # fmt: skip
    provider.add("call_record", {"id": 1, "billed_on": billed} | call, {"id": 2} | call)
    provider.sweep(billed)
    assert provider.sql("SELECT COUNT(*) FROM call_record WHERE cell IS NOT NULL") == [(2,)]

    provider.sweep(date(2026, 6, 2))

    left = provider.sql("SELECT id, cell, imei, caller, seconds FROM call_record ORDER BY id")
    assert left == [
        (1, None, None, "+31201234567", 60),
        (2, "204-08-1234", "490154203237518", "+31201234567", 60),
    ]
    assert provider.verdicts()["places"] == "kept"


@pytest.mark.parametrize("field", ["sms_text text", "recording_file text", "url text"])
def test_an_import_with_content_is_refused(sqlite_url: str, tmp_path: Path, field: str) -> None:
    """What people said or looked at is no traffic data: the check of the import table fails."""
    provider = terms(tmp_path, sqlite_url)
    provider.promise(calls=CALLS)
    policy = provider.folder / "policy.yaml"
    policy.write_text(policy.read_text("utf-8") + SCOPE, "utf-8")
    schema = tmp_path / "import.sql"
    schema.write_text(LISTED.format(more=""), "utf-8")
    assert _codes(provider, schema) == []
    schema.write_text(LISTED.format(more=f", {field}"), "utf-8")
    assert _codes(provider, schema) == ["C030"]
    provider.close()


def _codes(provider: Terms, schema: Path) -> list[str]:
    found = provider.run("check", "--schema", schema, code=None)["findings"]
    return [finding["code"] for finding in found if finding["code"] == "C030"]


def test_a_map_with_content_is_refused(sqlite_url: str, tmp_path: Path) -> None:
    """A column that a person calls correspondence may not stand among traffic data."""
    provider = terms(tmp_path, sqlite_url)
    provider.promise(calls=CALLS)
    policy, systems = provider.folder / "policy.yaml", provider.folder / "systems" / "crm.yaml"
    policy.write_text(policy.read_text("utf-8") + SCOPE, "utf-8")
    before = {f["code"] for f in provider.run("check", code=None)["findings"]}
    assert "C030" not in before
    told = systems.read_text("utf-8").replace("category: device", "category: correspondence")
    systems.write_text(told, "utf-8")
    found = provider.run("check", code=3)["findings"]
    assert [f["severity"] for f in found if f["code"] == "C030"] == ["error"]
    provider.close()
