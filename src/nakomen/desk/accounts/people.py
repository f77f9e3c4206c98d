"""Who works here: invited, given another task, sent away; and what was done to whose account."""

from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import messages
from django.db.models import Max, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nakomen.desk.accounts import changes, invitations, training
from nakomen.desk.accounts.forms import Invitation, Leaving, Task
from nakomen.desk.accounts.founding import WAITING
from nakomen.desk.accounts.models import Colleague, Done, Outcome, Ownership, Review, What
from nakomen.desk.accounts.reviewing import due
from nakomen.desk.accounts.roles import DESK, MAKES, PEOPLE, TOLD, Role
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.words import chosen

SHOWN = 500
"""So many lines of the log stand on one page."""
DID = {
    What.INVITED: ("uitgenodigd", "invited"),
    What.ROLE: ("kreeg een andere taak", "was given another task"),
    What.ASKED_OWNER: ("voorgesteld als eigenaar", "proposed as an owner"),
    What.NO_OWNER: ("wordt geen eigenaar", "does not become an owner"),
    What.LEAVES: ("gaat uit dienst op", "leaves on"),
    What.STAYS: ("gaat toch niet uit dienst", "does not leave after all"),
    What.LEFT: ("kan er niet meer in", "can no longer get in"),
    What.RENEWED: ("kreeg een nieuwe uitnodiging", "was given a new invitation"),
    What.RESTORED: (
        "kreeg op de machine zelf een nieuwe uitnodiging",
        "was given a new invitation at the machine itself",
    ),
    What.TRAINED: ("volgde een opleiding, goed tot en met", "was trained, good until and with"),
    What.REVIEWED: ("liep na wie wat mag zien", "went through who may see what"),
    What.LISTED: ("internetadres op de lijst", "internet address on the list"),
    What.UNLISTED: ("internetadres van de lijst", "internet address off the list"),
}


@staff(*PEOPLE)
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Who works here and what she may do; somebody new is invited here."""
    form, link = Invitation(request.user, request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        colleague = Colleague.objects.invite(**form.cleaned_data)
        changes.note(What.INVITED, request.user, colleague, colleague.role)
        link, form = invitations.link(colleague), Invitation(request.user)
    return _shown(request, form, link)


def _shown(request: HttpRequest, form: forms.Form, link: str = "") -> HttpResponse:
    today = timezone.localdate()
    page = {
        "people": _people(request.user, today),
        "form": form,
        "link": link,
        "overdue": training.overdue(today),
        "reviewed": Review.objects.first(),
        "review_due": due(today),
        "owner": request.user.role == Role.OWNER,
    }
    return render(request, "accounts/people.html", page, status=422 if form.errors else 200)


def _people(asker: Colleague, today: date) -> list[dict[str, Any]]:
    """Every colleague, who left last; with her second factors, last login and training."""
    last = Max("login__at", filter=Q(login__outcome=Outcome.IN))
    with_second = {*Authenticator.objects.values_list("user_id", flat=True)}
    wishes = {wish.colleague_id: wish for wish in Ownership.objects.select_related("by")}
    good = training.good_until()
    found = Colleague.objects.staff().exclude(email=WAITING).annotate(last=last)
    return [
        {
            "colleague": each,
            "role": chosen(*TOLD[Role(each.role)]),
            "second": each.pk in with_second,
            "last": each.last,
            "trained": good.get(each.pk),
            "late": each.may_enter and training.until(each, good) < today,
            "wish": wishes.get(each.pk),
            "tasks": Task(each) if _may_change(asker, each) else None,
            "renews": each != asker and Role(each.role) in _takes_over(asker),
            "leaves": each != asker and not _above(each, asker),
        }
        for each in found.order_by("left_on", "name")
    ]


def _takes_over(asker: Colleague) -> tuple[Role, ...]:
    """Whoever has an invitation can use it, so nobody makes one for more than she may herself."""
    return tuple(Role) if asker.role == Role.OWNER else MAKES.get(Role(asker.role), ())


def _above(colleague: Colleague, asker: Colleague) -> bool:
    return bool(colleague.role == Role.OWNER != asker.role)


def _may_change(asker: Colleague, colleague: Colleague) -> bool:
    """An owner changes the task of somebody else; there is always one left."""
    last = changes.last_owner(colleague)
    return asker.role == Role.OWNER and colleague != asker and not last and not colleague.gone


@staff(Role.OWNER)
@require_POST
def give(request: HttpRequest, number: int) -> HttpResponse:
    """Another task; for an owner a second person looks on, where there is one."""
    colleague = _working(number)
    if not _may_change(request.user, colleague):
        raise Http404
    form = Task(colleague, request.POST)
    if not form.is_valid():
        return _shown(request, _with(request, form))
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


def _with(request: HttpRequest, wrong: forms.Form) -> Invitation:
    """The page as it is, with what was wrong in a smaller form on it."""
    form = Invitation(request.user)
    form.cleaned_data = {}
    for errors in wrong.errors.values():
        form.add_error(None, list(errors))
    return form


@staff(*DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def owners(request: HttpRequest) -> HttpResponse:
    """Who is proposed as an owner; a second person says yes or no."""
    wishes = Ownership.objects.select_related("colleague", "by")
    if request.method == "POST":
        wish = get_object_or_404(wishes, pk=_number(request.POST.get("wish")))
        if not changes.may_agree(request.user, wish):
            raise Http404
        changes.decide(wish, request.user, request.POST.get("yes") == "yes")
        return redirect("owners")
    rows = [(wish, changes.may_agree(request.user, wish)) for wish in wishes]
    return render(request, "accounts/owners.html", {"rows": rows})


def _number(told: str | None) -> int:
    return int(told) if told and told.isdecimal() and len(told) < 10 else 0


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
@require_POST
def leave(request: HttpRequest, number: int) -> HttpResponse:
    """The day from which she works here no longer; on that day all she had ends by itself."""
    colleague, today = _working(number), timezone.localdate()
    if (
        colleague == request.user
        or changes.last_owner(colleague)
        or _above(colleague, request.user)
    ):
        raise Http404
    form = Leaving(request.POST)
    if not form.is_valid():
        return _shown(request, _with(request, form))
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
    if colleague.left_on is None or _above(colleague, request.user):
        raise Http404
    changes.stay(colleague, request.user)
    return redirect("people")


@staff(*PEOPLE)
@require_POST
def renew(request: HttpRequest, number: int) -> HttpResponse:
    """She lost her password or her phone: a new invitation, and what was lost opens nothing."""
    colleague = _working(number)
    if colleague == request.user or Role(colleague.role) not in _takes_over(request.user):
        raise Http404
    changes.shut_out(colleague)
    changes.note(What.RENEWED, request.user, colleague)
    return _shown(request, Invitation(request.user), invitations.link(colleague))


@staff(*DESK)
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """What was done to which account, the newest first."""
    found = Done.objects.select_related("by", "about")[:SHOWN]
    lines = [(done, chosen(*DID[What(done.what)])) for done in found]
    return render(request, "accounts/log.html", {"lines": lines})
