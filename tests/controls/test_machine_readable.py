"""What is published for programs makes the same company again."""

import json
from pathlib import Path

import pytest
from tests.circle.world import World
from tests.controls.office import Office

from nakomen.policy import load_policy


def _made(source: Path, home: Path) -> World:
    made = World(folder=home / "nieuw", urls={})
    made.run("init", made.folder, "--statement", source)
    return made


def test_a_company_made_from_tilt_promises_the_same(company: Office, tmp_path: Path) -> None:
    """Every value and every own sentence comes over; the text that it tells holds them."""
    site = company.publish()
    made = _made(site / "statement.tilt.json", tmp_path)
    text = (made.folder / "statement.nl.md").read_text("utf-8")
    read, _ = load_policy((made.folder / "policy.yaml").read_text("utf-8"), "policy.yaml", text)
    old, _ = load_policy((company.folder / "policy.yaml").read_text("utf-8"), "policy.yaml", None)
    assert read is not None
    assert old is not None

    assert [p.id for p in read.promises] == [p.id for p in old.promises]
    assert read.promise("retention-1").retention == old.promise("retention-1").retention
    assert read.promise("liability-1").says == old.promise("liability-1").says
    made.run("check", code=None)
    made.run("publish", "-o", tmp_path / "weer")


def test_a_company_made_from_dpv_promises_what_dpv_can_say(company: Office, tmp_path: Path) -> None:
    """Purposes with their basis, receivers, terms and rights."""
    site = company.publish()
    made = _made(site / "statement.dpv.jsonld", tmp_path)
    text = (made.folder / "policy.yaml").read_text("utf-8")

    for word in ("facturen sturen", "Mollie", "P7Y", "portability"):
        assert word in text, word


@pytest.mark.parametrize(
    "data",
    [b"{", b"[1]", b'{"a": 1}', b"[" * 50_000, b'{"meta":{},"controller":{},"dataDisclosed":3}'],
)
def test_another_json_is_refused_or_read_but_never_crashes(tmp_path: Path, data: bytes) -> None:
    """A file that is no statement makes no folder; an empty one makes an empty policy."""
    source = tmp_path / "iets.json"
    source.write_bytes(data)
    made = World(folder=tmp_path / "nieuw", urls={})
    expected = 0 if b"meta" in data else 2

    made.run("init", made.folder, "--statement", source, code=expected)
    assert made.folder.exists() == (expected == 0)


def test_the_policy_in_tilt_is_held_to_the_form(company: Office, tmp_path: Path) -> None:
    """Somebody else's document is input: a value that cannot be is named, and nothing is made."""
    document = json.loads((company.publish() / "statement.tilt.json").read_text("utf-8"))
    document["nakomen"]["policy"]["promises"][0]["kind"] = "onzin"
    source = tmp_path / "kwaad.json"
    source.write_text(json.dumps(document), "utf-8")
    made = World(folder=tmp_path / "nieuw", urls={})

    told = made.run("init", made.folder, "--statement", source, code=2)

    assert "kwaad.json" in told["error"]["message"]
    assert not made.folder.exists()
