"""The form of policy.yaml."""

import re
from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
)
from stdnum import iban as iban_number

from nakomen.policy.control import Control
from nakomen.policy.form import (
    ConfirmedForm,
    Form,
    PeriodField,
    TextField,
    pattern,
    refuse,
    told,
    words,
)
from nakomen.policy.kind import PromiseKind
from nakomen.policy.role import RecipientRole
from nakomen.policy.stated_form import CountryField, StatedForm
from nakomen.records import Act
from nakomen.terms import (
    Bound,
    Category,
    Certainty,
    Criterion,
    Lang,
    Moment,
    RecordKind,
    Right,
    Take,
)

_ID = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"


def _id(value: str) -> str:
    if not re.match(_ID + r"\Z", value):
        raise refuse("P002")
    return value


def _kvk(value: object) -> str:
    # Eight digits without quotes would come as a number; shape.py then asks for quotes.
    if not isinstance(value, str):
        raise refuse("string_type")
    if not re.fullmatch(r"[0-9]{8}", value):
        raise refuse("P011")
    return value


def _iban(value: str) -> str:
    if not iban_number.is_valid(value):
        raise refuse("P012")
    return value


def _day_or_month(value: object) -> str:
    """A day, or only a month where the statement says no more."""
    try:
        if isinstance(value, str) and len(value) in (7, 10):
            date.fromisoformat(value if len(value) == 10 else f"{value}-01")
            return value
    except ValueError:
        pass
    raise refuse("Y026")


def _end_act(value: object) -> Act:
    if value not in END_ACTS:
        raise refuse("enum")
    return Act(str(value))


def _listed(value: object) -> object:
    """One word is a list of one."""
    if not isinstance(value, list | tuple):
        value = (value,)
    if not value:
        raise refuse("Y022")
    return tuple(dict.fromkeys(value)) if all(isinstance(v, str) for v in value) else value


def _told_moments(moments: tuple[Moment, ...]) -> str | list[str]:
    words = [moment.value for moment in moments]
    return words[0] if len(words) == 1 else words


END_ACTS = tuple(
    act.value for act in (Act.ERASE, Act.BLANK, Act.TRUNCATE, Act.ANONYMISE, Act.AGGREGATE, Act.ASK)
)
IdField = Annotated[str, AfterValidator(_id), WithJsonSchema(pattern(_ID))]
KvkField = Annotated[str, PlainValidator(_kvk), WithJsonSchema(pattern(r"^[0-9]{8}$"))]
IbanField = Annotated[
    str, AfterValidator(_iban), WithJsonSchema(pattern(r"^[A-Za-z]{2}[0-9]{2}[A-Za-z0-9 ]+$"))
]
DayOrMonth = Annotated[
    str,
    PlainValidator(_day_or_month),
    WithJsonSchema(pattern(r"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$")),
]
Moments = Annotated[
    tuple[Annotated[Moment, Field(strict=False)], ...],
    BeforeValidator(_listed),
    PlainSerializer(_told_moments),
    WithJsonSchema(
        {"anyOf": [words(*Moment), {"type": "array", "items": words(*Moment), "minItems": 1}]}
    ),
]
EndAct = Annotated[
    Act,
    PlainValidator(_end_act),
    # Behind a plain validator pydantic takes the value for a bare text, and warns.
    PlainSerializer(lambda act: act.value),
    WithJsonSchema(words(*END_ACTS)),
]
_SAYS = told("De precieze woorden van de verklaring.", "The exact words of the statement.")
_AT = told(
    "Op welk teken van de verklaring het citaat begint, geteld vanaf 0.",
    "At which character of the statement the quote begins, counted from 0.",
)


class StatementForm(Form):
    """The public text that this policy comes from."""

    file: TextField = Field(
        description=told("Bestand met de verklaring.", "File with the statement.")
    )
    language: Lang = Field(
        default=Lang.NL,
        description=told("Taal van de verklaring.", "Language of the statement."),
    )
    title: TextField | None = Field(default=None, description=told("Titel.", "Title."))
    version: TextField | None = Field(
        default=None,
        description=told("Versie, tussen aanhalingstekens.", "Version, in quotes."),
    )
    date: DayOrMonth | None = Field(
        default=None,
        description=told(
            "Datum van de verklaring of de laatste wijziging; als alleen de maand genoemd is: "
            "2026-11.",
            "Date of the statement or its last change; when only a month is given: 2026-11.",
        ),
    )


class AddressForm(Form):
    """A further address: to visit, for the post."""

    address: TextField | None = Field(
        default=None, description=told("Straat en nummer.", "Street and number.")
    )
    postcode: TextField | None = Field(default=None, description=told("Postcode.", "Postcode."))
    city: TextField | None = Field(default=None, description=told("Plaats.", "Town."))


