"""The owner's page of who hears the news, and whether it arrived."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from nakomen.desk.accounts.roles import Role
from nakomen.desk.api import news, telling
from nakomen.desk.api.calling import WHY, NotThere, look
from nakomen.desk.api.models import Delivery, Hook
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.words import chosen, lazily

SHOWN = 20
MOST = 20
"""Addresses; each is called for each message."""


class NewHook(forms.Form):
    """Where to, and what about."""

    url = forms.CharField(
        label=lazily("Naar welk webadres?", "To which web address?"),
        max_length=500,
        error_messages={"required": lazily("Vul een adres in.", "Fill in an address.")},
    )
    kinds = forms.MultipleChoiceField(
        label=lazily("Waarover?", "About what?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": lazily("Kies waarover.", "Choose what about.")},
    )
    near = forms.BooleanField(
        label=lazily(
            "Dit adres is in ons eigen netwerk, en dat mag.",
            "This address is in our own network, and it may be.",
        ),
        required=False,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kinds"].choices = [(k.value, chosen(*news.TOLD[k])) for k in news.Kind]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean()
        if url := given.get("url"):
            try:
                look(url, near=bool(given.get("near")))
            except NotThere as why:
                self.add_error("url", chosen(*WHY[str(why)]))
        if Hook.objects.count() >= MOST:
            self.add_error(None, chosen("Er zijn er al twintig.", "There are twenty already."))
        return given


@staff(Role.OWNER)
@require_http_methods(["GET", "HEAD", "POST"])
def hooks(request: HttpRequest) -> HttpResponse:
    """Every address with its last messages; a new secret is shown once."""
    form, shown = NewHook(request.POST or None), ""
    if form.is_valid():
        shown = _made(request, form.cleaned_data)
        form = NewHook()
    page = {"form": form, "shown": shown, "hooks": [_row(hook) for hook in Hook.objects.all()]}
    return render(request, "api/hooks.html", page, status=422 if form.errors else 200)


def _made(request: HttpRequest, given: dict[str, Any]) -> str:
    secret = telling.new_secret()
    hook = Hook(
        url=given["url"],
        kinds=given["kinds"],
        near=given["near"],
        secret=telling.sealed(secret),
        made_by=request.user,
        made_at=timezone.now(),
    )
    news.begin(hook)
    hook.save()
    return secret


def _row(hook: Hook) -> dict[str, Any]:
    last = [(one, _how(one)) for one in hook.deliveries.all()[:SHOWN]]
    return {"hook": hook, "kinds": ", ".join(hook.kinds), "last": last}


def _how(delivery: Delivery) -> str:
    if delivery.arrived_at:
        return chosen("aangekomen", "arrived")
    if not delivery.last:
        return chosen("wacht", "waiting")
    if delivery.last == "silent":
        return chosen("geen antwoord", "no answer")
    if delivery.last in WHY:
        return chosen(*WHY[delivery.last])
    return chosen(f"antwoord {delivery.last}", f"answer {delivery.last}")


@staff(Role.OWNER)
@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001
    """This address hears nothing any more."""
    get_object_or_404(Hook, pk=number).delete()
    return redirect("hooks")


@staff(Role.OWNER)
@require_POST
def again(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001
    """What did not arrive is tried again, from the first pause on."""
    hook = get_object_or_404(Hook, pk=number)
    waits = hook.deliveries.filter(arrived_at=None)
    waits.update(again_at=timezone.now(), tries=0)
    telling.TELLING.ask()
    return redirect("hooks")
