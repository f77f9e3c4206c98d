"""The warning that a customer confirms before she enters anything: ours, and what was promised."""

import hashlib

from django.http import HttpRequest
from django.utils import timezone

from nakomen import verbs
from nakomen.desk.customers.deeds import note
from nakomen.desk.customers.models import Customer, Deed
from nakomen.desk.kit.company import opened
from nakomen.terms import Text

CONTROL = "user-notices"
"""Sentences of the statement that warn."""
RISK = Text(
    "Wie uw wachtwoord en uw mail heeft, ziet hier wat wij van u hebben. Gebruik dus een "
    "wachtwoord dat u nergens anders gebruikt, en zet de tweede stap aan. Schrijf hier niets over "
    "anderen, en niets over uw gezondheid, geloof of afkomst als dat niet nodig is. Een link naar "
    "een andere site is gemerkt: daar gelden de regels van die site, niet die van ons.",
    "Who has your password and your mail sees here what we have of you. So use a password that "
    "you use nowhere else, and turn on the second step. Write nothing here about others, and "
    "nothing about your health, belief or descent where that is not needed. A link to another "
    "site is marked: there the rules of that site hold, not ours.",
)


def warnings() -> tuple[str, ...]:
    """What the statement itself warns of, in its own words."""
    with opened() as company:
        found = (
            p.says for p in verbs.ruled(company).policy.promises if p.control == CONTROL and p.says
        )
        return tuple(dict.fromkeys(" ".join(says.split()) for says in found))


def digest() -> str:
    """Of all that is confirmed today; when the statement warns of something else, another."""
    return hashlib.sha256("\n".join((RISK.nl, *warnings())).encode()).hexdigest()


def confirmed(customer: Customer) -> bool:
    return bool(customer.noticed == digest())


def confirm(request: HttpRequest, customer: Customer) -> None:
    customer.noticed, customer.noticed_at = digest(), timezone.now()
    customer.save()
    note(request, customer, Deed.NOTICED)
