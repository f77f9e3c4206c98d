"""From a broken sentence to a mended one: seen first, agreed to by name, then text and policy."""

import re
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.support.desk import Answer, Client
from tests.support.mortal_desk import Mortal, mortal_desk

from nakomen import Company, verbs
from nakomen.errors import PersonMustDecide

SAYS = "**Inloggegevens** bewaren wij 12 maanden."


@pytest.fixture(scope="module")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mortal]:
    """A desk of these tests alone: its statement does not stay as it was."""
    with mortal_desk(tmp_path_factory.mktemp("sentences")) as opened:
        yield opened


def _until(client: Client, path: str, words: str, within_s: float = 120.0) -> Answer:
    end = time.monotonic() + within_s
    while words not in (page := client.get(path)).words:
        assert "Dit kon niet" not in page.words, page.words
        assert time.monotonic() < end, page.words
        time.sleep(0.1)
    return page


def _promise(client: Client) -> str:
    wall = client.get("/beloften/").text
    found = re.search(r'id="([\w-]+)">Inloggegevens bewaren', wall)
    assert found
    return found[1]


def test_an_explanation_stands_beside_the_verdict_and_changes_nothing(mortal: Mortal) -> None:
    """With a name and a last day; who may not see requests may read it, and not write it."""
    mortal.at.desk.counted()
    promise = _promise(mortal.staff)
    path = f"/beloften/zin/{promise}/"
    page = mortal.staff.get(path)
    assert "gebroken" in page.words
    assert re.search(r"Geteld op .* gebroken \d", page.words), "its history"
    last = date.today() + timedelta(days=9)
    given = {"words": "De leverancier <b>herstelt</b> dit.", "until": last.isoformat()}
    for wrong in ({"words": ""}, {"until": "2031-01-01"}, {"until": "2020-01-01"}):
        assert mortal.staff.post(f"{path}uitleg/", given | wrong).status == 422
    assert mortal.staff.post(f"{path}uitleg/", given).to == path
    wall = mortal.staff.get("/beloften/")
    assert f"Owner Proef, tot en met {last.day}" in wall.words
    assert "De leverancier <b>herstelt</b> dit." in wall.words
    assert "gebroken" in mortal.staff.get(path).words
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    mortal.change("UPDATE promises_explained SET until = ?", yesterday)
    assert "De leverancier" not in mortal.staff.get("/beloften/").words
    assert "gold tot en met" in mortal.staff.get(path).words
    assert mortal.staff.get("/beloften/zin/bestaat-niet/").status == 404


def test_a_mended_sentence_becomes_a_version_of_which_each_customer_hears_once(
    mortal: Mortal, tmp_path: Path
) -> None:
    """Two walks, the second of which begins where the first ended."""
    mended(mortal)
    told(mortal, tmp_path)


def mended(mortal: Mortal) -> None:
    """
    What it brings is read first; without the tick, for another reading or from the helpdesk
    nothing happens; after the yes text and policy are the new version.
    """
    mortal.at.desk.counted()
    promise = _promise(mortal.staff)
    path, files = f"/beloften/zin/{promise}/aanpassen/", mortal.folder
    text = (files / "policy.yaml").read_bytes()
    day = (date.today() + timedelta(days=60)).isoformat()
    wish = {"says": SAYS, "term": "12 maanden", "effective": day}
    for wrong in ({"says": ""}, {"term": "lang"}, {"effective": date.today().isoformat()}):
        assert mortal.staff.post(path, wish | wrong).status == 422
    seen = mortal.staff.post(path, wish).to
    page = _until(mortal.staff, seen, "Mijn naam komt bij deze versie")
    assert "Rijen over de termijn" in page.words
    assert "wijzig" in page.words
    assert "bericht via e-mail" in page.words
    digest = {"digest": re.search(r'name="digest" value="(\w+)"', page.text)[1]}  # type: ignore[index]
    assert mortal.staff.post(f"{seen}ja/", digest).status == 409
    assert mortal.staff.post(f"{seen}ja/", {"digest": "x", "read": "on"}).status == 409
    assert (files / "policy.yaml").read_bytes() == text

    assert mortal.staff.post(f"{seen}ja/", digest | {"read": "on"}).to == seen
    _until(mortal.staff, seen, "zijn nu versie 5")
    assert SAYS in (files / "statement-5.nl.md").read_text("utf-8")
    assert not (files / "statement.nl.md").exists()
    versions = {folder.name for folder in (files / "versions").iterdir()}
    assert versions == {"4", "5"}
    assert "Owner Proef" in (files / "versions" / "5" / "version.json").read_text("utf-8")


