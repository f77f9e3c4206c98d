"""Writes docs/reference from the program: commands, findings, norms. See `just docs`."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from typer.main import get_command

from nakomen import law
from nakomen.checks import explain_code, known_codes
from nakomen.cli.app import app

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
MADE = "<!-- Made by scripts/reference.py; change the program, then run `just docs`. -->"


def cli() -> str:
    """Every command with its --help, in English."""
    parts = [
        "# Commands",
        MADE,
        "Names, exit codes and JSON keys are kept; text for people may change. Every command takes,"
        " "
        "before or after its name: `-C DIR` the company's folder, `--json` one JSON document on "
        "standard output, `--today YYYY-MM-DD` another day than today, `--lang nl|en`.",
        "\n".join(_exit_codes()),
    ]
    for words in _commands():
        parts += [f"## {' '.join(words)}", f"```text\n{_help(words)}\n```"]
    return "\n\n".join(parts) + "\n"


def findings() -> str:
    """Every code that a check can give."""
    parts = ["# Findings", MADE, "`nakomen explain CODE` tells the same in Dutch and English."]
    for code in known_codes():
        parts += [f"## {code}", _indented(explain_code(code).en)]
    return "\n\n".join(parts) + "\n"


def norms() -> str:
    """Every norm that is weighed."""
    intro = "What the planner and the checks weigh. A norm that is not listed is not weighed."
    parts = ["# Norms", MADE, intro]
    for norm in law.RULES:
        parts += [f"## {norm.id}", _indented(law.explain(norm.id).en)]
    return "\n\n".join(parts) + "\n"


PAGES: Mapping[str, Callable[[], str]] = {
    "cli.md": cli,
    "findings.md": findings,
    "law.md": norms,
}


def _exit_codes() -> Iterator[str]:
    yield "| exit code | means |\n|---|---|"
    yield "| 0 | done; all kept; nothing to do |"
    yield "| 1 | internal error |"
    yield "| 2 | wrong usage or unreadable input |"
    yield "| 3 | a promise is broken or contradicted; a check has errors |"
    yield "| 4 | a person must decide first |"
    yield "| 6 | evidence does not verify |"
    yield "| 7 | a system cannot be reached |"


def _commands() -> Iterator[tuple[str, ...]]:
    yield ("nakomen",)
    yield from _below(("nakomen",), get_command(app))


def _below(words: tuple[str, ...], command: object) -> Iterator[tuple[str, ...]]:
    for name, child in getattr(command, "commands", {}).items():
        yield (*words, name)
        yield from _below((*words, name), child)


def _help(words: tuple[str, ...]) -> str:
    program = Path(sys.executable).with_name(words[0])
    done = subprocess.run(
        [program, *words[1:], "--help", "--lang", "en"],
        env=os.environ | {"COLUMNS": "90", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


def _indented(text: str) -> str:
    """Lines stay lines: two spaces at the end are Markdown's line break."""
    return "  \n".join(text.splitlines())


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page())
