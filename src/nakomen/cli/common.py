"""What every command shares: the common options and the exit codes."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from nakomen.cli.language import LANGUAGES, say
from nakomen.errors import UsageError


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
    STOPPED = 130
    """128 and the number of SIGINT, as shells have it."""


class BadDay(UsageError):
    """--today is not a date. Write it as 2026-11-21."""

    nl = "--today is geen datum. Schrijf hem als 2026-11-21."


class BadLanguage(UsageError):
    """--lang is nl or en."""

    nl = "--lang is nl of en."


class BadFolder(UsageError):
    """The folder of -C cannot be opened. Check its name and its rights."""

    nl = "De map van -C is niet te openen. Controleer de naam en de rechten."


class ValueMissing(UsageError):
    """This option needs a value. See `nakomen --help`."""

    nl = "Deze optie heeft een waarde nodig. Zie `nakomen --help`."


@dataclass(frozen=True)
class CommonOption:
    """One option that stands before or after every verb."""

    names: tuple[str, ...]
    value: str
    help: str


COMMON = (
    CommonOption(
        ("-C", "--dir"),
        say("MAP", "DIR"),
        say("de map van het bedrijf; zonder: deze map", "the company's folder; else: here"),
    ),
    CommonOption(
        ("--today",),
        say("JJJJ-MM-DD", "YYYY-MM-DD"),
        say("reken met een andere dag dan vandaag", "another day than today"),
    ),
    CommonOption(("--lang",), "nl|en", say("de taal: Nederlands of Engels", "Dutch or English")),
    CommonOption(
        ("--json",),
        "",
        say(
            "één JSON-document op standaarduitvoer, voor programma's",
            "one JSON document on standard output, for programs",
        ),
    ),
)
_VALUED = {name: option.names[0] for option in COMMON if option.value for name in option.names}


@dataclass
class Common:
    """The common options of this run; set once, before the verb."""

    folder: Path = Path()
    as_json: bool = False
    today: date = date.min


common = Common()


def take_common(argv: Sequence[str], valued: Collection[str] = ()) -> list[str]:
    """
    The words without the common options, which are set in `common`; they may stand anywhere.

    *valued* are the options of verbs that take the next word, whatever it looks like.

    Raises:
        UsageError: an option lacks its value, or the value does not fit.
    """
    common.folder, common.as_json, common.today = Path(), False, _local_today()
    words = iter(argv)
    try:
        return [*_taken(words, valued), *words]
    except UsageError:
        common.as_json = "--json" in argv
        raise


def _taken(words: Iterator[str], valued: Collection[str]) -> Iterator[str]:
    """Each word that is not a common option or its value, up to and including ``--``."""
    for word in words:
        name, equals, value = word.partition("=")
        if word.startswith("-C") and len(word) > 2:
            _set("-C", word[2:])
        elif name in _VALUED and (equals or word == name):
            _set(_VALUED[name], value if equals else next(words, ""))
        elif word == "--json":
            common.as_json = True
        else:
            yield word
        if word == "--":
            return
        if word in valued:
            yield from ([following] if (following := next(words, None)) is not None else [])


def _set(name: str, value: str) -> None:
    if not value:
        raise ValueMissing(name)
    if name == "-C":
        common.folder = _folder(value)
    elif name == "--today":
        common.today = _day(value)
    elif value not in LANGUAGES:
        raise BadLanguage


def _folder(value: str) -> Path:
    """A folder that is there, or that a verb may make."""
    folder = Path(value)
    try:
        folder.stat()
    except FileNotFoundError:
        pass
    except OSError as error:
        raise BadFolder(type(error).__name__) from None
    return folder


def _day(value: str) -> date:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise BadDay from None
    if not 1900 <= day.year < 3000:  # seven years before or after is still a date
        raise BadDay
    return day


def _local_today() -> date:
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date()
