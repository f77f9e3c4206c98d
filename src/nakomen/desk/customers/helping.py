"""She lets colleagues look at her data: for one question, until a day, and she ends it herself."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from nakomen.desk.customers.deeds import note
from nakomen.desk.customers.live import hers, live
from nakomen.desk.customers.models import Deed
from nakomen.desk.kit.numbers import NEVER, without
from nakomen.desk.kit.words import chosen, lang, lazily
from nakomen.desk.support import permissions
from nakomen.desk.support.told import told_of

SHOWN = 50
_A_DAY = ("een dag", "a day")


class Let(forms.Form):
    """What for, and how long."""

    question = forms.CharField(
        label=lazily("Wat is uw vraag?", "What is your question?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": lazily("Schrijf uw vraag op.", "Write down your question.")},
    )
    days = forms.TypedChoiceField(
        label=lazily("Hoelang mogen wij meekijken?", "For how long may we look along?"), coerce=int
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"].choices = [
            (str(many), chosen("{} dagen", "{} days").format(many) if many > 1 else chosen(*_A_DAY))
            for many in permissions.DAYS
        ]

    def clean_question(self) -> str:
        return without(str(self.cleaned_data["question"]).strip(), *NEVER, "iban")


@hers
@require_http_methods(["GET", "HEAD", "POST"])
def helping(request: HttpRequest) -> HttpResponse:
    """What she permits, who used it, and one more."""
    form = Let(request.POST or None)
    if form.is_valid():
        with live(request) as (_, her):
            try:
                given = permissions.give(request.user, her.marks, **form.cleaned_data)
            except permissions.TooMany as error:
                form.add_error(None, error.text.in_(lang()))
            else:
                note(request, request.user.customer, Deed.LET, given.reference)
                return redirect("mine-help")
    found = request.user.permissions.prefetch_related("sessions__views")[:SHOWN]
    page = {"form": form, "rows": [(each, told_of(each)) for each in found]}
    return render(request, "customers/help.html", page, status=422 if form.errors else 200)


@hers
@require_POST
def end(request: HttpRequest, number: int) -> HttpResponse:
    """At once: a session that rests on it closes as well."""
    found = get_object_or_404(request.user.permissions, pk=number)
    if found.open:
        permissions.end(found)
        note(request, request.user.customer, Deed.ENDED, found.reference)
    return redirect("mine-help")
