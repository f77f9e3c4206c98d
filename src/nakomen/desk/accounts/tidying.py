"""What is over of accounts goes: attempts to log in, sessions, invitations, who left long ago."""

from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone

from nakomen.desk.accounts import logins
from nakomen.desk.accounts.founding import WAITING
from nakomen.desk.accounts.models import Colleague, Done, Review

TAKEN_UP = timedelta(days=30)
"""So long somebody stands on file who was invited and did not come."""
LEFT = timedelta(days=731)
"""So long after her last day, or after it was done, who did what can be seen."""
A_DAY = timedelta(days=1)


def tidy() -> None:
    """A line of ours stays longer than a person: by whom it was is empty then."""
    now = timezone.now()
    logins.forget()
    for over in (sessions, not_come, left, log, reviews):
        over(now).delete()


def sessions(now: datetime) -> Any:
    """Where somebody was logged in, and with what, of sessions that are over."""
    open_now = Session.objects.filter(expire_date__gte=now).values("session_key")
    # A session of this minute may not be written yet.
    return UserSession.objects.filter(created_at__lt=now - A_DAY).exclude(session_key__in=open_now)


def not_come(now: datetime) -> Any:
    """Invited long ago and not again, never signed; the account of a customer is hers."""
    since = timezone.localdate(now) - TAKEN_UP
    staff = Colleague.objects.staff().filter(signed_on=None, added_on__lt=since, customer=None)
    return staff.exclude(email=WAITING).exclude(undergone__at__gte=now - TAKEN_UP)


def left(now: datetime) -> Any:
    since = timezone.localdate(now) - LEFT
    return Colleague.objects.filter(is_active=False, left_on__lt=since, customer=None)


def log(now: datetime) -> Any:
    return Done.objects.filter(at__lt=now - LEFT)


def reviews(now: datetime) -> Any:
    """The last one says by when the next is due, so it stays."""
    old = Review.objects.filter(on__lt=timezone.localdate(now) - LEFT)
    return old.exclude(pk__in=Review.objects.values("pk")[:1])
