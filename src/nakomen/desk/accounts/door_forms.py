"""What a colleague fills in at the door and for her own account: allauth's forms in our words."""

import re
from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.cache import cache

from nakomen.desk.accounts.forms import NO_ADDRESS
from nakomen.desk.kit.words import lazily

PASSWORD = ("Wachtwoord", "Password")
CODE = ("Code van zes cijfers", "Code of six figures")
CODE_LIFE_S = 120
"""Longer than a code of an app is good for, which is a minute and a half."""


def _worded(field: forms.Field, label: tuple[str, str], missing: tuple[str, str]) -> None:
    field.label, field.help_text = lazily(*label), ""
    field.error_messages["required"] = lazily(*missing)
    field.widget.attrs.pop("placeholder", None)


class Login(LoginForm):
    """An address and a password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        address = ("Vul uw e-mailadres in.", "Fill in your e-mail address.")
        _worded(self.fields["login"], ("E-mailadres", "E-mail address"), address)
        self.fields["login"].error_messages["invalid"] = lazily(*NO_ADDRESS)
        self.fields["login"].widget.attrs["autocomplete"] = "username"
        _worded(
            self.fields["password"], PASSWORD, ("Vul uw wachtwoord in.", "Fill in your password.")
        )


class PasswordAgain(ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(
            self.fields["password"], PASSWORD, ("Vul uw wachtwoord in.", "Fill in your password.")
        )


class NewPassword(ChangePasswordForm):
    """The password she has, and the one she wants."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = {
            "oldpassword": ("Uw wachtwoord van nu", "Your password now"),
            "password1": ("Kies een nieuw wachtwoord", "Choose a new password"),
            "password2": ("Nog een keer het nieuwe wachtwoord", "The new password once more"),
        }
        for name, label in words.items():
            _worded(self.fields[name], label, ("Vul dit ook in.", "Fill this in as well."))
        self.fields["password1"].help_text = lazily(
            "Ten minste 12 tekens. Een zin is goed te onthouden.",
            "At least 12 characters. A sentence is easy to remember.",
        )

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super(ChangePasswordForm, self).clean()
        if "password1" in given and given["password1"] != given.get("password2"):
            told = lazily("De twee wachtwoorden verschillen.", "The two passwords differ.")
            self.add_error("password2", told)
        return given


class _Code:
    """A code is good once, however it is typed, for as long as an app would show it."""

    fields: dict[str, forms.Field]
    user: Any

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _worded(self.fields["code"], CODE, ("Vul de code in.", "Fill in the code."))
        self.fields["code"].widget.attrs |= {
            "autocomplete": "one-time-code",
            "inputmode": "numeric",
        }

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]
        spent = f"code:{self.user.pk}:{re.sub('[^0-9]', '', code)}"
        if not cache.add(spent, True, CODE_LIFE_S):
            raise get_adapter().validation_error("incorrect_code")
        return code


class Code(_Code, AuthenticateForm):
    """At the door."""


class CodeAgain(_Code, CodeAgainForm):
    """Once more, before something that matters."""


class FirstCode(_Code, ActivateTOTPForm):
    """The first that an app shows."""


class NewKey(AddWebAuthnForm):
    """A security key, and what she calls it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _named(self)


class OldKey(EditWebAuthnForm):
    """Another name for a key."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _named(self)


def _named(form: forms.Form) -> None:
    missing = ("Geef de sleutel een naam.", "Give the key a name.")
    _worded(form.fields["name"], ("Naam van de sleutel", "Name of the key"), missing)
