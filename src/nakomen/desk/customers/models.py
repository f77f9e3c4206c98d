"""Customers with an account, and what they did there that must be shown later."""

from enum import StrEnum
from typing import Any, ClassVar

from django.db import models

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.sealing import sealing
from nakomen.desk.dossiers.models import Case


class Sealed(models.TextField):
    """Text that stands encrypted in the table."""

    def get_prep_value(self, value: Any) -> Any:
        return None if value is None else sealing("customers").encrypt(value.encode()).decode()

    def from_db_value(self, value: Any, *_: Any) -> Any:
        return None if value is None else sealing("customers").decrypt(value.encode()).decode()


class Customer(models.Model):
    """
    Somebody who proved that an address on file is hers.

    *marks* say which customer that was: an address that is somebody else's by now shows nothing.
    *noticed* is a digest of the warning that she confirmed. *seen_on* is the last day on which it
    was looked up whether she is still a customer, *lost_on* the first since which she is not.
    """

    user = models.OneToOneField(Colleague, on_delete=models.CASCADE, related_name="customer")
    marks = models.JSONField()
    opened_at = models.DateTimeField()
    noticed_at = models.DateTimeField(null=True)
    noticed = models.CharField(max_length=64, blank=True)
    seen_on = models.DateField(db_index=True)
    lost_on = models.DateField(null=True)


class Opening(models.Model):
    """
    Somebody asked to open an account with an address. Whether anybody has it is looked up later,
    beside the pages. *asked* is a keyed digest of the address, *token* one of what was sent there.
    """

    class State(StrEnum):
        WAITING = "waiting"
        LEAVING = "leaving"
        SENT = "sent"
        FAILED = "failed"
        OVER = "over"
        """Nobody has this address, or the link was used; the address is gone."""

    email = Sealed(null=True)
    asked = models.CharField(max_length=64, db_index=True)
    language = models.CharField(max_length=2)
    made_at = models.DateTimeField()
    state = models.CharField(
        max_length=8, choices=[(s.value, s.value) for s in State], default=State.WAITING
    )
    token = models.CharField(max_length=64, db_index=True, blank=True)


class Deed(StrEnum):
    """What is noted of a customer's account."""

    OPENED = "opened"
    NOTICED = "noticed"
    REFUSED = "refused"
    CHANGED = "changed"
    SAID_YES = "yes"
    SAID_NO = "no"
    ASKED = "asked"
    LEFT = "left"


class Noted(models.Model):
    """Something that she did or tried. *place* names a field or a use, never a value."""

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="notes")
    at = models.DateTimeField(auto_now_add=True)
    what = models.CharField(max_length=8, choices=[(d.value, d.value) for d in Deed])
    place = models.CharField(max_length=200, blank=True)
    ip = models.GenericIPAddressField(null=True)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]


class Change(models.Model):
    """
    A customer wants a field to say something else by which she is known or reached. A colleague
    sees who she is, which is noted of the case; then there is a plan.
    """

    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="change")
    place = models.CharField(max_length=200)
    old = Sealed()
    new = Sealed()
