"""Options that several commands share."""

from typing import Annotated, TypeAlias

import typer

from nakomen.cli.language import say

DAY = say("JJJJ-MM-DD", "YYYY-MM-DD")
"""How a day is written."""
Withdrawn: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=DAY, help=say("de dag waarop die is ingetrokken", "the day it was withdrawn")
    ),
]
"""The day on which a consent ended."""
