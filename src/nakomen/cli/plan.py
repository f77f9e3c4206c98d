"""nakomen plan: what a request would do, and why. Changes nothing."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nakomen.cli.approve import tell_waits
from nakomen.cli.common import Exit, common
from nakomen.cli.language import LANG, say
from nakomen.cli.may.words import day, word
from nakomen.cli.options import DAY
from nakomen.cli.plan_page import tell_plan
from nakomen.cli.tell import emit, tell
from nakomen.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nakomen import Planned, Text

HELP = say(
    "Maak een plan voor een verzoek, of voor wat vervalt. Er verandert nog niets.",
    "Make a plan for a request, or for what falls due. Nothing changes yet.",
)
EXAMPLE = "nakomen plan erase --key email=anna@post.example"


class Asked(StrEnum):
    ACCESS = "access"
    RECTIFY = "rectify"
    PORT = "port"
    OBJECT = "object"
    WITHDRAW = "withdraw"
    ERASE = "erase"
    OFFBOARD = "offboard"
    RESTRICT = "restrict"
    UNRESTRICT = "unrestrict"
    RETENTION = "retention"
    DESTRUCTION = "destruction"


class BadKey(UsageError):
    """A key is KIND=VALUE, such as --key email=ADDRESS or --key customer=NUMBER."""

    nl = "Een sleutel is SOORT=WAARDE, zoals --key email=ADRES of --key customer=NUMMER."


class BadSetting(UsageError):
    """What is right is NAME=VALUE, such as --set email=ADDRESS or --set address.postcode=VALUE."""

    nl = (
        "Wat er moet staan is NAAM=WAARDE, zoals --set email=ADRES of "
        "--set address.postcode=WAARDE."
    )


class BothNamed(UsageError):
    """Give one person by --key, or a list of persons by --keys-from; not both."""

    nl = "Noem één persoon met --key, of een lijst met --keys-from; niet allebei."


class BadClaim(UsageError):
    """A claim is REASON:DATE, such as --claim "dossier 12:2027-05-01"; review within a year."""

    nl = 'Een vordering is REDEN:DATUM, zoals --claim "dossier 12:2027-05-01"; bekijk elk jaar.'


def command(
    request: Annotated[
        Asked,
        typer.Argument(
            metavar=say("VERZOEK", "REQUEST"),
            help=say(
                "access (inzage), rectify (verbeteren), port (meenemen), object (bezwaar), "
                "withdraw (toestemming intrekken), erase (wissen), "
                "offboard (opzeggen), restrict (beperken), "
                "unrestrict (opheffen), retention (wat vervalt) "
                "of destruction (wat gewist is, ook uit de bestanden)",
                "access, rectify, port, object, withdraw, erase, offboard, restrict, unrestrict, "
                "retention (what falls due) or "
                "destruction (what was erased, out of the files too)",
            ),
        ),
    ],
    key: Annotated[
        list[str] | None,
        typer.Option(
            "--key",
            metavar=say("SOORT=WAARDE", "KIND=VALUE"),
            help=say(
                "om wie het gaat: email, phone, customer of iban; mag vaker",
                "whom it is about: email, phone, customer or iban; repeatable",
            ),
        ),
    ] = None,
    setting: Annotated[
        list[str] | None,
        typer.Option(
            "--set",
            metavar=say("NAAM=WAARDE", "NAME=VALUE"),
            help=say(
                "wat er moet staan: email, phone, name, address.postcode …; mag vaker",
                "what is right: email, phone, name, address.postcode …; repeatable",
            ),
        ),
    ] = None,
    purpose: Annotated[
        str | None,
        typer.Option(
            metavar=say("DOEL", "PURPOSE"),
            help=say(
                "bij object en withdraw: marketing, of de naam van een belofte met een doel",
                "with object and withdraw: marketing, or the id of a promise with a purpose",
            ),
        ),
    ] = None,
    keys_from: Annotated[
        Path | None,
        typer.Option(
            "--keys-from",
            metavar=say("BESTAND", "FILE"),
            help=say(
                "lijst (CSV) met één persoon per regel, voor access en erase",
                "list (CSV) with one person a line, for access and erase",
            ),
        ),
    ] = None,
    ground: Annotated[
        str | None,
        typer.Option(
            metavar=say("GROND", "GROUND"),
            help=say(
                "bij restrict: contested (juistheid betwist), unlawful (onrechtmatig), claim "
                "(nodig voor een rechtsvordering) of objection (bezwaar loopt)",
                "with restrict: contested (accuracy), unlawful, claim (needed for one) or "
                "objection (being weighed)",
            ),
        ),
    ] = None,
    wish: Annotated[
        str | None,
        typer.Option(
            metavar=DAY,
            help=say(
                "bij unrestrict: de dag waarop de persoon het vroeg",
                "with unrestrict: the day on which the person asked for it",
            ),
        ),
    ] = None,
    informed: Annotated[
        str | None,
        typer.Option(
            metavar=DAY,
            help=say(
                "bij unrestrict: de dag waarop u de persoon hebt ingelicht",
                "with unrestrict: the day on which you told the person",
            ),
        ),
    ] = None,
    claim: Annotated[
        str | None,
        typer.Option(
            metavar=say("REDEN:DATUM", "REASON:DATE"),
            help=say(
                "rechtsvordering die loopt, met de dag waarop u haar opnieuw bekijkt",
                "legal claim that is pending, with the day of its review",
            ),
        ),
    ] = None,
) -> int:
    from nakomen import Company, Ground, Request, verbs

    with Company.open(common.folder) as company:
        given = [_pair(word, BadKey) for word in key or ()]
        settings = [_pair(word, BadSetting) for word in setting or ()]
        ends = _claim(claim, common.today)
        asked = Request(request.value)
        if keys_from is not None and given:
            raise BothNamed
        if asked is Request.UNRESTRICT:
            days = day("--wish", wish), day("--informed", informed)
            planned = verbs.lift(company, given, common.today, *days)
        elif keys_from is not None:
            planned = verbs.plan_list(company, asked, keys_from, common.today, ends)
        else:
            planned = verbs.plan(
                company,
                asked,
                given,
                common.today,
                ends,
                settings,
                purpose=purpose,
                ground=word("--ground", ground, Ground),
            )
        waits = verbs.waits_for(company, planned.plan)
    return _tell_planned(planned, waits)


def _pair(word: str, bad: type[UsageError]) -> tuple[str, str]:
    kind, equals, value = word.partition("=")
    if not (equals and kind.strip() and value.strip()):
        raise bad
    return kind.strip(), value.strip()


def _claim(word: str | None, today: date) -> "tuple[str, date] | None":
    if word is None:
        return None
    reason, _, day = word.rpartition(":")
    try:
        until = date.fromisoformat(day)
    except ValueError:
        raise BadClaim from None
    if not reason.strip() or not 0 < (until - today).days <= 366:
        raise BadClaim
    return reason.strip(), until


def _tell_planned(planned: "Planned", waits: "Sequence[Text]") -> int:
    """The plan for people and for scripts; exit 4 when what was named may be a slip."""
    from nakomen import plan_told

    plan = planned.plan
    tell_plan(plan)
    if not planned.found and plan.subject and not plan.persons:
        _tell_nobody(planned)
    elif plan.request == "destruction" and not plan.steps:
        nothing = "Er is niets gewist dat nog in bestanden kan staan."
        tell(say(nothing, "Nothing was erased that can still stand in files."))
    elif any(step.rows for step in plan.steps):
        one = say(" -o BESTAND.zip", " -o FILE.zip")
        copy = (say(" -o MAP", " -o DIR") if plan.persons else one) * (
            plan.request in ("access", "port")
        )
        tell(say("Er is nog niets veranderd.", "Nothing has changed yet."))
        tell_waits(waits)
        copy += say(" --by NAAM", " --by NAME") if waits else ""
        tell(
            say(f"Uitvoeren: nakomen apply {plan.id}", f"Carry out: nakomen apply {plan.id}") + copy
        )
    told = {"found": planned.found, "near": list(planned.near)}
    emit(plan_told(plan, LANG) | told | {"waits": [why.in_(LANG) for why in waits]})
    unsure = planned.near or (plan.persons and any(a.decide for a in plan.persons.aside))
    return Exit.PERSON if unsure else Exit.DONE


def _tell_nobody(planned: "Planned") -> None:
    tell(
        say(
            "Niemand gevonden: geen enkele rij hoort bij deze gegevens.",
            "Nobody found: no row belongs to these keys.",
        ),
        "bold",
    )
    for near in planned.near:
        tell(
            say(
                f"Lijkt erop: {near}. Controleer de spelling.",
                f"Looks like it: {near}. Check the spelling.",
            ),
            first="  ",
        )
