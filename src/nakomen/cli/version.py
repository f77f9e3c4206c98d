"""nakomen version: which text holds on a day, what changed, and who was told."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nakomen.cli.common import BadDay, Exit, common
from nakomen.cli.help import Verb
from nakomen.cli.language import say
from nakomen.cli.options import DAY
from nakomen.cli.tell import emit, tell, tell_table
from nakomen.cli.who import who_says
from nakomen.errors import UsageError

if TYPE_CHECKING:
    from nakomen import Change, Lack, Version

HELP = say(
    "Houd de versies van de verklaring bij: welke geldt op welke dag, en wat veranderde.",
    "Keep the versions of the statement: which one holds on which day, and what changed.",
)
app = typer.Typer(rich_markup_mode=None)


class ListUnreadable(UsageError):
    """The list of addresses cannot be read. Give a text file with one address a line."""

    nl = "De lijst met adressen is niet te lezen. Geef een tekstbestand met één adres per regel."


_NUMBER = say("NUMMER", "NUMBER")


@app.callback()
def version() -> None:
    """The group of verbs on versions."""


@app.command(
    "add",
    cls=Verb,
    epilog="nakomen version add 2.0 --effective 2027-01-01",
    help=say(
        "Leg de tekst en het beleid van nu vast als versie.",
        "Note the text and policy of now as a version.",
    ),
)
def add(
    effective: Annotated[
        str, typer.Option(metavar=DAY, help=say("vanaf wanneer zij geldt", "from when it holds"))
    ],
    number: Annotated[
        str | None,
        typer.Argument(
            metavar=_NUMBER, help=say("zonder: dat van policy.yaml", "else: that of policy.yaml")
        ),
    ] = None,
    author: Annotated[
        str | None,
        typer.Option(metavar=say("NAAM", "NAME"), help=say("wie haar vaststelt", "who sets it")),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    by = who_says(author)
    with Company.open(common.folder) as company:
        first = not verbs.versions(company)
        new, found = verbs.add_version(company, number, day(effective), by, common.today)
        waiting = verbs.version_lacks(company, new)
    tell(
        say(
            f"Versie {new.number} geldt vanaf {new.effective}.",
            f"Version {new.number} holds from {new.effective}.",
        ),
        "bold",
    )
    if not first:
        _tell_changes(found)
    _tell_lacks(waiting)
    emit(_version(new) | {"changes": [_change(c) for c in found], "lacks": _lacks(waiting)})
    return Exit.PERSON if waiting else Exit.DONE


@app.command(
    "list",
    cls=Verb,
    epilog="nakomen version list",
    help=say("Toon alle versies.", "Show all versions."),
)
def every() -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        versions = verbs.versions(company)
        now = verbs.version_on(company, common.today)
    head = (
        say("versie", "version"),
        say("geldt vanaf", "from"),
        say("ingrijpend", "material"),
        say("vandaag", "today"),
    )
    rows = [
        (
            v.number,
            v.effective.isoformat(),
            say("ja", "yes") if v.material else say("nee", "no"),
            say("geldt", "holds") if now and v.number == now.number else "",
        )
        for v in versions
    ]
    if rows:
        tell_table(head, rows)
    else:
        tell(say("Er zijn nog geen versies vastgelegd.", "No versions were noted yet."))
    emit({"versions": [_version(v) for v in versions], "in_force": now and now.number})
    return Exit.DONE


@app.command(
    "on",
    cls=Verb,
    epilog="nakomen version on 2026-03-01 --text",
    help=say("Welke tekst gold op een dag?", "Which text was in force on a day?"),
)
def on(
    when: Annotated[str, typer.Argument(metavar=DAY, help=say("de dag", "the day"))],
    text: Annotated[
        bool, typer.Option("--text", help=say("druk de tekst af", "print the text"))
    ] = False,
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        held = verbs.version_on(company, day(when))
        words = verbs.version_text(company, held) if held else None
    if held is None:
        tell(say(f"Op {when} gold nog geen versie.", f"No version was in force on {when}."))
    elif text and not common.as_json:
        print(words)
    else:
        tell(
            say(f"Op {when} geldt versie {held.number}.", f"Version {held.number} holds on {when}.")
        )
    emit({"version": _version(held) if held else None} | ({"text": words} if text else {}))
    return Exit.DONE


@app.command(
    "diff",
    cls=Verb,
    epilog="nakomen version diff 1.0 2.0",
    help=say(
        "Welke beloften veranderden, en raakt dat mensen?",
        "Which promises changed, and does it touch people?",
    ),
)
def diff(
    old: Annotated[str, typer.Argument(metavar=_NUMBER, help=say("van", "from"))],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar=_NUMBER, help=say("naar; zonder: het beleid van nu", "to; else: the policy now")
        ),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        found = verbs.version_changes(company, old, new)
    _tell_changes(found)
    material = any(change.material for change in found)
    emit({"changes": [_change(change) for change in found], "material": material})
    return Exit.DONE


@app.command(
    "notice",
    cls=Verb,
    epilog="nakomen version notice 2.0 --channel website --on 2026-12-01",
    help=say("Leg vast dat mensen bericht kregen.", "Note that people were told."),
)
def notice(
    number: Annotated[str, typer.Argument(metavar=_NUMBER, help=say("van versie", "of version"))],
    channel: Annotated[
        str,
        typer.Option(metavar=say("KANAAL", "CHANNEL"), help=say("langs welke weg", "by which way")),
    ],
    on: Annotated[str, typer.Option(metavar=DAY, help=say("op welke dag", "on which day"))],
    sent: Annotated[
        Path | None,
        typer.Option(
            metavar=say("BESTAND", "FILE"),
            help=say("aan welke adressen, één per regel", "to which addresses, one a line"),
        ),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        addresses = _lines(sent) if sent else None
        new, waiting = verbs.note_notice(company, number, channel, day(on), addresses)
    tell(say("Het bericht is vastgelegd.", "The notice was noted."))
    _tell_lacks(waiting)
    emit(_version(new) | {"lacks": _lacks(waiting)})
    return Exit.PERSON if waiting else Exit.DONE


def _lines(file: Path) -> list[str]:
    """
    Raises:
        ListUnreadable: it is no file of text.
    """
    try:
        return file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ListUnreadable(file.name) from None


def day(text: str) -> date:
    """
    Raises:
        BadDay: it is no day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadDay(text) from None


