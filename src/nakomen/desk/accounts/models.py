"""Colleagues and their logins."""

from enum import StrEnum
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from nakomen.desk.accounts.roles import Role


class Colleagues(BaseUserManager):
    def invite(self, email: str, name: str, role: str) -> "Colleague":
        """Somebody who can log in only after she chose a password and signed."""
        invited: Colleague = self.model(email=email.strip().lower(), name=name, role=role)
        invited.set_unusable_password()
        invited.save(using=self._db)
        return invited

    def get_by_natural_key(self, username: str | None) -> "Colleague":
        found: Colleague = self.get(email__iexact=username or "")
        return found


class Colleague(AbstractBaseUser):
    """
    *signed_on* and *signed* are the day on which she signed for confidentiality, and a digest of
    the text she signed; without them no account works. *left_on*: from then on she gets in nowhere.
    """

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=12, choices=[(role.value, role.value) for role in Role])
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


class Outcome(StrEnum):
    """How an attempt to log in ended."""

    IN = "in"
    WRONG = "wrong"
    SECOND_WRONG = "second"


class Login(models.Model):
    """
    One attempt. *colleague* is empty where nobody has that address: what was typed is not kept,
    because people type passwords there.
    """

    colleague = models.ForeignKey(Colleague, null=True, on_delete=models.CASCADE)
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    ip = models.GenericIPAddressField(null=True)
    outcome = models.CharField(max_length=8, choices=[(o.value, o.value) for o in Outcome])

    class Meta:
        ordering: ClassVar[list[Any]] = ["-at"]
