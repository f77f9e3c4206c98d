"""An invitation: a link that works once, with which somebody chooses a password and signs."""

import hashlib
from datetime import date

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.kit import links
from nakomen.terms import Text

PROMISE = Text(
    "Ik houd geheim wat ik hier over personen zie. Ik gebruik het alleen voor mijn werk. "
    "Dat blijft zo als ik hier niet meer werk.",
    "I keep secret what I see here about persons. I use it only for my work. That stays so when I "
    "no longer work here.",
)
"""The confidentiality statement that each colleague signs."""


class _Once(PasswordResetTokenGenerator):
    """It ends when a password is chosen, after PASSWORD_RESET_TIMEOUT seconds, or on leaving."""

    key_salt = "nakomen.desk.accounts.invitations"

    def _make_hash_value(self, user: Colleague, timestamp: int) -> str:
        return f"{user.pk}{user.password}{timestamp}{user.email}{user.is_active}"


_once = _Once()


def link(colleague: Colleague) -> str:
    """The address to send to *colleague*; whoever has it becomes her."""
    who = urlsafe_base64_encode(str(colleague.pk).encode())
    return links.link("invitation", who, _once.make_token(colleague))


def invited(who: str, token: str) -> Colleague | None:
    """Whom a link names; None when it was used, is old, or was made up."""
    try:
        number = int(urlsafe_base64_decode(who).decode())
    except ValueError:
        return None
    found = Colleague.objects.filter(pk=number, is_active=True).first()
    return found if found and not found.gone and _once.check_token(found, token) else None


def accept(colleague: Colleague, password: str, on: date) -> None:
    """From now on she can log in; what she signed, and when, stands on file."""
    colleague.set_password(password)
    colleague.signed_on = on
    colleague.signed = digest()
    colleague.save()


def digest() -> str:
    """Of the text that is signed today; another text has another."""
    return hashlib.sha256(PROMISE.nl.encode()).hexdigest()
