"""A desk on PostgreSQL with workers: one killed at any moment loses nothing and repeats nothing."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests.support.desk import Desk, bare, running, warm
from tests.support.letters import SENDER, Letterbox, letterbox

MANY = 6
_FILL = """
import sys, secrets
from nakomen.desk.dossiers import flow
from nakomen.desk.dossiers.models import Channel
for n in range(6):
    flow.receive("access", Channel.PHONE, f"persoon{n}@nergens.example")
"""


@pytest.fixture
def served(desk: Desk, tmp_path: Path, postgres_url: str) -> Iterator[tuple[Desk, Letterbox, str]]:
    """A desk of two workers, where its letters arrive, and its database."""
    url = postgres_url.replace("+psycopg", "")
    folder = bare(desk.folder, tmp_path / "workers")
    with letterbox() as box:
        told = f"\nmail:\n  server: {box.server}\n  sender: {SENDER}\ndesk:\n  database: {url}\n"
        settings = folder / "nakomen.yaml"
        settings.write_text(settings.read_text("utf-8") + told, "utf-8")
        with running(folder, tmp_path / "log", "--workers", "2") as opened:
            yield opened, box, url


def _workers(desk: Desk) -> list[int]:
    """The processes of workers that live now."""
    asked = ["pgrep", "-P", str(desk.process.pid), "-f", "nakomen.desk.worker$"]
    return [
        int(pid) for pid in subprocess.run(asked, stdout=subprocess.PIPE, text=True).stdout.split()
    ]


def _rows(url: str, select: str) -> list[Any]:
    with psycopg.connect(url) as opened:
        return opened.execute(select).fetchall()  # type: ignore[arg-type]


def _until(good: Any, within_s: float = 60.0) -> None:
    until = time.monotonic() + within_s
    while not good():
        assert time.monotonic() < until
        time.sleep(0.1)


def test_workers_that_are_killed_lose_no_letter_and_send_none_twice(
    served: tuple[Desk, Letterbox, str],
) -> None:
    """Killed while letters leave: what was leaving is told, the rest arrives once."""
    desk, box, url = served
    box.slow_s = 0.3
    _until(lambda: len(_workers(desk)) == 2)
    desk.inside(_FILL)
    _until(lambda: len(box.got) > 1)
    for pid in _workers(desk):
        os.kill(pid, signal.SIGKILL)
    states = "SELECT state, count(*) FROM dossiers_letter GROUP BY state"
    _until(lambda: not any(state == "waiting" for state, _ in _rows(url, states)))
    box.slow_s = 0
    arrived = Counter(str(letter["to"]) for letter in box.got)
    assert set(arrived.values()) == {1}, arrived
    found = dict(_rows(url, states))
    assert found["sent"] + found.get("leaving", 0) == MANY
    assert 0 <= len(arrived) - found["sent"] <= found.get("leaving", 0) <= 2
    told = _rows(url, "SELECT args FROM nakomen_jobs.procrastinate_jobs")
    assert all(set(args) == {"name"} for (args,) in told)
    _until(lambda: len(_workers(desk)) == 2)
    _until(lambda: bool(_rows(url, "SELECT 1 FROM promises_count WHERE shown IS NOT NULL")))
    desk.process.send_signal(signal.SIGTERM)
    assert desk.process.wait(timeout=60) == 0, desk.log.read_text("utf-8")


def test_on_sqlite_workers_are_refused_with_the_cure(desk: Desk, tmp_path: Path) -> None:
    """Nothing opens, and she reads what to do."""
    folder = bare(desk.folder, tmp_path / "refused")
    words = ["-m", "nakomen", "-C", str(folder), "--lang", "en", "--json", "up", "--port", "0"]
    done = subprocess.run(
        [sys.executable, *words, "--workers", "2"], capture_output=True, text=True, env=warm()
    )
    error = json.loads(done.stdout)["error"]
    assert (done.returncode, error["type"]) == (2, "WorkersNeedServer")
    assert "postgresql://" in error["message"]
