"""Her requests: those she made, one more, and leaving. Logged in she need not prove herself."""

import secrets
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nakomen.desk.customers.deeds import note
from nakomen.desk.customers.forms import Said
from nakomen.desk.customers.live import hers, live
from nakomen.desk.customers.models import Deed
from nakomen.desk.dossiers import flow
from nakomen.desk.dossiers.models import Case, Channel, Shown
from nakomen.desk.dossiers.rights import ASKED, Right, asked
from nakomen.desk.kit.keyed import keyed
from nakomen.desk.kit.words import lang
from nakomen.desk.portal import limits, session

_ways = require_http_methods(["GET", "HEAD", "POST"])
RIGHTS = tuple(right for right in Right if right is not Right.OFFBOARD)
"""What she asks here; leaving has its own page."""


def receive(
    request: HttpRequest, right: Right, words: str, *, token: str | None = None, proven: bool = True
) -> Case:
    """Her case, proven by her account, and the receipt on its way: all of it or nothing."""
    with transaction.atomic():
        case = flow.receive(
            right,
            Channel.PORTAL,
            request.user.email,
            words=words,
            language=lang().value,
            token=token,
        )
        if case.email != request.user.email:
            raise Http404  # Somebody sent the token of another's case.
        if proven:
            flow.prove(case)
            shown = {"identified_how": Shown.LOGIN, "identified_on": case.received_on}
            Case.objects.filter(pk=case.pk).update(**shown)
        return case


@hers
@require_safe
def requests(request: HttpRequest) -> HttpResponse:
    """What she asked, and how far each is."""
    found = mine_of(request.user.email).order_by("-received_at")
    page = {
        "cases": [(case, asked(case.right).short.in_(lang())) for case in found],
        "rights": [
            (r.value, ASKED[r].whole.in_(lang()), ASKED[r].hint.in_(lang())) for r in RIGHTS
        ],
        "leaving": Right.OFFBOARD.value,
    }
    return render(request, "customers/requests.html", page)


def mine_of(email: str) -> Any:
    """
    Cases of her address that she proved by a code or by her account, or of which a colleague saw
    that it was she. What somebody else asked with her address is not among them.
    """
    made_here = Q(change__isnull=False)
    return Case.objects.filter(made_here | Q(proven_at__isnull=False), email=email)


@hers
@require_POST
def follow(request: HttpRequest, number: int) -> HttpResponse:
    """To the page of one of her cases; her account proves who she is."""
    case = get_object_or_404(mine_of(request.user.email), pk=number, proven_at__isnull=False)
    session.prove(request, case)
    return redirect("follow", case.token)


@hers
@_ways
def ask(request: HttpRequest, right: str) -> HttpResponse:
    """One more request, with her words."""
    if right not in RIGHTS:
        raise Http404
    wanted = Right(right)
    form = Said(request.POST or None, initial={"token": secrets.token_urlsafe(32)})
    form.fields["words"].required = ASKED[wanted].needs_words
    if not form.is_valid():
        page = {"form": form, "right": right, "whole": ASKED[wanted].whole.in_(lang())}
        status = 422 if form.errors else 200
        return render(request, "customers/ask.html", page, status=status)
    if limits.too_many(request, request.user.email):
        return render(request, "portal/too-many.html", status=429)
    with transaction.atomic():
        receive(request, wanted, **form.cleaned_data)
        note(request, request.user.customer, Deed.ASKED, right)
    return redirect("mine-requests")


@hers
@_ways
def leave(request: HttpRequest) -> HttpResponse:
    """
    She stops being a customer: notice given is an erasure asked, in one transaction, with its day.

    Pressed again, the same case is there.
    """
    with live(request):
        asked_before = mine_of(request.user.email).filter(right=Right.OFFBOARD)
        running = asked_before.filter(ended_on=None).first()
    if request.method != "POST":
        return render(request, "customers/leave.html", {"running": running})
    if running is None:
        which = f"{request.user.customer.pk} {asked_before.count()}"
        with transaction.atomic():
            receive(request, Right.OFFBOARD, "", token=keyed("leaving", which.encode())[:43])
            note(request, request.user.customer, Deed.LEFT)
    return redirect("mine-requests")
