"""A list of persons in a file: one a line, named by one key or by several."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nakomen.errors import UsageError
from nakomen.records import KeyKind, normal

_SIGNS = ",;\t"
_KINDS = frozenset(kind.value for kind in KeyKind)


class ListUnreadable(UsageError):
    """The list of persons cannot be read. See that it is a text file (CSV) and that you may."""

    nl = (
        "De lijst met personen is niet te lezen. Kijk of het een tekstbestand (CSV) is en of u "
        "erbij mag."
    )


class ListFaulty(UsageError):
    """
    A line of the list names nobody. Begin the file with the kinds of key (`customer,email`) and
    put one person on a line; or write each line as `email,ADDRESS`.
    """

    nl = (
        "Een regel van de lijst noemt niemand. Begin het bestand met de soorten gegevens "
        "(`customer,email`) en zet op elke regel één persoon; of schrijf elke regel als "
        "`email,ADRES`."
    )


@dataclass(frozen=True, kw_only=True)
class Named:
    """One line of the list: where it stands, from 1, and the keys on it in normal form."""

    line: int
    keys: Sequence[tuple[str, str]]


def read_list(file: Path) -> Iterator[Named]:
    """
    The persons in *file*, one after another; memory does not grow with the file.

    Raises:
        ListUnreadable: it is not there, or no text.
        ListFaulty: names the line; never what stands on it.
    """
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            first = stream.readline()
            stream.seek(0)
            yield from _named(csv.reader(stream, delimiter=_delimiter(first)))
    except OSError as error:
        raise ListUnreadable(f"{file.name}: {error.strerror}") from None
    except (UnicodeDecodeError, csv.Error):
        raise ListUnreadable(file.name) from None


def _delimiter(first: str) -> str:
    """Spreadsheets write a comma, a semicolon or a tab, by the language they run in."""
    return max(_SIGNS, key=first.count)


def _named(rows: Iterator[list[str]]) -> Iterator[Named]:
    kinds: list[str] | None = None
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if kinds is None:
            kinds = _header(cells)
            if kinds:
                continue
        yield Named(line=number, keys=_keys(cells, kinds, number))


def _header(cells: Sequence[str]) -> list[str]:
    """The kinds of the columns, or nothing when the first line names a person already."""
    words = [cell.lower() for cell in cells]
    return words if all(word in _KINDS for word in words) else []


def _keys(cells: Sequence[str], kinds: Sequence[str], number: int) -> list[tuple[str, str]]:
    if not kinds:
        if len(cells) != 2 or cells[0].lower() not in _KINDS:
            raise ListFaulty(f"line {number}")
        kinds, cells = [cells[0].lower()], cells[1:]
    if len(cells) > len(kinds):
        raise ListFaulty(f"line {number}")
    pairs = [(kind, normal(kind, cell)) for kind, cell in zip(kinds, cells, strict=False) if cell]
    if not pairs:
        raise ListFaulty(f"line {number}")
    return pairs
