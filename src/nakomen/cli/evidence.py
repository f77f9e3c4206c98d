"""nakomen evidence: hand the evidence to somebody else."""

from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import Exit, common, emit, number, tell
from nakomen.cli.language import say

HELP = say("Geef het bewijs aan een ander.", "Hand the evidence to somebody else.")
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.callback()
def evidence() -> None:
    """The group of verbs on evidence."""


@app.command(
    "bundle",
    help=say("Schrijf al het bewijs in één bestand dat ieder kan controleren.",
             "Write all evidence to one file that anybody can verify."),
)  # fmt: skip
def bundle(
    output: Annotated[Path, typer.Option("-o", "--output", help=say("bestand", "file"))] = Path(
        "bewijs.jsonl"
    ),
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        written = verbs.bundle(company, output)
    tell(say(f"{output}: {number(written.lines)} regels · sleutel {written.key_fingerprint}",
             f"{output}: {number(written.lines)} lines · key {written.key_fingerprint}"))  # fmt: skip  # noqa: E501
    tell(say(f"Controleren kan ieder, zonder deze map: nakomen verify {output}",
             f"Anybody can verify it, without this folder: nakomen verify {output}"))  # fmt: skip
    emit({"file": str(output), "lines": written.lines, "root": written.root,
          "key": written.key_fingerprint})  # fmt: skip
    return Exit.DONE
