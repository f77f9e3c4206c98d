"""What the desk itself promised not to keep goes by itself."""

from django.contrib.sessions.models import Session
from django.utils import timezone

from nakomen.desk import tables
from nakomen.desk.dossiers import answering, flow, post
from nakomen.desk.kit.beside import Beside

EVERY_S = 3600.0


def tidy() -> None:
    """Copies of which the time is over, names of cases long ended, sessions that are over."""
    answering.clear()
    flow.make_nameless(timezone.localdate())
    post.clear()
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    flow.forget_pages()
    tables.clear_copies()


TIDYING = Beside("tidying", EVERY_S, tidy)
