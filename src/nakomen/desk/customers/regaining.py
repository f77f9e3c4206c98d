"""She lost her second step: after a check it goes, and nothing else; she hears of it by letter."""

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from nakomen import NakomenError, verbs
from nakomen.desk.accounts import changes, logins
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.customers import opening
from nakomen.desk.customers.deeds import KEPT
from nakomen.desk.customers.models import Customer, Deed, Noted, Regained
from nakomen.desk.dossiers.models import Shown
from nakomen.desk.dossiers.post import POST
from nakomen.desk.kit.company import opened


class NobodyTold(NakomenError):
    """No server for outgoing mail is set, and she must get a letter about it. Set one up first."""

    nl = (
        "Er is geen server voor uitgaande mail, en zij moet er een brief over krijgen. Stel die in."
    )


class NoSecondStep(NakomenError):
    """No customer with a second step has this address. Nothing was changed."""

    nl = "Geen klant met een tweede stap heeft dit adres. Er is niets veranderd."


class WorksHere(NakomenError):
    """She works here too: her second step is renewed with a new invitation, under Colleagues."""

    nl = "Zij werkt hier ook: haar tweede stap gaat met een nieuwe uitnodiging, onder Collega’s."


class NotHersNow(NakomenError):
    """The systems know somebody else by this address, or nobody. Nothing was changed."""

    nl = "De systemen kennen bij dit adres iemand anders, of niemand. Er is niets veranderd."


def regain(email: str, how: Shown, reason: str, by: Colleague) -> None:
    """
    *by* saw who she is: her second step goes, and every session of hers ends. Her password stays,
    so whoever took the colleague in has nothing yet; and a letter goes to the address on file.

    Raises:
        NobodyTold, NoSecondStep, WorksHere, NotHersNow: nothing was changed.
        NakomenError: a system did not answer, or the evidence could not be written.
    """
    if not opening.possible():
        raise NobodyTold
    customer = Customer.objects.filter(user__email=email.strip().casefold()).first()
    if customer and customer.user.works_here:
        raise WorksHere
    if customer is None or not Authenticator.objects.filter(user=customer.user).exists():
        raise NoSecondStep
    with opened() as company:
        # Asked before anything is written: the systems may take their time.
        her = verbs.known(company, customer.user.email)
        if her is None or not her.marks & {*customer.marks}:
            raise NotHersNow
        with transaction.atomic():
            if not Authenticator.objects.filter(user=customer.user).delete()[0]:
                raise NoSecondStep
            changes.end_sessions(customer.user)
            _write(customer, how, reason, by)
            verbs.note_second_lost(company, her, how.value, by.email, timezone.localdate())
    POST.ask()


def _write(customer: Customer, how: Shown, reason: str, by: Colleague) -> None:
    """In her log and among her logins, for colleagues who look back, and in the letter."""
    Noted.objects.create(customer=customer, what=Deed.SECOND)
    logins.second_removed(customer.user)
    Regained.objects.create(
        customer=customer, how=how, reason=reason, by=by, made_at=timezone.now()
    )


def forget() -> None:
    Regained.objects.filter(made_at__lt=timezone.now() - KEPT).delete()
