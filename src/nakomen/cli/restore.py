"""nakomen restore: a backup put back in a new folder."""

from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import say
from nakomen.cli.tell import emit, tell

HELP = say(
    "Zet een back-up terug in een nieuwe map.",
    "Put a backup back in a new folder.",
)
EXAMPLE = "nakomen -C zonneveld restore /backup/2026-11-21.nakomen --key /root/nakomen.key"


def command(
    file: Annotated[
        Path,
        typer.Argument(metavar=say("BESTAND", "FILE"), help=say("de back-up", "the backup")),
    ],
    key: Annotated[
        Path,
        typer.Option(
            "--key",
            metavar=say("BESTAND", "FILE"),
            help=say("de sleutel ervan", "its key"),
        ),
    ],
) -> int:
    from nakomen import verbs

    taken_at = verbs.restore(file, key, common.folder)
    tell(
        say(
            f"✓ Teruggezet zoals het was op {taken_at:%Y-%m-%d %H:%M} UTC; het bewijs klopt.",
            f"✓ Put back as it was on {taken_at:%Y-%m-%d %H:%M} UTC; the evidence holds.",
        ),
        "green",
    )
    tell(
        say(
            "Wis nu opnieuw wat sindsdien gewist is: `nakomen replay --ledger BESTAND`. Tot dan "
            "blijft het bureau dicht.",
            "Now erase again what was erased since: `nakomen replay --ledger FILE`. Until then "
            "the desk stays closed.",
        )
    )
    emit({"folder": str(common.folder), "taken_at": taken_at.isoformat()})
    return Exit.DONE
