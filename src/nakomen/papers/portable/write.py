"""Writing the file: for each dataset JSON and CSV, one description, and a LEESMIJ for people."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from nakomen.papers.portable.kinds import cell, kind_of, told
from nakomen.papers.rows import Archive
from nakomen.papers.whole import whole_file
from nakomen.records import Column, Row
from nakomen.terms import Lang, Text

DESCRIPTION = "beschrijving.json"
README = "LEESMIJ.txt"
FORMAT = "nakomen-portable-1"
_IN_MEMORY = 1 << 20


@dataclass(frozen=True, kw_only=True)
class PortPart:
    """The rows of one dataset; they are taken once, in order."""

    store: str
    dataset: str
    columns: tuple[Column, ...]
    rows: Iterable[Row] = field(repr=False)


def write_portable(
    file: Path, parts: Iterable[PortPart], *, controller: str, made_on: date, lang: Lang
) -> list[int]:
    """
    Write the ZIP; memory does not grow with the rows. The same input gives the same bytes.

    Returns:
        The rows of each part.

    Raises:
        PaperUnwritable: nothing stands under the name.
    """
    stamp = (made_on.year, made_on.month, made_on.day, 0, 0, 0)
    with whole_file(file) as stream, ZipFile(stream, "w", ZIP_DEFLATED) as zip_file:
        archive = Archive(zip=zip_file, folder=file.parent, stamp=stamp)
        described = [_part(archive, part) for part in parts]
        content = {"format": FORMAT, "controller": controller, "datasets": described}
        archive.add(DESCRIPTION, _json(content).encode())
        archive.add(README, _README.in_(lang).format(controller=controller).encode())
    return [int(one["rows"]) for one in described]


def _part(archive: Archive, part: PortPart) -> dict[str, Any]:
    name = archive.name_for(part.store, part.dataset)
    kinds: dict[str, str] = {}
    with SpooledTemporaryFile(_IN_MEMORY, dir=str(archive.folder)) as table:
        with archive.zip.open(archive.entry(f"{name}.json"), "w", force_zip64=True) as entry:
            rows = _rows(part, kinds, entry, table)
        table.seek(0)
        with archive.zip.open(archive.entry(f"{name}.csv"), "w", force_zip64=True) as entry:
            copyfileobj(table, entry)
    columns = [
        {
            "name": column.name,
            "category": column.category.value,
            "type": column.type,
            "kind": kinds.get(column.name, "text"),
        }
        for column in part.columns
    ]
    return {
        "store": part.store,
        "dataset": part.dataset,
        "rows": rows,
        "json": f"{name}.json",
        "csv": f"{name}.csv",
        "columns": columns,
    }


def _rows(part: PortPart, kinds: dict[str, str], exact: IO[bytes], table: IO[bytes]) -> int:
    names = [column.name for column in part.columns]
    table.write((",".join(map(cell, names)) + "\r\n").encode())
    exact.write(b"[")
    count = 0
    for row in part.rows:
        record = dict(_told(names, row, kinds))
        exact.write(((",\n" if count else "\n") + _json(record)).encode())
        table.write((",".join(cell(row[name]) for name in names) + "\r\n").encode())
        count += 1
    exact.write(b"\n]\n")
    return count


def _told(names: Iterable[str], row: Row, kinds: dict[str, str]) -> Iterator[tuple[str, Any]]:
    """A column is of the kind of its first value."""
    for name in names:
        value = row[name]
        if value is not None:
            kinds.setdefault(name, kind_of(value))
        yield name, told(value, kinds.get(name, "text"))


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, allow_nan=False)


_README = Text(
    """Uw gegevens om mee te nemen, van {controller}.

In de map data staat elk onderdeel twee keer: als JSON en als CSV. Andere programma's kunnen
beide lezen. In beschrijving.json staat wat elke kolom is. In de CSV staat tekst tussen
aanhalingstekens; een leeg veld zonder aanhalingstekens betekent dat er niets is ingevuld.

U blijft gewoon klant: er is niets gewist en er verandert niets. Wilt u alles zien wat wij van u
hebben, ook wat hier niet in staat? Vraag dan om inzage.
""",
    """Your data to take along, from {controller}.

The folder data holds each part twice: as JSON and as CSV. Other programs can read both.
beschrijving.json says what each column is. In the CSV, text stands between quotes; an empty field
without quotes means that nothing was filled in.

You remain a customer: nothing was erased and nothing changes. Do you want to see everything that
we have of you, also what is not in here? Then ask for access.
""",
)
