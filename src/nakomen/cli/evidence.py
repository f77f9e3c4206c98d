"""nakomen evidence: hand the evidence to somebody else."""

import shlex
from pathlib import Path
from typing import Annotated, Any

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.help import Verb
from nakomen.cli.language import say
from nakomen.cli.may.words import pairs
from nakomen.cli.tell import a_table, command_lines, counted, emit, tell, tell_lines

HELP = say(
    "Geef het bewijs aan een ander, of lees het logboek.",
    "Hand the evidence to somebody else, or read the log.",
)
app = typer.Typer(rich_markup_mode=None)


@app.callback()
def evidence() -> None:
    """The group of verbs on evidence."""


@app.command(
    "bundle",
    cls=Verb,
    epilog="nakomen evidence bundle -o bewijs.jsonl",
    help=say(
        "Schrijf al het bewijs in één bestand dat ieder kan controleren.",
        "Write all evidence to one file that anybody can verify.",
    ),
)
def bundle(
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar=say("BESTAND", "FILE"),
            help=say("het bestand; zonder: bewijs.jsonl", "the file; else: bewijs.jsonl"),
        ),
    ] = Path("bewijs.jsonl"),
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        written = verbs.bundle(company, output)
    lines = counted(written.lines, ("regel", "regels"), ("line", "lines"))
    tell(say(f"{output}: {lines}.", f"{output}: {lines}."))
    tell(say("Getekend met sleutel", "Signed with key"))
    tell(written.key_fingerprint, first="  ")
    tell(
        say(
            "Ieder kan het controleren, ook zonder deze map:",
            "Anybody can verify it, also without this folder:",
        )
    )
    tell_lines(command_lines(f"nakomen verify {shlex.quote(str(output))}"))
    document = {"file": str(output), "lines": written.lines, "root": written.root}
    emit(document | {"key": written.key_fingerprint})
    return Exit.DONE


@app.command(
    "log",
    cls=Verb,
    epilog="nakomen evidence log --key customer=K000007",
    help=say(
        "Toon wat er van wie voor welk doel is gevraagd te mogen gebruiken.",
        "Show what was asked to be used, of whom and for which purpose.",
    ),
)
def log(
    key: Annotated[
        list[str] | None,
        typer.Option(
            "--key",
            metavar=say("SOORT=WAARDE", "KIND=VALUE"),
            help=say("alleen van deze persoon; mag vaker", "of this person only; repeatable"),
        ),
    ] = None,
    purpose: Annotated[
        str | None,
        typer.Option(
            metavar=say("DOEL", "PURPOSE"),
            help=say("alleen voor dit doel", "for this purpose only"),
        ),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        found = verbs.uses(company, pairs("--key", key), purpose)
    headings = (
        say("wanneer", "when"),
        say("antwoord", "answer"),
        say("doel", "purpose"),
        say("gegevens", "records"),
        say("wie", "who"),
    )
    rows = [_told(vars(used)) for used in found]
    table = a_table(headings, rows, ())
    tell_lines(table.head, "dim")
    for row in rows:
        tell_lines(table.lines(row))
    tell(counted(len(found), ("gebruik", "keer gebruik"), ("use", "uses")), "bold")
    emit({"uses": [vars(used) for used in found]})
    return Exit.DONE


def _told(used: dict[str, Any]) -> tuple[str, ...]:
    """One line: fingerprints as short as in a plan."""
    who = ", ".join(mark[: mark.index("#") + 5] for mark in used["person"])
    why = f" ({used['rule']})" if used["rule"] else ""
    purpose = used["purpose"]
    shown = purpose[:5] if purpose.startswith("#") else purpose
    at = f"{used['at'].astimezone():%Y-%m-%d %H:%M}"
    answer = {"allow": say("ja", "yes"), "deny": say("nee", "no")}.get(used["answer"], "?")
    return at, answer + why, shown, used["records"] or "", who
