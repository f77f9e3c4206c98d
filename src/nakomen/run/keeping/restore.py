"""A backup put back in a new folder: all of it, checked, or nothing."""

import json
import os
import shutil
import sqlite3
import tarfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from nakomen.ledger import Ledger
from nakomen.run.company import STATE
from nakomen.run.keeping.errors import BackupUnreadable, NotEmpty
from nakomen.run.keeping.save import DATABASES, MANIFEST
from nakomen.run.keeping.sealed import PIECE_BYTES, Opening, secret
from nakomen.run.writing import writing

RESTORED = "restored.json"
"""Stands in the state until what was erased since the backup is erased again."""


def restore(file: Path, key_file: Path, folder: Path) -> datetime:
    """
    Put the backup *file* back as *folder*, which must be empty or absent. The desk stays closed
    until `replay`.

    Returns:
        When the backup was taken.

    Raises:
        NotEmpty, KeyMissing, BackupUnreadable: nothing was put back.
        LedgerBroken: the evidence in it does not hold; nothing was put back.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty(folder.name)
    key = secret(key_file, may_make=False)
    aside = folder.absolute().with_name(f".{folder.absolute().name}.restoring")
    shutil.rmtree(aside, ignore_errors=True)
    with writing(folder.name):
        aside.mkdir(mode=0o700, parents=True)
        try:
            told = _unpacked(file, key, aside)
            _checked(aside / STATE, told["lines"])
            noted = {"taken_at": told["taken_at"], "lines": told["lines"]}
            _write(aside / STATE / RESTORED, json.dumps(noted).encode())
            os.replace(aside, folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    return datetime.fromisoformat(told["taken_at"]).astimezone(UTC)


def _unpacked(file: Path, key: bytes, into: Path) -> dict[str, Any]:
    told: dict[str, Any] = {}
    try:
        with file.open("rb") as source:
            opened = Opening(source, key)
            with tarfile.open(fileobj=opened, mode="r|") as tar:  # type: ignore[call-overload]
                for member in tar:
                    content = tar.extractfile(member)
                    if content is None:
                        raise BackupUnreadable
                    if member.name == MANIFEST:
                        told = json.loads(content.read())
                    else:
                        _placed(into, member.name, content)
            while opened.read(PIECE_BYTES):
                pass  # Up to the last piece: a backup that was cut off is none.
    except (OSError, tarfile.TarError, ValueError) as error:
        raise BackupUnreadable from error
    if not told:
        raise BackupUnreadable
    return told


def _placed(into: Path, name: str, content: IO[bytes]) -> None:
    target = into / name
    if ".." in Path(name).parts or Path(name).is_absolute():
        raise BackupUnreadable
    for parent in reversed(target.relative_to(into).parents):
        (into / parent).mkdir(mode=0o700, exist_ok=True)
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        shutil.copyfileobj(content, out)
        out.flush()
        os.fsync(out.fileno())


def _checked(state: Path, lines: object) -> None:
    for name in DATABASES:
        if (state / name).exists():
            with closing(sqlite3.connect(state / name)) as opened:
                if opened.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                    raise BackupUnreadable(name)
    with closing(Ledger.open(state)) as ledger:
        head = ledger.verify()
    if (head.size if head else 0) != lines:
        raise BackupUnreadable("ledger.sqlite")


def _write(file: Path, told: bytes) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(told)
        out.flush()
        os.fsync(out.fileno())
