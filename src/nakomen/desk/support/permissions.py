"""What a customer permits in her account: that colleagues look at her data, for one question."""

import re
from collections.abc import Collection, Iterable
from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone

from nakomen import NakomenError
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.support.models import Permission, Session

DAYS = (1, 3, 7, 14)
"""For so many days she can give it."""
MOST = 5
"""That run at the same time; who asks more, ends one first."""
NUMBER = re.compile(r"T-(\d{4})-(\d{4,9})")


class NotPermitted(NakomenError):
    """This customer gave no such permission, or it is over. Ask her again, or name her ticket."""

    nl = (
        "Deze klant gaf die toestemming niet, of zij is voorbij. Vraag het haar opnieuw, of noem "
        "haar ticket."
    )


class TooMany(NakomenError):
    """There are five permissions already. End one first."""

    nl = "Er zijn al vijf toestemmingen. Stop er eerst een."


def give(account: Colleague, marks: Iterable[str], question: str, days: int) -> Permission:
    """
    Raises:
        TooMany: nothing was permitted.
    """
    now = timezone.now()
    if open_now().filter(account=account).count() >= MOST:
        raise TooMany
    given: Permission = Permission.objects.create(
        account=account,
        marks=sorted(marks),
        question=question,
        given_at=now,
        until=now + timedelta(days=days),
    )
    return given


def end(permission: Permission) -> None:
    """From now on nobody looks because of it: what runs ends as well."""
    now = timezone.now()
    with transaction.atomic():
        Permission.objects.filter(pk=permission.pk, ended_at=None).update(ended_at=now)
        Session.objects.filter(permission=permission, ended_at=None).update(ended_at=now, key=None)


def forget(account: Colleague) -> None:
    """She has no account as a customer any more: what she permitted in it goes, and what runs."""
    for permission in Permission.objects.filter(account=account):
        end(permission)
        permission.delete()


def open_now() -> models.QuerySet[Permission]:
    return Permission.objects.filter(ended_at=None, until__gt=timezone.now())


def named(number: str, marks: Collection[str]) -> Permission:
    """
    The permission that has this *number*, where it runs and is of her who has *marks*.

    Raises:
        NotPermitted: there is none.
    """
    told = NUMBER.fullmatch(number.strip().upper())
    found: Permission | None = open_now().filter(pk=int(told[2])).first() if told else None
    if found is None or found.reference != number.strip().upper() or not {*marks} & {*found.marks}:
        raise NotPermitted
    return found
