"""
How long until the first page of a desk, and how much memory it has when all is counted.

    python benchmarks/desk_start.py        the example company; beside it: importing Django alone

Processor time, since the machine may be busy; Python's own files are compiled by a first run.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.support.desk import running, warm
from tests.support.letters import company

RUNS = 5
BARE = "import django.db.models, django.forms, django.template, waitress"


def main() -> None:
    home = Path(tempfile.mkdtemp())
    with company(home, "smtp://127.0.0.1:9") as folder:
        print(f"{'first page, s':>14} {'of processor':>13} {'MiB at rest':>12} {'bare, s':>8}")
        for n in range(RUNS + 1):
            wall, busy, mib = _desk(folder, home / "log")
            if n:  # The first compiles.
                print(f"{wall:14.2f} {busy:13.2f} {mib:12.0f} {_bare():8.2f}")


def _desk(folder: Path, log: Path) -> tuple[float, float, float]:
    begun = time.monotonic()
    with running(folder, log) as desk:
        assert desk.client().get("/vragen/").status == 200
        wall, busy = time.monotonic() - begun, _busy(desk.process.pid)
        desk.counted(60)
        time.sleep(3)
        status = Path(f"/proc/{desk.process.pid}/status").read_text("utf-8")
    rss = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
    return wall, busy, rss / 1024


def _busy(pid: int) -> float:
    """Seconds of processor that the process had."""
    cells = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
    return (int(cells[11]) + int(cells[12])) / 100


def _bare() -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", BARE], check=True, env=warm())
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
