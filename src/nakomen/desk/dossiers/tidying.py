"""What the desk itself promised not to keep goes by itself."""

from datetime import datetime

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone

from nakomen.desk import tables
from nakomen.desk.dossiers import answering, flow, post
from nakomen.desk.kit.beside import Beside

EVERY_S = 3600.0
_TIDIED = "tidied"


def tidy() -> None:
    """Copies of which the time is over, names of cases long ended, sessions that are over."""
    answering.clear()
    flow.make_nameless(timezone.localdate())
    post.clear()
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    flow.forget_pages()
    tables.clear_copies()
    cache.set(_TIDIED, timezone.now(), None)


def tidied_at() -> datetime | None:
    """When all of this was last done; every process of the desk knows it."""
    at: datetime | None = cache.get(_TIDIED)
    return at


TIDYING = Beside("tidying", EVERY_S, tidy)
