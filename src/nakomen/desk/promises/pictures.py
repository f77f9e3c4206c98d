"""Pictures of the promises: what falls due when."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from nakomen.desk.accounts.roles import ANY, DESK
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.words import lang
from nakomen.desk.promises import ahead
from nakomen.desk.promises.models import Ahead
from nakomen.desk.promises.timeline import table, timeline


@staff(*ANY)
@require_safe
def the_timeline(request: HttpRequest) -> HttpResponse:
    """The last look that succeeded; one of today is made beside the page."""
    ahead.wanted()
    last = Ahead.objects.first()
    good = Ahead.objects.filter(shown__isnull=False).first()
    page: dict[str, Any] = {
        "counted": good,
        "counting": last is not None and last.ended is None,
        "error": last.error.get(lang().value, "") if last else "",
        "may_count": request.user.role in DESK,
    }
    if good:
        page |= _told(good.shown)
    return render(request, "promises/timeline.html", page)


def _told(shown: dict[str, Any]) -> dict[str, Any]:
    return {
        "picture": timeline(shown, lang()),
        "table": table(shown, lang()),
        "reviews": [date.fromisoformat(day) for day in shown["reviews"]],
        "destroyed": [
            (p["plan"], date.fromisoformat(p["until"]), p["rows"]) for p in shown["destroyed"]
        ],
    }


@staff(*DESK)
@require_POST
def look_again(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Count ahead again, beside the pages."""
    ahead.again()
    return redirect("timeline")
