"""The verifier on the page about the format: a stranger's, with nothing of nakomen in it."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.support.console import ROOT

from nakomen.ledger import Entry, Ledger, write_bundle

PAGE = ROOT / "docs" / "evidence-format.md"
MOST_LINES = 60
AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
Lines = list[bytes]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The page's own text, saved."""
    found = re.search(r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
    assert found
    file = tmp_path / "verifier.py"
    file.write_text(found[1], "utf-8")
    return file


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle of nine lines of evidence, so that the tree has branches of unequal length."""
    file = tmp_path / "bewijs.jsonl"
    with Ledger.open(tmp_path) as ledger:
        entries = [Entry("outcome", {"step": f"step-{n}", "naam": "één"}) for n in range(9)]
        ledger.append(entries, AT)
        write_bundle(ledger, file)
    return file


def test_it_is_short_and_needs_only_one_library(program: Path) -> None:
    """Somebody can read it before trusting it."""
    text = program.read_text("utf-8")
    assert len(text.splitlines()) < MOST_LINES
    imports = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Import | ast.ImportFrom)]
    names = {a.name for n in imports if isinstance(n, ast.Import) for a in n.names}
    names |= {str(n.module).partition(".")[0] for n in imports if isinstance(n, ast.ImportFrom)}
    assert names - set(sys.stdlib_module_names) == {"cryptography"}


def test_it_accepts_what_nakomen_wrote(program: Path, bundle: Path) -> None:
    """A real bundle holds, also when the key is named."""
    key = json.loads(bundle.read_bytes().splitlines()[-1])["head"]["key"]
    assert "holds: 9 lines" in told(program, bundle, 0)
    assert key in told(program, bundle, 0, key)
    assert "another key" in told(program, bundle, 1, "0" * 64)


def changed(lines: Lines) -> Lines:
    return [*lines[:4], lines[4].replace(b"step-3", b"step-4"), *lines[5:]]


def removed(lines: Lines) -> Lines:
    return lines[:4] + lines[5:]


def added(lines: Lines) -> Lines:
    return lines[:4] + lines[3:]


def moved(lines: Lines) -> Lines:
    return [*lines[:3], lines[4], lines[3], *lines[5:]]


def cut(lines: Lines) -> Lines:
    return lines[:4] + lines[-1:]


def signed_by_another(lines: Lines) -> Lines:
    last = json.loads(lines[-1])
    last["head"]["time"] = "2026-11-22T09:30:00.000000Z"
    text = json.dumps(last, sort_keys=True, separators=(",", ":"))
    return [*lines[:-1], text.encode()]


@pytest.mark.parametrize("tamper", [changed, removed, added, moved, cut, signed_by_another])
def test_it_catches_whatever_was_done_to_the_file(
    program: Path, bundle: Path, tamper: Callable[[Lines], Lines]
) -> None:
    """The bundle held before, and does not afterwards."""
    told(program, bundle, 0)
    lines = bundle.read_bytes().splitlines()
    bundle.write_bytes(b"".join(line + b"\n" for line in tamper(lines)))
    told(program, bundle, 1)


def told(program: Path, bundle: Path, code: int, *more: str) -> str:
    done = subprocess.run(
        [sys.executable, program, bundle, *more], capture_output=True, text=True, check=False
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr
