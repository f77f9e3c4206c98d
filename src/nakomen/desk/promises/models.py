"""What was counted, kept so that a page waits for no database of the company."""

from typing import Any, ClassVar

from django.db import models


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
