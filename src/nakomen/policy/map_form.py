"""The form of systems/NAME.yaml: the data map of one store."""

from functools import cache
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import AfterValidator, Field, WithJsonSchema

from nakomen.policy.form import ConfirmedForm, Form, TextField, pattern, refuse, told, words
from nakomen.records import LOCAL_ZONE, Grain, KeyKind, KeyRole
from nakomen.terms import Category, Certainty, Moment, RecordKind

KEY_KINDS = tuple(kind.value for kind in KeyKind)


def _key_kind(value: str) -> str:
    if value not in KEY_KINDS and not ("." in value and all(value.split("."))):
        raise refuse("M008")
    return value


def _of_dataset(value: RecordKind) -> RecordKind:
    if value is RecordKind.ALL:
        raise refuse("M011")
    return value


def _clock(value: Moment) -> Moment:
    if value is not value.clock:
        raise refuse("M012")
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise refuse("M013") from None
    return value


@cache
def zones() -> tuple[str, ...]:
    """Names of places, and UTC. Left out is ``Etc/GMT+1``, which is an hour *behind* Greenwich."""
    places = (name for name in available_timezones() if "/" in name and name[:4] != "Etc/")
    return ("UTC", *sorted(places))


KeyKindField = Annotated[
    str,
    AfterValidator(_key_kind),
    WithJsonSchema(pattern(rf"^({'|'.join(KEY_KINDS)}|[^.]+([.][^.]+)+)$")),
]
RecordsField = Annotated[
    RecordKind,
    AfterValidator(_of_dataset),
    WithJsonSchema(words(*(kind for kind in RecordKind if kind is not RecordKind.ALL))),
]
MomentField = Annotated[
    Moment,
    AfterValidator(_clock),
    WithJsonSchema(words(*(moment for moment in Moment if moment is moment.clock))),
]
ZoneField = Annotated[
    str, AfterValidator(_zone), WithJsonSchema({"type": "string", "examples": [LOCAL_ZONE, "UTC"]})
]


class ColumnForm(Form):
    """What one column says about a person; `none` when nothing."""

    type: str = Field(default="", description=told("Type in het systeem.", "Type in the store."))
    category: Category = Field(
        description=told(
            "Wat voor persoonsgegeven dit is, of none.",
            "What personal data this is, or none.",
        )
    )
    certainty: Certainty = Field(
        default=Certainty.SURE,
        description=told("Hoe zeker de soort is.", "How sure the category is."),
    )
    why: str = Field(default="", description=told("Waaraan dat te zien was.", "What showed it."))
    nullable: bool = Field(default=True, description=told("Mag leeg zijn.", "May be empty."))
    unique: bool = Field(
        default=False,
        description=told("Elke waarde komt één keer voor.", "Each value occurs once."),
    )
    consent_for: TextField | None = Field(
        default=None,
        description=told(
            "Het gebruik waarvoor iemand hier ja of nee zegt: marketing, marketing:email (of "
            "phone, post, sms) voor één weg, of de naam van een belofte.",
            "The use to which somebody says yes or no here: marketing, marketing:email (or "
            "phone, post, sms) for one channel, or the id of a promise.",
        ),
    )
    no: str | None = Field(
        default=None,
        description=told(
            "Wat hier komt te staan als iemand nee zegt: een vaste waarde, today (de dag) of "
            "empty (leeg).",
            "What it becomes when somebody says no: a constant, today (the day) or empty.",
        ),
    )


WhenField = Annotated[
    tuple[TextField, str] | None,
    Field(
        default=None,
        description=told(
            "Alleen in rijen waar een andere kolom deze vaste waarde heeft: [kolom, waarde].",
            "Only in rows where another column holds this constant: [column, value].",
        ),
    ),
]


class KeyForm(Form):
    """A column that recognises a person."""

    kind: KeyKindField = Field(
        description=told(
            "Waaraan iemand herkend wordt: email, phone, customer …",
            "How somebody is recognised: email, phone, customer …",
        )
    )
    column: TextField = Field(
        description=told(
            "In welke kolom, of op welke plek erin: payload:$.klant.email, of tags:$[*] voor elk "
            "deel van een lijst.",
            "In which column, or at which place inside it: payload:$.customer.email, or tags:$[*] "
            "for each element of a list.",
        )
    )
    role: KeyRole = Field(
        default=KeyRole.SUBJECT,
        description=told(
            "subject: de rij is van deze persoon; contact: kan gedeeld zijn; party: noemt iemand "
            "in de rij van een ander; alias: een andere naam van wie de rij is; guest: van wie de "
            "rij is zolang geen verwijzing dat zegt.",
            "subject: the row is hers; contact: may be shared; party: names somebody in a row of "
            "another; alias: another name of the person whose row it is; guest: whose row it is "
            "as long as no link says so.",
        ),
    )
    written: Literal["normal", "mixed"] = Field(
        default="mixed",
        description=told(
            "normal als elke waarde op één manier geschreven is.",
            "normal when every value is written in one way.",
        ),
    )
    when: WhenField


class LinkForm(Form):
    """From a row to the row it belongs to or refers to."""

    columns: tuple[TextField, ...] = Field(
        min_length=1, description=told("Kolommen hier.", "Columns here.")
    )
    to: TextField = Field(description=told("Naar welke dataset.", "To which dataset."))
    to_columns: tuple[TextField, ...] = Field(
        min_length=1, description=told("Kolommen daar.", "Columns there.")
    )
    declared: bool = Field(
        default=True,
        description=told(
            "Of de database deze verwijzing zelf kent.", "Whether the database itself declares it."
        ),
    )
    owner: bool = Field(
        default=True,
        description=told(
            "Of de rij van dezelfde persoon is als de rij waar zij naar wijst.",
            "Whether the row belongs to the person of the row it points to.",
        ),
    )
    when: WhenField
    part: bool = Field(
        default=False,
        description=told(
            "Of de rij waar zij naar wijst alleen bij deze rij hoort: adres van een bestelling.",
            "Whether the row it points to is part of this row alone: the address of an order.",
        ),
    )


