"""The list of addresses that may come in or not: shown, added to, taken from."""

from datetime import timedelta
from ipaddress import ip_network
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from nakomen.desk.accounts import places
from nakomen.desk.accounts.changes import note
from nakomen.desk.accounts.models import Door, Listed, Scope, What
from nakomen.desk.accounts.roles import Role
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.words import chosen, lazily

LONGEST = timedelta(days=366)
"""After a year somebody looks again whether an entry is still needed."""
DOORS = {
    Door.DENY: ("weigeren", "deny"),
    Door.ALLOW: ("toelaten", "allow"),
}
SCOPES = {
    Scope.STAFF: ("de pagina’s van collega’s", "the pages of colleagues"),
    Scope.EVERYONE: ("alles, ook voor klanten", "everything, for customers too"),
}
LOCKED = (
    "Hiermee sluit u uzelf buiten: u bent nu op {}. Laat eerst dat adres toe.",
    "This locks you out yourself: you are at {} now. Allow that address first.",
)


class Place(forms.ModelForm):
    """An entry to add."""

    class Meta:
        model = Listed
        fields = ("network", "door", "scope", "reason", "until")
        widgets = {"until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
        labels = {
            "network": lazily("Adres of netwerk", "Address or network"),
            "door": lazily("Wat ermee gebeurt", "What happens to it"),
            "scope": lazily("Voor welke pagina’s", "For which pages"),
            "reason": lazily("Waarom", "Why"),
            "until": lazily("Tot en met", "Until and with"),
        }
        help_texts = {
            "network": lazily(
                "Zoals 203.0.113.7, 203.0.113.0/24 of 2001:db8::/48.",
                "Such as 203.0.113.7, 203.0.113.0/24 or 2001:db8::/48.",
            ),
            "scope": lazily(
                "Zodra u een adres toelaat voor collega’s, komen collega’s alleen nog daarvandaan.",
                "Once you allow an address for colleagues, colleagues only get in from there.",
            ),
            "until": lazily(
                "Ten hoogste een jaar. Daarna vervalt de regel vanzelf.",
                "At most a year. Then the entry ends by itself.",
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["door"].choices = [(door, chosen(*words)) for door, words in DOORS.items()]
        self.fields["scope"].choices = [(scope, chosen(*words)) for scope, words in SCOPES.items()]
        for field in self.fields.values():
            field.error_messages["required"] = chosen("Vul dit ook in.", "Fill this in as well.")
        self.fields["until"].error_messages["invalid"] = chosen(
            "Dit is geen dag.", "This is no day."
        )

    def clean_network(self) -> str:
        try:
            found = ip_network(self.cleaned_data["network"].strip(), strict=False)
        except ValueError:
            told = chosen("Dit is geen internetadres.", "This is no internet address.")
            raise forms.ValidationError(told) from None
        return str(found)

    def clean_until(self) -> Any:
        until, today = self.cleaned_data["until"], timezone.localdate()
        if not today <= until <= today + LONGEST:
            told = chosen(
                "Kies een dag vanaf vandaag, binnen een jaar.",
                "Choose a day from today on, within a year.",
            )
            raise forms.ValidationError(told)
        return until


@staff(Role.OWNER)
@require_http_methods(["GET", "HEAD", "POST"])
def places_list(request: HttpRequest) -> HttpResponse:
    """What counts now and what is over; a new entry is made here."""
    form = Place(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = form.save(commit=False)
        made.owner = request.user
        if not places.locks_out(request, [made]):
            made.save()
            note(What.LISTED, request.user, None, f"{made.door} {made.network} {made.until}")
            return redirect("places")
        form.add_error("network", _locked(request))
    return _page(request, form)


@staff(Role.OWNER)
@require_POST
def unlist(request: HttpRequest, number: int) -> HttpResponse:
    """An entry counts no longer, from now on."""
    found = get_object_or_404(Listed, pk=number, ended_at=None, until__gte=timezone.localdate())
    if places.locks_out(request, [], less=found):
        form = Place()
        form.cleaned_data = {}
        form.add_error(None, _locked(request))
        return _page(request, form)
    found.ended_at = timezone.now()
    found.save(update_fields=["ended_at"])
    note(What.UNLISTED, request.user, None, f"{found.door} {found.network}")
    return redirect("places")


def _locked(request: HttpRequest) -> str:
    return chosen(*LOCKED).format(places.address_of(request))


def _page(request: HttpRequest, form: Place) -> HttpResponse:
    today = timezone.localdate()
    rows = [
        {
            "listed": listed,
            "door": chosen(*DOORS[Door(listed.door)]),
            "scope": chosen(*SCOPES[Scope(listed.scope)]),
            "counts": listed.ended_at is None and listed.until >= today,
        }
        for listed in Listed.objects.select_related("owner")
    ]
    rows.sort(key=lambda row: not row["counts"])
    page = {"rows": rows, "form": form, "here": places.address_of(request)}
    return render(request, "accounts/places.html", page, status=422 if form.errors else 200)
