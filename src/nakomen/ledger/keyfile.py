"""A secret in a file of its own, made once, readable by its owner only."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from nakomen.ledger.errors import KeyUnusable, LedgerFull


def load_or_make(file: Path, make: Callable[[], bytes], *, may_make: bool) -> bytes:
    """
    The secret in *file*; made (mode 0600) when it is not there and *may_make*.

    Raises:
        KeyUnusable: it is not there and may not be made, or cannot be read.
        LedgerFull: it could not be written.
    """
    try:
        return file.read_bytes()
    except FileNotFoundError:
        if not may_make:
            raise KeyUnusable(f"{file.parent.name}/{file.name}") from None
    except OSError as error:
        raise KeyUnusable(f"{file.parent.name}/{file.name}: {error.strerror}") from error
    try:
        _place(file, make())
        return file.read_bytes()
    except OSError as error:
        raise LedgerFull(f"{file.parent.name}/{file.name}: {error.strerror}") from error


def _place(file: Path, secret: bytes) -> None:
    """Write beside and link into place: of two that start at once the first one's key stays."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")  # mode 0600
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(secret)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileExistsError):
            os.link(part, file)
    finally:
        os.unlink(part)
    _sync_folder(file.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable: evidence must not outlive the key that signed it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
