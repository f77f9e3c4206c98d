"""For staff: a customer asks to change fixed data. See who she is, say how, then make the plan."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from nakomen import NakomenError
from nakomen.desk.accounts.roles import DESK
from nakomen.desk.customers.models import Change
from nakomen.desk.customers.told import spoken
from nakomen.desk.dossiers import answering, flow
from nakomen.desk.dossiers.models import ENDED, Shown, State
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.words import chosen, lang, lazily

WAYS = {
    Shown.PERSON: ("ik zag haar zelf", "I saw her myself"),
    Shown.CALLED: (
        "ik belde het nummer dat wij al hadden",
        "I called the number that we had already",
    ),
    Shown.FACTS: ("zij wist wat alleen zij weet", "she knew what only she knows"),
}
"""How somebody can see who she is; never by a copy of an identity card."""


class Check(forms.Form):
    """How a colleague saw who she is."""

    how = forms.ChoiceField(
        label=lazily("Hoe zag u wie zij is?", "How did you see who she is?"),
        error_messages={"required": lazily("Kies hoe u het zag.", "Choose how you saw it.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        ways = [(way.value, chosen(*told)) for way, told in WAYS.items()]
        self.fields["how"].choices = [("", "—"), *ways]


@staff(*DESK)
@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """What customers asked to change, the oldest first; what ended last."""
    found = Change.objects.select_related("case__identified_by").order_by("case__ended_on", "pk")
    rows = [(change, _field(change), change.case.state in ENDED) for change in found]
    return render(request, "customers/changes.html", {"rows": rows})


def _field(change: Change) -> str:
    return spoken(change.place.rpartition(".")[2])


@staff(*DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, number: int) -> HttpResponse:
    """What it says and what it should say. The plan is carried out on the page of the case."""
    found = get_object_or_404(Change.objects.select_related("case__identified_by"), case_id=number)
    form = Check(request.POST or None)
    trouble = ""
    if request.method == "POST" and form.is_valid():
        try:
            _check(request, found, Shown(form.cleaned_data["how"]))
            return redirect("case", number)
        except NakomenError as error:
            trouble = error.text.in_(lang())
    page = {
        "change": found,
        "field": _field(found),
        "form": form if found.case.state == State.ASKED else None,
        "way": chosen(*WAYS[Shown(seen_by)]) if (seen_by := found.case.identified_how) else "",
        "trouble": trouble,
    }
    status = 422 if form.errors or trouble else 200
    return render(request, "customers/change.html", page, status=status)


def _check(request: HttpRequest, found: Change, how: Shown) -> None:
    """
    Raises:
        NakomenError: a colleague was just before, or there is no plan.
    """
    flow.see(found.case, how, request.user)
    answering.make_plan(found.case, request.user, [(found.place, found.new)])
