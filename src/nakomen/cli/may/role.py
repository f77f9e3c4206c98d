"""nakomen may role: own administration, or what customers store with us?"""

from typing import Annotated

import typer

from nakomen.cli.common import common
from nakomen.cli.language import say
from nakomen.cli.may.answer import answer
from nakomen.cli.may.words import word
from nakomen.terms import RecordKind

HELP = say(
    "Mogen wij dit zelf doen, of gaat een klant erover?",
    "May we do this ourselves, or is it a customer's?",
)
EXAMPLE = "nakomen may role --records content --to answer"


def command(
    records: Annotated[
        str | None,
        typer.Option(
            metavar=say("SOORT", "KIND"),
            help=say(
                "om welke gegevens het gaat; content is wat klanten opslaan",
                "which records; content is what customers store",
            ),
        ),
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            metavar=say("DOEL", "AIM"),
            help=say(
                "answer (een verzoek), read (inzien) of instruction (opdracht van de klant)",
                "answer (a request), read or instruction (by the customer)",
            ),
        ),
    ] = "answer",
    agreement: Annotated[
        bool,
        typer.Option(
            "--agreement",
            help=say("de verwerkersovereenkomst is er", "the processing agreement is on file"),
        ),
    ] = False,
) -> int:
    from nakomen import Company, Intent, Reach

    intent = word("--to", to, Intent)
    assert intent is not None
    facts = Reach(
        records=word("--records", records, RecordKind), intent=intent, agreement=agreement
    )
    with Company.open(common.folder) as company:
        return answer(company, facts)
