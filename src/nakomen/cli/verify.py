"""nakomen verify: check a bundle of evidence, offline."""

from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import Exit
from nakomen.cli.language import LANG, say
from nakomen.cli.tell import complain, counted, emit, number, tell

HELP = say(
    "Controleer een bewijsbestand: is er iets veranderd, weg, bij of verplaatst?",
    "Verify a file of evidence: was anything changed, removed, added or moved?",
)
EXAMPLE = "nakomen verify bewijs.jsonl"


def command(
    file: Annotated[
        Path,
        typer.Argument(metavar=say("BESTAND", "FILE"), help=say("het bewijs", "the evidence")),
    ],
    key: Annotated[
        str | None,
        typer.Option(
            "--signed-by",
            metavar=say("SLEUTEL", "KEY"),
            help=say("de vingerafdruk die u kent", "the fingerprint that you know"),
        ),
    ] = None,
) -> int:
    from nakomen import verbs

    found = verbs.verify(file, key)
    emit(
        {
            "ok": found.ok,
            "lines": found.lines,
            "root": found.root,
            "key": found.key_fingerprint,
            "bad_line": found.bad_line,
            "why": found.why.in_(LANG),
        }
    )
    if not found.ok:
        return _tell_bad(found.bad_line, found.why.in_(LANG))
    lines = counted(found.lines, ("regel", "regels"), ("line", "lines"))
    tell(say(f"✓ Het bewijs klopt: {lines}.", f"✓ The evidence holds: {lines}."), "green")
    tell(say("Getekend met sleutel", "Signed with key"))
    tell(str(found.key_fingerprint), first="  ")
    return Exit.DONE


def _tell_bad(line: int | None, why: str) -> int:
    place = say(f", regel {number(line)}", f", line {number(line)}") if line else ""
    complain(
        say(f"✗ Het bewijs klopt niet{place}: {why}", f"✗ The evidence does not hold{place}: {why}")
    )
    return Exit.TAMPERED