class ControllerForm(Form):
    """Who is responsible (AVG artikel 13 lid 1 onder a)."""

    name: TextField | None = Field(default=None, description=told("Naam.", "Name."))
    aliases: tuple[TextField, ...] = Field(
        default=(), description=told("Andere namen.", "Other names.")
    )
    legal_form: TextField | None = Field(
        default=None, description=told("Rechtsvorm.", "Legal form.")
    )
    kvk: KvkField | None = Field(
        default=None,
        description=told(
            "KvK-nummer, tussen aanhalingstekens.", "Trade register number, in quotes."
        ),
    )
    vat: TextField | None = Field(default=None, description=told("Btw-nummer.", "VAT number."))
    iban: IbanField | None = Field(default=None, description=told("IBAN.", "IBAN."))
    address: TextField | None = Field(
        default=None, description=told("Straat en nummer.", "Street and number.")
    )
    postcode: TextField | None = Field(default=None, description=told("Postcode.", "Postcode."))
    city: TextField | None = Field(default=None, description=told("Plaats.", "Town."))
    country: TextField | None = Field(default=None, description=told("Land.", "Country."))
    other_addresses: tuple[AddressForm, ...] = Field(
        default=(),
        description=told("Bezoekadres of postadres.", "Visiting or postal address."),
    )
    phones: tuple[TextField, ...] = Field(
        default=(),
        description=told("Telefoonnummers, tussen aanhalingstekens.", "Phone numbers, in quotes."),
    )
    emails: tuple[TextField, ...] = Field(
        default=(), description=told("E-mailadressen.", "E-mail addresses.")
    )
    website: TextField | None = Field(default=None, description=told("Website.", "Website."))
    says: TextField | None = Field(default=None, description=_SAYS)
    at: Annotated[int, Field(ge=0)] | None = Field(default=None, description=_AT)


class RetentionForm(Form):
    """How long records of one kind stay, and what happens then."""

    records: RecordKind = Field(
        description=told("Om welke soort gegevens het gaat.", "Which kind of records.")
    )
    keep: PeriodField | None = Field(
        default=None,
        description=told('Hoe lang, zoals "7 jaar".', 'How long, such as "7 jaar".'),
    )
    bound: Bound = Field(
        default=Bound.EXACTLY,
        description=told(
            "Precies, ten minste of ten hoogste zo lang.", "Exactly, at least or at most so long."
        ),
    )
    start: Moments | None = Field(
        default=None,
        alias="from",
        description=told(
            "Vanaf welk moment de termijn telt; meer momenten tussen haken, met 'take'.",
            "From when the term counts; several moments in brackets, with 'take'.",
        ),
    )
    take: Take = Field(
        default=Take.LATEST,
        description=told(
            "Welke van meer momenten telt: de vroegste of de laatste.",
            "Which of several moments counts: the earliest or the latest.",
        ),
    )
    at_most: PeriodField | None = Field(
        default=None,
        description=told(
            "Ten hoogste zo lang; 'keep' is dan het minimum.",
            "At most so long; 'keep' is then the minimum.",
        ),
    )
    only: tuple[Category, ...] = Field(
        default=(),
        description=told(
            "Alleen deze soorten persoonsgegevens van het record, zoals location.",
            "Only these categories of the record, such as location.",
        ),
    )
    then: EndAct = Field(
        default=Act.ERASE,
        description=told(
            "Daarna: wissen, leegmaken, IP-adressen inkorten, anoniem maken, alleen totalen "
            "houden of eerst vragen.",
            "Then: erase, blank, truncate internet addresses, anonymise, keep totals only or ask "
            "first.",
        ),
    )
    criterion: Criterion | None = Field(
        default=None,
        description=told(
            "Waar de termijn van afhangt, als er geen getal is.",
            "What the term depends on, where there is no number.",
        ),
    )


class RecipientForm(Form):
    """A named receiver of personal data (AVG artikel 13 lid 1 onder e)."""

    name: TextField = Field(description=told("Naam.", "Name."))
    role: RecipientRole | None = Field(
        default=None,
        description=told("Verwerker, derde of overheid.", "Processor, third party or authority."),
    )
    purpose: TextField | None = Field(default=None, description=told("Waarvoor.", "What for."))
    country: CountryField | None = Field(
        default=None, description=told("Landcode, zoals NL.", "Country code, such as NL.")
    )


class PromiseForm(StatedForm):
    """One sentence with consequences."""

    id: IdField = Field(
        description=told("Naam van de belofte, één keer.", "Name of the promise, once.")
    )
    kind: PromiseKind = Field(
        description=told("Wat voor belofte het is.", "What sort of promise it is.")
    )
    control: Control = Field(
        description=told("Waardoor de belofte nagekomen wordt.", "What keeps the promise.")
    )
    says: TextField | None = Field(default=None, description=_SAYS)
    at: Annotated[int, Field(ge=0)] | None = Field(default=None, description=_AT)
    certainty: Certainty = Field(
        default=Certainty.SURE,
        description=told("Hoe zeker dit gelezen is.", "How surely this was read."),
    )
    retention: RetentionForm | None = Field(
        default=None, description=told("Hoe lang gegevens blijven.", "How long records stay.")
    )
    within: PeriodField | None = Field(
        default=None,
        description=told(
            "Binnen welke termijn een verzoek beantwoord wordt.",
            "Within which term a request is answered.",
        ),
    )
    rights: tuple[Right, ...] = Field(
        default=(), description=told("Welke rechten beloofd zijn.", "Which rights are promised.")
    )
    recipient: RecipientForm | None = Field(
        default=None, description=told("Wie gegevens ontvangt.", "Who receives data.")
    )
    confirmed: ConfirmedForm | None = Field(
        default=None,
        description=told("Bevestiging door een mens.", "A person's confirmation."),
    )


class PolicyForm(Form):
    """What a company promises in its privacy statement, sentence by sentence."""

    statement: StatementForm = Field(description=told("De verklaring.", "The statement."))
    controller: ControllerForm = Field(
        default=ControllerForm(),
        description=told("Wie verantwoordelijk is.", "Who is responsible."),
    )
    promises: tuple[PromiseForm, ...] = Field(
        default=(),
        description=told(
            "De beloften, in de volgorde van de verklaring.",
            "The promises, in the order of the statement.",
        ),
    )
    english: dict[TextField, TextField] = Field(
        default_factory=dict,
        description=told(
            "Engels voor eigen woorden, zoals namen van doelen.",
            "English for own words, such as names of purposes.",
        ),
    )
