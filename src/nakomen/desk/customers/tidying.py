"""What is over goes: accounts of who is no customer any more, values of changes, old notes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from nakomen import NakomenError, verbs
from nakomen.desk.customers import deeds, opening, regaining
from nakomen.desk.customers.models import Change, Customer
from nakomen.desk.dossiers.flow import NAMED
from nakomen.desk.kit.company import opened

if TYPE_CHECKING:
    from nakomen import Company

AT_ONCE = 500
"""Accounts that are looked up in one round; each once a day."""


def tidy() -> None:
    close_lost(timezone.localdate())
    # Of a case without a name nothing stays that leads to anybody.
    Change.objects.filter(case__email="").delete()
    deeds.forget()
    regaining.forget()


def close_lost(today: date) -> int:
    """
    Close accounts of those whom no system knows since *NAMED*: so long the answer to her request
    can be read. Returns how many.
    """
    due = Customer.objects.filter(seen_on__lt=today).select_related("user")[:AT_ONCE]
    if due:
        with opened() as company:
            for customer in due:
                _look(company, customer, today)
    over = list(Customer.objects.filter(lost_on__lt=today - NAMED).select_related("user"))
    for customer in over:
        opening.close(customer)
    return len(over)


def _look(company: Company, customer: Customer, today: date) -> None:
    known = _known(company, customer)
    if known is not None:
        lost = None if known else customer.lost_on or today
        Customer.objects.filter(pk=customer.pk).update(seen_on=today, lost_on=lost)


def _known(company: Company, customer: Customer) -> bool | None:
    """Whether she is still who she was; None while nobody can tell."""
    try:
        her = verbs.known(company, customer.user.email)
    except NakomenError:
        return None
    return her is not None and bool(her.marks & {*customer.marks})
