"""What staff fill in about a request."""

from __future__ import annotations

import secrets
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone

from nakomen import verbs
from nakomen.desk.cases.told import CHANNELS
from nakomen.desk.dossiers.models import Channel
from nakomen.desk.dossiers.rights import ASKED, Right
from nakomen.desk.kit.numbers import NEVER, without
from nakomen.desk.kit.words import chosen, lang, lazily

if TYPE_CHECKING:
    from nakomen import Request

_GROUNDS = {
    "contested": ("zij zegt dat het niet klopt", "she says it is not right"),
    "unlawful": ("het gebruik mag niet", "the use is unlawful"),
    "claim": ("zij heeft het nodig voor een rechtszaak", "she needs it for a claim"),
    "objection": ("haar bezwaar wordt gewogen", "her objection is being weighed"),
}


LENGTH = 43
"""Signs of the token of a case."""
FIRST = date(2018, 5, 25)
"""Before this day nobody had these rights; who types an earlier day mistypes it."""


class Taken(forms.Form):
    """A request that came in by telephone, by post or by mail."""

    token = forms.CharField(
        min_length=LENGTH,
        max_length=LENGTH,
        initial=lambda: secrets.token_urlsafe(32),
        widget=forms.HiddenInput,
    )
    channel = forms.ChoiceField(label=lazily("Hoe kwam het binnen?", "How did it come in?"))
    received_on = forms.DateField(
        label=lazily("Op welke dag?", "On which day?"),
        help_text=lazily("De termijn loopt vanaf deze dag.", "The term runs from this day."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    right = forms.ChoiceField(label=lazily("Wat vraagt zij?", "What does she ask?"))
    name = forms.CharField(label=lazily("Haar naam", "Her name"), max_length=120)
    email = forms.EmailField(
        label=lazily("Haar e-mailadres", "Her e-mail address"),
        max_length=254,
        help_text=lazily(
            "Zoals het in uw systemen staat; daarmee zoeken wij haar gegevens.",
            "As it stands in your systems; with it we look for her data.",
        ),
    )
    words = forms.CharField(
        label=lazily("In haar woorden", "In her words"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        ways = [way for way in Channel if way not in (Channel.PORTAL, Channel.API)]
        self.fields["channel"].choices = [(c.value, chosen(*CHANNELS[c])) for c in ways]
        self.fields["right"].choices = _rights()
        self.fields["received_on"].initial = timezone.localdate()

    def clean_received_on(self) -> date:
        on: date = self.cleaned_data["received_on"]
        if on > timezone.localdate():
            told = chosen("Deze dag moet nog komen.", "This day is yet to come.")
            raise forms.ValidationError(told)
        if on < FIRST:
            told = chosen("Klopt het jaar?", "Is the year right?")
            raise forms.ValidationError(told)
        return on

    def clean_words(self) -> str:
        return without(str(self.cleaned_data["words"]), *NEVER)


def _rights() -> list[tuple[str, str]]:
    return [(r.value, ASKED[r].short.in_(lang())) for r in Right]


class Label(forms.Form):
    """Which right is meant in a message from which it was not clear."""

    right = forms.ChoiceField(label=lazily("Wat vraagt zij?", "What does she ask?"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["right"].choices = [("", "—"), *_rights()]


class Planning(forms.Form):
    """What a plan needs beside the person: of a rectification what is right, and so on."""

    def __init__(self, right: Right, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if right is Right.RECTIFY:
            self.fields["set"] = forms.CharField(
                label=chosen("Wat moet er staan?", "What is right?"),
                help_text=chosen(
                    "Eén per regel: email=ADRES, phone=NUMMER, name=NAAM.",
                    "One a line: email=ADDRESS, phone=NUMBER, name=NAME.",
                ),
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        if right in (Right.OBJECT, Right.WITHDRAW):
            self.fields["purpose"] = forms.CharField(
                label=chosen("Om welk gebruik gaat het?", "Which use is it about?"),
                help_text=chosen(
                    "Leeg: alle reclame. Langs één weg: marketing:email (of phone, post, sms). "
                    "Anders de naam van de belofte met dit doel.",
                    "Empty: all advertising. By one way: marketing:email (or phone, post, sms). "
                    "Else the name of the promise with this purpose.",
                ),
                required=False,
            )
        if right is Right.RESTRICT:
            self.fields["ground"] = forms.ChoiceField(
                label=chosen("Waarom mag zij dit vragen?", "Why may she ask this?"),
                choices=[(ground, chosen(*told)) for ground, told in _GROUNDS.items()],
            )

    def clean_set(self) -> list[tuple[str, str]]:
        lines = [line for line in self.cleaned_data["set"].splitlines() if line.strip()]
        pairs = [line.partition("=") for line in lines]
        if not pairs or not all(name.strip() and value.strip() for name, _, value in pairs):
            told = chosen("Schrijf elke regel als NAAM=WAARDE.", "Write each line as NAME=VALUE.")
            raise forms.ValidationError(told)
        return [(name.strip(), value.strip()) for name, _, value in pairs]


class Refusal(forms.Form):
    """Why nothing is done, as she reads it: the ground in the law, and your reason."""

    ground = forms.ChoiceField(
        label=lazily("Welke grond geeft de wet?", "Which ground does the law give?"),
        error_messages={
            "required": lazily(
                "Zonder grond in de wet mag u niet weigeren.",
                "Without a ground in the law you may not refuse.",
            )
        },
    )
    because = forms.CharField(
        label=lazily("Waarom weigert u?", "Why do you refuse?"),
        help_text=lazily(
            "Dit leest zij in het antwoord, met waar zij kan klagen.",
            "She reads this in the answer, with where she can complain.",
        ),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": lazily(
                "Zonder reden mag u niet weigeren.", "Without a reason you may not refuse."
            )
        },
    )

    def __init__(self, request: Request | None, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "refuse_%s"
        self.fields["ground"].choices = [("", "—"), *grounds_told(verbs.refusal_grounds(request))]


def grounds_told(grounds: dict[str, Any]) -> list[tuple[str, str]]:
    return [(name, ground.in_(lang())) for name, ground in grounds.items()]


class Decision(forms.Form):
    """An answer to a question of the plan, with its reason."""

    because = forms.CharField(
        max_length=500,
        error_messages={"required": lazily("Schrijf op waarom.", "Write down why.")},
    )
    yes = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
