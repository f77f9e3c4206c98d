"""What the desk itself keeps, and whether it keeps to that."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from nakomen.desk.accounts.roles import ANY
from nakomen.desk.kept import FILES, KEPT
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.words import lang


@staff(*ANY)
@require_safe
def the_desk(request: HttpRequest) -> HttpResponse:
    """Counted for this page: so few rows are looked at that nobody waits for it."""
    now = timezone.now()
    rows = [(k.what.in_(lang()), k.until.in_(lang()), k.late(now)) for k in KEPT]
    files = [(what.in_(lang()), until.in_(lang())) for what, until in FILES]
    page = {"rows": rows, "files": files, "late": sum(late for *_, late in rows)}
    return render(request, "promises/own.html", page)
