"""Registers of who works here: what each signed, and what each may see."""

from typing import Any

from django.db.models import Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nakomen.desk.accounts import reviewing
from nakomen.desk.accounts.founding import WAITING
from nakomen.desk.accounts.invitations import PROMISE, digest
from nakomen.desk.accounts.models import Colleague, Outcome, Review
from nakomen.desk.accounts.roles import TOLD, WORKS, Role
from nakomen.desk.accounts.staffed import PEOPLE
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.addresses import addresses
from nakomen.desk.kit.tables import table
from nakomen.desk.kit.words import chosen, lang


@staff(*WORKS)
@require_safe
def confidentiality(request: HttpRequest) -> HttpResponse:
    """Who signed for confidentiality, and when; who did not, cannot log in."""
    page = {"people": _signatures(), "promise": PROMISE.in_(lang())}
    return render(request, "accounts/confidentiality.html", page)


@staff(*WORKS)
@require_safe
def confidentiality_file(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The same as a table that a spreadsheet opens."""
    heads = ("naam", "e-mailadres", "taak", "getekend op", "tekst", "uit dienst op")
    rows = []
    for row in _signatures():
        who = row["colleague"]
        signed, left = (day.isoformat() if day else "" for day in (who.signed_on, who.left_on))
        rows.append((who.name, who.email, row["role"], signed, who.signed, left))
    return table(f"geheimhouding-{timezone.localdate().isoformat()}.csv", heads, rows)


def _signatures() -> list[dict[str, Any]]:
    """Every colleague: who signed nothing first, who left last."""
    found = (
        Colleague.objects.staff().exclude(email=WAITING).order_by("left_on", "signed_on", "name")
    )
    return [
        {
            "colleague": each,
            "role": chosen(*TOLD[Role(each.role)]),
            "same": each.signed == digest(),
        }
        for each in found
    ]


@staff(*WORKS)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """
    Who may open what: made from the rules themselves, so that it cannot differ from them. Whoever
    went through it signs that it is right.
    """
    today = timezone.localdate()
    if request.method == "POST":
        reviewing.sign_off(request.user, today)
        PEOPLE.ask()
        return redirect("review")
    last = Max("login__at", filter=Q(login__outcome=Outcome.IN))
    working = (
        Colleague.objects.staff().filter(is_active=True).exclude(email=WAITING).order_by("name")
    )
    people = [each for each in working.annotate(last=last) if not each.gone]
    roles = [
        {
            "role": role,
            "words": chosen(*TOLD[role]),
            "people": [p for p in people if p.role == role],
        }
        for role in Role
    ]
    rows = [
        {"path": each.path, "may": [role in each.rule.roles for role in Role]}
        for each in addresses()
        if each.rule and each.rule.roles
    ]
    page = {"roles": roles, "rows": rows, "reviews": Review.objects.select_related("by")[:SHOWN]}
    page |= {"due": reviewing.due(today), "late": reviewing.due(today) <= today}
    return render(request, "accounts/review.html", page)


SHOWN = 10
"""So many of the last reviews are told."""
