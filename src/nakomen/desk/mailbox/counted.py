"""How many messages came, and how many nobody has to answer."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import Count
from django.utils import timezone

from nakomen.desk.mailbox.models import Kind, Seen

DAYS = 30


@dataclass(frozen=True, kw_only=True)
class Counted:
    """Of the last *days*: messages that opened or joined a case, and those left alone."""

    days: int
    cases: int
    left: int


def counted() -> Counted | None:
    """None where no mail is read."""
    if not settings.MAILBOX_SERVER:
        return None
    lately = Seen.objects.filter(at__gte=timezone.now() - timedelta(days=DAYS))
    kinds = dict(lately.values_list("kind").annotate(Count("pk")))
    about = kinds.get(Kind.CASE, 0) + kinds.get(Kind.MORE, 0)
    return Counted(days=DAYS, cases=about, left=kinds.get(Kind.LEFT, 0))
