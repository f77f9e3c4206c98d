"""Runs the ```console blocks of a Markdown page, in order, in one folder, as a reader would."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.cli.terminal import terminal

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAVED = re.compile(r"as `([\w.-]+)`[^\n]*:\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
"""A file that the reader is told to save: "… as `name`:" and its text."""
LEFT_OUT = "…"
"""Alone on a line: lines that the page leaves out."""
DIFFERS = {
    "fingerprint": r"#[0-9a-f]{4}\b",
    "evidence": r"\b\d+-[0-9a-f]{16}\b",
    "hash": r"\b[0-9a-f]{64}\b",
    "short-hash": r"\b[0-9a-f]{16}\b",
    "seconds": r"\b\d+\.\d+ s\b",
    "time": r"\b\d{4}-\d\d-\d\dT[\d:.]+Z",
}
"""All that may differ between a page and a run, by name; of anything else each sign counts."""
_SHELL = set("|<>;&$`*?(){}~#\n")


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
    Whether *said* is what was expected, but for what `DIFFERS` and for lines left out.

    >>> matches("head\\n…\\nfoot in 0.1 s", "head\\na\\nb\\nfoot in 0.3 s")
    True
    >>> matches("a…", "ab"), matches("email #a91f", "email #07c2"), matches("1 row", "2 rows")
    (False, True, False)
    """
    pattern = "".join(
        r"(?:.*\n)*?" if line.strip() == LEFT_OUT else re.escape(line) + r"\n"
        for line in _named(expected)
    )
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in _named(said))) is not None


def _named(text: str) -> list[str]:
    for name, pattern in DIFFERS.items():
        text = re.sub(pattern, f"<{name}>", text)
    return [line.rstrip() for line in text.strip("\n").splitlines()]


@dataclass
class Shell:
    """Where a reader is: the folder, what was exported, and how the last command ended."""

    folder: Path
    lang: str = "en"
    exported: dict[str, str] = field(default_factory=dict)
    code: int = 0

    def say(self, command: str) -> str:
        """
        Give one command; the answer is what a reader sees.

        `nakomen` is forked from a program that is warm, in a pipe too: pages have many commands.
        """
        words = shlex.split(command) if not _SHELL & set(command.replace("\\\n", " ")) else []
        match words:
            case ["cd", folder]:
                self.folder, self.code = (self.folder / folder).resolve(strict=True), 0
                return ""
            case ["export", *pairs]:
                self.exported.update(dict([pair.split("=", 1) for pair in pairs]))
                return ""
            case ["nakomen", *rest]:
                env = self._environment()
                told = terminal(self.lang).run(*rest, cwd=self.folder, env=env)
                self.code = told.code or 0
                return told.all
        done = subprocess.run(
            ["bash", "-c", f"(exit {self.code})\n{command}"],
            cwd=self.folder, env=os.environ | self._environment(), text=True, check=False,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        self.code = done.returncode
        return done.stdout

    def _environment(self) -> dict[str, str]:
        """100 wide, without colour, with programs first that are warm."""
        programs = f"{terminal(self.lang).programs}:{Path(sys.executable).parent}"
        person = {"USER": "chaima", "LOGNAME": "chaima", "LC_ALL": "", "LANG": "C.UTF-8"}
        locale = {"LC_MESSAGES": {"en": "en_GB", "nl": "nl_NL"}[self.lang], "TZ": "UTC"}
        screen = {"PATH": f"{programs}:{os.environ['PATH']}", "COLUMNS": "100", "NO_COLOR": "1"}
        return person | locale | screen | self.exported


def run_page(page: Path, folder: Path, here: Mapping[str, str] | None = None) -> int:
    """
    Run the examples of *page* in *folder*, with the files it says to save; returns how many.

    A command must succeed, unless the next one is `echo $?`. *here* says what an address on the
    page is on this machine.

    Raises:
        Unlike: a command says something else, or ends otherwise, than the page says.
    """
    text = page.read_text("utf-8")
    for name, content in SAVED.findall(text):
        (folder / name).write_text(content, "utf-8")
    todo = list(examples(text))
    shell = Shell(folder, "nl" if page.parent.name == "nl" else "en")
    for example, following in zip(todo, [*todo[1:], None], strict=True):
        command, expected = _placed(example.command, here), _placed(example.expected, here)
        said = shell.say(command)
        told = shell.code == 0 or (following is not None and following.command == "echo $?")
        if not told or not matches(expected, said):
            raise Unlike(f"{page.name}:{example.line}: $ {command} (exit {shell.code})\n{said}")
    return len(todo)


def _placed(text: str, here: Mapping[str, str] | None) -> str:
    for name, place in (here or {}).items():
        text = text.replace(name, place)
    return text
