"""The menu: the rooms of the desk that she may open, and no others."""

from typing import Any

from django import template

from nakomen.desk.kit.access import may_open
from nakomen.desk.kit.words import chosen

ROOMS = (
    ("wall", "Beloften", "Promises"),
    ("plans", "Plannen", "Plans"),
    ("cases", "Zaken", "Cases"),
    ("support", "Hulp", "Support"),
    ("changes", "Wijzigingen", "Changes"),
    ("people", "Collega’s", "Colleagues"),
    ("keys", "Koppelingen", "Programs"),
    ("confidentiality", "Geheimhouding", "Confidentiality"),
    ("trainings", "Opleidingen", "Trainings"),
    ("logins", "Logins", "Logins"),
    ("state", "Toestand", "State"),
    ("mine", "Mijn gegevens", "My data"),
    ("mine-fields", "Aanpassen", "Change"),
    ("mine-choices", "Toestemmingen", "Consents"),
    ("mine-requests", "Mijn verzoeken", "My requests"),
    ("mine-statement", "Privacyverklaring", "Privacy statement"),
    ("mfa_index", "Mijn account", "My account"),
)
"""The name of an address and what it is called, in the order of the menu."""
OFFICE = frozenset({"people", "keys", "confidentiality", "trainings", "logins", "state"})
"""Rooms that one seldom opens: who has many of them finds them behind one word."""
FEW = 3
register = template.Library()


@register.simple_tag(takes_context=True)
def rooms(context: dict[str, Any]) -> dict[str, Any]:
    """*daily* rooms, then those of the *office*; *open* while she is in one of these."""
    request = context.get("request")
    if request is None:
        return {}
    here = getattr(request.resolver_match, "url_name", "")
    found = [
        {"name": name, "words": chosen(nl, en), "here": name == here}
        for name, nl, en in ROOMS
        if may_open(request, name)
    ]
    office = [room for room in found if room["name"] in OFFICE]
    if len(office) <= FEW:
        return {"daily": found}
    daily = [room for room in found if room["name"] not in OFFICE]
    return {"daily": daily, "office": office, "open": any(room["here"] for room in office)}
