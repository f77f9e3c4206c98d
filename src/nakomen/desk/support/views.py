"""Sessions of support: begun, looked in, ended; each colleague has her own."""

import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nakomen import NakomenError
from nakomen.desk.accounts.roles import DESK
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.words import chosen, lang
from nakomen.desk.support import sessions
from nakomen.desk.support.forms import Start
from nakomen.desk.support.models import Basis, Kind, Session
from nakomen.desk.support.permissions import open_now
from nakomen.desk.support.reach import HELPS
from nakomen.desk.support.told import BASES, KINDS
from nakomen.terms.labels import label

SHOWN = 200


@staff(*HELPS)
@require_safe
def own(request: HttpRequest) -> HttpResponse:
    """Her sessions; who answers for the promises sees those of everybody, without the data."""
    found = Session.objects.select_related("by").prefetch_related("views")
    if request.user.role not in DESK:
        found = found.filter(by=request.user)
    rows = [_row(session) for session in found[:SHOWN]]
    page = {"rows": rows, "permissions": open_now()}
    return render(request, "support/list.html", page)


def _row(session: Session) -> dict[str, Any]:
    return {
        "session": session,
        "kind": chosen(*KINDS[Kind(session.kind)]),
        "basis": f"{chosen(*BASES[Basis(session.basis)])} {session.number}",
    }


@staff(*HELPS)
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Without a request and a reason nothing opens."""
    form = Start(request.POST or None, initial=_permitted(request.GET.get("toestemming", "")))
    if form.is_valid():
        try:
            made = sessions.begin(request.user, dict(form.cleaned_data))
        except NakomenError as error:
            form.add_error(None, error.text.in_(lang()))
        else:
            return redirect("support-session", made.pk)
    return render(request, "support/start.html", {"form": form}, status=422 if form.errors else 200)


def _permitted(number: str) -> dict[str, Any]:
    """The form filled in for a permission that a customer gave in her account."""
    if not re.fullmatch(r"\d{1,9}", number):
        return {}
    found = open_now().filter(pk=int(number)).select_related("account").first()
    if found is None:
        return {}
    return {
        "key_kind": "email",
        "key": found.account.email,
        "basis": Basis.PERMISSION.value,
        "number": found.reference,
        "asked_by": chosen("de klant zelf, in haar account", "the customer, in her account"),
        "reason": found.question,
    }


@staff(*HELPS)
@require_safe
def session(request: HttpRequest, number: int) -> HttpResponse:
    """What it is for and how long it lasts; data only opens on a press."""
    return _page(request, _hers(request, number))


def _hers(request: HttpRequest, number: int) -> Session:
    """
    Raises:
        Http404: it is of somebody else.
    """
    found: Session = get_object_or_404(Session, pk=number, by=request.user)
    return found


def _page(request: HttpRequest, session: Session, status: int = 200, **more: Any) -> HttpResponse:
    page = _row(session) | {"views": session.views.all(), "looks": session.kind == Kind.DATA}
    return render(request, "support/session.html", page | more, status=status)


@staff(*HELPS)
@require_POST
def look(request: HttpRequest, number: int) -> HttpResponse:
    """Her data as it stands now. It is on this answer and nowhere else."""
    found = _hers(request, number)
    try:
        seen = sessions.look(found, request.user)
    except NakomenError as error:
        return _page(request, found, 422, trouble=error.text.in_(lang()))
    told = [(each, label(each.records).in_(lang())) for each in seen]
    return _page(request, found, seen=told)


@staff(*HELPS)
@require_POST
def end(request: HttpRequest, number: int) -> HttpResponse:
    """She is done."""
    found = _hers(request, number)
    if not found.open:
        raise Http404
    sessions.end(found)
    return redirect("support-session", number)
