"""The register of trainings: shown, added to, and as a table."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nakomen.desk.accounts import training
from nakomen.desk.accounts.models import Colleague, Training
from nakomen.desk.accounts.roles import WORKS
from nakomen.desk.accounts.staffed import PEOPLE
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.tables import table
from nakomen.desk.kit.words import chosen, lang, lazily
from nakomen.terms import Period

MONTHS = 60
"""Longer than five years no training stays fresh."""


class Trained(forms.Form):
    """Somebody learned something."""

    colleague = forms.ModelChoiceField(None, label=lazily("Wie", "Who"))
    what = forms.CharField(
        label=lazily("Wat", "What"),
        max_length=200,
        help_text=lazily(
            "Bijvoorbeeld: AVG voor de helpdesk, twee uur.",
            "For instance: GDPR for support, two hours.",
        ),
    )
    on = forms.DateField(
        label=lazily("Op welke dag", "On which day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    months = forms.IntegerField(
        label=lazily("Over hoeveel maanden opnieuw", "Again after how many months"),
        min_value=1,
        max_value=MONTHS,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["colleague"].queryset = Colleague.objects.filter(
            is_active=True, signed_on__isnull=False
        ).order_by("name")
        repeat, promised = training.term()
        self.fields["months"].initial = max(1, repeat.years * 12 + repeat.months)
        words = _PROMISED if promised else _USUAL
        self.fields["months"].help_text = chosen(*words).format(repeat.tell(lang()))
        for field in self.fields.values():
            field.error_messages["required"] = chosen("Vul dit ook in.", "Fill this in as well.")

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(
                chosen("Deze dag moet nog komen.", "This day is yet to come.")
            )
        return on


_PROMISED = (
    "Uw verklaring belooft: elke {}. Minder maanden mag ook.",
    "Your statement promises: every {}. Fewer months will do as well.",
)
_USUAL = (
    "Uw verklaring noemt geen termijn; wij nemen {}.",
    "Your statement names no term; we take {}.",
)


@staff(*WORKS)
@require_http_methods(["GET", "HEAD", "POST"])
def trainings(request: HttpRequest) -> HttpResponse:
    """Who was trained and who is late; a training is added here."""
    form = Trained(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        again = Period(months=given["months"]).after(given["on"])
        training.add(given["colleague"], given["what"], given["on"], again, request.user)
        PEOPLE.ask()
        return redirect("trainings")
    today = timezone.localdate()
    page = {
        "form": form,
        "rows": [(who, until, until < today) for who, until in training.deadlines()],
        "trainings": Training.objects.select_related("colleague"),
    }
    return render(request, "accounts/trainings.html", page, status=422 if form.errors else 200)


@staff(*WORKS)
@require_safe
def trainings_file(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The register as a table that a spreadsheet opens."""
    heads = ("naam", "e-mailadres", "opleiding", "op", "opnieuw voor")
    rows = [
        (t.colleague.name, t.colleague.email, t.what, t.on.isoformat(), t.until.isoformat())
        for t in Training.objects.select_related("colleague")
    ]
    return table(f"opleidingen-{timezone.localdate().isoformat()}.csv", heads, rows)
