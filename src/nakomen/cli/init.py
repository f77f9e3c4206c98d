"""nakomen init: a folder for the company, made from its statement and its systems."""

from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import Exit, common, emit, tell
from nakomen.cli.language import say
from nakomen.errors import UsageError

HELP = say(
    "Maak de map van een bedrijf uit zijn verklaring en zijn systemen.",
    "Make a company's folder from its statement and its systems.",
)


class BadStore(UsageError):
    """A store is NAME=URL, such as --store crm=sqlite:///crm.db."""

    nl = "Een systeem is NAAM=URL, zoals --store crm=sqlite:///crm.db."


def command(
    folder: Annotated[Path, typer.Argument(help=say("nieuwe map", "new folder"))],
    statement: Annotated[Path, typer.Option(help=say("de verklaring", "the statement"))],
    store: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=URL", help=say("systeem (vaker mag)", "system (repeatable)")),
    ] = None,
) -> int:
    from nakomen import verbs

    stores = dict(_pair(word) for word in store or ())
    made = verbs.init(common.folder / folder, statement, stores)
    tell(say(f"{made.folder}: {made.promises} beloften gelezen, {made.datasets} gegevenssets in "
             f"{len(stores)} systemen.", f"{made.folder}: {made.promises} promises read, "
             f"{made.datasets} datasets in {len(stores)} systems."))  # fmt: skip
    for doubt in made.doubtful:
        tell(say(f"  twijfel: {doubt}", f"  doubtful: {doubt}"))
    tell(say("Lees policy.yaml en systems/*.yaml na en bevestig: nakomen confirm",
             "Read policy.yaml and systems/*.yaml and confirm: nakomen confirm"))  # fmt: skip
    emit(
        {
            "folder": str(made.folder),
            "promises": made.promises,
            "datasets": made.datasets,
            "doubtful": made.doubtful,
        }
    )
    return Exit.DONE


def _pair(word: str) -> tuple[str, str]:
    name, equals, url = word.partition("=")
    if not (equals and name.isidentifier() and url):
        raise BadStore
    return name, url
