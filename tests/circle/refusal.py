"""A command that is refused: what it says in both languages, and that nothing has changed."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from tests.circle.account import book_of, rows_of
from tests.circle.world import TODAY
from tests.cli.terminal import Told, terminal

from nakomen.demo.provider import cast
from nakomen.ledger import Ledger

SECRET = "gEhEim77"
ANNA = f"email={cast.ANNA.email}"
_OWN = (".sqlite", ".sqlite-wal", ".sqlite-shm", ".lock")
"""Files that are compared by what they hold, not byte by byte."""


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """Rows of every reachable store, every file, each line of evidence, and the subject book."""

    rows: Mapping[str, Any]
    files: Mapping[str, str]
    evidence: Sequence[str]
    book: Mapping[str, Any]


def snapshot(folder: Path, urls: Mapping[str, str]) -> Snapshot:
    """As it is now, read through connections of its own; the ledger must verify."""
    lines: list[str] = []
    book: Mapping[str, Any] = {}
    state = folder / ".nakomen"
    if (state / "ledger.sqlite").exists():
        with Ledger.open(state) as ledger:
            ledger.verify()
            lines = [json.dumps([x.seq, x.kind, dict(x.body)]) for x in ledger.lines()]
    if (state / "subjects.sqlite").exists():
        book = book_of(state)
    return Snapshot(
        rows=rows_of(dict(urls)), files=_files(folder.parent), evidence=lines, book=book
    )


def _files(home: Path) -> dict[str, str]:
    return {
        str(file.relative_to(home)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in home.rglob("*")
        if file.is_file() and not file.name.endswith(_OWN)
    }


@dataclass
class Company:
    """A company's folder with its systems; *lost* are stores that cannot be looked at now."""

    folder: Path
    urls: dict[str, str]
    today: date = TODAY
    lost: tuple[str, ...] = ()

    def file(self, name: str) -> Path:
        return self.folder / name

    def edit(self, name: str, old: str, new: str) -> None:
        """Put *new* in the place of *old*, which must be there."""
        text = self.file(name).read_text("utf-8")
        assert old in text
        self.file(name).write_text(text.replace(old, new, 1), "utf-8")

    def tell(self, *words: object, lang: str = "nl", **how: Any) -> Told:
        """One command in a process of its own; nothing it says may be a secret or a crash."""
        place = () if words[0] == "init" else ("-C", self.folder)
        told = terminal(lang).run("--today", self.today, *place, *words, **how)
        for never in ("Traceback", SECRET, cast.ANNA.email, 'File "'):
            assert never not in told.all, told.all
        return told

    def snapshot(self) -> Snapshot:
        there = {name: url for name, url in self.urls.items() if name not in self.lost}
        return snapshot(self.folder, there)

    @contextmanager
    def unchanged(self) -> Iterator[None]:
        before = self.snapshot()
        yield
        assert self.snapshot() == before

    def refuses(
        self,
        *words: object,
        code: int,
        nl: str | Sequence[str],
        en: str | Sequence[str],
        **how: Any,
    ) -> dict[str, Any]:
        """
        Give the command in Dutch to a script, and in English to a person; nothing may change.

        Returns:
            What the script is told.
        """
        with self.unchanged():
            dutch = self.tell("--json", *words, **how)
            english = self.tell(*words, lang="en", **how)
        for told, parts in ((dutch, nl), (english, en)):
            assert told.code == code, told.all
            for part in (parts,) if isinstance(parts, str) else parts:
                assert part in " ".join(told.err.split()), told.all
        assert not english.out
        document: dict[str, Any] = dutch.json
        return document
