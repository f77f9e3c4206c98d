"""nakomen may transfer: may data go to a receiver in this country?"""

from typing import Annotated

import typer

from nakomen.cli.common import common
from nakomen.cli.language import say
from nakomen.cli.may.answer import answer
from nakomen.cli.may.words import country as code
from nakomen.cli.may.words import day, word
from nakomen.cli.options import DAY
from nakomen.terms import Safeguard

HELP = say(
    "Mogen gegevens naar een ontvanger in dit land?",
    "May data go to a receiver in this country?",
)
EXAMPLE = "nakomen may transfer --country US --safeguard scc --assessment 2026-02-01"


def command(
    country: Annotated[
        str | None,
        typer.Option(
            metavar=say("LAND", "COUNTRY"),
            help=say("de landcode, zoals NL of US", "the country code, such as NL or US"),
        ),
    ] = None,
    recipient: Annotated[
        str | None,
        typer.Option(
            metavar=say("NAAM", "NAME"),
            help=say(
                "een ontvanger uit het beleid, met het land dat daar staat",
                "a receiver from the policy, with the country that stands there",
            ),
        ),
    ] = None,
    safeguard: Annotated[
        str | None,
        typer.Option(
            metavar="scc|bcr|…",
            help=say(
                "de waarborg: scc (modelcontract) of bcr (bedrijfsregels)",
                "the safeguard: scc (standard clauses) or bcr (corporate rules)",
            ),
        ),
    ] = None,
    assessment: Annotated[
        str | None,
        typer.Option(
            metavar=DAY,
            help=say(
                "de dag waarop is geoordeeld dat de bescherming daar gelijkwaardig is",
                "the day on which protection there was found equivalent",
            ),
        ),
    ] = None,
    certified: Annotated[
        str | None,
        typer.Option(
            metavar=DAY,
            help=say(
                "de dag waarop de ontvanger op de lijst stond (Data Privacy Framework)",
                "the day on which the receiver was on the list (Data Privacy Framework)",
            ),
        ),
    ] = None,
) -> int:
    from nakomen import Company, Export, verbs

    kind = word("--safeguard", safeguard, Safeguard)
    judged, listed = day("--assessment", assessment), day("--certified", certified)
    where = code(country)
    with Company.open(common.folder) as company:
        if where is None and recipient is not None:
            where = verbs.country_of(company, recipient)
        facts = Export(
            country=where,
            today=common.today,
            safeguard=kind,
            assessment=judged,
            certified=listed,
        )
        return answer(company, facts)
