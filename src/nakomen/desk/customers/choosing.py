"""Consents and preferences: each use that she can end, or allow again, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from nakomen import verbs
from nakomen.desk.customers import saying
from nakomen.desk.customers.asking import receive
from nakomen.desk.customers.deeds import note
from nakomen.desk.customers.live import hers, live
from nakomen.desk.customers.models import Deed
from nakomen.desk.customers.told import spoken
from nakomen.desk.dossiers.rights import Right
from nakomen.desk.kit.words import lang

if TYPE_CHECKING:
    from nakomen import Choosable, Company, Known


@hers
@require_safe
def choices(request: HttpRequest) -> HttpResponse:
    """Every use with its state, and one button each."""
    with live(request) as (company, her):
        rows = [_row(one) for one in verbs.choosable(company, her)]
    return render(request, "customers/choices.html", {"rows": rows})


def _row(one: Choosable) -> dict[str, Any]:
    words = one.words.in_(lang())
    return {
        "one": one,
        "words": f"{words[:1].upper()}{words[1:]}",
        "answers": [(spoken(a.place.replace(".", " · ")), a) for a in one.answers],
        "again": any(a.yes for a in one.answers),
        "ways": [(way, way.words.in_(lang())) for way in one.ways],
        "advertising": one.purpose == saying.ADVERTISING,
    }


def _named(company: Company, her: Known, purpose: str) -> Choosable:
    uses = saying.every(company, her)
    found = next((one for one in uses if one.purpose == purpose), None)
    if found is None:
        raise Http404
    return found


@hers
@require_POST
def no(request: HttpRequest, purpose: str) -> HttpResponse:
    """
    She says no: it holds from this moment, in every system that says something of it.

    What only a person can end becomes a case; the use is refused meanwhile.
    """
    with live(request) as (company, her):
        one = _named(company, her, purpose)
        given, names = [("email", her.address)], (one.purpose, *one.also)
        done = [saying.no(company, given, one.stops, name) for name in names]
    note(request, request.user.customer, Deed.SAID_NO, purpose)
    if not all(done):
        receive(request, Right(one.stops.value), purpose)
    return redirect("mine-choices")


@hers
@require_POST
def yes(request: HttpRequest, purpose: str, place: str) -> HttpResponse:
    """She says yes, in the one place where she pressed; never more than she said."""
    with live(request) as (company, her):
        one = _named(company, her, purpose)
        said = next((a for a in one.answers if a.place == place and a.yes), None)
        if said is None:
            raise Http404
        given, settings = [("email", her.address)], [(place, said.yes)]
        if not said.says and not saying.yes(company, given, settings):
            return render(request, "customers/not-now.html", {"again": False}, status=503)
    note(request, request.user.customer, Deed.SAID_YES, place)
    return redirect("mine-choices")
