"""nakomen explain: what a code, a promise or a norm means."""

from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.tell import emit, tell

HELP = say(
    "Leg een code, een belofte of een wetsregel uit.", "Explain a code, a promise or a norm."
)
EXAMPLE = "nakomen explain awr-52"


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar=say("NAAM", "NAME"),
            help=say(
                "een code (P003), belofte (retention-1) of wetsregel (awr-52)",
                "a code (P003), promise (retention-1) or norm (awr-52)",
            ),
        ),
    ],
) -> int:
    from nakomen import verbs

    text = verbs.explain(common.folder, name, common.today)
    tell(text.in_(LANG))
    emit({"name": name, "text": text.in_(LANG)})
    return Exit.DONE
