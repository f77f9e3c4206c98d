"""nakomen confirm: a person's yes to what was read or drafted."""

from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import say
from nakomen.cli.tell import counted, emit, tell, tell_table
from nakomen.cli.who import who_says

HELP = say(
    "Zeg ja tegen wat is gelezen of opgesteld; met naam en datum. "
    "Zonder regels: toon wat nog wacht.",
    "Say yes to what was read or drafted; with name and date. "
    "Without entries: show what still waits.",
)
EXAMPLE = "nakomen confirm policy retention-1"


def command(
    what: Annotated[
        str | None,
        typer.Argument(
            metavar=say("BESTAND", "FILE"),
            help=say("policy of systems/NAAM", "policy or systems/NAME"),
        ),
    ] = None,
    entries: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=say("REGEL", "ENTRY"), help=say("namen van regels", "names of entries")
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help=say("alles wat nog wacht", "all that still waits"))
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(metavar=say("NAAM", "NAME"), help=say("wie er ja zegt", "who says yes")),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    name = who_says(by)
    with Company.open(common.folder) as company:
        if not entries and not everything:
            return _tell_open(verbs.unconfirmed(company, what))
        said = verbs.confirm(company, what, entries, name, common.today)
    agreed = counted(len(said), ("regel", "regels"), ("entry", "entries"))
    tell(say(f"{agreed} bevestigd door {name}.", f"{agreed} confirmed by {name}."))
    emit({"confirmed": said, "by": name, "on": common.today})
    return Exit.DONE


def _tell_open(waiting: list[tuple[str, str, str]]) -> int:
    """What still waits for a yes; nothing is confirmed by looking."""
    emit({"unconfirmed": [{"file": f, "entry": e, "what": w} for f, e, w in waiting]})
    if not waiting:
        tell(say("Alles is bevestigd.", "Everything is confirmed."))
        return Exit.DONE
    tell_table((say("bestand", "file"), say("regel", "entry"), say("wat", "what")), waiting)
    tell()
    tell(
        say(
            "Lees na, en zeg ja met: nakomen confirm BESTAND REGEL … of nakomen confirm --all",
            "Read it, and say yes with: nakomen confirm FILE ENTRY … or nakomen confirm --all",
        )
    )
    return Exit.PERSON
