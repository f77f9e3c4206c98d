"""For staff: a customer lost her second step, and gets back in after a check."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from nakomen import NakomenError
from nakomen.desk.accounts.forms import NO_ADDRESS
from nakomen.desk.accounts.roles import DESK
from nakomen.desk.customers import opening
from nakomen.desk.customers.checking import WAYS, Check
from nakomen.desk.customers.models import Regained
from nakomen.desk.customers.regaining import regain
from nakomen.desk.dossiers.models import Shown
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.numbers import NEVER, without
from nakomen.desk.kit.words import chosen, lang, lazily

SHOWN = 100
"""So many stand on the page, the newest first."""


class Lost(Check):
    """Whose second step, how she was seen, and what she said."""

    email = forms.EmailField(
        label=lazily("Adres van haar account", "Address of her account"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": lazily(*NO_ADDRESS),
            "invalid": lazily(*NO_ADDRESS),
        },
    )
    reason = forms.CharField(
        label=lazily("Waarom?", "Why?"),
        max_length=500,
        help_text=lazily(
            "Bijvoorbeeld: telefoon gestolen. Schrijf geen nummers op.",
            "Such as: telephone stolen. Write down no numbers.",
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": lazily("Schrijf op waarom.", "Write down why.")},
    )
    field_order = ("email", "how", "reason")

    def clean_reason(self) -> str:
        return without(str(self.cleaned_data["reason"]).strip(), *NEVER, "iban")


@staff(*DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def lost(request: HttpRequest) -> HttpResponse:
    """Take it away after a check; and who did so before, for whom and why."""
    form, trouble = Lost(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            regain(given["email"], Shown(given["how"]), given["reason"], request.user)
        except NakomenError as error:
            trouble = error.text.in_(lang())
        else:
            told = chosen(
                "De tweede stap is weg. Zij krijgt er een brief over.",
                "The second step is gone. She gets a letter about it.",
            )
            messages.success(request, told)
            return redirect("second-lost")
    found = Regained.objects.select_related("customer__user", "by")[:SHOWN]
    rows = [(each, chosen(*WAYS[Shown(each.how)])) for each in found]
    page = {"form": form, "trouble": trouble, "rows": rows, "possible": opening.possible()}
    wrong = form.errors or trouble
    return render(request, "customers/second.html", page, status=422 if wrong else 200)
