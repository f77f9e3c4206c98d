"""Customers with an account, and what they did there that must be shown later."""

from enum import StrEnum
from typing import Any, ClassVar

from django.db import models

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.sealing import sealing
from nakomen.desk.dossiers.models import Case, Sending, Shown
from nakomen.desk.kit import links
from nakomen.desk.kit.choices import choices
from nakomen.terms import Lang, Text


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
    LET = "let"
    """She lets colleagues look at her data, for a question."""
    ENDED = "ended"
    """They may no longer."""
    SECOND = "second"
    """A colleague took her second step away, after a check."""


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


class Regained(models.Model):
    """
    She lost her second step; a colleague saw *how* who she is, and took it away, for a *reason*.

    It is the letter about it as well, in both languages: whoever was not she, hears it.
    """

    fleeting = False
    SUBJECT = Text("Uw tweede stap is uit", "Your second step is off")
    BODY = Text(
        "Op uw verzoek hebben wij de tweede stap van uw account weggehaald. Uw wachtwoord is "
        "hetzelfde gebleven. U bent overal uitgelogd. Log in en zet weer een tweede stap aan:\n"
        "{link}\n\nHebt u dit niet gevraagd? Kies dan meteen een ander wachtwoord, en bel ons:\n"
        "{open}\n",
        "At your request we took away the second step of your account. Your password has stayed "
        "the same. You are logged out everywhere. Log in and turn on a second step again:\n"
        "{link}\n\nDid you not ask for this? Then choose another password at once, and call us:\n"
        "{open}\n",
    )

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="regained")
    by = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL, related_name="+")
    how = models.CharField(max_length=8, choices=choices(Shown))
    reason = Sealed()
    made_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=8, choices=choices(Sending), default=Sending.WAITING)
    sent_at = models.DateTimeField(null=True)
    again_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]

    @property
    def to(self) -> str:
        return str(self.customer.user.email)

    @property
    def subject(self) -> str:
        return " / ".join(self.SUBJECT.in_(lang) for lang in Lang)

    @property
    def body(self) -> str:
        ways = {"link": links.link("account_login"), "open": links.link("mine-open")}
        return "\n----\n\n".join(self.BODY.in_(lang).format(**ways) for lang in Lang)
