"""The rows of one dataset into an archive, as JSON and CSV at once, however many there are."""

import csv
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import TextIOWrapper
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from nakomen.papers.access_model import AccessPart, PartReceipt
from nakomen.papers.values import Spreadsheet, guarded, plain

_IN_MEMORY = 1 << 20
"""A CSV waits here while the JSON is written; a larger one in a file without a name."""
_EXACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=plain)


@dataclass(frozen=True, kw_only=True)
class Archive:
    """An archive under way. *stamp* is the date of every entry, so that equal input is equal."""

    zip: ZipFile
    folder: Path
    stamp: tuple[int, int, int, int, int, int]
    taken: set[str] = field(default_factory=set)

    def entry(self, name: str) -> ZipInfo:
        info = ZipInfo(name, self.stamp)
        info.compress_type = ZIP_DEFLATED
        info.create_system = 3  # Unix, whatever machine writes it, for the rights below
        info.external_attr = 0o600 << 16
        return info

    def add(self, name: str, content: bytes) -> None:
        self.zip.writestr(self.entry(name), content)

    def name_for(self, store: str, dataset: str) -> str:
        """A name for files of a dataset that fits every file system and is not yet taken."""
        told = f"{store}.{dataset}"
        safe = "".join(c if c.isalnum() or c in ".-_" else "_" for c in told).strip(".")[:100]
        name, n = safe, 1
        while name.casefold() in self.taken:
            n += 1
            name = f"{safe}-{n}"
        self.taken.add(name.casefold())
        return f"data/{name}"


def write_part(archive: Archive, part: AccessPart, sheet: Spreadsheet) -> PartReceipt:
    """Write all rows of *part*; memory does not grow with their number."""
    name = archive.name_for(part.store, part.dataset)
    with SpooledTemporaryFile(_IN_MEMORY, dir=str(archive.folder)) as waiting:
        with (
            archive.zip.open(archive.entry(f"{name}.json"), "w", force_zip64=True) as entry,
            _text(entry, "utf-8") as exact,
            _text(waiting, "utf-8-sig") as cells,
        ):
            rows = _write_rows(part, exact, cells, sheet)
        waiting.seek(0)
        with archive.zip.open(archive.entry(f"{name}.csv"), "w", force_zip64=True) as entry:
            copyfileobj(waiting, entry)
    return PartReceipt(
        store=part.store, dataset=part.dataset, rows=rows, json=f"{name}.json", csv=f"{name}.csv"
    )


def _write_rows(part: AccessPart, exact: IO[str], cells: IO[str], sheet: Spreadsheet) -> int:
    names = [column.name for column in part.columns]
    table = csv.writer(cells, delimiter=sheet.delimiter)
    table.writerow(guarded(name) for name in names)
    count = 0
    exact.write("[")
    for row in part.rows:
        values = [row.get(name) for name in names]
        exact.write((",\n" if count else "\n") + _record(names, values))
        table.writerow(map(sheet.cell, values))
        count += 1
    exact.write("\n]\n")
    return count


def _record(names: list[str], values: list[Any]) -> str:
    record = dict(zip(names, values, strict=True))
    try:
        return _EXACT.encode(record)
    except (TypeError, ValueError):  # keys that are no text, numbers that JSON does not have
        return _EXACT.encode(plain(record))


@contextmanager
def _text(stream: IO[bytes], encoding: str) -> Iterator[IO[str]]:
    """Text into *stream*, which stays open. Half a surrogate pair becomes its JSON escape."""
    text = TextIOWrapper(stream, encoding, errors="backslashreplace", newline="")
    try:
        yield text
        text.flush()
    finally:
        text.detach()
