"""All facts of one statement together, and their JSON."""

from dataclasses import dataclass, field

from nakomen.reading.facts.controller import Controller
from nakomen.reading.facts.cookies import CookieFact
from nakomen.reading.facts.data import CategoryFact, SpecialFact
from nakomen.reading.facts.document import StatementFacts, Tension
from nakomen.reading.facts.measures import MeasureFact
from nakomen.reading.facts.privacy import PrivacyContact
from nakomen.reading.facts.promise import Promise
from nakomen.reading.facts.purposes import BasisFact, PurposeFact
from nakomen.reading.facts.quote import Json
from nakomen.reading.facts.recipients import RecipientCategory, RecipientFact
from nakomen.reading.facts.retention import RetentionFact
from nakomen.reading.facts.rights import RightFact
from nakomen.reading.facts.said import Said
from nakomen.reading.facts.transfers import TransferFact
from nakomen.terms import Period


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that was read from one statement, each list in text order."""

    statement: StatementFacts
    controller: Controller
    privacy_contact: PrivacyContact = field(default_factory=PrivacyContact)
    purposes: tuple[PurposeFact, ...] = ()
    legal_bases: tuple[BasisFact, ...] = ()
    data_categories: tuple[CategoryFact, ...] = ()
    special_categories: SpecialFact = field(default_factory=SpecialFact)
    transfers: TransferFact = field(default_factory=TransferFact)
    cookies: CookieFact = field(default_factory=CookieFact)
    security_measures: tuple[MeasureFact, ...] = ()
    recipients: tuple[RecipientFact, ...] = ()
    recipient_categories: tuple[RecipientCategory, ...] = ()
    retention: tuple[RetentionFact, ...] = ()
    rights: tuple[RightFact, ...] = ()
    response_term: Period | None = None
    complaint_authority: Said[str] | None = None
    automated_decision: Said[bool] | None = None
    children_age: Said[int] | None = None
    breach_procedure: Said[bool] | None = None
    authority_disclosure: Said[bool] | None = None
    absent: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    tensions: tuple[Tension, ...] = ()

    def as_json(self) -> Json:
        """
        The document of ``nakomen read --json``; kinds of fact not read yet are empty.

        >>> facts = Facts(statement=StatementFacts(words=3), controller=Controller())
        >>> list(facts.as_json())[:3], facts.as_json()["cookies"]["used"]
        (['statement', 'controller', 'privacy_contact'], None)
        """
        return {
            "statement": self.statement.as_json,
            "controller": self.controller.as_json,
            "privacy_contact": self.privacy_contact.as_json,
            "purposes": [fact.as_json for fact in self.purposes],
            "legal_bases": [fact.as_json for fact in self.legal_bases],
            "data_categories": [fact.as_json for fact in self.data_categories],
            "special_categories": self.special_categories.as_json,
            "recipients": [fact.as_json for fact in self.recipients],
            "recipient_categories": [fact.as_json for fact in self.recipient_categories],
            "transfers": self.transfers.as_json,
            "retention": [fact.as_json for fact in self.retention],
            "rights": [fact.as_json for fact in self.rights],
            "response_term": self.response_term and self.response_term.iso,
            "complaint_authority": _value(self.complaint_authority),
            "cookies": self.cookies.as_json,
            "automated_decision": _value(self.automated_decision),
            "children_age": _value(self.children_age),
            "security_measures": [fact.as_json for fact in self.security_measures],
            "breach_procedure": _value(self.breach_procedure),
            "authority_disclosure": _value(self.authority_disclosure),
            "promises": [promise.as_json for promise in self.promises],
            "absent": list(self.absent),
            "tensions": [tension.as_json for tension in self.tensions],
        }


def _value(said: Said[str] | Said[int] | Said[bool] | None) -> str | int | bool | None:
    return None if said is None else said.value
