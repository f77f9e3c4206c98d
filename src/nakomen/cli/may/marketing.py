"""nakomen may marketing: may this message be sent to this person, by this channel?"""

from typing import Annotated

import typer

from nakomen.cli.common import common
from nakomen.cli.language import say
from nakomen.cli.may.answer import answer
from nakomen.cli.may.words import day, pairs, word, yes_no
from nakomen.cli.options import DAY, Withdrawn
from nakomen.terms import Channel

HELP = say("Mag dit bericht naar deze persoon?", "May this message go to this person?")
EXAMPLE = "nakomen may marketing --channel email --customer --consent 2026-01-02"
_YES_NO = say("ja|nee", "yes|no")
_ALL = "all"


def command(
    channel: Annotated[
        str | None,
        typer.Option(
            metavar=say("KANAAL", "CHANNEL"),
            help=say("email, phone, sms, app, post, …", "email, phone, sms, app, post, …"),
        ),
    ] = None,
    kind: Annotated[
        str,
        typer.Option(
            metavar=say("SOORT", "KIND"),
            help=say(
                "campaign (reclame), survey (enquête), contact of service (over de dienst zelf)",
                "campaign, survey, contact or service (about the service itself)",
            ),
        ),
    ] = "campaign",
    customer: Annotated[
        bool,
        typer.Option(
            "--customer",
            help=say("het adres is gegeven bij een verkoop", "the address was given in a sale"),
        ),
    ] = False,
    similar: Annotated[
        str | None,
        typer.Option(
            metavar=_YES_NO,
            help=say("over eigen soortgelijke producten", "about own, similar products"),
        ),
    ] = None,
    opt_out: Annotated[
        str | None,
        typer.Option(
            "--opt-out",
            metavar=_YES_NO,
            help=say(
                "afmelden kon bij de verkoop en kan in elk bericht",
                "refusing was possible at the sale and is in each message",
            ),
        ),
    ] = None,
    published: Annotated[
        bool,
        typer.Option(
            "--published",
            help=say(
                "een zakelijk adres dat hiervoor bekend is gemaakt",
                "a business address that was published for this",
            ),
        ),
    ] = False,
    consent: Annotated[
        str | None,
        typer.Option(metavar=DAY, help=say("de dag van de toestemming", "the day of consent")),
    ] = None,
    withdrawn: Withdrawn = None,
    key: Annotated[
        list[str] | None,
        typer.Option(
            "--key",
            metavar=say("SOORT=WAARDE", "KIND=VALUE"),
            help=say(
                "naar wie: email, phone of customer; wie ooit bezwaar maakte, krijgt niets",
                "to whom: email, phone or customer; whoever objected before gets nothing",
            ),
        ),
    ] = None,
    objected: Annotated[
        list[str] | None,
        typer.Option(
            metavar=say("KANAAL", "CHANNEL"),
            help=say(
                "waartegen bezwaar is gemaakt; all is alles; mag vaker",
                "what was objected to; all is everything; repeatable",
            ),
        ),
    ] = None,
) -> int:
    from nakomen import Company, Consent, Message, Sending, verbs

    against = [entry for entry in objected or () if entry != _ALL]
    stopped = {word("--objected", entry, Channel) for entry in against}
    message = word("--kind", kind, Message)
    assert message is not None
    facts = Sending(
        channel=word("--channel", channel, Channel),
        today=common.today,
        message=message,
        customer=customer,
        similar=yes_no("--similar", similar),
        opt_out=yes_no("--opt-out", opt_out),
        published=published,
        consent=Consent(given=day("--consent", consent), withdrawn=day("--withdrawn", withdrawn)),
        objected=frozenset(entry for entry in stopped if entry),
        everywhere=_ALL in (objected or ()),
    )
    keys = pairs("--key", key)
    with Company.open(common.folder) as company:
        no = verbs.objected_on(company, keys) if keys else None
        return answer(company, facts.after_objection(no))
