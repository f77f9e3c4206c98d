"""nakomen may combined: may these data be treated as not personal?"""

from typing import Annotated

import typer

from nakomen.cli.common import common
from nakomen.cli.language import say
from nakomen.cli.may.answer import answer
from nakomen.cli.may.words import yes_no

HELP = say(
    "Mogen deze gegevens als niet persoonlijk worden behandeld?",
    "May these data be treated as not personal?",
)
EXAMPLE = say("nakomen may combined --linked ja", "nakomen may combined --linked yes")


def command(
    linked: Annotated[
        str | None,
        typer.Option(
            metavar=say("ja|nee", "yes|no"),
            help=say("ze zijn aan een persoon gekoppeld", "they are linked to a person"),
        ),
    ] = None,
    personal: Annotated[
        bool,
        typer.Option(
            "--personal",
            help=say("ze wijzen zelf een persoon aan", "they single out a person themselves"),
        ),
    ] = False,
) -> int:
    from nakomen import Combined, Company

    facts = Combined(linked=yes_no("--linked", linked), personal=personal)
    with Company.open(common.folder) as company:
        return answer(company, facts)
