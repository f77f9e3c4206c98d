"""restore-replays-erasures, for nakomen's own state: what was erased does not come back by it."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from tests.circle.providers import provider
from tests.circle.world import World
from tests.support.desk import warm

from nakomen import Company, NakomenError, Request, verbs
from nakomen.demo.provider import STATEMENT
from nakomen.run.keeping import sealed

TODAY = date(2026, 11, 21)
PERSON = """
SELECT email FROM customer WHERE kind = 'person' AND cancelled_on IS NULL
GROUP BY email HAVING count(*) = 1 ORDER BY min(id) LIMIT 2
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the provider's systems are, and its folder ``zonneveld``."""
    made = tmp_path_factory.mktemp("kept")
    with provider("sqlite", "tiny", made) as urls:
        world = World(folder=made / "zonneveld", urls=urls)
        world.begin(Path(str(STATEMENT)), "UTC", "sqlite tiny")
        world.close()
        yield made


def _count(home: Path, email: str) -> int:
    with closing(sqlite3.connect(home / "crm.sqlite")) as crm:
        found = crm.execute("SELECT count(*) FROM customer WHERE email = ?", [email]).fetchone()
        return int(found[0])


def _erased(company: Company, email: str) -> None:
    plan = verbs.plan(company, Request.ERASE, [("email", email)], TODAY).plan
    verbs.approve(company, plan, "owner@zonneveld.example", TODAY)
    assert [*verbs.apply(company, plan, TODAY)][-1].state == "done"  # type: ignore[union-attr]


def test_erase_restore_an_older_set_and_the_person_is_not_found(home: Path, tmp_path: Path) -> None:
    """Planned, saved, erased; then everything is put back: the desk waits, and she goes again."""
    folder, saved, key = home / "zonneveld", tmp_path / "saved", tmp_path / "key"
    with closing(sqlite3.connect(home / "crm.sqlite")) as crm:
        anna, bram = (row[0] for row in crm.execute(PERSON))
    with Company.open(folder) as company:
        waiting = verbs.plan(company, Request.ERASE, [("email", anna)], TODAY).plan
        made = verbs.backup(company, saved, key)
        assert (made.key_made, made.lines) == (True, company.ledger.verify().size)  # type: ignore[union-attr]
        shutil.copy(home / "crm.sqlite", tmp_path / "crm.sqlite")
        verbs.approve(company, waiting, "owner@zonneveld.example", TODAY)
        list(verbs.apply(company, waiting, TODAY))
        _erased(company, bram)
    assert (_count(home, anna), _count(home, bram)) == (0, 0)
    assert anna.encode() not in saved.read_bytes()
    shutil.copy(tmp_path / "crm.sqlite", home / "crm.sqlite")
    assert (_count(home, anna), _count(home, bram)) == (1, 1)

    again = tmp_path / "again"
    verbs.restore(saved, key, again)
    with pytest.raises(NakomenError, match="nakomen replay"):
        _open_desk(again)
    with Company.open(again) as company:
        done = verbs.replay(company, folder / ".nakomen" / "ledger.sqlite", None, TODAY)
        company.ledger.verify()
    assert (len(done.again), len(done.unknown), done.done) == (1, 1, True), done
    assert _count(home, anna) == 0
    assert not (again / ".nakomen" / "restored.json").exists()


def _open_desk(folder: Path) -> None:
    from nakomen.desk.start import open_desk

    open_desk(folder, "127.0.0.1", 0)


def test_a_backup_is_put_back_whole_or_not_at_all(home: Path, tmp_path: Path) -> None:
    """Another key, a byte changed, a piece cut off, a folder in use: nothing is put back."""
    saved, key, new = tmp_path / "saved", tmp_path / "key", tmp_path / "new"
    with Company.open(home / "zonneveld") as company:
        verbs.backup(company, saved, key)
        with pytest.raises(NakomenError, match="replaces nothing"):
            verbs.backup(company, saved, key)
        with pytest.raises(NakomenError, match="lost with it"):
            verbs.backup(company, tmp_path / "other", home / "zonneveld" / "key")
    raw = saved.read_bytes()
    half, third = len(raw) // 2, len(raw) - sealed.PIECE_BYTES // 3
    bad = {"cut": raw[:third], "changed": raw[:half] + b"x" + raw[half + 1 :], "no": b"nothing"}
    for name, told in bad.items():
        (tmp_path / name).write_bytes(told)
        with pytest.raises(NakomenError, match="Nothing was put back"):
            verbs.restore(tmp_path / name, key, new)
    sealed.secret(tmp_path / "key2", may_make=True)
    with pytest.raises(NakomenError, match="Nothing was put back"):
        verbs.restore(saved, tmp_path / "key2", new)
    assert not new.exists()
    new.mkdir()
    (new / "mine").touch()
    with pytest.raises(NakomenError, match="nothing is ever overwritten"):
        verbs.restore(saved, key, new)
    assert [file.name for file in new.iterdir()] == ["mine"]
    assert (key.stat().st_mode & 0o777, saved.stat().st_mode & 0o777) == (0o600, 0o600)


def test_killed_halfway_a_backup_and_a_restore_leave_nothing_half(
    home: Path, tmp_path: Path
) -> None:
    """SIGKILL while they write: no file, no folder; the same command does it all the same."""
    saved, key, new = tmp_path / "saved", tmp_path / "key", tmp_path / "new"
    folder = shutil.copytree(home / "zonneveld", tmp_path / "large")
    (folder / "large.bin").write_bytes(os.urandom(25_000_000))
    _killed(folder, "backup", saved, key, until=lambda: (tmp_path / ".saved.part").exists())
    assert not saved.exists()
    with Company.open(folder) as company:
        verbs.backup(company, saved, key)
    assert not [*(folder / ".nakomen").glob(".backup-*")]
    _killed(new, "restore", saved, key, until=lambda: (tmp_path / ".new.restoring").exists())
    assert not new.exists()
    verbs.restore(saved, key, new)
    assert (new / "large.bin").read_bytes() == (folder / "large.bin").read_bytes()


def _killed(folder: Path, verb: str, file: Path, key: Path, until: object) -> None:
    words = ["-m", "nakomen", "-C", str(folder), verb, str(file), "--key", str(key)]
    with subprocess.Popen([sys.executable, *words], env=warm()) as process:
        while not until():  # type: ignore[operator]
            assert process.poll() is None, "it ended before it could be killed"
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
