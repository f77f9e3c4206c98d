"""nakomen doctor: is everything that nakomen needs in order?"""

from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.tell import emit, tell

HELP = say(
    "Kijk of alles in orde is wat nakomen nodig heeft.",
    "See whether all that nakomen needs is well.",
)
EXAMPLE = "nakomen doctor"


def command(
    resolver: Annotated[
        str | None,
        typer.Option(
            metavar="HOST[:PORT]",
            help=say(
                "vraag deze naamserver, niet die van deze machine",
                "ask this name server, not the one of this machine",
            ),
        ),
    ] = None,
) -> int:
    from nakomen import verbs

    checks = verbs.doctor(common.folder, resolver)
    wide = max(len(say("goed", "good")), len(say("mis", "wrong")))
    for check in checks:
        mark, word = ("✓", say("goed", "good")) if check.good else ("✗", say("mis", "wrong"))
        first = f"{mark} {word:{wide}}  "
        style = None if check.good else "red"
        tell(check.what.in_(LANG), style, first, " " * len(first))
    emit({"checks": [{"what": c.what.in_(LANG), "good": c.good, "code": c.code} for c in checks]})
    return max((c.code for c in checks if not c.good), default=Exit.DONE)
