"""All facts of one statement together, and their JSON."""

from dataclasses import dataclass

from nakomen.reading.facts.controller import Controller
from nakomen.reading.facts.document import StatementFacts, Tension
from nakomen.reading.facts.promise import Promise
from nakomen.reading.facts.quote import Json
from nakomen.reading.facts.recipients import RecipientCategory, RecipientFact
from nakomen.reading.facts.retention import RetentionFact
from nakomen.reading.facts.rights import RightFact
from nakomen.terms import Period


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that was read from one statement, each list in text order."""

    statement: StatementFacts
    controller: Controller
    recipients: tuple[RecipientFact, ...] = ()
    recipient_categories: tuple[RecipientCategory, ...] = ()
    retention: tuple[RetentionFact, ...] = ()
    rights: tuple[RightFact, ...] = ()
    response_term: Period | None = None
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
            "privacy_contact": dict.fromkeys(("name", "role", "email", "phone", "is_dpo")),
            "purposes": [],
            "legal_bases": [],
            "data_categories": [],
            "special_categories": {"status": None, "items": []},
            "recipients": [fact.as_json for fact in self.recipients],
            "recipient_categories": [fact.as_json for fact in self.recipient_categories],
            "transfers": {
                "outside_eea": None,
                "conditional": None,
                "countries": [],
                "safeguards": [],
                "quote": None,
            },
            "retention": [fact.as_json for fact in self.retention],
            "rights": [fact.as_json for fact in self.rights],
            "response_term": self.response_term and self.response_term.iso,
            "complaint_authority": None,
            "cookies": {
                "used": None,
                "types": [],
                "analytics_tools": [],
                "consent": None,
                "quote": None,
            },
            "automated_decision": None,
            "children_age": None,
            "security_measures": [],
            "breach_procedure": None,
            "authority_disclosure": None,
            "promises": [promise.as_json for promise in self.promises],
            "absent": [],
            "tensions": [tension.as_json for tension in self.tensions],
        }
