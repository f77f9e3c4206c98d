"""nakomen replay: after a restore, erase again what was erased since the backup."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import say
from nakomen.cli.tell import emit, tell
from nakomen.cli.who import who_says
from nakomen.errors import UsageError

HELP = say(
    "Wis na het terugzetten opnieuw wat sinds de back-up gewist is.",
    "After a restore, erase again what was erased since the backup.",
)
EXAMPLE = "nakomen replay --ledger /oud/.nakomen/ledger.sqlite"


class OneOfTwo(UsageError):
    """Give --ledger FILE, or --nothing when nothing was erased since or no ledger is left."""

    nl = (
        "Geef --ledger BESTAND, of --nothing als er sindsdien niets gewist is of geen logboek "
        "over is."
    )


def command(
    ledger: Annotated[
        Path | None,
        typer.Option(
            "--ledger",
            metavar=say("BESTAND", "FILE"),
            help=say(
                "een ledger.sqlite van na de back-up", "a ledger.sqlite from after the backup"
            ),
        ),
    ] = None,
    nothing: Annotated[
        bool,
        typer.Option("--nothing", help=say("er is niets gewist sindsdien", "nothing was erased")),
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(metavar=say("NAAM", "NAME"), help=say("wie dat zegt", "who says so")),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    if (ledger is None) != nothing:
        raise OneOfTwo
    who = who_says(by) if nothing else by
    with Company.open(common.folder) as company:
        done = verbs.replay(company, ledger, who, common.today)
    _list(done.again, "Opnieuw uitgevoerd", "Carried out again")
    _list(done.waits, "Wacht op een ja (`nakomen approve`)", "Waits for a yes (`nakomen approve`)")
    _list(done.by_hand, "Doe dit met de hand opnieuw", "Do this again by hand")
    _list(done.unknown, "Van na de back-up, niets teruggezet", "After the backup, nothing put back")
    if done.done:
        tell(say("✓ Het bureau mag weer open.", "✓ The desk may open again."), "green")
    emit(
        {
            "again": list(done.again),
            "waits": list(done.waits),
            "by_hand": list(done.by_hand),
            "unknown": list(done.unknown),
            "done": done.done,
        }
    )
    return Exit.DONE if done.done else Exit.PERSON


def _list(what: Sequence[str], nl: str, en: str) -> None:
    if what:
        tell(f"{say(nl, en)}: {', '.join(what)}")
