"""What colleagues asked to have done beside the pages."""

from enum import StrEnum
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone

from nakomen.desk.kit.choices import choices


class Kind(StrEnum):
    MAKE = "make"
    CARRY = "carry"


class Job(models.Model):
    """
    A plan to make or to carry out. How far a plan is stands in the ledger; here stands only who
    asked, and why it did not begin.

    *asked_as* comes with the form: sent twice, it is one wish. *desk* is the process that took it
    on; one that did not end in another process stopped with it. *error*: in two languages.
    """

    asked_as = models.UUIDField(unique=True)
    kind = models.CharField(max_length=8, choices=choices(Kind))
    plan = models.CharField(max_length=16, blank=True, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    desk = models.UUIDField()
    asked = models.DateTimeField(default=timezone.now)
    ended = models.DateTimeField(null=True)
    error = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]
