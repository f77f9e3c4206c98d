"""nakomen up: the desk, in a browser."""

from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import say
from nakomen.cli.tell import emit_line, tell
from nakomen.cli.unit import unit

HELP = say(
    "Open het bureau: elke belofte met haar oordeel, in een browser.",
    "Open the desk: every promise with its verdict, in a browser.",
)
EXAMPLE = "nakomen up"


def command(
    host: Annotated[
        str, typer.Option(metavar="HOST", help=say("luister op dit adres", "listen here"))
    ] = "127.0.0.1",
    port: Annotated[
        int,
        typer.Option(
            metavar=say("POORT", "PORT"),
            help=say("op deze poort; 0: een vrije", "on this port; 0: a free one"),
        ),
    ] = 8000,
    address: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help=say(
                "waar mensen het vinden, achter een proxy", "where people find it, behind a proxy"
            ),
        ),
    ] = None,
    invite: Annotated[
        str | None,
        typer.Option(
            metavar=say("E-MAIL", "EMAIL"),
            help=say(
                "nodig een eigenaar die wachtwoord en codes kwijt is opnieuw uit, en stop",
                "invite an owner again who lost password and codes, and stop",
            ),
        ),
    ] = None,
    workers: Annotated[
        int,
        typer.Option(
            min=0,
            metavar=say("AANTAL", "NUMBER"),
            help=say(
                "processen voor het werk naast de pagina's, op PostgreSQL",
                "processes for the work beside the pages, on PostgreSQL",
            ),
        ),
    ] = 0,
    systemd: Annotated[
        bool,
        typer.Option(
            "--systemd",
            help=say(
                "toon de unit voor systemd; open niets", "show the systemd unit; open nothing"
            ),
        ),
    ] = False,
) -> int:
    if systemd:
        print(unit(common.folder, host, port, address), end="")
        return Exit.DONE
    if invite is not None:
        restore(common.folder, address or f"http://{host}:{port}", invite)
    else:
        serve(common.folder, host, port, address, workers)
    return Exit.DONE


def restore(folder: Path, address: str, email: str) -> None:
    """
    Say where an owner can come in again. Also while the desk is open.

    Raises:
        NoSuchOwner: nothing was changed.
    """
    from nakomen.desk import start

    start.configure(folder, address)
    from nakomen.desk.accounts.founding import restore as again

    link = again(email)
    tell(
        say(
            "Hiermee komt de eigenaar er weer in. Wat zij had, opent niets meer:",
            "With this the owner gets in again. What she had opens nothing any more:",
        )
    )
    tell(f"  {link}")
    emit_line({"address": address, "invitation": link})


def serve(folder: Path, host: str, port: int, address: str | None = None, workers: int = 0) -> None:
    """
    Say where the desk is, and keep it open.

    Raises:
        PortTaken: nothing was opened.
    """
    from nakomen.desk import start

    desk = start.open_desk(folder, host, port, address, workers)
    tell(
        say(f"Het bureau staat open op {desk.address}", f"The desk is open at {desk.address}"),
        "bold",
    )
    if desk.invitation:
        tell(
            say(
                "Er kan nog niemand in. De eigenaar begint hier:",
                "Nobody can get in yet. The owner begins here:",
            )
        )
        tell(f"  {desk.invitation}")
    tell(say("Stoppen: Ctrl+C", "Stop: Ctrl+C"), "dim")
    emit_line({"address": desk.address, "invitation": desk.invitation})
    start.serve(desk, workers)
