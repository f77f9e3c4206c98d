"""nakomen may marketing: may this message be sent to this person, by this channel?"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated, TypeAlias

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


Way: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=say("KANAAL", "CHANNEL"),
        help=say("email, phone, sms, app, post, …", "email, phone, sms, app, post, …"),
    ),
]
Kind: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar=say("SOORT", "KIND"),
        help=say(
            "campaign (reclame), survey (enquête), contact of service (over de dienst zelf)",
            "campaign, survey, contact or service (about the service itself)",
        ),
    ),
]
Customer: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--customer",
        help=say("het adres is gegeven bij een verkoop", "the address was given in a sale"),
    ),
]
Similar: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=_YES_NO,
        help=say("over eigen soortgelijke producten", "about own, similar products"),
    ),
]
OptOut: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--opt-out",
        metavar=_YES_NO,
        help=say(
            "afmelden kon bij de verkoop en kan in elk bericht",
            "refusing was possible at the sale and is in each message",
        ),
    ),
]
Published: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--published",
        help=say(
            "een zakelijk adres dat hiervoor bekend is gemaakt",
            "a business address that was published for this",
        ),
    ),
]
Consented: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=DAY, help=say("de dag van de toestemming", "the day of consent")),
]
Whom: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--key",
        metavar=say("SOORT=WAARDE", "KIND=VALUE"),
        help=say(
            "naar wie: email, phone of customer; wie ooit bezwaar maakte, krijgt niets",
            "to whom: email, phone or customer; whoever objected before gets nothing",
        ),
    ),
]
Objected: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        metavar=say("KANAAL", "CHANNEL"),
        help=say(
            "waartegen bezwaar is gemaakt; all is alles; mag vaker",
            "what was objected to; all is everything; repeatable",
        ),
    ),
]


def command(
    channel: Way = None,
    kind: Kind = "campaign",
    customer: Customer = False,
    similar: Similar = None,
    opt_out: OptOut = None,
    published: Published = False,
    consent: Consented = None,
    withdrawn: Withdrawn = None,
    key: Whom = None,
    objected: Objected = None,
) -> int:
    from nakomen import Company, Consent, Message, Sending, verbs

    message = word("--kind", kind, Message)
    assert message is not None
    given, keys = day("--consent", consent), pairs("--key", key)
    facts = Sending(
        channel=word("--channel", channel, Channel),
        today=common.today,
        message=message,
        customer=customer,
        similar=yes_no("--similar", similar),
        opt_out=yes_no("--opt-out", opt_out),
        published=published,
        consent=Consent(given=given, withdrawn=day("--withdrawn", withdrawn)),
        objected=_stopped(objected or ()),
        everywhere=_ALL in (objected or ()),
    )
    with Company.open(common.folder) as company:
        purpose = f"marketing:{facts.channel}" if facts.channel else "marketing"
        no = verbs.objected_on(company, keys, purpose) if keys else None
        if keys and given is None:
            noted = verbs.consented_on(company, keys, purpose)
            facts = replace(facts, consent=replace(facts.consent, given=noted))
        return answer(company, facts.after_objection(no))


def _stopped(objected: Iterable[str]) -> frozenset[Channel]:
    found = (word("--objected", entry, Channel) for entry in objected if entry != _ALL)
    return frozenset(channel for channel in found if channel)
