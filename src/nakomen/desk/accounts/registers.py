"""Registers of who works here: what each signed, and what each may see."""

import csv
from io import StringIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from nakomen.desk.accounts.founding import WAITING
from nakomen.desk.accounts.invitations import PROMISE, digest
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.roles import TOLD, Role
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.addresses import addresses
from nakomen.desk.kit.words import chosen, lang

WORKS = (Role.OWNER, Role.PRIVACY, Role.HR)
"""Who answers for what colleagues signed."""


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
    told = StringIO()
    table = csv.writer(told)
    heads = ("naam", "e-mailadres", "taak", "getekend op", "tekst", "uit dienst op")
    table.writerow(heads)
    for row in _signatures():
        who = row["colleague"]
        days = [day.isoformat() if day else "" for day in (who.signed_on, who.left_on)]
        cells = [who.name, who.email, row["role"], days[0], who.signed, days[1]]
        table.writerow([_cell(cell) for cell in cells])
    answer = HttpResponse(told.getvalue(), content_type="text/csv; charset=utf-8")
    name = f"geheimhouding-{timezone.localdate().isoformat()}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _cell(text: str) -> str:
    """A spreadsheet takes what begins like a formula for one, also where it is a name."""
    return f"'{text}" if text[:1] in "=+-@\t\r" and text else text


def _signatures() -> list[dict[str, Any]]:
    """Every colleague: who signed nothing first, who left last."""
    found = Colleague.objects.exclude(email=WAITING).order_by("left_on", "signed_on", "name")
    return [
        {
            "colleague": each,
            "role": chosen(*TOLD[Role(each.role)]),
            "same": each.signed == digest(),
        }
        for each in found
    ]


@staff(*WORKS)
@require_safe
def review(request: HttpRequest) -> HttpResponse:
    """Who may open what: made from the rules themselves, so that it cannot differ from them."""
    working = Colleague.objects.filter(is_active=True).exclude(email=WAITING).order_by("name")
    roles = [
        {
            "role": role,
            "words": chosen(*TOLD[role]),
            "people": [p for p in working if p.role == role],
        }
        for role in Role
    ]
    rows = [
        {"path": each.path, "may": [role in each.rule.roles for role in Role]}
        for each in addresses()
        if each.rule and each.rule.roles
    ]
    return render(request, "accounts/review.html", {"roles": roles, "rows": rows})
