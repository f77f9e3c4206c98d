"""nakomen verify: check a bundle of evidence, offline."""

from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import Exit, emit, number, tell
from nakomen.cli.language import LANG, say

HELP = say(
    "Controleer een bewijsbestand: is er iets veranderd, weg, bij of verplaatst?",
    "Verify a file of evidence: was anything changed, removed, added or moved?",
)


def command(
    file: Annotated[Path, typer.Argument(help=say("het bewijs", "the evidence"))],
    key: Annotated[
        str | None,
        typer.Option("--signed-by", help=say("vingerafdruk van de sleutel die u kent",
                                             "fingerprint of the key you know")),
    ] = None,
) -> int:  # fmt: skip
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
    if found.ok:
        tell(say(f"Het bewijs klopt: {number(found.lines)} regels, sleutel {found.key_fingerprint}",
                 f"The evidence holds: {number(found.lines)} lines, key {found.key_fingerprint}"))  # fmt: skip  # noqa: E501
        return Exit.DONE
    tell(say(f"Het bewijs klopt niet, regel {found.bad_line}: {found.why.nl}",
             f"The evidence does not hold, line {found.bad_line}: {found.why.en}"), style="red")  # fmt: skip  # noqa: E501
    return Exit.TAMPERED
