"""nakomen explain: what a code, a promise or a norm means."""

from typing import Annotated

import typer

from nakomen.cli.common import Exit, common, emit, tell
from nakomen.cli.language import LANG, say

HELP = say(
    "Leg een code, een belofte of een wetsregel uit.", "Explain a code, a promise or a norm."
)


def command(
    name: Annotated[str, typer.Argument(help=say("zoals awr-52, P003, retention-1",
                                                 "such as awr-52, P003, retention-1"))],
) -> int:  # fmt: skip
    from nakomen import verbs

    text = verbs.explain(common.folder, name)
    tell(text.in_(LANG))
    emit({"name": name, "text": text.in_(LANG)})
    return Exit.DONE
