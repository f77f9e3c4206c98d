"""The layers are kept by import-linter, and each contract is seen to break once."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "pyproject.toml"
BREAKS = {
    "downwards only, siblings are strangers": ("law", "import nakomen.plan"),
    "a connector never reads policy": ("stores", "import nakomen.law"),
    "the middle is pure": ("plan", "import sqlite3"),
    "the core knows no web": ("papers", "import django"),
    "the public side knows no page of staff": ("desk/portal", "import nakomen.desk.cases"),
    "a face uses the root package only": ("cli", "import nakomen.run"),
}
SIBLINGS = ("reading", "import nakomen.checks")


def test_each_contract_has_an_example_and_a_reason() -> None:
    """A contract that nobody saw break, or that says no why, is not a contract."""
    contracts = tomllib.loads(SETTINGS.read_text())["tool"]["importlinter"]["contracts"]
    assert set(BREAKS) == {contract["name"] for contract in contracts}
    lines = SETTINGS.read_text().splitlines()
    headings = [i for i, line in enumerate(lines) if line == "[[tool.importlinter.contracts]]"]
    assert [i for i in headings if not lines[i + 1].startswith("# ")] == []


@pytest.mark.parametrize(("name", "breach"), [*BREAKS.items(), (next(iter(BREAKS)), SIBLINGS)])
def test_a_forbidden_import_breaks_its_contract(
    name: str, breach: tuple[str, str], tmp_path: Path
) -> None:
    """One import in the wrong direction, and the contract says so by name."""
    package, line = breach
    shutil.copy(SETTINGS, tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    assert f"{name} KEPT" in _lint(tmp_path)
    with (tmp_path / "src/nakomen" / package / "__init__.py").open("a") as file:
        file.write(f"\n{line}\n")
    assert f"{name} BROKEN" in _lint(tmp_path)


def _lint(folder: Path) -> str:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr
