"""
A backup while everything runs: the databases as they are at one moment each, and the other files.

The order matters. The desk points to plans and evidence, evidence to persons and rows kept apart:
what is pointed to is read later, and so is never missing.
"""

import io
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from nakomen.run.company import STATE, Company
from nakomen.run.keeping.errors import AlreadyThere, KeyInside
from nakomen.run.keeping.sealed import Sealing, secret
from nakomen.run.writing import gone_if_it_fails, writing

DATABASES = ("desk.sqlite", "ledger.sqlite", "subjects.sqlite", "vault.sqlite")
MANIFEST = "backup.json"
LAST = "saved.json"
"""When the last backup was taken; it is of this folder, and not of one that is put back."""
_LEFT_OUT = ("known.json", "restored.json", "copies", LAST)
"""Found out anew, said of another folder, or a backup already."""
_WORK = ".backup-"


@dataclass(frozen=True, kw_only=True)
class Saved:
    """What is in a backup: how many *files*, up to which line the evidence goes, and when."""

    file: Path
    files: int
    lines: int
    taken_at: datetime
    key_made: bool
    desk: bool
    """False: the desk keeps its own on a server, which has a backup of its own."""


def save(company: Company, file: Path, key_file: Path) -> Saved:
    """
    Write everything of *company* to *file*, sealed under the key in *key_file*, which is made when
    it is not there. The file appears when it is whole.

    Raises:
        AlreadyThere, KeyInside: nothing was written.
        FolderUnwritable: the disk is full, or not ours.
    """
    if file.exists():
        raise AlreadyThere(file.name)
    if company.folder.resolve() in key_file.resolve().parents:
        raise KeyInside(key_file.name)
    key_made = not key_file.exists()
    with writing(key_file.name):
        key = secret(key_file, may_make=True)
    _sweep(company.state)
    part = file.with_name(f".{file.name}.part")
    with writing(file.name), gone_if_it_fails(part):
        work = Path(tempfile.mkdtemp(dir=company.state, prefix=_WORK))
        try:
            saved = _write(company, part, file, key, work, key_made)
        finally:
            shutil.rmtree(work, ignore_errors=True)
        os.replace(part, file)
    _note(company.state / LAST, saved.taken_at)
    return saved


def _note(place: Path, taken_at: datetime) -> None:
    """The backup is there already: a full disk does not take that back."""
    new = place.with_suffix(".new")
    with suppress(OSError):
        new.write_text(json.dumps({"taken_at": taken_at.isoformat()}), "utf-8")
        os.replace(new, place)


def last(folder: Path) -> datetime | None:
    """When the last backup of the company in *folder* was taken; None when nobody took one."""
    try:
        told = json.loads((folder / STATE / LAST).read_text("utf-8"))
        return datetime.fromisoformat(told["taken_at"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(
    company: Company, part: Path, file: Path, key: bytes, work: Path, key_made: bool
) -> Saved:
    taken_at = datetime.now(UTC)
    lines = _snapshots(company.state, work)
    told = {"taken_at": taken_at.isoformat(), "lines": lines, "version": version("nakomen")}
    count = 0
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        sealing = Sealing(out, key)
        with tarfile.open(fileobj=sealing, mode="w|") as tar:  # type: ignore[call-overload]
            _add(tar, MANIFEST, json.dumps(told).encode())
            for name, source in _files(company.folder, work):
                tar.add(source, name, recursive=False)
                count += 1
        sealing.close()
        out.flush()
        os.fsync(out.fileno())
    return Saved(
        file=file,
        files=count,
        lines=lines,
        taken_at=taken_at,
        key_made=key_made,
        desk=company.settings.database is None,
    )


def _snapshots(state: Path, work: Path) -> int:
    """Copies of the databases; how many lines the evidence has in its copy."""
    for name in DATABASES:
        if (state / name).exists():
            with (
                closing(sqlite3.connect(f"file:{state / name}?mode=ro", uri=True)) as of,
                closing(sqlite3.connect(work / name)) as to,
            ):
                of.backup(to)
    if not (work / "ledger.sqlite").exists():
        return 0
    with closing(sqlite3.connect(work / "ledger.sqlite")) as ledger:
        return int(ledger.execute("SELECT coalesce(max(seq), 0) FROM line").fetchone()[0])


def _files(folder: Path, work: Path) -> Iterator[tuple[str, Path]]:
    """What goes in, with its name there: the copies, the rest of the state, the company's own."""
    for name in DATABASES:
        if (work / name).exists():
            yield f"{STATE}/{name}", work / name
    for file in _regular(folder):
        inside = file.relative_to(folder)
        if inside.parts[0] == ".git" or (inside.parts[0] == STATE and _left_out(inside.parts[1:])):
            continue
        yield str(inside), file


def _regular(folder: Path) -> Iterator[Path]:
    return (f for f in sorted(folder.rglob("*")) if f.is_file() and not f.is_symlink())


def _left_out(parts: tuple[str, ...]) -> bool:
    first = parts[0]
    database = first.removesuffix("-wal").removesuffix("-shm")
    return (
        database in DATABASES
        or first in _LEFT_OUT
        or first.startswith(_WORK)
        or first.endswith((".lock", ".part", ".new"))
    )


def _add(tar: tarfile.TarFile, name: str, told: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(told)
    tar.addfile(member, io.BytesIO(told))


def _sweep(state: Path) -> None:
    """What a backup that was killed left behind."""
    for left in state.glob(f"{_WORK}*"):
        shutil.rmtree(left, ignore_errors=True)
