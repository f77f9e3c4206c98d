"""Two programs at once, a killed program and a full disk leave a ledger that is whole."""

import random
import subprocess
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from nakomen.ledger import Entry, Ledger

APPENDER = Path(__file__).with_name("appender.py")


def start(folder: Path, name: str, batches: int, lines: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(APPENDER), str(folder), name, str(batches), str(lines)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_programs_append_at_once(folder: Path) -> None:
    """
    Both start on a folder that is not there yet; no line is lost, doubled or torn apart. One
    writes batches so large that the guard of the table steps aside.
    """
    both = [start(folder, "plan-1", 40, lines=5), start(folder, "plan-2", 8, lines=1000)]
    for program in both:
        _, complaint = program.communicate(timeout=120)
        assert program.returncode == 0, complaint

    with Ledger.open(folder) as ledger:
        plans = [line.body["plan"] for line in ledger.lines()]
        head = ledger.verify()
    assert Counter(plans) == {"plan-1": 200, "plan-2": 8000}
    assert all(len(set(plans[at : at + 5])) == 1 for at in range(0, 8200, 5))
    assert head is not None
    assert head.size == 8200


def test_a_ledger_that_stayed_open_sees_what_another_wrote(folder: Path, at: datetime) -> None:
    """The tree goes on from what is on disk, not from what one program remembers."""
    with Ledger.open(folder) as first, Ledger.open(folder) as second:
        for count in range(1, 6):
            first.append([Entry("note", {"by": "first"})] * count, at)
            second.append([Entry("note", {"by": "second"})] * count, at)
        assert first.head() == second.head()
        assert first.verify() is not None


def test_opening_it_again_takes_no_lock_from_who_has_it_open(folder: Path, at: datetime) -> None:
    """
    POSIX drops all locks of a process on a file when that closes any handle of it. A second opening
    that does so lets another program take the log away under the first: its lines are lost.
    """
    with Ledger.open(folder) as first:
        first.append([Entry("note", {"by": "first"})], at)
        Ledger.open(folder).close()
        assert _appended_elsewhere(folder) == 2
        first.append([Entry("note", {"by": "first, again"})], at)
        assert _appended_elsewhere(folder) == 4
        head = first.verify()
    assert head is not None
    assert head.size == 4


def _appended_elsewhere(folder: Path) -> int:
    """The number of the line that another program added."""
    with start(folder, "plan-1", batches=1, lines=1) as other:
        assert other.stdout is not None
        return int(other.stdout.readline())


def test_a_killed_program_leaves_whole_batches(folder: Path) -> None:
    """SIGKILL at any moment: what was receipted is there, no half batch is, and it goes on."""
    chance = random.Random(41)
    size = 0
    for round_ in range(4):
        program = start(folder, f"plan-{round_}", batches=100_000, lines=20)
        assert program.stdout is not None
        receipted = [int(program.stdout.readline()) for _ in range(chance.randint(1, 12))][-1]
        time.sleep(chance.random() / 50)
        program.kill()
        rest, _ = program.communicate()
        receipted = max([receipted, *(int(word) for word in rest.split("\n")[:-1] if word)])

        with Ledger.open(folder) as ledger:
            head = ledger.verify()
        assert head is not None
        assert head.size >= receipted > size
        assert head.size % 20 == 0
        size = head.size


FULL_DISK = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from nakomen.ledger import Entry, Ledger, LedgerFull

at = datetime(2026, 11, 21, tzinfo=UTC)
lines = [Entry("outcome", {"plan": "plan-0007", "note": "x" * 500})] * 50
soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
with Ledger.open(Path(sys.argv[1])) as ledger:
    ledger.append(lines, at)
    size = (Path(sys.argv[1]) / "ledger.sqlite-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, hard))
    for _ in range(2):
        try:
            ledger.append(lines, at)
        except LedgerFull as full:
            print(full.retry, full.exit_code, full)
    print(sum(1 for _ in ledger.lines()))
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    print(ledger.append(lines, at).last)
"""
NO_ROOM = """
import resource, sys
from pathlib import Path
from nakomen.ledger import Ledger, LedgerFull, SubjectBook

soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), hard))
for kind in (Ledger, SubjectBook):
    try:
        kind.open(Path(sys.argv[1]))
    except LedgerFull as full:
        print("full")
resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
for kind in (Ledger, SubjectBook):
    kind.open(Path(sys.argv[1])).close()
    print("opened")
"""


def run(program: str, *arguments: str) -> list[str]:
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_full_disk_changes_nothing(folder: Path) -> None:
    """The message names the cure, the lines before stay, and with room again it goes on."""
    first, second, count, last = run(FULL_DISK, str(folder))
    assert first == second
    assert first.startswith("True 7 The evidence could not be written: the disk is full")
    assert (count, last) == ("50", "100")
    with Ledger.open(folder) as ledger:
        head = ledger.verify()
        assert head is not None
        assert head.size == 100


@pytest.mark.parametrize("room", [0, 10, 8192])
def test_a_disk_that_was_full_at_first_use_is_no_trap(folder: Path, room: int) -> None:
    """Half-made files and keys are not left behind: with room again the same folder opens."""
    assert run(NO_ROOM, str(folder), str(room)) == ["full", "full", "opened", "opened"]
