"""Runs the ```console blocks of a Markdown page, in order, in one folder, as a reader would."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANYTHING = "…"


@dataclass(frozen=True, kw_only=True)
class Example:
    """One command of a page and what it should say. *line* is where it stands."""

    line: int
    command: str
    expected: str


class Unlike(AssertionError):
    """A page says something else than the program."""


def examples(page: str) -> Iterator[Example]:
    """
    The commands of the console blocks: a line after "$ ", going on where it ends in a backslash.

    >>> [(e.line, e.command, e.expected) for e in examples("a\\n```console\\n$ echo 1\\n1\\n```")]
    [(3, 'echo 1', '1')]
    """
    for block in BLOCK.finditer(page + "\n"):
        first = page[: block.start(1)].count("\n") + 1
        for part in re.finditer(r"^\$ ((?:.*\\\n)*.*)\n?((?:(?!\$ ).*\n?)*)", block[1], re.M):
            line = first + block[1][: part.start()].count("\n")
            yield Example(line=line, command=part[1], expected=part[2].strip("\n"))


def matches(expected: str, said: str) -> bool:
    """
    Whether *said* is what was expected; "…" stands for anything in a line, alone for any lines.

    >>> matches("head\\n…\\nfoot in … s", "head\\na\\nb\\nfoot in 0.3 s")
    True
    >>> matches("a…", "a\\nb")
    False
    """
    pattern = []
    for line in expected.splitlines():
        if line.strip() == ANYTHING:
            pattern.append(r"(?:.*\n)*?")
        else:
            parts = (re.escape(part) for part in line.rstrip().split(ANYTHING))
            pattern.append(".*".join(parts) + r"[ ]*\n")
    return (
        re.fullmatch("".join(pattern), said.strip("\n") + "\n" if said.strip() else "") is not None
    )


def run_page(page: Path, folder: Path) -> int:
    """
    Run the examples of *page* in *folder*; returns how many there were.

    A command must succeed, unless the next one is `echo $?`.

    Raises:
        Unlike: a command says something else, or ends otherwise, than the page says.
    """
    todo = list(examples(page.read_text()))
    code = 0
    for example, following in zip(todo, [*todo[1:], None], strict=True):
        done = subprocess.run(
            ["bash", "-c", f"(exit {code})\n{example.command}"],
            cwd=folder,
            env=_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        code = done.returncode
        told = code == 0 or (following is not None and following.command == "echo $?")
        if not told or not matches(example.expected, done.stdout):
            raise Unlike(
                f"{page.name}:{example.line}: $ {example.command} (exit {code})\n{done.stdout}"
            )
    return len(todo)


def _environment() -> dict[str, str]:
    """English, 100 wide, without colour, with this interpreter's programs first."""
    programs = str(Path(sys.executable).parent)
    locale = {"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "C.UTF-8"}
    person = {"USER": "chaima", "LOGNAME": "chaima"}
    screen = {"PATH": f"{programs}:{os.environ['PATH']}", "COLUMNS": "100", "NO_COLOR": "1"}
    return os.environ | locale | person | screen
