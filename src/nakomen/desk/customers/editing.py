"""
Correcting: what she says of herself she changes at once, after she saw what happens.

By what she is known or reached she changes nothing: she asks, and a colleague first sees who she
is. A form that was made up for such a field is refused, and noted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nakomen import NakomenError, verbs
from nakomen.desk.customers import asking
from nakomen.desk.customers.deeds import note
from nakomen.desk.customers.forms import Value
from nakomen.desk.customers.live import hers, live
from nakomen.desk.customers.models import Change, Deed
from nakomen.desk.customers.told import spoken
from nakomen.desk.dossiers import flow
from nakomen.desk.dossiers.rights import Right
from nakomen.desk.kit.acts import acts
from nakomen.desk.kit.words import chosen, lang
from nakomen.terms.labels import label

if TYPE_CHECKING:
    from nakomen import Company, Field, Known, Plan

STAYS = "="
PLANNED = "change"
"""In her session: the plan that was shown, and for which field."""


@hers
@require_safe
def fields(request: HttpRequest) -> HttpResponse:
    """Every field that can be put right, with what it says now."""
    with live(request) as (company, her):
        rows = [_row(field) for field in verbs.fields(company, her)]
    return render(request, "customers/fields.html", {"rows": rows})


def _row(field: Field) -> dict[str, Any]:
    return {
        "field": field,
        "name": spoken(field.column),
        "sort": label(field.category).in_(lang()),
    }


@hers
@require_http_methods(["GET", "HEAD", "POST"])
def field(request: HttpRequest, place: str) -> HttpResponse:
    """One field: what should it say? Then what would happen is shown; nothing has changed yet."""
    with live(request) as (company, her):
        found = _field(company, her, place)
        if request.method != "POST":
            form = Value(initial={"value": found.value})
            return _page(request, found, form=form)
        form = Value(request.POST)
        if not form.is_valid():
            return _page(request, found, form=form, status=422)
        if found.locked:
            _refuse(request, place)
        if _unchanged(form, found):
            return _page(request, found, form=form, status=422)
        return _proposed(request, company, her, found, form)


def _field(company: Company, her: Known, place: str) -> Field:
    found = next((f for f in verbs.fields(company, her) if f.place == place), None)
    if found is None:
        raise Http404
    return found


def _refuse(request: HttpRequest, place: str) -> None:
    """
    Raises:
        PermissionDenied: always; the attempt stands in her log.
    """
    note(request, request.user.customer, Deed.REFUSED, place)
    raise PermissionDenied


def _unchanged(form: Value, found: Field) -> bool:
    value = form.cleaned_data["value"]
    if value == found.value:
        told = chosen("Dit staat er al.", "It says so already.")
        form.add_error("value", told)
    elif not value and not found.erasable:
        told = chosen("Dit kan niet leeg.", "This cannot be empty.")
        form.add_error("value", told)
    return not form.is_valid()


def _proposed(
    request: HttpRequest, company: Company, her: Known, found: Field, form: Value
) -> HttpResponse:
    from nakomen import Request

    settings = [(found.place, form.cleaned_data["value"])]
    today = timezone.localdate()
    try:
        plan = verbs.plan(
            company, Request.RECTIFY, [("email", her.address)], today, settings=settings
        ).plan
    except NakomenError as error:
        form.add_error("value", error.text.in_(lang()))
        return _page(request, found, form=form, status=422)
    if not _is_hers_to_do(company, plan):
        form.add_error("value", chosen(*_NOT_ALONE))
        return _page(request, found, form=form, status=422)
    request.session[PLANNED] = {"plan": plan.id, "place": found.place}
    told = acts(plan)
    shown = {"changing": [a for a in told if a.mark != STAYS], "value": form.cleaned_data["value"]}
    return _page(request, found, plan=plan, staying=len(told) > len(shown["changing"]), **shown)


_NOT_ALONE = (
    "Dit kunnen wij niet vanzelf doen. Vraag het ons bij Mijn verzoeken.",
    "We cannot do this by itself. Ask us under My requests.",
)


def _is_hers_to_do(company: Company, plan: Plan) -> bool:
    """It puts right and nothing else, and nobody needs to look at it first."""
    changes = [step for step in plan.steps if step.rows and step.task.act.destructive]
    only = all(step.task.act.value == "rectify" for step in changes)
    return (
        bool(changes) and only and not verbs.questions(plan) and not verbs.waits_for(company, plan)
    )


@hers
@require_POST
def carry_out(request: HttpRequest, place: str) -> HttpResponse:
    """Do what was shown to her, and nothing else."""
    from nakomen import PlanDone

    shown = request.session.pop(PLANNED, None)
    with live(request) as (company, her):
        found = _field(company, her, place)
        if found.locked:
            _refuse(request, place)
        if shown is None or shown["place"] != place:
            return redirect("mine-field", place)
        plan = verbs.recall(company, shown["plan"]).plan
        events = list(verbs.apply(company, plan, timezone.localdate()))
    if not any(isinstance(event, PlanDone) and event.state == "done" for event in events):
        return render(request, "customers/not-now.html", {"again": True}, status=503)
    note(request, request.user.customer, Deed.CHANGED, place)
    return redirect("mine-fields")


def _page(request: HttpRequest, found: Field, status: int = 200, **more: Any) -> HttpResponse:
    page = {**_row(found), **more}
    return render(request, "customers/field.html", page, status=status)


@hers
@require_POST
def request_change(request: HttpRequest, place: str) -> HttpResponse:
    """She wants a locked field to say something else: a case, of which a colleague sees more."""
    with live(request) as (company, her):
        found = _field(company, her, place)
    form = Value(request.POST)
    if not found.locked or not form.is_valid() or _unchanged(form, found):
        return _page(request, found, form=form, status=422)
    with transaction.atomic():
        case = asking.receive(request, Right.RECTIFY, _words(found), proven=False)
        new = form.cleaned_data["value"]
        Change.objects.create(case=case, place=found.place, old=found.value, new=new)
        flow.note(case, flow.LOCKED)
        note(request, request.user.customer, Deed.ASKED, place)
    return redirect("mine-requests")


def _words(found: Field) -> str:
    """Which field, and not what stands in it: that is sealed beside the case."""
    return chosen(f"Graag veranderen: {found.place}", f"Please change: {found.place}")
