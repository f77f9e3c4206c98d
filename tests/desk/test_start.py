"""The desk opens at once, stays small, and brings its tables up to date or leaves them alone."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.support.desk import EXACTLY, Desk, bare, running, warm

HEAVY = ("sqlalchemy", "pydantic", "ruamel.yaml", "sqlglot", "nakomen.policy", "nakomen.run")
MOST_MIB = 120
ASKED = """
import sys
from django.test import Client
page = Client(headers={"host": "localhost"}).get("/vragen/")
print(page.status_code, *sys.modules)
"""
BACK = """
from django.core.management import call_command
call_command("migrate", "agenda", "zero", verbosity=0)
"""


STEP_BY_STEP = """
from nakomen.desk import tables
tables._found = lambda known: tables._migrate()
"""


def _prepared(folder: Path, script: str = "", before: str = "") -> str:
    """*before*, the tables as this version makes them, and then *script*."""
    first = "import sys; from pathlib import Path; from nakomen.desk.start import configure\n"
    first += f"{before}configure(Path(sys.argv[1]), 'http://localhost')\n"
    words = [sys.executable, "-c", first + script, str(folder)]
    return subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True, env=warm()).stdout


def _refused(folder: Path) -> dict[str, str]:
    """What `nakomen up` says when it does not open."""
    words = ["-m", "nakomen", "-C", str(folder), "--lang", "en", "--json", "up", "--port", "0"]
    done = subprocess.run(
        [sys.executable, *words], capture_output=True, text=True, timeout=60, env=warm()
    )
    assert done.returncode != 0, done.stdout
    return dict(json.loads(done.stdout)["error"])


def _read(folder: Path, select: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / ".nakomen" / "desk.sqlite")) as opened:
        return opened.execute(select).fetchall()


def _shapes(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Of each table: its columns, references, indexes and how many checks, whatever their order."""
    names = [row[0] for row in _read(folder, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: sorted(_shape(folder, name), key=repr) for name in names}


def _shape(folder: Path, table: str) -> Iterator[tuple[Any, ...]]:
    for _, name, kind, *rest in _read(folder, f"PRAGMA table_xinfo('{table}')"):
        yield name, kind.lower(), *rest
    for _, _, *reference in _read(folder, f"PRAGMA foreign_key_list('{table}')"):
        yield tuple(reference)
    for _, index, unique, _, partial in _read(folder, f"PRAGMA index_list('{table}')"):
        on = [row[2] for row in _read(folder, f"PRAGMA index_info('{index}')")]
        yield unique, partial, *on
    [(made,)] = _read(folder, f"SELECT sql FROM sqlite_master WHERE name = '{table}'")
    yield (made.count("CHECK"),)


def _tables(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / ".nakomen" / "desk.sqlite")) as opened:
        return {row[0] for row in opened.execute("SELECT name FROM sqlite_master")}


def _write(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / ".nakomen" / "desk.sqlite")) as opened, opened:
        opened.execute(statement)


def test_the_first_page_waits_for_nothing_that_it_does_not_need(desk: Desk) -> None:
    """What reads policies and speaks to databases is brought in when a page first needs it."""
    status, *modules = desk.inside(ASKED).split()
    assert status == "200"
    assert "nakomen.desk.portal.asking" in modules
    assert [heavy for heavy in HEAVY if heavy in modules] == []


def test_the_desk_is_small_after_its_first_count(tmp_path: Path, desk: Desk) -> None:
    """Counting takes its memory along when it ends."""

    folder = bare(desk.folder, tmp_path / "small")
    with running(folder, tmp_path / "small.log", program=EXACTLY) as small:
        small.counted()
        told = Path(f"/proc/{small.process.pid}/status").read_text("utf-8")
    used = next(int(line.split()[1]) for line in told.splitlines() if line.startswith("VmRSS"))
    assert used < MOST_MIB * 1024, told


def test_a_new_desk_has_the_tables_that_all_versions_together_made(
    tmp_path: Path, desk: Desk
) -> None:
    """Made at once, they are those of a desk that came along version by version."""
    at_once = bare(desk.folder, tmp_path / "at-once")
    walked = bare(desk.folder, tmp_path / "walked")
    _prepared(at_once)
    _prepared(walked, before=STEP_BY_STEP)
    assert len(_shapes(walked)) > 40
    assert _shapes(at_once) == _shapes(walked)
    for table, columns in (("django_migrations", "app, name"), ("auth_permission", "codename")):
        read = f"SELECT {columns} FROM {table}"
        assert sorted(_read(at_once, read)) == sorted(_read(walked, read))


def test_tables_of_an_earlier_version_are_copied_and_brought_up(tmp_path: Path, desk: Desk) -> None:
    """Who upgrades loses nothing; when it goes wrong, all is as it was and she reads so."""
    folder = bare(desk.folder, tmp_path / "older")
    _prepared(folder, BACK)
    assert "agenda_feed" not in _tables(folder)
    _write(folder, "CREATE TABLE agenda_feed (stray INTEGER)")
    assert _refused(folder)["type"] == "UpgradeFailed"
    assert "agenda_feed" in _tables(folder)
    _write(folder, "DROP TABLE agenda_feed")
    _prepared(folder)
    assert "agenda_feed" in _tables(folder)
    copies = sorted((folder / ".nakomen" / "copies").iterdir())
    assert {copy.stat().st_mode & 0o777 for copy in copies} == {0o600}
    with closing(sqlite3.connect(copies[-1])) as copy:
        assert copy.execute("SELECT count(*) FROM accounts_colleague").fetchone() == (0,)
        assert not copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'agenda_feed'").fetchall()


def test_tables_of_a_newer_version_are_refused(tmp_path: Path, desk: Desk) -> None:
    """An older program does not write in tables that it does not know."""
    folder = bare(desk.folder, tmp_path / "newer")
    _prepared(folder)
    _write(
        folder,
        "INSERT INTO django_migrations (app, name, applied) VALUES"
        " ('dossiers', '9999_later', '2030-01-01')",
    )
    error = _refused(folder)
    assert error["type"] == "DeskNewer"
    assert "dossiers.9999_later" in str(error)
    assert not (folder / ".nakomen" / "copies").exists()
