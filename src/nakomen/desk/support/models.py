"""A session in which a colleague helps one customer, and what she saw in it."""

from enum import StrEnum
from typing import Any, ClassVar

from django.db import models
from django.utils import timezone

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.sealed import Sealed
from nakomen.desk.kit.choices import choices

USE = "support"


class Kind(StrEnum):
    """What is looked at. Only ``data`` is looked at here; the others are elsewhere, and noted."""

    DATA = "data"
    REMOTE = "remote"
    SYSTEM = "system"
    REPAIR = "repair"
    RECOVERY = "recovery"
    CAMERA = "camera"


class Basis(StrEnum):
    """Why it may be: a ticket or a case of hers, or the permission that she gave."""

    TICKET = "ticket"
    CASE = "case"
    PERMISSION = "permission"


class Permission(models.Model):
    """
    A customer with an account lets colleagues look at her data for a *question*, until a moment.

    *marks* say which customer she was: an address that is somebody else's by now permits nothing.
    """

    account = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="permissions")
    marks = models.JSONField()
    question = Sealed(USE)
    given_at = models.DateTimeField()
    until = models.DateTimeField(db_index=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]

    @property
    def reference(self) -> str:
        return f"T-{timezone.localdate(self.given_at).year}-{self.pk:04}"

    @property
    def open(self) -> bool:
        return self.ended_at is None and timezone.now() < self.until

    @property
    def over_at(self) -> Any:
        """When she ended it, or it ends by itself."""
        return self.ended_at or self.until


class Session(models.Model):
    """
    *number* is of the ticket or the case, *asked_by* who asked and *reason* what for. *key* finds
    the customer; it is forgotten when the session is over. Nothing opens after *ends_at*.
    *permission* is the one that she gave in her account, where the session rests on that.
    """

    by = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL)
    role = models.CharField(max_length=12)
    kind = models.CharField(max_length=8, choices=choices(Kind))
    basis = models.CharField(max_length=10, choices=choices(Basis))
    number = models.CharField(max_length=40)
    asked_by = Sealed(USE)
    reason = Sealed(USE)
    permission = models.ForeignKey(
        Permission, null=True, on_delete=models.SET_NULL, related_name="sessions"
    )
    key_kind = models.CharField(max_length=8)
    key = Sealed(USE, null=True)
    begun_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField(db_index=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        return f"S-{timezone.localdate(self.begun_at).year}-{self.pk:04}"

    @property
    def open(self) -> bool:
        return self.ended_at is None and timezone.now() < self.ends_at

    @property
    def over_at(self) -> Any:
        """When it ended, or will by itself."""
        return self.ended_at or self.ends_at


class Mark(models.Model):
    """Of which customer a session was: a keyed fingerprint that leads to nobody."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="marks")
    mark = models.CharField(max_length=64, db_index=True)


class View(models.Model):
    """One look. *places*: JSON, place → rows; *refused*: she was a customer no longer."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="views")
    at = models.DateTimeField()
    places = models.JSONField()
    refused = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar[list[Any]] = ["pk"]
