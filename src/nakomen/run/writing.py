"""Writing in the company's folder: a file is there as a whole, or it is as it was."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from nakomen.errors import NakomenError


class FolderUnwritable(NakomenError):
    """The company's folder cannot be written. Check its rights and the space on the disk."""

    nl = "De map van het bedrijf is niet te beschrijven. Kijk naar de rechten en de schijfruimte."
    exit_code: ClassVar[int] = 7
    retry: ClassVar[bool] = True


@contextmanager
def writing(what: str) -> Iterator[None]:
    """
    Raises:
        FolderUnwritable: the system refused; names *what* and its reason.
    """
    try:
        yield
    except OSError as error:
        raise FolderUnwritable(f"{what}: {error.strerror}") from None


@contextmanager
def replaced(file: Path, text: str) -> Iterator[None]:
    """
    Write *text* beside *file*; put it in its place at the end of the block, unless that failed.

    Raises:
        FolderUnwritable: before the block is entered, so nothing of it was done.
    """
    with writing(file.name):
        handle, part = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with writing(file.name), os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(part, file.stat().st_mode & 0o777)
        yield
        os.replace(part, file)
    finally:
        Path(part).unlink(missing_ok=True)


@contextmanager
def gone_if_it_fails(*files: Path) -> Iterator[None]:
    """A file that belongs to work that failed is no file."""
    try:
        yield
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        raise
