"""A file is whole or it is not there."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nakomen.papers import AccessPaper, AccessPart, PaperUnwritable, write_access
from nakomen.papers.whole import whole_file
from nakomen.records import Row
from nakomen.terms import Lang

Make = Callable[..., AccessPart]


def test_rows_that_break_off_leave_nothing(
    tmp_path: Path, paper: Callable[..., AccessPaper], part: Make
) -> None:
    """The error of the store is passed on, and not even a part of a file is left."""

    def rows() -> Iterator[Row]:
        yield {"name": "Anna"}
        raise RuntimeError("the line went dead")

    with pytest.raises(RuntimeError, match="line went dead"):
        write_access(tmp_path / "out.zip", paper(), [part(rows(), columns=["name"])])

    assert list(tmp_path.iterdir()) == []


def test_an_earlier_file_survives_a_failure(tmp_path: Path) -> None:
    """What stood under the name stands there until the new one is whole."""
    file = tmp_path / "out.zip"
    file.write_bytes(b"earlier")

    with pytest.raises(ZeroDivisionError), whole_file(file) as stream:
        stream.writelines(bytes([10 // n]) for n in (1, 0))
    assert file.read_bytes() == b"earlier"

    with whole_file(file) as stream:
        stream.write(b"whole")
    assert file.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [file]


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    """Somebody's data never lie open to other users of the machine."""
    with whole_file(tmp_path / "out.zip") as stream:
        stream.write(b"x")

    assert (tmp_path / "out.zip").stat().st_mode & 0o777 == 0o600


KILLED = """
import sys, time
from pathlib import Path
from nakomen.papers.whole import whole_file
with whole_file(Path(sys.argv[1])) as stream:
    stream.write(b"half"); stream.flush()
    print("writing", flush=True)
    time.sleep(60)
"""


def test_a_killed_process_leaves_nothing_for_long(tmp_path: Path) -> None:
    """After SIGKILL nothing stands under the name, and the next writer removes the leftover."""
    file = tmp_path / "out.zip"
    command = [sys.executable, "-c", KILLED, str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=_with_sources()) as process:
        assert process.stdout
        assert process.stdout.readline() == b"writing\n"
        other = next(tmp_path.iterdir())
        with whole_file(file) as stream:
            stream.write(b"second")
        assert other.exists(), "a file under way is not a leftover"
        file.unlink()
        process.send_signal(signal.SIGKILL)
    assert [p.suffix for p in tmp_path.iterdir()] == [".part"]

    with whole_file(file) as stream:
        stream.write(b"third")

    assert list(tmp_path.iterdir()) == [file]


def _with_sources() -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The message says what to do, in both languages, and names nobody."""
    with pytest.raises(PaperUnwritable) as told, whole_file(tmp_path / "anna" / "out.zip"):
        pass

    assert told.value.exit_code == 2
    assert "Check the folder" in told.value.text.en
    assert "anna" not in told.value.text.in_(Lang.NL)


def test_a_full_disk_leaves_nothing(
    tmp_path: Path, paper: Callable[..., AccessPaper], part: Make
) -> None:
    """When the system takes no more bytes, the answer is an error and an empty folder."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    rows = ({"name": os.urandom(500)} for _ in range(2000))
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(PaperUnwritable):
            write_access(tmp_path / "out.zip", paper(), [part(rows, columns=["name"])])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert list(tmp_path.iterdir()) == []
