"""nakomen may special: may a special value about a person be stored?"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import common
from nakomen.cli.language import say
from nakomen.cli.may.answer import answer
from nakomen.cli.may.words import TextUnreadable, day, word
from nakomen.cli.options import DAY, Withdrawn

HELP = say("Mag dit bijzondere gegeven worden vastgelegd?", "May this special value be recorded?")
EXAMPLE = "nakomen may special --category health --consent 2026-01-02"


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
    text: Annotated[
        Path | None,
        typer.Option(
            metavar=say("BESTAND", "FILE"),
            help=say(
                "de tekst die zou worden vastgelegd: wat er staat telt mee; - leest van de invoer",
                "the text that would be recorded: what it tells counts; - reads standard input",
            ),
        ),
    ] = None,
    consent: Annotated[
        str | None,
        typer.Option(
            metavar=DAY,
            help=say("de dag van de uitdrukkelijke toestemming", "the day of explicit consent"),
        ),
    ] = None,
    withdrawn: Withdrawn = None,
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
        text=_read(text) if text else None,
    )
    with Company.open(common.folder) as company:
        return answer(company, facts)


def _read(file: Path) -> str:
    """The text itself never stands on a command line, where a shell would remember it."""
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise TextUnreadable(file.name) from error
