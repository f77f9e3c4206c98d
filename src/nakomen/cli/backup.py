"""nakomen backup: everything that nakomen keeps, in one sealed file, while it runs."""

from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import say
from nakomen.cli.tell import counted, emit, tell

HELP = say(
    "Bewaar alles van nakomen in één verzegeld bestand, terwijl het draait.",
    "Save everything of nakomen in one sealed file, while it runs.",
)
EXAMPLE = "nakomen backup /backup/2026-11-21.nakomen --key /root/nakomen.key"


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
            help=say(
                "de sleutel; hij wordt gemaakt als hij er niet is",
                "the key; it is made when it is not there",
            ),
        ),
    ],
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        saved = verbs.backup(company, file, key)
    files = counted(saved.files, ("bestand", "bestanden"), ("file", "files"))
    tell(say(f"✓ Bewaard: {files}.", f"✓ Saved: {files}."), "green")
    if saved.key_made:
        tell(
            say(
                "De sleutel is nieuw. Bewaar hem elders: zonder hem is geen back-up te openen, en "
                "wie beide heeft, leest alles.",
                "The key is new. Keep it elsewhere: without it no backup opens, and who has both "
                "reads everything.",
            )
        )
    if not saved.desk:
        tell(
            say(
                "Het bureau heeft een eigen database op een server: bewaar die daar.",
                "The desk has a database of its own on a server: save that one there.",
            )
        )
    emit(
        {
            "file": str(saved.file),
            "files": saved.files,
            "lines": saved.lines,
            "taken_at": saved.taken_at.isoformat(),
            "key_made": saved.key_made,
            "desk": saved.desk,
        }
    )
    return Exit.DONE
