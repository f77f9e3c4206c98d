"""Keys of programs, what they were answered, and who hears news."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone

from nakomen.desk.accounts.models import Colleague


class Token(models.Model):
    """
    The key of one program. Only its digest is kept: the key is shown once. It opens nothing after
    *until*, the last day, nor when it was *ended*.
    """

    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField()
    made_by = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL)
    made_at = models.DateTimeField()
    until = models.DateField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]

    @property
    def opens(self) -> bool:
        return self.ended_at is None and timezone.localdate() <= self.until


class Answered(models.Model):
    """
    What was answered to a request that has a name of its own (``Idempotency-Key``): asked again
    with the same *body*, it is the same answer. It holds digests, and an answer without a person.
    """

    token = models.ForeignKey(Token, on_delete=models.CASCADE)
    name = models.CharField(max_length=64)
    body = models.CharField(max_length=64)
    answer = models.JSONField(null=True)
    at = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["token", "name"], name="answered_once")
        ]


class Hook(models.Model):
    """
    An address that hears news. *secret* is sealed. *near*: it may be in our own network. *events*,
    *counts* and *days* are how far it was told.
    """

    url = models.URLField(max_length=500)
    secret = models.TextField()
    kinds = models.JSONField()
    near = models.BooleanField(default=False)
    made_by = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL)
    made_at = models.DateTimeField()
    events = models.BigIntegerField(default=0)
    counts = models.BigIntegerField(default=0)
    days = models.DateField(null=True)

    class Meta:
        ordering: ClassVar[list[Any]] = ["pk"]


class Delivery(models.Model):
    """
    One message for one *hook*: *body* is what it reads, ids and kinds only. It is sent until it
    arrives or was *given_up*; it may arrive twice, with the same *name*.
    """

    hook = models.ForeignKey(Hook, on_delete=models.CASCADE, related_name="deliveries")
    name = models.CharField(max_length=64)
    kind = models.CharField(max_length=24)
    body = models.TextField()
    made_at = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    again_at = models.DateTimeField(null=True, db_index=True)
    """None: it needs no more tries."""
    arrived_at = models.DateTimeField(null=True)
    last = models.CharField(max_length=40, blank=True)
    """How the last try ended, in our words or as a status."""

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["hook", "name"], name="news_once")
        ]

    @property
    def given_up(self) -> bool:
        return self.arrived_at is None and self.again_at is None
