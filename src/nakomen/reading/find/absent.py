"""What articles 13 and 14 want told and the statement is silent about."""

from nakomen.reading.facts import Facts
from nakomen.terms import Right

RIGHTS = (
    Right.ACCESS,
    Right.RECTIFICATION,
    Right.ERASURE,
    Right.RESTRICTION,
    Right.PORTABILITY,
    Right.OBJECTION,
    Right.WITHDRAW_CONSENT,
    Right.COMPLAINT,
)
"""AVG artikel 13 lid 2 onder b, c and d."""


def silences(facts: Facts) -> tuple[str, ...]:
    """
    Names of what is missing, as in the JSON; a right as ``rights.portability``.

    >>> from nakomen.reading.facts import Controller, StatementFacts
    >>> silences(Facts(statement=StatementFacts(), controller=Controller()))[:2]
    ('controller.name', 'controller.contact')
    """
    told = {right.code for right in facts.rights}
    missing = [name for name, there in _told(facts) if not there]
    return (*missing, *(f"rights.{right}" for right in RIGHTS if right not in told))


def _told(facts: Facts) -> tuple[tuple[str, bool], ...]:
    """Each subject of article 13, with whether the statement speaks of it."""
    who = facts.controller
    return (
        ("controller.name", who.name is not None),
        ("controller.contact", bool(who.emails or who.phones or who.address)),
        ("privacy_contact", facts.privacy_contact.reachable),
        ("purposes", bool(facts.purposes)),
        ("legal_bases", bool(facts.legal_bases)),
        ("recipients", bool(facts.recipients or facts.recipient_categories)),
        ("transfers", facts.transfers.outside_eea is not None),
        ("retention", bool(facts.retention)),
        ("response_term", facts.response_term is not None),
        ("complaint_authority", facts.complaint_authority is not None),
        ("automated_decision", facts.automated_decision is not None),
        ("statement.date", facts.statement.date is not None),
    )
