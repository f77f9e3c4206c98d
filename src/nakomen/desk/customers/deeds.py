"""The log of what a customer did with her account; she sees it herself."""

from datetime import timedelta

from allauth.account.adapter import get_adapter
from django.http import HttpRequest
from django.utils import timezone

from nakomen.desk.customers.models import Customer, Deed, Noted

KEPT = timedelta(days=366)
"""So long, as her logins."""


def note(request: HttpRequest, customer: Customer, what: Deed, place: str = "") -> None:
    ip = get_adapter().get_client_ip(request) or None
    Noted.objects.create(customer=customer, what=what, place=place[:200], ip=ip)


def forget() -> None:
    Noted.objects.filter(at__lt=timezone.now() - KEPT).exclude(what=Deed.NOTICED).delete()
