"""What a colleague says before anything of a customer opens."""

from typing import Any

from django import forms

from nakomen.desk.kit.numbers import NEVER, without
from nakomen.desk.kit.words import chosen, lazily
from nakomen.desk.support.models import Basis, Kind
from nakomen.desk.support.told import BASES, KINDS

MINUTES = (15, 30, 60, 120)
"""Two hours is the longest; who needs more, says again why."""
KEYS = {
    "email": ("e-mailadres", "e-mail address"),
    "customer": ("klantnummer", "customer number"),
    "phone": ("telefoonnummer", "telephone number"),
    "iban": ("rekeningnummer", "account number"),
    "username": ("gebruikersnaam", "user name"),
}


class Start(forms.Form):
    """Who is helped, on whose request, why and for how long."""

    key_kind = forms.ChoiceField(label=lazily("Waarmee zoekt u haar?", "How do you look her up?"))
    key = forms.CharField(
        label=lazily("Haar adres of nummer", "Her address or number"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    kind = forms.ChoiceField(label=lazily("Waar kijkt u naar?", "What do you look at?"))
    basis = forms.ChoiceField(label=lazily("Waarom mag dat?", "Why may that be?"))
    number = forms.CharField(
        label=lazily("Nummer", "Number"),
        max_length=40,
        help_text=lazily(
            "Van het ticket, de zaak (Z-2026-0001) of de toestemming in haar account "
            "(T-2026-0001); of waar haar toestemming anders staat.",
            "Of the ticket, the case (Z-2026-0001) or the permission in her account "
            "(T-2026-0001); or where else her permission stands.",
        ),
    )
    asked_by = forms.CharField(label=lazily("Wie vroeg het?", "Who asked?"), max_length=120)
    reason = forms.CharField(
        label=lazily("Waarvoor?", "What for?"),
        max_length=500,
        help_text=lazily("De klant leest dit ook.", "The customer reads this too."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    minutes = forms.TypedChoiceField(
        label=lazily("Hoelang?", "For how long?"),
        coerce=int,
        help_text=lazily("Daarna gaat alles vanzelf dicht.", "After that all closes by itself."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["key_kind"].choices = [(key, chosen(*words)) for key, words in KEYS.items()]
        self.fields["kind"].choices = [(kind, chosen(*KINDS[kind])) for kind in Kind]
        self.fields["basis"].choices = [(basis, chosen(*BASES[basis])) for basis in Basis]
        self.fields["minutes"].choices = [
            (str(many), chosen("{} minuten", "{} minutes").format(many)) for many in MINUTES
        ]
        for field in self.fields.values():
            field.error_messages["required"] = chosen("Vul dit ook in.", "Fill this in as well.")

    def _plain(self, name: str) -> str:
        """What is kept of the session holds no number that is a secret of hers."""
        return without(str(self.cleaned_data[name]).strip(), *NEVER, "iban")

    def clean_number(self) -> str:
        return self._plain("number")

    def clean_asked_by(self) -> str:
        return self._plain("asked_by")

    def clean_reason(self) -> str:
        return self._plain("reason")
