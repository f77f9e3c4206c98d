"""The form of what a sentence states: the optional parts of a promise in policy.yaml."""

from typing import Annotated, Any

from pydantic import AfterValidator, Field, WithJsonSchema

from nakomen.policy import stated
from nakomen.policy.form import DateField, Form, PeriodField, TextField, pattern, refuse, told
from nakomen.terms import (
    Basis,
    Category,
    Channel,
    CookieKind,
    MarketingGround,
    Measure,
    Safeguard,
    SpecialRule,
    SpecialStatus,
)

_COUNTRY = r"^[A-Z]{2}$"
_OLDEST = 21


def _country(value: str) -> str:
    if not (len(value) == 2 and value.isascii() and value.isupper()):
        raise refuse("P013")
    return value


def _personal(value: Category) -> Category:
    if value is Category.NONE:
        raise refuse("enum")
    return value


CountryField = Annotated[str, AfterValidator(_country), WithJsonSchema(pattern(_COUNTRY))]
CategoryField = Annotated[Category, AfterValidator(_personal)]


class _Part(Form):
    """A form that becomes the value of the same names."""

    def value(self, shape: type[Any]) -> Any:
        return shape(**{name: getattr(self, name) for name in type(self).model_fields})


class PurposeForm(_Part):
    """What data is used for (AVG artikel 13 lid 1 onder c)."""

    label: TextField = Field(description=told("Waarvoor.", "What for."))
    bases: tuple[Basis, ...] = Field(
        default=(), description=told("Op welke grondslagen.", "On which legal bases.")
    )
    since: DateField | None = Field(
        default=None,
        description=told(
            "Een doel dat er later bij kwam: vanaf welke dag.",
            "A purpose that came later: from which day.",
        ),
    )
    reassessed: DateField | None = Field(
        default=None,
        description=told(
            "Wanneer is beoordeeld of eerdere gegevens hiervoor gebruikt mogen worden.",
            "When it was judged whether earlier data may be used for this.",
        ),
    )


class SpecialForm(_Part):
    """Special categories of personal data (AVG artikel 9)."""

    status: SpecialStatus = Field(
        description=told(
            "Geen, alleen in een genoemd geval, of wel.", "None, only in a named case, or yes."
        )
    )
    rule: SpecialRule | None = Field(
        default=None,
        description=told(
            "Wat moet gelden voor zo'n gegeven wordt opgeslagen.",
            "What must hold before such a value is stored.",
        ),
    )
    items: tuple[TextField, ...] = Field(
        default=(), description=told("Welke gegevens genoemd zijn.", "Which data is named.")
    )


class TransferForm(_Part):
    """Data outside the EEA (AVG artikel 13 lid 1 onder f)."""

    outside_eea: bool = Field(
        description=told("Gaan er gegevens buiten de EER.", "Does data go outside the EEA.")
    )
    conditional: bool = Field(
        default=False,
        description=told("Alleen in een genoemd geval.", "Only in a case that is named."),
    )
    countries: tuple[CountryField, ...] = Field(
        default=(), description=told("Landcodes, zoals US.", "Country codes, such as US.")
    )
    safeguards: tuple[Safeguard, ...] = Field(
        default=(), description=told("Met welke waarborgen.", "With which safeguards.")
    )
    assessment: bool = Field(
        default=False,
        description=told(
            "Alleen na een oordeel dat de bescherming daar gelijkwaardig is.",
            "Only after a judgement that protection there is equivalent.",
        ),
    )


class CookiesForm(_Part):
    """Cookies (Telecommunicatiewet artikel 11.7a)."""

    used: bool = Field(description=told("Worden er cookies geplaatst.", "Are cookies placed."))
    kinds: tuple[CookieKind, ...] = Field(
        default=(), description=told("Welke soorten.", "Which kinds.")
    )
    tools: tuple[TextField, ...] = Field(
        default=(),
        description=told("Welke programma's voor statistiek.", "Which tools for statistics."),
    )
    consent: bool | None = Field(
        default=None,
        description=told("Of er toestemming wordt gevraagd.", "Whether consent is asked."),
    )


class ChildrenForm(_Part):
    """Children (AVG artikel 8, UAVG artikel 5)."""

    age: Annotated[int, Field(ge=1, le=_OLDEST)] = Field(
        description=told("Onder welke leeftijd, in jaren.", "Below which age, in years.")
    )
    consent: bool = Field(
        default=False,
        description=told(
            "Of toestemming van een ouder genoeg is.", "Whether a parent's consent is enough."
        ),
    )
    written: bool = Field(
        default=False,
        description=told(
            "Of die toestemming schriftelijk moet zijn.", "Whether it must be in writing."
        ),
    )


