"""Which version people are told of, and each letter about it."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models

from nakomen.desk.dossiers.models import Sending


class Notice(models.Model):
    """
    The notice of one version. *subject* and *body* are the same for everybody. *listed_at*: to
    whom it goes is known; *noted_at*: that it was given is in the evidence.
    """

    number = models.CharField(max_length=31, unique=True)
    effective = models.DateField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    begun_at = models.DateTimeField()
    listed_at = models.DateTimeField(null=True)
    noted_at = models.DateTimeField(null=True)
    error = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]


class Told(models.Model):
    """
    One letter of a notice. *who* is a keyed digest of the address, so that nobody gets two; the
    address itself goes when the version took effect. *otherwise*: a colleague told her in another
    way, because mail does not reach her.
    """

    fleeting = False
    case = None

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="letters")
    who = models.CharField(max_length=64)
    to = models.EmailField(max_length=320, blank=True)
    state = models.CharField(
        max_length=8, choices=[(s.value, s.value) for s in Sending], default=Sending.WAITING
    )
    sent_at = models.DateTimeField(null=True)
    again_at = models.DateTimeField(null=True)
    otherwise = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["notice", "who"], name="told_once")
        ]
        indexes: ClassVar[list[Any]] = [models.Index(fields=["state", "id"], name="told_waiting")]

    @property
    def subject(self) -> str:
        return str(self.notice.subject)

    @property
    def body(self) -> str:
        return str(self.notice.body)
