"""The owner's page of programs: who has a key, and a new one that is shown once."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from nakomen.desk.accounts.roles import Role
from nakomen.desk.api import tokens
from nakomen.desk.api.models import Token
from nakomen.desk.api.scopes import TOLD, Scope
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.words import chosen, lazily

YEAR = timedelta(days=365)


class NewKey(forms.Form):
    """Which program, what it may do, and until when."""

    name = forms.CharField(
        label=lazily("Welk programma?", "Which program?"),
        max_length=80,
        error_messages={"required": lazily("Geef een naam.", "Give a name.")},
    )
    scopes = forms.MultipleChoiceField(
        label=lazily("Wat mag het?", "What may it do?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": lazily("Kies wat het mag.", "Choose what it may do.")},
    )
    until = forms.DateField(
        label=lazily("Tot en met welke dag?", "Until which day?"),
        help_text=lazily("Ten hoogste een jaar.", "One year at most."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": lazily("Kies een dag.", "Choose a day.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scopes"].choices = [(s.value, chosen(*TOLD[s])) for s in Scope]
        self.fields["until"].initial = timezone.localdate() + YEAR

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if not timezone.localdate() <= until <= timezone.localdate() + YEAR:
            told = chosen("Kies een dag binnen een jaar.", "Choose a day within a year.")
            raise forms.ValidationError(told)
        return until


@staff(Role.OWNER)
@require_http_methods(["GET", "HEAD", "POST"])
def keys(request: HttpRequest) -> HttpResponse:
    """Every key; a new one stands on the answer to the wish for it, and nowhere else."""
    form = NewKey(request.POST or None)
    shown = ""
    if form.is_valid():
        given = form.cleaned_data
        scopes = [Scope(scope) for scope in given["scopes"]]
        shown = tokens.make(given["name"], scopes, given["until"], request.user)
        form = NewKey()
    page: dict[str, Any] = {"form": form, "shown": shown, "keys": _known()}
    return render(request, "api/keys.html", page, status=422 if form.errors else 200)


def _known() -> list[dict[str, Any]]:
    return [
        {"token": token, "scopes": token.scopes}
        for token in Token.objects.select_related("made_by")
    ]


@staff(Role.OWNER)
@require_POST
def end(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001
    """This key opens nothing any more."""
    token = get_object_or_404(Token, pk=number)
    Token.objects.filter(pk=token.pk, ended_at=None).update(ended_at=timezone.now())
    return redirect("keys")
