"""What a run leaves behind: rows, evidence, calendar, subject book and files, to be compared."""

import hashlib
import json
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import column, create_engine, inspect, select

from nakomen.demo.provider.digest import Digest, digest
from nakomen.demo.provider.schema import STORES
from nakomen.ledger import Ledger, SubjectBook
from nakomen.ledger.errors import SubjectUnknown
from nakomen.ledger.line import Line

MOST_SUBJECTS = 9


@dataclass(frozen=True, kw_only=True)
class Account:
    """
    Two runs that did the same give equal accounts.

    *steps* has the one outcome of each step, *lines* how many lines of each kind the plan has;
    a killed run may have left more files of its own for a while, but never at the end.
    """

    rows: dict[str, Digest | list[tuple[Any, ...]]]
    steps: dict[str, tuple[Any, ...]]
    lines: dict[str, int]
    calendar: list[str]
    book: dict[str, list[tuple[str, str]]]
    files: dict[str, str]


def account(folder: Path, urls: dict[str, str], plan: str) -> Account:
    """Everything about *plan*, read through connections of its own; verifies the ledger."""
    state = folder / ".nakomen"
    with Ledger.open(state) as ledger:
        ledger.verify()
        lines = [line for line in ledger.lines() if line.body.get("plan") == plan]
    kinds = [line.kind for line in lines]
    return Account(
        rows=rows_of(urls),
        steps={str(line.body["step"]): _outcome(line) for line in lines if line.kind == "outcome"},
        lines={kind: kinds.count(kind) for kind in set(kinds)},
        calendar=[_told(line) for line in lines if line.kind in ("hold", "released", "done")],
        book=book_of(state),
        files=files_of(folder.parent),
    )


def rows_of(urls: dict[str, str]) -> dict[str, Digest | list[tuple[Any, ...]]]:
    """A digest of each table; of columns that came later, what stands there."""
    found: dict[str, Digest | list[tuple[Any, ...]]] = {}
    for url in urls.values():
        engine = create_engine(url)
        look = inspect(engine)
        there = set(look.get_table_names())
        with engine.connect() as connection:
            for metadata in STORES.values():
                for table in metadata.sorted_tables:
                    if table.name not in there:
                        continue
                    found[table.name] = digest(connection, table)
                    late = {c["name"] for c in look.get_columns(table.name)} - set(table.c.keys())
                    if late:
                        columns = map(column, ("id", *sorted(late)))
                        rows = connection.execute(select(*columns).select_from(table))
                        found[f"{table.name}, later"] = sorted(map(tuple, rows), key=str)
        engine.dispose()
    return found


def book_of(state: Path) -> dict[str, list[tuple[str, str]]]:
    """The keys that the subject book holds of each person."""
    held: dict[str, list[tuple[str, str]]] = {}
    with closing(SubjectBook.open(state)) as book:
        for number in range(1, MOST_SUBJECTS):
            try:
                held[f"subject-{number}"] = list(book.keys(f"subject-{number}"))
            except SubjectUnknown:
                continue
    return held


def files_of(home: Path) -> dict[str, str]:
    """Every file under *home*; of a ZIP also what it holds, byte by byte."""
    return {
        str(file.relative_to(home)): hashlib.sha256(file.read_bytes()).hexdigest()
        if file.suffix == ".zip"
        else ""
        for file in home.rglob("*")
        if file.is_file()
    }


def _outcome(line: Line) -> tuple[Any, ...]:
    return tuple(line.body[name] for name in ("act", "found", "gone", "left", "error", "promise"))


def _told(line: Line) -> str:
    return f"{line.kind} {json.dumps(dict(line.body), sort_keys=True)}"
