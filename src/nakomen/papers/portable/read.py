"""Reading the file back: the same values, of the same types, in the same order."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from zipfile import BadZipFile, ZipFile

from nakomen.errors import NakomenError
from nakomen.papers.portable.kinds import read
from nakomen.papers.portable.write import DESCRIPTION, FORMAT


class PortableUnreadable(NakomenError):
    """This is not a file with data to take along, or it is damaged. Ask for it once more."""

    nl = (
        "Dit is geen bestand met gegevens om mee te nemen, of het is beschadigd. Vraag het opnieuw."
    )
    exit_code: ClassVar[int] = 2


@dataclass(frozen=True, kw_only=True)
class PortableDataset:
    """*kinds* maps each column, in order, to the kind of its values."""

    store: str
    dataset: str
    kinds: Mapping[str, str]
    rows: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, kw_only=True)
class Portable:
    controller: str
    datasets: tuple[PortableDataset, ...]


def read_portable(file: Path) -> Portable:
    """
    Raises:
        PortableUnreadable: it is no such file, or damaged.
    """
    try:
        with ZipFile(file) as archive:
            content = json.loads(archive.read(DESCRIPTION))
            if content["format"] != FORMAT:
                raise PortableUnreadable(str(content["format"]))
            datasets = tuple(_datasets(archive, content["datasets"]))
    except (OSError, BadZipFile, ValueError, LookupError, TypeError) as error:
        raise PortableUnreadable(type(error).__name__) from None
    return Portable(controller=content["controller"], datasets=datasets)


def _datasets(archive: ZipFile, described: list[dict[str, Any]]) -> Iterator[PortableDataset]:
    for one in described:
        kinds = {column["name"]: column["kind"] for column in one["columns"]}
        rows = json.loads(archive.read(one["json"]))
        yield PortableDataset(
            store=one["store"],
            dataset=one["dataset"],
            kinds=kinds,
            rows=tuple({name: read(row[name], kinds[name]) for name in kinds} for row in rows),
        )
