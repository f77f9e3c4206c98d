"""The words of `nakomen plan`: its options, and what they mean."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from nakomen.cli.language import say
from nakomen.cli.options import DAY
from nakomen.errors import UsageError


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


Request: TypeAlias = Annotated[
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
]
"""Which right, or what falls due."""
Keys: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--key",
        metavar=say("SOORT=WAARDE", "KIND=VALUE"),
        help=say(
            "om wie het gaat: email, phone, customer of iban; mag vaker",
            "whom it is about: email, phone, customer or iban; repeatable",
        ),
    ),
]
"""Whom it is about."""
Settings: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar=say("NAAM=WAARDE", "NAME=VALUE"),
        help=say(
            "wat er moet staan: email, phone, name, address.postcode …; mag vaker",
            "what is right: email, phone, name, address.postcode …; repeatable",
        ),
    ),
]
"""What a rectification makes of it."""
Purpose: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=say("DOEL", "PURPOSE"),
        help=say(
            "bij object en withdraw: marketing, of de naam van een belofte met een doel",
            "with object and withdraw: marketing, or the id of a promise with a purpose",
        ),
    ),
]
"""What an objection or a withdrawal is about."""
Compelling: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=say("GRONDEN", "GROUNDS"),
        help=say(
            "bij object, na het wegen: welke gronden voorgaan, zonder namen; het gebruik gaat door",
            "with object, after weighing: which grounds go first, no names; the use goes on",
        ),
    ),
]
"""How an objection was decided against the person."""
KeysFrom: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--keys-from",
        metavar=say("BESTAND", "FILE"),
        help=say(
            "lijst (CSV) met één persoon per regel, voor access en erase",
            "list (CSV) with one person a line, for access and erase",
        ),
    ),
]
"""A list of persons."""
Grounds: TypeAlias = Annotated[
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
]
"""Why a restriction may be asked for."""
Wish: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=DAY,
        help=say(
            "bij unrestrict: de dag waarop de persoon het vroeg",
            "with unrestrict: the day on which the person asked for it",
        ),
    ),
]
"""The day on which a restriction was asked to be lifted."""
Informed: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=DAY,
        help=say(
            "bij unrestrict: de dag waarop u de persoon hebt ingelicht",
            "with unrestrict: the day on which you told the person",
        ),
    ),
]
"""The day on which the person was told of the lifting."""
ClaimWord: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar=say("REDEN:DATUM", "REASON:DATE"),
        help=say(
            "rechtsvordering die loopt, met de dag waarop u haar opnieuw bekijkt",
            "legal claim that is pending, with the day of its review",
        ),
    ),
]
"""A legal claim that keeps what it names."""


def pair(word: str, bad: type[UsageError]) -> tuple[str, str]:
    kind, equals, value = word.partition("=")
    if not (equals and kind.strip() and value.strip()):
        raise bad
    return kind.strip(), value.strip()


def claim_of(word: str | None, today: date) -> "tuple[str, date] | None":
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
