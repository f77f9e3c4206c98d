"""The first of all colleagues: the owner, invited by whoever starts the desk."""

from nakomen.desk.accounts import invitations
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.roles import Role

WAITING = "eigenaar@invalid"
"""Stands for an owner who has not said who she is; nobody can have this address."""


def invitation() -> str | None:
    """Where the first owner says who she is; None once somebody can log in."""
    if Colleague.objects.filter(is_active=True, signed_on__isnull=False).exists():
        return None
    found = Colleague.objects.filter(email=WAITING).first()
    return invitations.link(found or Colleague.objects.invite(WAITING, "", Role.OWNER))