def told(mortal: Mortal, tmp_path: Path) -> None:
    """
    Killed while letters leave, nobody gets two; whom mail does not reach is told otherwise; only
    then the version may be published, and visitors read of it meanwhile.
    """
    assert "nieuwe privacyverklaring" not in mortal.at.desk.client().get("/vragen/").words
    assert mortal.at.desk.client().get("/privacyverklaring/nieuw/").status == 404
    assert "Wacht op bericht" in mortal.staff.get("/beloften/versies/").words
    with Company.open(mortal.folder) as company, pytest.raises(PersonMustDecide):
        verbs.publish(company, tmp_path / "site", date.today())

    customers = _customers(mortal)
    before = len(mortal.letters.got)
    mortal.letters.replies[:] = ["550 nobody"]
    mortal.letters.slow_s = 0.1
    for _ in range(2):
        assert mortal.staff.post("/beloften/versies/5/bericht/").to == "/beloften/versies/"
    mortal.wait("SELECT count(*) > 4 FROM notices_told WHERE state = 'sent'", [(1,)])
    mortal.kill()
    mortal.letters.slow_s = 0.0
    mortal.open()
    mortal.wait("SELECT count(*) FROM notices_told WHERE state IN ('waiting')", [(0,)])
    mortal.wait("SELECT count(*) FROM notices_notice WHERE noted_at IS NOT NULL", [(1,)])
    page = mortal.staff.get("/beloften/versies/")
    assert "1 komen niet aan" in page.words
    assert "staat in het bewijs" in page.words
    got = Counter(m["to"] for m in mortal.letters.got[before:] if "verandert" in m["subject"])
    assert set(got.values()) == {1}
    assert len(set(got) ^ customers) in (1, 2), "the one that was refused, and one under way"
    assert "Wacht op bericht" in page.words

    mortal.staff.post("/beloften/versies/5/anders/")
    mortal.wait("SELECT count(*) FROM notices_notice WHERE noted_at IS NOT NULL", [(1,)])
    page = mortal.staff.get("/beloften/versies/")
    assert "1 op een andere manier verteld" in page.words
    assert "Geldt straks" in page.words
    with Company.open(mortal.folder) as company:
        assert verbs.publish(company, tmp_path / "site", date.today())
        (new,) = [v for v in verbs.versions(company) if v.number == "5"]
        assert {n.channel for n in new.notices} == {"email", "website"}
        assert all(n.on < new.effective for n in new.notices)

    visitor = mortal.at.desk.client()
    assert "geldt een nieuwe privacyverklaring" in visitor.get("/vragen/").words
    assert "Inloggegevens bewaren wij 12 maanden" in visitor.get("/privacyverklaring/nieuw/").words
    mortal.change("UPDATE notices_notice SET effective = ?", date.today().isoformat())
    mortal.wait("SELECT count(*) FROM notices_told WHERE \"to\" <> ''", [(0,)])
    assert "nieuwe privacyverklaring" not in visitor.get("/vragen/").words


def _customers(mortal: Mortal) -> set[str]:
    """Everybody in the customer file with an address."""
    with closing(sqlite3.connect(mortal.home / "crm.sqlite")) as opened:
        rows = opened.execute("SELECT lower(trim(email)) FROM customer WHERE email <> ''")
        return {row[0] for row in rows}
