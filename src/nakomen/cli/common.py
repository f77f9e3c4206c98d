"""What every command shares: the common options, ways to print, and exit codes."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nakomen.cli.language import LANG, say
from nakomen.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console


class Exit(IntEnum):
    """What the exit code tells a script."""

    DONE = 0
    INTERNAL = 1
    USAGE = 2
    BROKEN = 3
    PERSON = 4
    LATE = 5
    TAMPERED = 6
    UNREACHABLE = 7


class BadDay(UsageError):
    """--today is not a date. Write it as 2026-11-21."""

    nl = "--today is geen datum. Schrijf hem als 2026-11-21."


@dataclass
class Common:
    """The common options of this run; set once, before the verb."""

    folder: Path = Path()
    as_json: bool = False
    today: date = date.min


common = Common()
_VALUED = {"-C": "folder", "--dir": "folder", "--today": "today", "--lang": "lang"}
_VERBATIM = {"--key", "--set", "--statement", "--store", "-o", "--output", "--by", "--claim"}


def take_common(argv: Sequence[str]) -> list[str]:
    """
    The words without the common options, which are set in `common`; they may stand anywhere.

    Raises:
        UsageError: an option lacks its value, or the value does not fit.
    """
    rest: list[str] = []
    common.folder, common.as_json, common.today = Path(), False, _local_today()
    words = iter(argv)
    for word in words:
        name, equals, value = word.partition("=")
        if word == "--json":
            common.as_json = True
        elif name in _VALUED and (equals or word == name):
            _set(_VALUED[name], value if equals else next(words, None), name)
        elif word in _VERBATIM:
            rest += [word, *([v] if (v := next(words, None)) is not None else [])]
        else:
            rest.append(word)
    return rest


def _set(what: str, value: str | None, name: str) -> None:
    if value is None:
        raise UsageError(name)
    if what == "folder":
        common.folder = Path(value)
    elif what == "today":
        try:
            common.today = date.fromisoformat(value)
        except ValueError:
            raise BadDay from None
    elif value not in {"nl", "en"}:
        raise UsageError("--lang nl|en")


def _local_today() -> date:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()


def console(stderr: bool = False) -> "Console":
    """A console of the width of the window; without colour when NO_COLOR or no terminal."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else 100
    return Console(stderr=stderr, highlight=False, markup=False, emoji=False, width=width)


def tell(text: str = "", style: str | None = None) -> None:
    """One line for people: on stdout, or on stderr beside JSON."""
    console(stderr=common.as_json).print(text, style=style, soft_wrap=False)


def emit(document: Any) -> None:
    """One JSON document on stdout, when --json was given."""
    if common.as_json:
        print(json.dumps(document, ensure_ascii=False, indent=2, default=str))


def emit_line(document: Any) -> None:
    """One line of JSON Lines on stdout, when --json was given."""
    if common.as_json:
        print(json.dumps(document, ensure_ascii=False, default=str), flush=True)


def table(
    headings: Sequence[str], rows: Iterable[Sequence[object]], numbers: Sequence[int] = ()
) -> None:
    """A calm table: words first, figures right; long words fold to the window."""
    from rich.table import Table

    shown = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0))
    for i, heading in enumerate(headings):
        right = i in numbers
        shown.add_column(heading, justify="right" if right else "left", overflow="fold")
    for row in rows:
        shown.add_row(*("" if cell is None else str(cell) for cell in row))
    console(stderr=common.as_json).print(shown)


MONTHS_NL = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip


def day_told(day: date | None) -> str:
    """
    A date as people read it.

    >>> day_told(None)
    ''
    """
    if day is None:
        return ""
    return say(f"{day.day} {MONTHS_NL[day.month - 1]} {day.year}", f"{day:%-d %B %Y}")


def number(value: int | None) -> str:
    """A count with a thin separator of thousands, as the language writes it."""
    if value is None:
        return ""
    return f"{value:,}".replace(",", "." if LANG == "nl" else ",")
