"""What allauth does otherwise here: nobody signs up, and secrets are sealed at rest."""

import time

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest

from nakomen.desk.secret import cipher, secret

JUST_S = 300


class ClosedDoor(DefaultAccountAdapter):
    """Colleagues are invited by name; the form to sign up is closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Who has no second factor yet makes one with the password that she just gave."""
        request = context.request
        if app == "allauth.mfa" and not is_mfa_enabled(request.user):
            records = get_authentication_records(request, request.user)
            return not any(time.time() - record["at"] < JUST_S for record in records)
        return bool(super().is_reauthentication_required(app=app))

    def get_client_ip(self, request: HttpRequest) -> str:
        """Of who is connected: a header that a visitor can write himself counts for nothing."""
        return str(request.META.get("REMOTE_ADDR", ""))

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """The desk has no mail of its own yet."""


class Sealed(DefaultMFAAdapter):
    """The secrets of second factors stand encrypted in the database."""

    def encrypt(self, text: str) -> str:
        return cipher(secret(settings.STATE), "second factor").encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        sealed = cipher(secret(settings.STATE), "second factor")
        return sealed.decrypt(encrypted_text.encode()).decode()

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """The desk has no mail of its own yet."""