def _tell_changes(found: "Sequence[Change]") -> None:
    for change in found:
        mark = "!" if change.material else " "
        told = change.tell()
        tell(say(told.nl, told.en), first=f"  {mark} ", rest="    ")
    if any(change.material for change in found):
        tell(
            say(
                "! raakt gegevens, doelen, ontvangers, termijnen of rechten.",
                "! touches data, purposes, receivers, terms or rights.",
            )
        )
    elif not found:
        tell(say("Er veranderde geen belofte.", "No promise changed."))


def _tell_lacks(waiting: "Sequence[Lack]") -> None:
    if waiting:
        tell(say("Eerst nog:", "First:"))
    for lack in waiting:
        told = lack.tell()
        tell(say(told.nl, told.en), first="  ? ", rest="    ")


def _version(one: "Version") -> dict[str, Any]:
    names = ("number", "issued", "effective", "author", "sha256", "policy", "material")
    notices = [
        {"channel": n.channel, "on": n.on, "persons": n.persons, "missed": n.missed}
        for n in one.notices
    ]
    return {name: getattr(one, name) for name in names} | {"notices": notices}


def _change(change: "Change") -> dict[str, Any]:
    names = ("sort", "kind", "promise", "material", "before", "after")
    return {name: getattr(change, name) for name in names}


def _lacks(waiting: "Sequence[Lack]") -> list[dict[str, Any]]:
    return [
        {"promise": w.promise, "channel": w.channel, "latest": w.latest, "missed": w.missed}
        for w in waiting
    ]
