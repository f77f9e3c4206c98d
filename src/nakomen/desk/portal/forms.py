"""One question a page."""

from django import forms

from nakomen.desk.dossiers.rights import ASKED, Right
from nakomen.desk.kit.numbers import NEVER, without
from nakomen.desk.kit.words import chosen, lang, lazily


class What(forms.Form):
    """What somebody wants."""

    right = forms.ChoiceField(
        label=lazily("Wat wilt u?", "What do you want?"),
        choices=[(right.value, right.value) for right in Right],
        error_messages={
            "required": lazily("Kies wat u wilt.", "Choose what you want."),
            "invalid_choice": lazily("Kies wat u wilt.", "Choose what you want."),
        },
    )

    def options(self) -> list[dict[str, object]]:
        """Each choice with its words and what happens then."""
        picked = self["right"].value()
        return [
            {
                "value": right.value,
                "whole": asked.whole.in_(lang()),
                "hint": asked.hint.in_(lang()),
                "picked": picked == right.value,
            }
            for right, asked in ASKED.items()
        ]


class Who(forms.Form):
    """Who asks, by the address that we know her by."""

    name = forms.CharField(
        label=lazily("Uw naam", "Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": lazily("Vul uw naam in.", "Fill in your name.")},
    )
    email = forms.EmailField(
        label=lazily("Uw e-mailadres", "Your e-mail address"),
        max_length=254,
        help_text=lazily(
            "Het adres waarmee wij u kennen. Daarheen sturen wij het antwoord.",
            "The address by which we know you. That is where we send the answer.",
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": lazily("Vul uw e-mailadres in.", "Fill in your e-mail address."),
            "invalid": lazily(
                "Dit is geen e-mailadres. Het lijkt op naam@voorbeeld.nl.",
                "This is no e-mail address. It looks like name@example.com.",
            ),
        },
    )


class Words(forms.Form):
    """What she wants to say about it."""

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

    def __init__(self, right: Right, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if ASKED[right].needs_words:
            field = self.fields["words"]
            field.required = True
            field.label = chosen("Wat bedoelt u precies?", "What do you mean exactly?")

    def clean_words(self) -> str:
        return without(str(self.cleaned_data["words"]), *NEVER)


class CodeTyped(forms.Form):
    """The code from the mail."""

    code = forms.CharField(
        label=lazily("De code uit de mail", "The code from the mail"),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": lazily("Vul de code in.", "Fill in the code.")},
    )
