"""nakomen confirm: a person's yes to what was read or drafted."""

import getpass
import os
from typing import Annotated

import typer

from nakomen.cli.common import Exit, common, emit, table, tell
from nakomen.cli.language import say

HELP = say(
    "Zeg ja tegen wat is gelezen of opgesteld; met naam en datum.",
    "Say yes to what was read or drafted; with name and date.",
)


def command(
    what: Annotated[
        str | None,
        typer.Argument(help=say("policy of systems/NAAM", "policy or systems/NAME")),
    ] = None,
    entries: Annotated[
        list[str] | None, typer.Argument(help=say("namen van regels", "names of entries"))
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help=say("alles", "everything"))] = False,
    by: Annotated[str | None, typer.Option(help=say("wie er ja zegt", "who says yes"))] = None,
) -> int:
    from nakomen import Company, verbs

    name = by or os.environ.get("NAKOMEN_USER") or getpass.getuser()
    with Company.open(common.folder) as company:
        if not entries and not everything:
            return _tell_open(verbs.unconfirmed(company, what))
        said = verbs.confirm(company, what, entries, name, common.today)
    tell(say(f"{len(said)} regels bevestigd door {name}.", f"{len(said)} entries confirmed by "
             f"{name}."))  # fmt: skip
    emit({"confirmed": said, "by": name, "on": common.today})
    return Exit.DONE


def _tell_open(waiting: list[tuple[str, str, str]]) -> int:
    """What still waits for a yes; nothing is confirmed by looking."""
    if waiting:
        table((say("bestand", "file"), say("regel", "entry"), say("wat", "what")), waiting)
        tell(say("Bevestig met: nakomen confirm [policy|systems/NAAM] REGEL … of --all",
                 "Confirm with: nakomen confirm [policy|systems/NAME] ENTRY … or --all"))  # fmt: skip  # noqa: E501
    else:
        tell(say("Alles is bevestigd.", "Everything is confirmed."))
    emit({"unconfirmed": [{"file": f, "entry": e, "what": w} for f, e, w in waiting]})
    return Exit.PERSON if waiting else Exit.DONE
