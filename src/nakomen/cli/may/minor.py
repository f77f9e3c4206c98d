"""nakomen may minor: may data of a person of this age be taken?"""

from typing import Annotated

import typer

from nakomen.cli.common import common
from nakomen.cli.language import say
from nakomen.cli.may.answer import answer
from nakomen.cli.may.words import word
from nakomen.terms import Basis

HELP = say("Mag dit met iemand van deze leeftijd?", "May this be done with somebody of this age?")
EXAMPLE = "nakomen may minor --age 15 --parent-consent --written"


def command(
    age: Annotated[
        int | None,
        typer.Option(
            min=0, max=150, metavar=say("JAREN", "YEARS"), help=say("de leeftijd", "the age")
        ),
    ] = None,
    parent_consent: Annotated[
        bool,
        typer.Option(
            "--parent-consent",
            help=say("een ouder of voogd gaf toestemming", "a parent or guardian gave consent"),
        ),
    ] = False,
    written: Annotated[
        bool, typer.Option("--written", help=say("op schrift", "in writing"))
    ] = False,
    basis: Annotated[
        str | None,
        typer.Option(
            metavar=say("GRONDSLAG", "BASIS"),
            help=say(
                "waar het op rust: consent (toestemming), contract, …",
                "what it rests on: consent, contract, …",
            ),
        ),
    ] = None,
) -> int:
    from nakomen import Company, Minor

    ground = word("--basis", basis, Basis)
    with Company.open(common.folder) as company:
        facts = Minor(age=age, consent=parent_consent, written=written, basis=ground)
        return answer(company, facts)
