"""nakomen evidence: hand the evidence to somebody else."""

import shlex
from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.help import Verb
from nakomen.cli.language import say
from nakomen.cli.tell import command_lines, counted, emit, tell, tell_lines

HELP = say("Geef het bewijs aan een ander.", "Hand the evidence to somebody else.")
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
