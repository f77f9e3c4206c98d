"""nakomen publish: the statement and the registers, for people and for programs."""

from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import say
from nakomen.cli.tell import emit, tell

HELP = say(
    "Schrijf de privacyverklaring in het Nederlands en Engels, als webpagina, Markdown en PDF.",
    "Write the privacy statement in Dutch and English, as web page, Markdown and PDF.",
)
EXAMPLE = say("nakomen publish -o site", "nakomen publish -o site")


def command(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar=say("MAP", "DIR"), help=say("waarheen", "where to")),
    ],
    draft: Annotated[
        bool,
        typer.Option(
            "--draft",
            help=say("ook als het geen versie is", "also when it is no version"),
        ),
    ] = False,
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        written = verbs.publish(company, output, common.today, draft=draft)
    for file in written:
        tell(f"  {file.file}")
    emit({"files": [{"file": str(f.file), "sha256": f.sha256} for f in written]})
    return Exit.DONE
