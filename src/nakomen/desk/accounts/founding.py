"""The first of all colleagues: the owner, invited by whoever starts the desk."""

from django.db import transaction
from django.utils import timezone

from nakomen.desk.accounts import changes, invitations, places
from nakomen.desk.accounts.models import Colleague, Listed, Scope, What
from nakomen.desk.accounts.roles import Role
from nakomen.errors import UsageError


class NoSuchOwner(UsageError):
    """No owner has this address. Others get a new invitation from an owner, under Colleagues."""

    nl = (
        "Geen eigenaar heeft dit adres. Anderen krijgen een nieuwe uitnodiging van een eigenaar, "
        "onder Collega’s."
    )


WAITING = "eigenaar@invalid"
"""Stands for an owner who has not said who she is; nobody can have this address."""


def invitation() -> str | None:
    """Where the first owner says who she is; None once somebody can log in."""
    if Colleague.objects.filter(is_active=True, signed_on__isnull=False).exists():
        return None
    found = Colleague.objects.filter(email=WAITING).first()
    return invitations.link(found or Colleague.objects.invite(WAITING, "", Role.OWNER))


def restore(email: str) -> str:
    """
    A new invitation for an owner who lost password and codes. What she had opens nothing any more.

    No page leads here: it is asked at the machine, by who may read the keys of the desk anyway. She
    may be shut out by a list of addresses too, so what that says of staff ends.

    Raises:
        NoSuchOwner: nothing was changed.
    """
    owner = Colleague.objects.filter(email__iexact=email.strip(), role=Role.OWNER).first()
    if owner is None or owner.gone:
        raise NoSuchOwner
    with transaction.atomic():
        changes.shut_out(owner)
        changes.note(What.RESTORED, None, owner)
        today = timezone.localdate()
        for listed in (each for each in places.current(today) if each.scope == Scope.STAFF):
            Listed.objects.filter(pk=listed.pk).update(ended_at=timezone.now())
            changes.note(What.UNLISTED, None, None, f"{listed.door} {listed.network}")
    return invitations.link(owner)
