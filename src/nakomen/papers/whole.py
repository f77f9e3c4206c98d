"""A file that appears under its name only when it is whole."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedRandom
from pathlib import Path

from nakomen.errors import NakomenError


class PaperUnwritable(NakomenError):
    """The file could not be written. Check the folder, its rights and the space on the disk."""

    nl = "Het bestand kon niet worden geschreven. Controleer de map, de rechten en de schijfruimte."
    exit_code = 2
    retry = True


@contextmanager
def whole_file(file: Path) -> Iterator[BufferedRandom]:
    """
    Write beside *file*, readable by its owner only; flush to disk and rename at the end.

    When anything goes wrong nothing stands under the name that did not stand there before. What a
    killed process left behind is removed by the next one that writes the same file.

    Raises:
        PaperUnwritable: the system refused.
    """
    part: Path | None = None
    try:
        _sweep(file)
        handle, name = tempfile.mkstemp(prefix=_prefix(file), suffix=".part", dir=file.parent)
        part = Path(name)
        with os.fdopen(handle, "w+b") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            part.replace(file)
        _flush_folder(file.parent)
    except OSError as error:
        raise PaperUnwritable(error.strerror or "") from error
    finally:
        if part:
            part.unlink(missing_ok=True)


def _prefix(file: Path) -> str:
    return f".{file.name}."


def _sweep(file: Path) -> None:
    """Remove leftovers that no living process holds; they can hold somebody's data."""
    for left in file.parent.iterdir():
        if left.name.startswith(_prefix(file)) and left.suffix == ".part":
            with left.open("rb") as stream:
                try:
                    fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    continue
                left.unlink(missing_ok=True)


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
