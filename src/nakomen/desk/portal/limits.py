"""How often somebody may ask: enough for a person, too little for a flood."""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from nakomen.desk.dossiers.flow import one_writing
from nakomen.desk.dossiers.models import Case
from nakomen.desk.kit.cached import times

BY_ADDRESS = 5
"""Requests a day for one e-mail address: each of them sends mail there."""
BY_PLACE = 30
"""Requests an hour from one place on the net."""
HOUR_S = 3600


def too_many(request: HttpRequest, email: str) -> bool:
    """Whether this one would be too much; the place it came from is kept as a digest, an hour."""
    since = timezone.now() - timedelta(days=1)
    if Case.objects.filter(email=one_writing(email), received_at__gte=since).count() >= BY_ADDRESS:
        return True
    return too_many_from(request)


def too_many_from(request: HttpRequest) -> bool:
    """As `too_many`, where it is not about an address."""
    told = f"{settings.SECRET_KEY}{request.META.get('REMOTE_ADDR', '')}"
    place = "asked-" + hashlib.sha256(told.encode()).hexdigest()
    return times(place, HOUR_S) > BY_PLACE
