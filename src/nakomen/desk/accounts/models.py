"""Colleagues and their logins."""

from enum import StrEnum
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone

from nakomen.desk.accounts.roles import CUSTOMER, Role
from nakomen.desk.kit.choices import choices


class Colleagues(BaseUserManager):
    def staff(self) -> Any:
        """Who works or worked here: not customers."""
        return self.exclude(role=CUSTOMER)

    def invite(self, email: str, name: str, role: str) -> "Colleague":
        """
        Somebody who can log in only after she chose a password and signed; a customer who comes
        to work here does so too.
        """
        address = email.strip().lower()
        before = self.filter(email=address, role=CUSTOMER).first()
        invited: Colleague = before or self.model(email=address)
        invited.name, invited.role = name, role
        invited.set_unusable_password()
        invited.save(using=self._db)
        return invited

    def get_by_natural_key(self, username: str | None) -> "Colleague":
        found: Colleague = self.get(email__iexact=username or "")
        return found


class Colleague(AbstractBaseUser):
    """
    Somebody with an account. A customer has one as well, with `CUSTOMER` in the place of a role.

    *signed_on* and *signed* are the day on which she signed for confidentiality, and a digest of
    the text she signed; without them no account works. *left_on*: from the beginning of that day
    she gets in nowhere; it may lie ahead.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=12, choices=choices(Role))
    is_active = models.BooleanField(default=True)
    added_on = models.DateField(auto_now_add=True)
    signed_on = models.DateField(null=True)
    signed = models.CharField(max_length=64, blank=True)
    left_on = models.DateField(null=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = Colleagues()

    def __str__(self) -> str:
        return str(self.name)

    def get_full_name(self) -> str:
        return str(self.name)

    @property
    def chosen(self) -> bool:
        """She took up her invitation."""
        return bool(self.has_usable_password())

    @property
    def gone(self) -> bool:
        return self.left_on is not None and self.left_on <= timezone.localdate()

    @property
    def works_here(self) -> bool:
        """Not a customer."""
        return bool(self.role != CUSTOMER)

    @property
    def may_enter(self) -> bool:
        """Without a dated signature for confidentiality no account of staff works."""
        signed = not self.works_here or (self.signed_on and self.signed)
        return bool(self.is_active and not self.gone and signed)


class Outcome(StrEnum):
    """How an attempt to log in ended."""

    IN = "in"
    WRONG = "wrong"
    SECOND_WRONG = "second"
    PLACE = "place"
    """The right password, from an address that is not for staff."""
    REMOVED = "removed"
    """No attempt: a colleague took the second step of a customer away, after a check."""


class Login(models.Model):
    """
    One attempt. *colleague* is empty where nobody has that address: what was typed is not kept,
    because people type passwords there.
    """

    colleague = models.ForeignKey(Colleague, null=True, on_delete=models.CASCADE)
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    ip = models.GenericIPAddressField(null=True)
    outcome = models.CharField(max_length=8, choices=choices(Outcome))

    class Meta:
        ordering: ClassVar[list[Any]] = ["-at"]


class What(StrEnum):
    """Something that was done to an account, or to who may come in."""

    INVITED = "invited"
    ROLE = "role"
    ASKED_OWNER = "asked_owner"
    NO_OWNER = "no_owner"
    LEAVES = "leaves"
    STAYS = "stays"
    LEFT = "left"
    RENEWED = "renewed"
    RESTORED = "restored"
    TRAINED = "trained"
    REVIEWED = "reviewed"
    LISTED = "listed"
    UNLISTED = "unlisted"


class Done(models.Model):
    """
    One line of the log of accounts. *by* is empty where the desk did it by itself, or somebody at
    the machine. *detail* is a word of ours: a task, a day, a network.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    by = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL, related_name="did")
    what = models.CharField(max_length=12, choices=choices(What))
    about = models.ForeignKey(
        Colleague, null=True, on_delete=models.SET_NULL, related_name="undergone"
    )
    detail = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]


class Ownership(models.Model):
    """The wish of an owner to make *colleague* one too; somebody else must agree."""

    colleague = models.OneToOneField(Colleague, on_delete=models.CASCADE)
    by = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)


class Training(models.Model):
    """What *colleague* learned on a day, and the last day on which that is fresh enough."""

    colleague = models.ForeignKey(Colleague, on_delete=models.CASCADE, related_name="trainings")
    what = models.CharField(max_length=200)
    on = models.DateField()
    until = models.DateField()

    class Meta:
        ordering: ClassVar[list[Any]] = ["-on", "-pk"]


class Review(models.Model):
    """
    Somebody went through who may see what. *found* is the list as it was: JSON, number of a
    colleague → task.
    """

    by = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL)
    on = models.DateField()
    found = models.JSONField()

    class Meta:
        ordering: ClassVar[list[Any]] = ["-on", "-pk"]


class Door(StrEnum):
    """What an entry of the list of addresses says."""

    ALLOW = "allow"
    DENY = "deny"


class Scope(StrEnum):
    """For which pages it counts."""

    STAFF = "staff"
    EVERYONE = "everyone"


class Listed(models.Model):
    """
    An address or a network (``203.0.113.7``, ``2001:db8::/48``) that may come in or not, until and
    with the day *until*. *ended_at*: somebody took it back before.
    """

    network = models.CharField(max_length=50)
    door = models.CharField(max_length=5, choices=choices(Door))
    scope = models.CharField(max_length=8, choices=choices(Scope))
    reason = models.CharField(max_length=200)
    owner = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL)
    made_at = models.DateTimeField(default=timezone.now)
    until = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[Any]] = ["-pk"]