class ClockForm(Form):
    """The column from which a term counts."""

    column: TextField = Field(description=told("In welke kolom.", "In which column."))
    moment: MomentField = Field(
        description=told("Welk moment daar staat.", "Which moment stands there.")
    )
    zone: ZoneField = Field(
        default=LOCAL_ZONE,
        description=told(
            "Tijdzone van tijdstippen waar geen zone bij staat: Europe/Amsterdam of UTC. Zij "
            "bepaalt op welke dag een tijdstip rond middernacht valt.",
            "Time zone of moments that bear none: Europe/Amsterdam or UTC. It decides on which "
            "day a moment near midnight falls.",
        ),
    )
    of: str = Field(
        default="",
        description=told(
            "Andere dataset waar die kolom staat, zoals de logins van een klant; de nieuwste rij "
            "telt.",
            "Another dataset where that column stands, such as the logins of a customer; the "
            "newest row counts.",
        ),
    )


class GroupForm(Form):
    """By what rows are counted together."""

    column: TextField = Field(description=told("Kolom van de totalen.", "Column of the totals."))
    of: TextField = Field(description=told("Kolom van deze dataset.", "Column of this dataset."))
    grain: Grain | None = Field(
        default=None,
        description=told(
            "Hoe grof: month, year, network, area (postcode), step (getal) of prefix (begin van "
            "een nummer).",
            "How coarse: month, year, network, area (postcode), step (number) or prefix (start of "
            "a number).",
        ),
    )
    step: Annotated[int, Field(ge=1)] = Field(
        default=1,
        description=told(
            "Bij step de stapgrootte, bij prefix het aantal tekens.",
            "With step its size, with prefix how many signs.",
        ),
    )


class SumForm(Form):
    """What is added up."""

    column: TextField = Field(description=told("Kolom van de totalen.", "Column of the totals."))
    of: TextField = Field(description=told("Kolom van deze dataset.", "Column of this dataset."))


class TotalsForm(Form):
    """Which numbers remain of rows whose term ends with `aggregate`."""

    into: TextField = Field(
        description=told(
            "Dataset waarin de totalen komen; zonder persoonsgegevens.",
            "Dataset that the totals go to; without personal data.",
        )
    )
    rows: TextField = Field(
        description=told("Kolom daar met het aantal rijen.", "Column there with how many rows.")
    )
    by: tuple[GroupForm, ...] = Field(
        min_length=1, description=told("Waarop geteld wordt.", "By what is counted.")
    )
    sums: tuple[SumForm, ...] = Field(
        default=(), description=told("Wat opgeteld wordt.", "What is added up.")
    )


class DatasetForm(Form):
    """One set of records: a table, a mailbox, a folder."""

    records: RecordsField = Field(
        description=told("Waarvoor de gegevens dienen.", "What the records are for.")
    )
    rows: Annotated[int, Field(ge=0)] | None = Field(
        default=None,
        description=told(
            "Aantal rijen toen de kaart gemaakt werd.", "Rows when the map was drafted."
        ),
    )
    primary_key: tuple[TextField, ...] = Field(
        default=(), description=told("Primaire sleutel.", "Primary key.")
    )
    columns: dict[str, ColumnForm] = Field(
        default={}, description=told("De kolommen, elk met zijn soort.", "The columns.")
    )
    keys: tuple[KeyForm, ...] = Field(
        default=(),
        description=told("Hoe een persoon herkend wordt.", "How a person is recognised."),
    )
    links: tuple[LinkForm, ...] = Field(
        default=(), description=told("Verwijzingen naar andere datasets.", "Links to others.")
    )
    clocks: tuple[ClockForm, ...] = Field(
        default=(), description=told("Waar termijnen van tellen.", "Where terms count from.")
    )
    totals: TotalsForm | None = Field(
        default=None,
        description=told(
            "Welke aantallen en sommen blijven als de rijen weg moeten.",
            "Which numbers and sums remain when the rows must go.",
        ),
    )
    source: str = Field(
        default="",
        description=told(
            "Waar de rijen vandaan komen, als dat niet van de persoon zelf is.",
            "Where the rows come from, when that is not the person herself.",
        ),
    )
    disputed: tuple[TextField, TextField] | None = Field(
        default=None,
        description=told(
            "Een kolom en de waarde die zegt dat er een geschil is: die rijen blijven.",
            "A column and the value that says that there is a dispute: those rows stay.",
        ),
    )
    confirmed: ConfirmedForm | None = Field(
        default=None,
        description=told("Bevestiging door een mens.", "A person's confirmation."),
    )
    # The last one, for it takes the name of what tells.
    told: str = Field(
        default="",
        description=told(
            "De kolom met de dag waarop zij dat hoorde (AVG artikel 14).",
            "The column with the day on which she was told so (AVG article 14).",
        ),
    )


class MapForm(Form):
    """Where personal data lives in one store."""

    store: TextField = Field(description=told("Naam van het systeem.", "Name of the system."))
    kind: TextField = Field(
        description=told("Soort systeem, zoals postgresql.", "Kind of system, such as postgresql.")
    )
    datasets: dict[str, DatasetForm] = Field(
        default={}, description=told("De datasets.", "The datasets.")
    )
