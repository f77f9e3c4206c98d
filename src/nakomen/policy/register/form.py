"""The form of register.yaml."""

from pydantic import Field

from nakomen.policy.form import DateField, Form, TextField, told
from nakomen.policy.policy_form import IdField
from nakomen.policy.register.model import Dpia, Role, Status
from nakomen.policy.stated_form import CategoryField, CountryField
from nakomen.terms import Basis

_Ids = tuple[IdField, ...]
_IDS = told("Namen van beloften.", "Names of promises.")


class ActivityForm(Form):
    """One processing activity (AVG artikel 30)."""

    id: IdField = Field(description=told("Naam, één keer.", "Name, once."))
    name: TextField = Field(description=told("Hoe u deze verwerking noemt.", "What you call it."))
    role: Role = Field(
        default=Role.CONTROLLER,
        description=told("Verantwoordelijke of verwerker.", "Controller or processor."),
    )
    status: Status = Field(
        default=Status.DRAFT,
        description=told("Concept, in gebruik of beëindigd.", "Draft, in use or ended."),
    )
    service: TextField | None = Field(
        default=None, description=told("Bij welke dienst.", "Of which service.")
    )
    purposes: _Ids = Field(default=(), description=_IDS)
    bases: tuple[Basis, ...] = Field(
        default=(),
        description=told("Grondslagen, naast die van de doelen.", "Bases beside the purposes'."),
    )
    interest: TextField | None = Field(
        default=None,
        description=told("Welk gerechtvaardigd belang.", "Which legitimate interest."),
    )
    exception: TextField | None = Field(
        default=None,
        description=told("Waarom bijzondere gegevens mogen.", "Why special data is allowed."),
    )
    groups: tuple[TextField, ...] = Field(default=(), description=told("Van wie.", "Whose data."))
    data: tuple[CategoryField, ...] = Field(
        default=(), description=told("Welke gegevens.", "Which data.")
    )
    receivers: _Ids = Field(default=(), description=_IDS)
    transfers: _Ids = Field(default=(), description=_IDS)
    retention: IdField | None = Field(
        default=None, description=told("Belofte met de termijn.", "Promise with the term.")
    )
    measures: _Ids = Field(default=(), description=_IDS)
    sources: _Ids = Field(default=(), description=_IDS)
    stores: tuple[TextField, ...] = Field(
        default=(),
        description=told("Waar: systeem.gegevensset.", "Where: store.dataset."),
    )
    joint: TextField | None = Field(
        default=None,
        description=told("Met wie samen, en wie wat doet.", "Jointly with whom, who does what."),
    )
    on_behalf_of: tuple[TextField, ...] = Field(
        default=(), description=told("Voor wie u verwerkt.", "For whom you process.")
    )
    automated: bool = Field(
        default=False,
        description=told("Beslist een computer alleen.", "Does a computer decide alone."),
    )
    dpia: Dpia | None = Field(
        default=None, description=told("Uitkomst van de DPIA-toets.", "Outcome of the screening.")
    )
    since: DateField | None = Field(default=None, description=told("Sinds.", "Since."))
    until: DateField | None = Field(default=None, description=told("Tot.", "Until."))
    reviewed: DateField | None = Field(
        default=None, description=told("Laatst nagelopen.", "Last reviewed.")
    )


class ProcessorForm(Form):
    """A processor and its agreement (AVG artikel 28)."""

    name: TextField = Field(description=told("Naam.", "Name."))
    promises: _Ids = Field(default=(), description=_IDS)
    does: TextField | None = Field(default=None, description=told("Wat hij doet.", "What it does."))
    country: CountryField | None = Field(
        default=None, description=told("Landcode, zoals NL.", "Country code, such as NL.")
    )
    agreement: DateField | None = Field(
        default=None,
        description=told("Datum van de overeenkomst.", "Date of the agreement."),
    )
    until: DateField | None = Field(default=None, description=told("Geldig tot.", "Valid until."))
    confidential: bool | None = Field(
        default=None,
        description=told("Geheimhouding afgesproken.", "Confidentiality agreed."),
    )
    subprocessors: tuple[TextField, ...] = Field(
        default=(), description=told("Subverwerkers.", "Sub-processors.")
    )
    checked: DateField | None = Field(
        default=None, description=told("Laatst beoordeeld.", "Last assessed.")
    )


class RegisterForm(Form):
    """What the company does with personal data, and who does it for the company."""

    activities: tuple[ActivityForm, ...] = Field(
        default=(), description=told("De verwerkingen.", "The processing activities.")
    )
    processors: tuple[ProcessorForm, ...] = Field(
        default=(), description=told("De verwerkers.", "The processors.")
    )
