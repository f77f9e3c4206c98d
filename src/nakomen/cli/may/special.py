"""nakomen may special: may a special value about a person be stored?"""

from typing import Annotated

import typer

from nakomen.cli.common import common
from nakomen.cli.language import say
from nakomen.cli.may.answer import answer
from nakomen.cli.may.words import day, word

HELP = say("Mag dit bijzondere gegeven worden vastgelegd?", "May this special value be recorded?")
EXAMPLE = "nakomen may special --category health --consent 2026-01-02"
_DAY = say("JJJJ-MM-DD", "YYYY-MM-DD")


def command(
    category: Annotated[
        str | None,
        typer.Option(
            metavar=say("SOORT", "KIND"),
            help=say(
                "health (gezondheid), race (afkomst), belief (geloof), politics (politiek), …",
                "health, race, belief, politics, union, sex-life, biometric, criminal, bsn, …",
            ),
        ),
    ] = None,
    consent: Annotated[
        str | None,
        typer.Option(
            metavar=_DAY,
            help=say("de dag van de uitdrukkelijke toestemming", "the day of explicit consent"),
        ),
    ] = None,
    withdrawn: Annotated[
        str | None,
        typer.Option(
            metavar=_DAY, help=say("de dag waarop die is ingetrokken", "the day it was withdrawn")
        ),
    ] = None,
    volunteered: Annotated[
        bool,
        typer.Option(
            "--volunteered",
            help=say("de persoon gaf het uit zichzelf", "the person volunteered it"),
        ),
    ] = False,
    duty: Annotated[
        bool, typer.Option("--duty", help=say("een wet schrijft het voor", "a statute demands it"))
    ] = False,
    security: Annotated[
        bool,
        typer.Option(
            "--security",
            help=say("nodig om te zien wie binnenkomt", "needed to see who enters"),
        ),
    ] = False,
) -> int:
    from nakomen import Company, Consent, Special, Storing

    facts = Storing(
        kind=word("--category", category, Special),
        today=common.today,
        consent=Consent(given=day("--consent", consent), withdrawn=day("--withdrawn", withdrawn)),
        volunteered=volunteered,
        duty=duty,
        security=security,
    )
    with Company.open(common.folder) as company:
        return answer(company, facts)
