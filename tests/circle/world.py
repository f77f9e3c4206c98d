"""A provider with real databases and a company's folder, worked through the command line."""

import io
import json
import os
import shutil
import tempfile
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine

from nakomen.cli import main
from nakomen.records import LOCAL_ZONE

TODAY = date(2026, 11, 21)
SHARED = Path(__file__).parents[2].parent / "shared"
STATEMENTS = ("vextra", "upgraders", "itsb", "technorama", "etsoft")


def statement(name: str) -> Path:
    """One of the five published statements; they are not part of this repository."""
    file = SHARED / "statements" / f"{name}.txt"
    if not file.is_file():
        if os.environ.get("CI"):
            pytest.fail(f"{file.name} must be there in CI")
        pytest.skip("the five statements stand beside the repository, in ../shared/statements")
    return file


_HOME = tempfile.TemporaryDirectory(prefix="begun-")
_BEGUN: dict[str, tuple[Path, dict[str, str]]] = {}
"""Folders that were begun by this process, with the addresses in them; gone when it ends."""


@dataclass
class World:
    """*urls* are the company's systems; *folder* is made by `init`."""

    folder: Path
    urls: dict[str, str]
    today: date = TODAY
    engines: dict[str, Engine] = field(default_factory=dict)

    def engine(self, store: str) -> Engine:
        if store not in self.engines:
            self.engines[store] = create_engine(self.urls[store])
        return self.engines[store]

    def run(self, *words: object, code: int | None = 0, today: date | None = None) -> Any:
        """One command with --json; its document, or a list of lines for an `apply` that began."""
        argv = ["--json", "--lang", "nl", "--today", str(today or self.today)]
        argv += ["-C", str(self.folder)] if words[0] != "init" else []
        told, heard = io.StringIO(), io.StringIO()
        with redirect_stdout(told), redirect_stderr(heard):
            got = main([*argv, *map(str, words)])
        if code is not None:
            assert got == code, f"{words}: exit {got}\n{told.getvalue()}\n{heard.getvalue()}"
        if words[0] == "apply" and not told.getvalue().startswith("{\n"):
            return [json.loads(line) for line in told.getvalue().splitlines()]
        return json.loads(told.getvalue()) if told.getvalue() else None

    def init(self, source: Path, zone: str | None = None) -> None:
        """
        `init` from a statement, and the hand that a person puts to the drafted maps.

        PostgreSQL knows the zone of its moments; of other databases a person says it: *zone*.
        """
        stores = [w for name, url in self.urls.items() for w in ("--store", f"{name}={url}")]
        self.run("init", self.folder, "--statement", source, *stores)
        for name, url in self.urls.items():
            if zone and not url.startswith("postgresql"):
                file = self.folder / "systems" / f"{name}.yaml"
                file.write_text(in_zone(file.read_text("utf-8"), zone), "utf-8")
        self.run("confirm", "--all", "--by", "Chaima")

    def begin(self, source: Path, zone: str | None, like: str) -> None:
        """
        As `init`, where a world that is *like* this one was begun before: its folder is copied.

        Only for worlds of the same systems with the same rows; who tests `init` calls `init`.
        """
        made = _BEGUN.get(like)
        if made is None:
            self.init(source, zone)
            _BEGUN[like] = (Path(_HOME.name) / str(len(_BEGUN)), dict(self.urls))
            shutil.copytree(self.folder, _BEGUN[like][0])
            return
        shutil.copytree(made[0], self.folder)
        file = self.folder / "nakomen.yaml"
        text = file.read_text("utf-8")
        for name, url in made[1].items():
            assert url in text
            text = text.replace(url, self.urls[name])
        file.write_text(text, "utf-8")

    def plan(self, *words: object, today: date | None = None) -> dict[str, Any]:
        planned: dict[str, Any] = self.run("plan", *words, today=today)
        return planned

    def apply(self, plan: str, *more: object, code: int | None = 0) -> list[dict[str, Any]]:
        words = ("apply", plan, "--yes", "--by", "Chaima", *more)
        lines: list[dict[str, Any]] = self.run(*words, code=code)
        return lines

    def verdicts(self) -> dict[str, str]:
        told = self.run("status", code=None)
        return {p["promise"]: p["verdict"] for p in told["promises"]}

    def close(self) -> None:
        for engine in self.engines.values():
            engine.dispose()


def in_zone(text: str, zone: str) -> str:
    """Clocks drafted in local time, read in *zone*: what a person writes who knows the systems."""
    assert f"zone: {LOCAL_ZONE}" in text
    return text.replace(f"zone: {LOCAL_ZONE}", f"zone: {zone}")


def rows(planned: dict[str, Any], dataset: str, act: str) -> int:
    """Rows of all steps of a plan on one dataset with one act."""
    found = [s for s in planned["steps"] if s["dataset"] == dataset and s["act"] == act]
    return sum(step["rows"] for step in found)


def copy_of(file: Path, to: Path) -> Path:
    shutil.copyfile(file, to)
    return to
