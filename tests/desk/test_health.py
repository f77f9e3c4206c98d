"""Who watches over the machine sees that the desk is well, and nobody's data."""

import re
from pathlib import Path

from tests.support.desk import Client, Desk, bare

from nakomen import Company, verbs

BROKEN = """
from datetime import timedelta
from django.test import Client
from django.utils import timezone
from nakomen.desk.health import state, views
from nakomen.desk.works import works
def asked(path, **more):
    return Client(headers={"host": "localhost"}).get(path, **more)
def said(answer):
    return answer.status_code, answer.json()
print(said(asked("/gezond/")))
state.STARTED = timezone.now() - timedelta(hours=4)
from nakomen.desk.promises.models import Count
Count.objects.all().update(ended=timezone.now() - timedelta(hours=4))
print(said(asked("/gezond/", REMOTE_ADDR="192.0.2.7")))
one = works()[0]
one._work = one._apart = None
one.run = lambda: None
one.start(); one.join()
print(said(asked("/gezond/")))
print(asked("/metingen/", REMOTE_ADDR="192.0.2.7").status_code)
print(asked("/metingen/", secure=True).status_code)
import os; os.environ[views.TOKEN] = "a-token"
for token in ("a-token", "b-token"):
    given = {"authorization": f"Bearer {token}"}
    print(asked("/metingen/", REMOTE_ADDR="192.0.2.7", headers=given).status_code)
"""


def test_a_desk_that_is_well_says_so_without_a_name(desk: Desk) -> None:
    """200 with one word; figures for this machine, in OpenMetrics, and no address among them."""
    desk.colleague("owner")
    desk.counted()
    client = Client(desk.address)
    well = client.get("/gezond/")
    assert (well.status, well.text) == (200, '{"status": "ok", "troubles": []}')
    figures = client.get("/metingen/")
    assert figures.headers["Content-Type"].startswith("application/openmetrics-text")
    assert figures.text.endswith("# EOF\n")
    shape = r'(# (HELP|TYPE) \w+ .+|# EOF|\w+(\{verdict="\w+"\})? [\d.]+)'
    assert [line for line in figures.text.splitlines() if not re.fullmatch(shape, line)] == []
    assert re.search(r'nakomen_promises\{verdict="broken"\} \d', figures.text)
    assert "@" not in figures.text


def test_what_stopped_is_told_to_this_machine_only(desk: Desk, tmp_path: Path) -> None:
    """503 when work ended or nothing was counted; a stranger hears no more than that."""
    desk.counted()
    folder = bare(desk.folder, tmp_path / "ill")
    ill = Desk(
        address="http://localhost", invitation="", folder=folder, log=desk.log, process=desk.process
    )
    lines = ill.inside(BROKEN).splitlines()
    assert lines[0] == "(200, {'status': 'ok', 'troubles': []})"
    assert lines[1] == "(503, {'status': 'trouble'})"
    assert (
        lines[2] == "(503, {'status': 'trouble', 'troubles': ['stopped: people', 'not counted']})"
    )
    assert lines[3:] == ["404", "404", "200", "404"]


def test_the_owner_reads_in_words_how_the_desk_is_doing(desk: Desk, tmp_path: Path) -> None:
    """The same as programs read, in both languages, and nobody's name; a backup that was made."""
    owner, page = desk.colleague("owner"), "/toestand/"
    assert desk.colleague("privacy").client.get(page).status == 403
    desk.counted()
    words = owner.client.get(page).words
    assert "Laatste back-up nog niet kijk hiernaar" in words
    with Company.open(desk.folder) as company:
        verbs.backup(company, tmp_path / "nu.nakomen", tmp_path / "sleutel")
    words = owner.client.get(page).words
    assert "Laatste back-up nog niet" not in words
    assert "Werk naast de pagina’s loopt ja" in words
    assert "Postvak gelezen niet ingesteld niet te zien" in words
    assert "Proefbrief van elke week nog niet niet te zien" in words
    english = owner.client.get(page, Accept_Language="en").words
    assert "Last backup" in english
    assert owner.email not in words.replace(owner.name, "")
    [(number, ended)] = desk.rows("SELECT id, max(ended) FROM promises_count")
    late = "UPDATE promises_count SET ended = ? WHERE id = ?"
    desk.write(late, "2026-01-01 00:00:00", number)
    assert "1 january 2026" in owner.client.get(page, Accept_Language="en").words.lower()
    desk.write(late, ended, number)
