"""Plans for what fell due: the list, one plan, the yes to it, and carrying it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.roles import DESK
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.acts import acts
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.words import chosen, lang
from nakomen.desk.plans import told, working
from nakomen.desk.plans.models import Job, Kind

if TYPE_CHECKING:
    from nakomen import Company, Followed


@staff(*DESK)
@require_safe
def plans(request: HttpRequest) -> HttpResponse:
    """Every plan for what fell due, the last first."""
    from nakomen import Request

    with opened() as company:
        made = [told.made(one) for one in verbs.made(company, Request.RETENTION)]
    return render(request, "plans/list.html", {"made": made, "asked_as": uuid4()})


@staff(*DESK)
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """A new plan; nothing changes in any system."""
    return redirect("plan-making", working.make(_asked_as(request), request.user).pk)


def _asked_as(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("asked_as", ""))
    except ValueError:
        return uuid4()


@staff(*DESK)
@require_safe
def making(request: HttpRequest, number: int) -> HttpResponse:
    """While it is being made; then the plan itself."""
    job = get_object_or_404(Job, pk=number, kind=Kind.MAKE)
    if job.plan:
        return redirect("plan", job.plan)
    page = {
        "running": working.running(job),
        "error": job.error.get(lang().value, ""),
        "asked_as": uuid4(),
    }
    return render(request, "plans/making.html", page)


@staff(*DESK)
@require_safe
def plan(request: HttpRequest, id: str) -> HttpResponse:
    """One plan: what it does, why it waits, how far it is."""
    with opened() as company:
        return _page(request, company, id)


@staff(*DESK)
@require_POST
def agree(request: HttpRequest, id: str) -> HttpResponse:
    """She read this very plan, and says yes."""
    with opened() as company:
        followed = _followed(company, id)
        if trouble := _refused(request, followed):
            return _page(request, company, id, trouble)
        if followed.state == "planned":
            verbs.approve(company, followed.plan, request.user.email, timezone.localdate())
    return redirect("plan", id)


@staff(*DESK)
@require_POST
def carry_out(request: HttpRequest, id: str) -> HttpResponse:
    """Begin with this very plan, or go on where it stopped."""
    with opened() as company:
        followed = _followed(company, id)
        if trouble := _refused(request, followed):
            return _page(request, company, id, trouble)
        if followed.state == "done":
            return redirect("plan", id)
        if followed.state == "planned":
            if verbs.waits_for(company, followed.plan):
                return _page(request, company, id, _WAITS)
            verbs.approve(company, followed.plan, request.user.email, timezone.localdate())
    working.carry_out(id, request.user)
    return redirect("plan", id)


_OTHER = (
    "Dit is niet meer het plan dat u las. Lees het hieronder opnieuw.",
    "This is no longer the plan that you read. Read it again below.",
)
_WAITS = (
    "Het plan wacht nog op een ja. Lees hieronder van wie.",
    "The plan still waits for a yes. Read below of whom.",
)
_UNFIT = (
    "Er is niets veranderd in uw systemen.",
    "Nothing was changed in your systems.",
)


def _refused(request: HttpRequest, followed: Followed) -> tuple[str, str] | None:
    """Why this form may do nothing: another plan than she read, or one that holds no more."""
    if request.POST.get("digest") != followed.digest:
        return _OTHER
    return _UNFIT if followed.unfit else None


def _followed(company: Company, id: str) -> Followed:
    """
    Raises:
        Http404: no such plan, or one that belongs to a request of a person.
        NakomenError: it cannot be read.
    """
    from nakomen import Request

    try:
        followed = verbs.follow(company, id, timezone.localdate())
    except NakomenError as error:
        raise Http404 from error
    if followed.plan.request is not Request.RETENTION:
        raise Http404
    return followed


def _page(
    request: HttpRequest, company: Company, id: str, trouble: tuple[str, str] | None = None
) -> HttpResponse:
    followed = _followed(company, id)
    job = working.last(id)
    running = bool(job and working.running(job))
    lines = told.lines(followed)
    page: dict[str, Any] = {
        "id": id,
        "followed": followed,
        "acts": acts(followed.plan),
        "lines": lines,
        "ended": sum(line.gone is not None for line in lines),
        "state": chosen(*told.STATES[followed.state]),
        "names": told.names(company, followed),
        "mine": company.colleague(request.user.email) in followed.agreed,
        "unfit": followed.unfit.text.in_(lang()) if followed.unfit else "",
        "running": running,
        "error": job.error.get(lang().value, "") if job and not running else "",
        "trouble": chosen(*trouble) if trouble else "",
        "asked_as": uuid4(),
    }
    if followed.state == "planned" and (waiting := verbs.waiting(company, timezone.localdate())):
        page["version"] = waiting.in_(lang())
    if followed.state == "planned" and not followed.unfit:
        page |= _waits(company, followed)
    return render(request, "plans/plan.html", page, status=409 if trouble else 200)


def _waits(company: Company, followed: Followed) -> dict[str, Any]:
    """Why it waits; a share of what is there is counted, and a system may not answer."""
    try:
        return {"waits": [why.in_(lang()) for why in verbs.waits_for(company, followed.plan)]}
    except NakomenError as error:
        return {"waits": [error.text.in_(lang())], "unknown": True}
