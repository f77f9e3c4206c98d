"""What colleagues fill in."""

from typing import Any

from django import forms

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.passwords import checked
from nakomen.desk.accounts.roles import MAKES, TOLD, Role
from nakomen.desk.kit.words import chosen, lazily

NO_ADDRESS = (
    "Dit is geen e-mailadres. Het lijkt op naam@bedrijf.nl.",
    "This is no e-mail address. It looks like name@company.com.",
)
MISSING = {
    "name": ("Vul de naam in.", "Fill in the name."),
    "email": ("Vul het e-mailadres in.", "Fill in the e-mail address."),
    "role": ("Kies een taak.", "Choose a task."),
}


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
        return checked(self.cleaned_data["password"], self.colleague)

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
            "invalid": lazily(*NO_ADDRESS),
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

    def __init__(self, inviting: Colleague, *args: Any, **kwargs: Any) -> None:
        """*inviting* makes nobody more than she is."""
        super().__init__(*args, **kwargs)
        may = MAKES.get(Role(inviting.role), ())
        self.fields["role"].choices = [(role, chosen(*TOLD[role])) for role in may]
        for name, told in MISSING.items():
            self.fields[name].error_messages["required"] = chosen(*told)
        self.fields["role"].error_messages["invalid_choice"] = chosen(
            "Deze taak kunt u niet geven.", "You cannot give this task."
        )
        self.fields["email"].error_messages["invalid"] = chosen(*NO_ADDRESS)

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].strip().lower()
        if Colleague.objects.staff().filter(email__iexact=email).exists():
            raise forms.ValidationError(
                chosen("Dit adres is al van een collega.", "A colleague has this address already.")
            )
        return email


class Task(forms.Form):
    """Another task for somebody who works here."""

    role = forms.ChoiceField(label=lazily("Andere taak", "Another task"))

    def __init__(self, colleague: Colleague, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [role for role in Role if role != colleague.role]
        self.fields["role"].choices = [(role, chosen(*TOLD[role])) for role in others]
        told = chosen("Kies een andere taak.", "Choose another task.")
        self.fields["role"].error_messages |= {"required": told, "invalid_choice": told}


class Leaving(forms.Form):
    """The day from which she works here no longer; without one it is today."""

    on = forms.DateField(
        label=lazily("Uit dienst vanaf", "Leaves from"),
        help_text=lazily("Leeg: vandaag, meteen.", "Empty: today, at once."),
        required=False,
        error_messages={"invalid": lazily("Dit is geen dag.", "This is no day.")},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
