"""What was counted, kept so that a page waits for no database of the company."""

from enum import StrEnum
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone


class Count(models.Model):
    """
    One look at every promise. *shown* is the statement and its verdicts as `wall.Shown` reads them;
    *error* says
    in two languages why there are none. It holds no personal data.
    """

    began = models.DateTimeField()
    ended = models.DateTimeField(null=True)
    shown = models.JSONField(null=True)
    error = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-began"]


class Ahead(models.Model):
    """
    One look at what falls due in the coming months. Without *ended* somebody waits for it. *shown*
    is as `ahead.told` makes it; it holds no personal data.
    """

    asked = models.DateTimeField()
    ended = models.DateTimeField(null=True)
    shown = models.JSONField(null=True)
    error = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]


class Turn(models.Model):
    """From *at* on a promise had this verdict, by the count that first found it so."""

    promise = models.CharField(max_length=120, db_index=True)
    ruling = models.CharField(max_length=16)
    at = models.DateTimeField()
    count = models.BigIntegerField(null=True)
    oldest = models.DateField(null=True)
    evidence = models.CharField(max_length=60, null=True)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]


class Explained(models.Model):
    """
    Why a promise is as it is, in the words of a colleague, until a day. It stands beside the
    verdict, and changes nothing about it.
    """

    promise = models.CharField(max_length=120, db_index=True)
    words = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    at = models.DateTimeField(default=timezone.now)
    until = models.DateField()

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]


class Step(StrEnum):
    """
    ``looking``: what it would bring is being counted. ``seen``: somebody can read that.
    ``agreed``: it is being put in place.
    """

    LOOKING = "looking"
    SEEN = "seen"
    AGREED = "agreed"
    DONE = "done"
    FAILED = "failed"


class Mended(models.Model):
    """
    A sentence in other words. *shown* is what it would bring, as `mending.told` makes it, and
    *base* and *digest* say of which policy and into which: only what was read is put in place.
    """

    promise = models.CharField(max_length=120)
    says = models.TextField(max_length=4000)
    term = models.CharField(max_length=20, blank=True)
    day = models.DateField()
    effective = models.DateField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    asked = models.DateTimeField(default=timezone.now)
    step = models.CharField(
        max_length=8, choices=[(s.value, s.value) for s in Step], default=Step.LOOKING
    )
    shown = models.JSONField(null=True)
    error = models.JSONField(default=dict)
    number = models.CharField(max_length=31, blank=True)
    base = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]
