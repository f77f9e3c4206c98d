"""One colleague: another task, a new invitation, a day on which she leaves."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from nakomen.desk.accounts import changes, invitations
from nakomen.desk.accounts.forms import Leaving, Task
from nakomen.desk.accounts.models import Colleague, What
from nakomen.desk.accounts.roles import MAKES, PEOPLE, TOLD, Role
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.words import chosen


def may_touch(asker: Colleague, colleague: Colleague) -> bool:
    """Whether *asker* may change anything of *colleague*'s account."""
    rules = (_may_change, _may_leave, _may_renew)
    return any(rule(asker, colleague) for rule in rules)


def _may_change(asker: Colleague, colleague: Colleague) -> bool:
    """An owner changes the task of somebody else; there is always one left."""
    last = changes.last_owner(colleague)
    return asker.role == Role.OWNER and colleague != asker and not last


def _may_leave(asker: Colleague, colleague: Colleague) -> bool:
    """Only an owner sends an owner away, and not the last."""
    above = colleague.role == Role.OWNER != asker.role
    return colleague != asker and not above and not changes.last_owner(colleague)


def _may_renew(asker: Colleague, colleague: Colleague) -> bool:
    """Whoever has an invitation can use it, so nobody makes one for more than she may herself."""
    owner = asker.role == Role.OWNER
    may = owner or Role(colleague.role) in MAKES.get(Role(asker.role), ())
    return colleague != asker and may


def _working(number: int) -> Colleague:
    """
    Raises:
        Http404: nobody has this number, or she left.
    """
    found: Colleague = get_object_or_404(Colleague.objects.staff(), pk=number)
    if found.gone:
        raise Http404
    return found


@staff(*PEOPLE)
@require_safe
def colleague(request: HttpRequest, number: int) -> HttpResponse:
    """What can be changed for one colleague."""
    found = _working(number)
    if not may_touch(request.user, found):
        raise Http404
    return _page(request, found)


def _page(
    request: HttpRequest,
    colleague: Colleague,
    task: Task | None = None,
    leaving: Leaving | None = None,
    link: str = "",
) -> HttpResponse:
    wrong = task or leaving
    page: dict[str, Any] = {
        "colleague": colleague,
        "role": chosen(*TOLD[Role(colleague.role)]),
        "task": (task or Task(colleague)) if _may_change(request.user, colleague) else None,
        "leaving": (leaving or Leaving()) if _may_leave(request.user, colleague) else None,
        "renews": _may_renew(request.user, colleague),
        "form": wrong,
        "link": link,
    }
    return render(request, "accounts/colleague.html", page, status=422 if wrong else 200)


@staff(Role.OWNER)
@require_POST
def give(request: HttpRequest, number: int) -> HttpResponse:
    """Another task; for an owner a second person looks on, where there is one."""
    colleague = _working(number)
    if not _may_change(request.user, colleague):
        raise Http404
    form = Task(colleague, request.POST)
    if not form.is_valid():
        return _page(request, colleague, task=form)
    role = Role(form.cleaned_data["role"])
    if role is Role.OWNER and not changes.make_owner(colleague, request.user):
        told = chosen(
            "{} wordt eigenaar zodra een tweede collega het goed vindt.",
            "{} becomes an owner as soon as a second colleague agrees.",
        )
    else:
        if role is not Role.OWNER:
            changes.give(colleague, role, request.user)
        told = chosen(
            "{} heeft nu een andere taak en logt opnieuw in.",
            "{} has another task now, and logs in again.",
        )
    messages.success(request, told.format(colleague.name))
    return redirect("people")


@staff(*PEOPLE)
@require_POST
def leave(request: HttpRequest, number: int) -> HttpResponse:
    """The day from which she works here no longer; on that day all she had ends by itself."""
    colleague, today = _working(number), timezone.localdate()
    if not _may_leave(request.user, colleague):
        raise Http404
    form = Leaving(request.POST)
    if not form.is_valid():
        return _page(request, colleague, leaving=form)
    on = form.cleaned_data["on"] or today
    changes.leave(colleague, on, today, request.user)
    told = (
        chosen("{} kan er niet meer in.", "{} can no longer get in.")
        if on <= today
        else chosen(
            "{} kan er vanaf die dag niet meer in.", "{} can no longer get in from that day."
        )
    )
    messages.success(request, told.format(colleague.name))
    return redirect("people")


@staff(*PEOPLE)
@require_POST
def stay(request: HttpRequest, number: int) -> HttpResponse:
    """She does not leave after all."""
    colleague = _working(number)
    if colleague.left_on is None or not _may_leave(request.user, colleague):
        raise Http404
    changes.stay(colleague, request.user)
    return redirect("people")


@staff(*PEOPLE)
@require_POST
def renew(request: HttpRequest, number: int) -> HttpResponse:
    """She lost her password or her phone: a new invitation, and what was lost opens nothing."""
    colleague = _working(number)
    if not _may_renew(request.user, colleague):
        raise Http404
    changes.shut_out(colleague)
    changes.note(What.RENEWED, request.user, colleague)
    return _page(request, colleague, link=invitations.link(colleague))
