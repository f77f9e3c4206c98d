"""What customers fill in at their own door and in their own data."""

from typing import Any

from django import forms

from nakomen.desk.accounts.forms import NO_ADDRESS
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.passwords import checked
from nakomen.desk.kit.words import lazily


class Address(forms.Form):
    """By which the company knows her."""

    email = forms.EmailField(
        label=lazily("Uw e-mailadres", "Your e-mail address"),
        max_length=254,
        help_text=lazily("Het adres waarmee wij u kennen.", "The address by which we know you."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": lazily("Vul uw e-mailadres in.", "Fill in your e-mail address."),
            "invalid": lazily(*NO_ADDRESS),
        },
    )


class Read(forms.Form):
    """She read the warning."""

    noticed = forms.BooleanField(
        label=lazily("Ik heb dit gelezen", "I read this"),
        error_messages={
            "required": lazily(
                "Lees het, en zet hier een vinkje. Daarna kunt u verder.",
                "Read it, and tick this box. Then you can go on.",
            )
        },
    )


class Choose(Read):
    """A password, twice, and that she read the warning."""

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
    field_order = ("password", "again", "noticed")

    def __init__(self, address: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.address = address

    def clean_password(self) -> str:
        return checked(self.cleaned_data["password"], Colleague(email=self.address))

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        if "password" in given and given["password"] != given.get("again"):
            told = lazily("De twee wachtwoorden verschillen.", "The two passwords differ.")
            self.add_error("again", told)
        return given


class Value(forms.Form):
    """What should stand in a field; nothing empties it."""

    value = forms.CharField(
        label=lazily("Wat moet er staan?", "What should it say?"), required=False, max_length=500
    )


class Said(forms.Form):
    """What she wants to say about her request."""

    token = forms.CharField(min_length=43, max_length=43, widget=forms.HiddenInput)
    words = forms.CharField(
        label=lazily("Wilt u er iets bij zeggen?", "Do you want to add anything?"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": lazily(
                "Schrijf op wat u bedoelt. Zonder uitleg kunnen wij het niet doen.",
                "Write down what you mean. Without that we cannot do it.",
            )
        },
    )
