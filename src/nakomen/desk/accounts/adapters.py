"""What allauth does otherwise here: nobody signs up, secrets are sealed, and the words are ours."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from nakomen.desk.accounts import places
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.passwords import checked
from nakomen.desk.accounts.sealing import sealing
from nakomen.desk.kit.words import chosen, lazily

JUST_S = 900
"""So long ago is just now: who came in then need not show again who she is."""
WRONG_CODE = lazily(
    "Deze code klopt niet, of is al gebruikt. Wacht op de volgende.",
    "This code is wrong, or was used before. Wait for the next one.",
)
SLOWLY = lazily(
    "Dit ging te vaak mis. Wacht vijf minuten en probeer het opnieuw.",
    "This went wrong too often. Wait five minutes and try again.",
)
SAID = {
    "account/messages/logged_out.txt": ("U bent uitgelogd.", "You are logged out."),
    "account/messages/password_changed.txt": (
        "Uw wachtwoord is veranderd. Op andere apparaten logt u opnieuw in.",
        "Your password has changed. On other devices you log in again.",
    ),
    "mfa/messages/totp_activated.txt": (
        "Uw tweede stap werkt.",
        "Your second step works.",
    ),
    "mfa/messages/totp_deactivated.txt": (
        "De app is uit. Maak nu een nieuwe tweede stap.",
        "The app is off. Make a new second step now.",
    ),
    "mfa/messages/webauthn_added.txt": ("De sleutel werkt.", "The key works."),
    "mfa/messages/webauthn_removed.txt": ("De sleutel is weg.", "The key is gone."),
    "usersessions/messages/sessions_logged_out.txt": (
        "Op uw andere apparaten bent u uitgelogd.",
        "On your other devices you are logged out.",
    ),
}
"""What is said when something was done; of the rest the page itself tells."""


class ClosedDoor(DefaultAccountAdapter):
    """Colleagues are invited by name; the form to sign up is closed."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": lazily(
            "Het e-mailadres of het wachtwoord klopt niet.",
            "The e-mail address or the password is wrong.",
        ),
        "enter_current_password": lazily(
            "Dit is niet uw wachtwoord van nu.", "This is not your password now."
        ),
        "incorrect_password": lazily("Dit wachtwoord klopt niet.", "This password is wrong."),
        "too_many_login_attempts": SLOWLY,
        "rate_limited": SLOWLY,
        "incorrect_code": WRONG_CODE,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return False

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Colleague | None:
        """Whoever may not enter, or not from here, gets the same answer as a wrong password."""
        found: Colleague | None = super().authenticate(request, **credentials)
        if found is None or not found.may_enter:
            return None
        # The door stays open for customers where only colleagues may not come in.
        away = found.works_here and places.refused(request, staff=True)
        return None if away else found

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Not when she came in just now, or made her second factor in this session just now."""
        request = context.request
        records = get_authentication_records(request, request.user)
        if any(time.time() - record["at"] < JUST_S for record in records):
            return False
        return bool(super().is_reauthentication_required(app=app))

    def get_login_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """To the promises, or to her own data."""
        return str(reverse("start"))

    def is_safe_url(self, url: str | None) -> bool:
        """Only pages of this desk: not of another program on this machine."""
        here = {context.request.get_host()}
        return bool(url_has_allowed_host_and_scheme(url, here, context.request.is_secure()))

    def clean_password(self, password: str, user: Colleague | None = None) -> str:
        return checked(password, user)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Of who is connected: a header that a visitor can write himself counts for nothing."""
        return str(request.META.get("REMOTE_ADDR", ""))

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        *_: Any,
        **__: Any,
    ) -> None:
        if words := SAID.get(message_template or ""):
            messages.add_message(request, level, chosen(*words))

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """The desk has no mail of its own yet."""


class Sealed(DefaultMFAAdapter):
    """The secrets of second factors stand encrypted in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": WRONG_CODE}

    def encrypt(self, text: str) -> str:
        return sealing("second factor").encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return sealing("second factor").decrypt(encrypted_text.encode()).decode()

    def send_notification_mail(self, *args: object, **kwargs: object) -> None:
        """The desk has no mail of its own yet."""
