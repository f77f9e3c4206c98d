"""Telling: lines for people, and documents for scripts."""

import json
import re
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, TextIO

from nakomen.cli.common import common
from nakomen.cli.fold import clean, fold
from nakomen.cli.language import say
from nakomen.cli.table import Table, table
from nakomen.cli.window import ink, width

MONTHS_NL = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)

_SHELL_WORD = re.compile(r"(?:'[^']*'|\S)+")
_GLUE = "\0"
"""Stands for a space within quotes, where a shell does not read on."""


def here() -> TextIO:
    """Where people read: stdout, or stderr beside JSON."""
    return sys.stderr if common.as_json else sys.stdout


def room() -> int:
    return width(here())


def tell(
    text: str = "", style: str | None = None, first: str = "", rest: str | None = None
) -> None:
    """A sentence for people, folded to the window; *first* and *rest* begin its lines."""
    tell_lines(fold(clean(text), room(), first, rest), style)


def tell_lines(lines: Sequence[str], style: str | None = None, to: TextIO | None = None) -> None:
    """Lines as they are."""
    stream = to or here()
    for line in lines:
        print(ink(line, style, stream), file=stream)


def complain(text: str, style: str | None = "red", first: str = "") -> None:
    """What went wrong: on stderr, whatever stdout is for, and behind what was said before."""
    sys.stdout.flush()
    tell_lines(fold(clean(text), width(sys.stderr), first), style, sys.stderr)


def command_lines(command: str, first: str = "  ") -> list[str]:
    r"""A command to be copied: where it is folded, the shell reads on."""
    words = [word.replace(" ", _GLUE) for word in _SHELL_WORD.findall(clean(command))]
    lines = fold(" ".join(words), room() - 2, first, " " * len(first) + "    ")
    lines = [line.replace(_GLUE, " ") for line in lines]
    return [line + " \\" for line in lines[:-1]] + lines[-1:]


def emit(document: Any) -> None:
    """One JSON document on stdout, when --json was given."""
    if common.as_json:
        print(_json(document, indent=2))


def emit_line(document: Any) -> None:
    """One line of JSON Lines on stdout, when --json was given."""
    if common.as_json:
        print(_json(document, indent=None), flush=True)


def _json(document: Any, indent: int | None) -> str:
    plain = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "") != "utf8"
    return json.dumps(document, ensure_ascii=plain, indent=indent, default=str)


def tell_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()
) -> None:
    """A small table: words first, figures right."""
    shown = a_table(headings, rows, right)
    tell_lines(shown.head, "dim")
    for row in rows:
        tell_lines(shown.lines([clean(cell) for cell in row]))


def a_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int], indent: int = 0
) -> Table:
    """How *rows* stand in this window, *indent* cells from its edge."""
    return table(headings, [[clean(cell) for cell in row] for row in rows], room() - indent, right)


def day_told(day: date | None) -> str:
    """
    A date as people read it.

    >>> day_told(None)
    ''
    """
    if day is None:
        return ""
    return say(f"{day.day} {MONTHS_NL[day.month - 1]} {day.year}", f"{day.day} {day:%B %Y}")


def number(value: int | None) -> str:
    """A count with a sign between the thousands, as the language writes it."""
    return "" if value is None else f"{value:,}".replace(",", say(".", ","))


def counted(value: int, nl: tuple[str, str], en: tuple[str, str]) -> str:
    """A count and its noun: ``1 rij``, ``12 rijen``."""
    return f"{number(value)} {say(nl[value != 1], en[value != 1])}"


def rows_told(value: int) -> str:
    return counted(value, ("rij", "rijen"), ("row", "rows"))
