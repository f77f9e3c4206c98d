"""nakomen may use: may this be used for this purpose, now?"""

from typing import Annotated

import typer

from nakomen.cli.common import common
from nakomen.cli.language import say
from nakomen.cli.may.answer import tell_answer
from nakomen.cli.may.words import day, pairs, word
from nakomen.cli.options import DAY, Withdrawn

HELP = say(
    "Mogen deze gegevens voor dit doel worden gebruikt? Elke vraag komt in het logboek.",
    "May these data be used for this purpose? Each question goes into the log.",
)
EXAMPLE = say(
    "nakomen may use --key customer=K000007 --purpose 'facturen sturen' --in crm.invoice",
    "nakomen may use --key customer=K000007 --purpose 'sending invoices' --in crm.invoice",
)


def command(
    purpose: Annotated[
        str | None,
        typer.Option(
            metavar=say("DOEL", "PURPOSE"),
            help=say(
                "het doel zoals de verklaring het noemt, of de belofte",
                "the purpose as the statement calls it, or its promise",
            ),
        ),
    ] = None,
    key: Annotated[
        list[str] | None,
        typer.Option(
            "--key",
            metavar=say("SOORT=WAARDE", "KIND=VALUE"),
            help=say("om wie het gaat; mag vaker", "whom it is about; repeatable"),
        ),
    ] = None,
    records: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar=say("SYSTEEM.TABEL", "SYSTEM.DATASET"),
            help=say("welke gegevens, zoals crm.customer", "which records, such as crm.customer"),
        ),
    ] = None,
    ground: Annotated[
        str | None,
        typer.Option(
            metavar=say("GROND", "GROUND"),
            help=say(
                "waarom het mag al zijn de gegevens beperkt: storage, consent, claim, "
                "rights-of-others of public-interest",
                "why it may be although the data is restricted: storage, consent, claim, "
                "rights-of-others or public-interest",
            ),
        ),
    ] = None,
    collected: Annotated[
        str | None,
        typer.Option(
            metavar=DAY,
            help=say("de dag waarop de gegevens binnenkwamen", "the day the data came in"),
        ),
    ] = None,
    consent: Annotated[
        str | None,
        typer.Option(
            metavar=DAY,
            help=say(
                "de dag van de toestemming voor dit doel", "the day of consent to this purpose"
            ),
        ),
    ] = None,
    withdrawn: Withdrawn = None,
) -> int:
    from nakomen import Allowed, Company, Consent, Wanted, verbs

    wanted = Wanted(
        purpose=purpose,
        given=pairs("--key", key),
        records=records,
        ground=word("--ground", ground, Allowed),
        consent=Consent(given=day("--consent", consent), withdrawn=day("--withdrawn", withdrawn)),
        collected=day("--collected", collected),
    )
    with Company.open(common.folder) as company:
        return tell_answer(company, verbs.may_use(company, wanted, common.today))
