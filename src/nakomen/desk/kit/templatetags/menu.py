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
    ("mine", "Mijn gegevens", "My data"),
    ("mine-fields", "Aanpassen", "Change"),
    ("mine-choices", "Toestemmingen", "Consents"),
    ("mine-requests", "Mijn verzoeken", "My requests"),
    ("mine-statement", "Privacyverklaring", "Privacy statement"),
    ("mfa_index", "Mijn account", "My account"),
)
"""The name of an address and what it is called, in the order of the menu."""
register = template.Library()


@register.simple_tag(takes_context=True)
def rooms(context: dict[str, Any]) -> list[dict[str, Any]]:
    request = context.get("request")
    if request is None:
        return []
    here = getattr(request.resolver_match, "url_name", "")
    return [
        {"name": name, "words": chosen(nl, en), "here": name == here}
        for name, nl, en in ROOMS
        if may_open(request, name)
    ]