class MarketingForm(_Part):
    """Advertising (Telecommunicatiewet artikel 11.7, AVG artikel 21 lid 2)."""

    ground: MarketingGround = Field(
        description=told("Wanneer reclame mag.", "When advertising is allowed.")
    )
    channels: tuple[Channel, ...] = Field(
        default=(), description=told("Langs welke weg.", "By which channels.")
    )


class ContactForm(_Part):
    """Whom to ask about privacy."""

    name: TextField | None = Field(default=None, description=told("Naam.", "Name."))
    role: TextField | None = Field(default=None, description=told("Functie.", "Role."))
    email: TextField | None = Field(default=None, description=told("E-mailadres.", "E-mail."))
    phone: TextField | None = Field(
        default=None, description=told("Telefoon, tussen aanhalingstekens.", "Phone, in quotes.")
    )
    is_dpo: bool = Field(
        default=False,
        description=told(
            "Is dit de functionaris gegevensbescherming.",
            "Is this the data protection officer.",
        ),
    )


class NoticeForm(_Part):
    """How people hear of a new version of the statement."""

    channels: tuple[Channel, ...] = Field(
        default=(), description=told("Langs welke weg.", "By which channels.")
    )
    material: bool = Field(
        default=False,
        description=told(
            "Alleen bij een wijziging die ertoe doet.", "Only for a change that matters."
        ),
    )
    before: PeriodField | None = Field(
        default=None,
        description=told("Ten minste hoe lang vooraf.", "At least how long in advance."),
    )


_SHAPES: dict[str, type[Any]] = {
    "purpose": stated.Purpose,
    "special": stated.SpecialData,
    "transfer": stated.Transfer,
    "cookies": stated.Cookies,
    "children": stated.Children,
    "marketing": stated.Marketing,
    "contact": stated.ContactPoint,
    "notice": stated.Notice,
}


class StatedForm(Form):
    """What a sentence states beside terms and rights."""

    purpose: PurposeForm | None = Field(
        default=None, description=told("Waarvoor gegevens gebruikt worden.", "What data is for.")
    )
    bases: tuple[Basis, ...] = Field(
        default=(), description=told("Welke grondslagen.", "Which legal bases.")
    )
    data: tuple[CategoryField, ...] = Field(
        default=(), description=told("Welke gegevens.", "Which data.")
    )
    groups: tuple[TextField, ...] = Field(
        default=(), description=told("Van wie.", "Of which persons.")
    )
    sources: tuple[TextField, ...] = Field(
        default=(), description=told("Waar gegevens vandaan komen.", "Where data comes from.")
    )
    receivers: tuple[TextField, ...] = Field(
        default=(),
        description=told("Soorten ontvangers zonder naam.", "Kinds of receivers without a name."),
    )
    special: SpecialForm | None = Field(
        default=None, description=told("Bijzondere gegevens.", "Special categories.")
    )
    transfer: TransferForm | None = Field(
        default=None, description=told("Gegevens buiten de EER.", "Data outside the EEA.")
    )
    cookies: CookiesForm | None = Field(default=None, description=told("Cookies.", "Cookies."))
    children: ChildrenForm | None = Field(default=None, description=told("Kinderen.", "Children."))
    marketing: MarketingForm | None = Field(
        default=None, description=told("Reclame.", "Advertising.")
    )
    measures: tuple[Measure, ...] = Field(
        default=(), description=told("Beveiliging.", "Security measures.")
    )
    contact: ContactForm | None = Field(
        default=None, description=told("Wie vragen over privacy beantwoordt.", "Whom to ask.")
    )
    notice: NoticeForm | None = Field(
        default=None,
        description=told("Hoe men van een wijziging hoort.", "How people hear of a change."),
    )
    authority: TextField | None = Field(
        default=None, description=told("Waar men kan klagen.", "Where people can complain.")
    )
    automated: bool | None = Field(
        default=None,
        description=told(
            "Of een computer alleen besluiten neemt.", "Whether a computer alone decides."
        ),
    )
    required: bool | None = Field(
        default=None,
        description=told("Of men de gegevens moet geven.", "Whether people must give their data."),
    )

    def stated(self) -> dict[str, Any]:
        """The values by name, as a promise holds them."""
        return {name: _value(name, getattr(self, name)) for name in StatedForm.model_fields}


def _value(name: str, part: Any) -> Any:
    return part.value(_SHAPES[name]) if isinstance(part, _Part) else part
