"""The wall, and the wish to count again."""

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from nakomen.desk.accounts.roles import ANY, DESK, WORKS
from nakomen.desk.accounts.training import overdue
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.words import lang
from nakomen.desk.promises.counting import COUNTING
from nakomen.desk.promises.models import Count
from nakomen.desk.promises.sentence import explained
from nakomen.desk.promises.wall import wall


def _waits(counted: Count | None) -> str:
    """Which version of the statement was counted with, while another waits."""
    told = (counted.shown.get("waits") if counted else None) or {}
    return str(told.get(lang().value, ""))


@staff(*ANY)
@require_safe
def the_wall(request: HttpRequest) -> HttpResponse:
    """The statement with the verdicts of the last count that succeeded."""
    last = Count.objects.first()
    good = Count.objects.filter(shown__isnull=False).first()
    page: dict[str, Any] = {
        "wall": wall(good.shown, lang()) if good else None,
        "counted": good,
        "waits": _waits(good),
        "counting": last is None or last.ended is None,
        "error": last.error.get(lang().value, "") if last else "",
        "may_count": request.user.role in DESK,
        "asked_as": uuid4(),
        "explained": explained(),
        "trainings_late": overdue(timezone.localdate()) if request.user.role in WORKS else 0,
    }
    return render(request, "promises/wall.html", page)


@staff(*DESK)
@require_POST
def again(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Count again, beside the pages; the wall says when it is done."""
    COUNTING.ask()
    return redirect("wall")
