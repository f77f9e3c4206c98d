"""What colleagues fill in."""

from typing import Any

from allauth.account.forms import ReauthenticateForm
from django import forms
from django.contrib.auth.password_validation import validate_password

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.roles import TOLD, Role
from nakomen.desk.kit.words import chosen, lazily

WRONG = {
    "password_too_short": (
        "Het wachtwoord is te kort: neem ten minste 12 tekens.",
        "The password is too short: take at least 12 characters.",
    ),
    "password_too_common": (
        "Dit wachtwoord is uitgelekt of veel gebruikt. Neem een ander.",
        "This password leaked or is used a lot. Take another.",
    ),
    "password_too_similar": (
        "Het wachtwoord lijkt te veel op uw naam of adres. Neem een ander.",
        "The password looks too much like your name or address. Take another.",
    ),
    "password_entirely_numeric": (
        "Het wachtwoord heeft alleen cijfers. Neem er woorden bij.",
        "The password has digits only. Add words.",
    ),
}
"""What the rules for passwords say, in our own words."""


class PasswordAgain(ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class Acceptance(forms.Form):
    """A password, twice, and a signature."""

    password = forms.CharField(
        label=lazily("Kies een wachtwoord", "Choose a password"),
        help_text=lazily(
            "Ten minste 12 tekens. Een zin is goed te onthouden.",
            "At least 12 characters. A sentence is easy to remember.",
        ),
        error_messages={"required": lazily("Kies een wachtwoord.", "Choose a password.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )
    again = forms.CharField(
        label=lazily("Nog een keer hetzelfde wachtwoord", "The same password once more"),
        error_messages={
            "required": lazily("Geef het wachtwoord nog een keer.", "Give the password once more.")
        },
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )
    signed = forms.BooleanField(
        label=lazily("Ik teken hiervoor", "I sign this"),
        error_messages={
            "required": lazily(
                "Zonder handtekening werkt uw account niet.",
                "Without a signature your account does not work.",
            )
        },
    )

    def __init__(self, colleague: Colleague, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.colleague = colleague

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        try:
            validate_password(password, self.colleague)
        except forms.ValidationError as found:
            told = [chosen(*WRONG[e.code]) if e.code in WRONG else e for e in found.error_list]
            raise forms.ValidationError(told) from None
        return password

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        if "password" in given and given["password"] != given.get("again"):
            self.add_error(
                "again",
                lazily("De twee wachtwoorden verschillen.", "The two passwords differ."),
            )
        return given


class Founding(Acceptance):
    """The first owner says who she is as well."""

    name = forms.CharField(
        label=lazily("Uw naam", "Your name"),
        error_messages={"required": lazily("Vul uw naam in.", "Fill in your name.")},
        max_length=120,
    )
    email = forms.EmailField(
        label=lazily("Uw e-mailadres", "Your e-mail address"),
        error_messages={
            "required": lazily("Vul uw e-mailadres in.", "Fill in your e-mail address."),
            "invalid": lazily(
                "Dit is geen e-mailadres. Het lijkt op naam@bedrijf.nl.",
                "This is no e-mail address. It looks like name@company.com.",
            ),
        },
    )
    field_order = ("name", "email", "password", "again", "signed")

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).strip().lower()

    def clean_password(self) -> str:
        self.colleague.name = self.cleaned_data.get("name", "")
        self.colleague.email = self.cleaned_data.get("email", "")
        return super().clean_password()


class Invitation(forms.ModelForm):
    """Somebody new, and what she does here."""

    class Meta:
        model = Colleague
        fields = ("name", "email", "role")
        labels = {
            "name": lazily("Naam", "Name"),
            "email": lazily("E-mailadres", "E-mail address"),
            "role": lazily("Taak", "Task"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role, chosen(*TOLD[role])) for role in Role]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].strip().lower()
        if Colleague.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(
                chosen("Dit adres is al van een collega.", "A colleague has this address already.")
            )
        return email
