"""The form of nakomen.yaml."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from nakomen.policy.form import Form, PeriodField, pattern, refuse, told
from nakomen.terms import Lang, Period

_ADDRESS = r"^([A-Za-z][A-Za-z0-9+.-]*:|\$\{(env|file):)"


def _url(value: str) -> str:
    if not re.match(_ADDRESS, value):
        raise refuse("S004")
    return value


UrlField = Annotated[str, AfterValidator(_url), WithJsonSchema(pattern(_ADDRESS))]


class StoreForm(Form):
    """One system with records."""

    url: UrlField = Field(
        description=told(
            "Adres van het systeem; een wachtwoord alleen als ${env:NAAM} of ${file:PAD}.",
            "Address of the store; a password only as ${env:NAME} or ${file:PATH}.",
        )
    )


class GuardsForm(Form):
    """What stands between a plan and a loss."""

    undo: PeriodField | None = Field(
        default=None,
        description=told(
            "Zo lang is terug te zetten wat een plan wist of leegmaakt; daarna is het vernietigd. "
            "Zonder: niet.",
            "So long what a plan erases or empties can be put back; then it is destroyed. "
            "Without: not at all.",
        ),
    )

    share: Annotated[int, Field(ge=1, le=100)] = Field(
        default=25,
        description=told(
            "Neemt een nachtelijke ronde meer procent van een dataset, dan beslist eerst een mens. "
            "Zonder: 25.",
            "Where a nightly run takes more percent of a dataset, a person decides first. "
            "Without: 25.",
        ),
    )
    second_person: Annotated[int, Field(ge=1)] | None = Field(
        default=None,
        description=told(
            "Vanaf zo veel rijen in een plan moeten twee mensen ja zeggen. Zonder: nooit.",
            "From so many rows in a plan on two people must say yes. Without: never.",
        ),
    )
    drill: PeriodField = Field(
        default=Period(months=3),
        description=told(
            "Zo lang zegt een oefening nog iets over de systemen van nu. Zonder: 3 maanden.",
            "So long a drill says something of the systems of now. Without: 3 months.",
        ),
    )


class AnonymousForm(Form):
    """When rows that stay are anonymous."""

    smallest_group: Annotated[int, Field(ge=2)] = Field(
        default=10,
        description=told(
            "Aan zo veel rijen is een rij die anoniem wordt ten minste gelijk. Zonder: 10.",
            "To so many rows one that becomes anonymous is at least the same. Without: 10.",
        ),
    )


class MailForm(Form):
    """How letters leave."""

    server: UrlField = Field(
        description=told(
            "Uitgaande mailserver: smtp://GEBRUIKER:${env:NAAM}@SERVER:587, of smtps:// voor 465.",
            "Outgoing mail server: smtp://USER:${env:NAME}@SERVER:587, or smtps:// for 465.",
        )
    )
    sender: Annotated[str, Field(pattern=r"^[^@\s<>]+@[^@\s<>]+$")] = Field(
        description=told(
            "Het adres waarvan brieven komen, en waarop u antwoorden leest.",
            "The address from which letters come, and where you read replies.",
        )
    )
    dkim: Annotated[str, Field(pattern=r"^[A-Za-z0-9._-]+$")] | None = Field(
        default=None,
        description=told(
            "Selector van de DKIM-sleutel; alleen `nakomen doctor` kijkt ernaar.",
            "Selector of the DKIM key; only `nakomen doctor` looks at it.",
        ),
    )


class MailboxForm(Form):
    """Where letters come in."""

    server: UrlField = Field(
        description=told(
            "Het postvak: imaps://GEBRUIKER:${env:NAAM}@SERVER:993/INBOX.",
            "The mailbox: imaps://USER:${env:NAME}@SERVER:993/INBOX.",
        )
    )


DatabaseField = Annotated[UrlField, Field(pattern=r"^(postgres(ql)?:|\$\{(env|file):)")]


class DeskForm(Form):
    """Where people find the desk, and where it keeps its own."""

    address: Annotated[str, Field(pattern=r"^https?://[^/\s]+/?$")] | None = Field(
        default=None,
        description=told(
            "Waar mensen het bureau vinden, achter een webserver: https://privacy.bedrijf.nl.",
            "Where people find the desk, behind a web server: https://privacy.company.example.",
        ),
    )
    database: DatabaseField | None = Field(
        default=None,
        description=told(
            "Eigen database: postgresql://GEBRUIKER:${env:NAAM}@SERVER/DATABASE. "
            "Zonder: een bestand van SQLite.",
            "A database of its own: postgresql://USER:${env:NAME}@SERVER/DATABASE. "
            "Without: a file of SQLite.",
        ),
    )


class SettingsForm(Form):
    """Settings of one company's folder."""

    language: Lang = Field(
        default=Lang.NL,
        description=told("Taal van teksten voor mensen.", "Language of texts for people."),
    )
    stores: dict[str, StoreForm] = Field(
        default={},
        description=told(
            "De systemen, elk met een kaart in systems/NAAM.yaml.",
            "The stores, each with a map in systems/NAME.yaml.",
        ),
    )
    guards: GuardsForm = Field(
        default=GuardsForm(),
        description=told(
            "Wat tussen een plan en een verlies staat.", "What stands between a plan and a loss."
        ),
    )
    anonymous: AnonymousForm = Field(
        default=AnonymousForm(),
        description=told("Wanneer rijen anoniem zijn.", "When rows are anonymous."),
    )
    mail: MailForm | None = Field(
        default=None,
        description=told(
            "Hoe het bureau brieven verstuurt. Zonder: het bureau verstuurt niets.",
            "How the desk sends letters. Without: the desk sends nothing.",
        ),
    )
    mailbox: MailboxForm | None = Field(
        default=None,
        description=told(
            "Het postvak waarin verzoeken komen. Zonder: het bureau leest geen mail.",
            "The mailbox in which requests arrive. Without: the desk reads no mail.",
        ),
    )
    desk: DeskForm | None = Field(
        default=None,
        description=told(
            "Het bureau in een browser; alles heeft een gewone stand.",
            "The desk in a browser; everything has an ordinary setting.",
        ),
    )
