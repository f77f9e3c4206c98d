"""As a service: little of the machine, and a stop that loses nothing."""

import shutil
import signal
import sqlite3
import subprocess
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from tests.support.desk import Answer, Desk, bare, running

from nakomen.cli.unit import unit

MOST_EXPOSED = 25
"""Of 100, as systemd counts it: below 25 it calls a service safe."""


@pytest.mark.parametrize("folder", ["/var/lib/nakomen/zonneveld", "/srv/zonneveld"])
def test_the_unit_is_one_that_systemd_knows_and_calls_safe(folder: str, tmp_path: Path) -> None:
    """Each line is understood, and nothing of the machine is open but the folder."""
    told = unit(Path(folder), "127.0.0.1", 8000, "https://privacy.zonneveld.example")
    writes = {"StateDirectory=nakomen/zonneveld", "ReadWritePaths=/srv/zonneveld"}
    assert len(writes & set(told.splitlines())) == 1
    assert "--address https://privacy.zonneveld.example" in told
    program = shutil.which("systemd-analyze")
    if not program:
        pytest.skip("systemd-analyze is not here; Debian's systemd brings it")
    file = tmp_path / "nakomen-zonneveld.service"
    file.write_text(told, "utf-8")
    verified = subprocess.run([program, "verify", file], capture_output=True, text=True)
    assert "nakomen" not in verified.stderr, verified.stderr
    limits = ["--offline=true", f"--threshold={MOST_EXPOSED}", "--no-pager"]
    safe = subprocess.run([program, "security", *limits, file], capture_output=True, text=True)
    assert safe.returncode == 0, safe.stdout[-2000:] + safe.stderr


def test_a_stop_answers_what_was_asked(desk: Desk, tmp_path: Path) -> None:
    """SIGTERM while a request is written down: she gets her page, it is kept, and the exit is 0."""
    answers: list[Answer] = []
    folder = bare(desk.folder, tmp_path / "stopped")
    with running(folder, tmp_path / "log") as stopped:
        client = stopped.client()
        steps = {"/vragen/": {"right": "access"}, "/vragen/wie/": _WHO, "/vragen/uitleg/": {}}
        for path, fields in steps.items():
            assert client.post(path, fields).status == 302
        file = folder / ".nakomen" / "desk.sqlite"
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")  # Whoever writes there waits.
            press = threading.Thread(
                target=lambda: answers.append(client.post("/vragen/versturen/"))
            )
            press.start()
            time.sleep(0.5)
            stopped.process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            other.execute("ROLLBACK")
        press.join()
        assert stopped.process.wait(timeout=30) == 0, stopped.log.read_text("utf-8")
        assert answers[0].to.startswith("/verzoek/"), answers[0].words
        assert stopped.rows("SELECT count(*) FROM dossiers_case") == [(1,)]


_WHO = {"name": "Test Persoon", "email": "test@nergens.example"}
