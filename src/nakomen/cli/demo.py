"""nakomen demo: the circle on a company that does not exist."""

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli import up
from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.tell import command_lines, emit, tell, tell_lines

HELP = say(
    "Loop de hele kring op een verzonnen bedrijf, van verklaring tot bewijs.",
    "Walk the whole circle on a fictional company, from statement to proof.",
)
EXAMPLE = "nakomen demo --no-serve"


def command(
    no_serve: Annotated[
        bool,
        typer.Option("--no-serve", help=say("open na afloop niets", "open nothing afterwards")),
    ] = False,
) -> int:
    from nakomen.demo.walk import walk

    chosen = common.folder != Path()
    folder = common.folder if chosen else Path(tempfile.mkdtemp(prefix="nakomen-demo-"))
    stages = []
    for number, stage in enumerate(walk(folder, common.today), start=1):
        stages.append(stage)
        tell(stage.told.in_(LANG), None, f"{number:2}. ", "    ")
        tell_lines(command_lines(stage.command, "    $ "), "dim")
    tell()
    # A script has nobody to look at a desk that stays open.
    served = not no_serve and not common.as_json and sys.stdin.isatty()
    home = folder / "zonneveld"
    tell(say(f"Kijk zelf verder in {home}", f"Look around in {home}"), "bold")
    tell_lines(command_lines(f"nakomen -C {home} status"))
    emit(
        {
            "folder": str(folder),
            "stages": [{"stage": s.name, "told": s.told.in_(LANG), **s.facts} for s in stages],
            "served": served,
        }
    )
    if served:
        tell()
        up.serve(home, "127.0.0.1", 0)
    return Exit.DONE
