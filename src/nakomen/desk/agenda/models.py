"""Who has a link to the deadlines."""

import hashlib
import secrets

from django.db import models
from django.utils import timezone

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.roles import DESK


class Feed(models.Model):
    """The link of one colleague. Only the digest of its secret is kept: it is shown once."""

    colleague = models.OneToOneField(Colleague, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    @classmethod
    def renewed(cls, colleague: Colleague) -> str:
        """A new secret for *colleague*; the one she had opens nothing any more."""
        token = secrets.token_urlsafe(32)
        new = {"digest": _digest(token), "made_at": timezone.now()}
        cls.objects.update_or_create(colleague=colleague, defaults=new)
        return token

    @classmethod
    def opened_by(cls, token: str) -> bool:
        """Whether *token* is of somebody who works here and answers for the promises."""
        found = cls.objects.filter(digest=_digest(token)).select_related("colleague").first()
        if found is None:
            return False
        return found.colleague.may_enter and found.colleague.role in DESK


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
