"""Colleagues: invitations, who works here, and who logged in."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.sessions.models import Session
from django.db.models import Max, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nakomen.desk.accounts import invitations
from nakomen.desk.accounts.forms import Acceptance, Founding, Invitation
from nakomen.desk.accounts.founding import WAITING
from nakomen.desk.accounts.models import Colleague, Login, Outcome
from nakomen.desk.accounts.roles import ANY, TOLD, Role
from nakomen.desk.kit.access import everybody, staff
from nakomen.desk.kit.words import chosen, lang

SHOWN = 200
"""So many attempts to log in stand on one page, the newest first."""


@everybody
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, who: str, token: str) -> HttpResponse:
    """Choose a password and sign; a link that was used before leads nowhere."""
    colleague = invitations.invited(who, token)
    if colleague is None:
        return render(request, "accounts/used.html", status=410)
    kind = Founding if colleague.email == WAITING else Acceptance
    form = kind(colleague, request.POST or None)
    if request.method == "POST" and form.is_valid():
        invitations.accept(colleague, form.cleaned_data["password"], timezone.localdate())
        messages.success(request, chosen("U kunt nu inloggen.", "You can log in now."))
        return redirect("account_login")
    promise = invitations.PROMISE.in_(lang())
    return render(
        request,
        "accounts/invitation.html",
        {"form": form, "colleague": colleague, "promise": promise},
        status=422 if form.errors else 200,
    )


@staff(Role.OWNER, Role.HR)
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Who works here and what she may do; somebody new is invited here."""
    form, link = Invitation(request.user, request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        colleague = Colleague.objects.invite(**form.cleaned_data)
        link, form = invitations.link(colleague), Invitation(request.user)
    return _shown(request, form, link)


def _shown(request: HttpRequest, form: Invitation, link: str) -> HttpResponse:
    return render(
        request,
        "accounts/people.html",
        {"people": _people(), "form": form, "link": link},
        status=422 if form.errors else 200,
    )


def _people() -> list[dict[str, Any]]:
    """Every colleague, who left last; with her second factors and her last login."""
    last = Max("login__at", filter=Q(login__outcome=Outcome.IN))
    with_second = {*Authenticator.objects.values_list("user_id", flat=True)}
    found = Colleague.objects.exclude(email=WAITING).annotate(last=last)
    return [
        {
            "colleague": each,
            "role": chosen(*TOLD[Role(each.role)]),
            "second": each.pk in with_second,
            "last": each.last,
        }
        for each in found.order_by("left_on", "name")
    ]


@staff(Role.OWNER, Role.HR)
@require_POST
def leave(request: HttpRequest, number: int) -> HttpResponse:
    """She works here no longer: her account and every session of hers end at once."""
    colleague = get_object_or_404(Colleague, pk=number, left_on=None)
    if colleague == request.user or _last_owner(colleague) or _above(colleague, request.user):
        raise Http404
    colleague.left_on, colleague.is_active = timezone.localdate(), False
    _shut_out(colleague)
    told = chosen("{} kan er niet meer in.", "{} can no longer get in.").format(colleague.name)
    messages.success(request, told)
    return redirect("people")


def _shut_out(colleague: Colleague) -> None:
    """Nothing that she knew or had opens anything, from now on."""
    colleague.set_unusable_password()
    colleague.save()
    sessions = UserSession.objects.filter(user=colleague)
    Session.objects.filter(pk__in=sessions.values("session_key")).delete()
    sessions.delete()
    Authenticator.objects.filter(user=colleague).delete()


@staff(Role.OWNER, Role.HR)
@require_POST
def renew(request: HttpRequest, number: int) -> HttpResponse:
    """She lost her password or her phone: a new invitation, and what was lost opens nothing."""
    colleague = get_object_or_404(Colleague, pk=number, left_on=None)
    if colleague == request.user or _above(colleague, request.user):
        raise Http404
    _shut_out(colleague)
    return _shown(request, Invitation(request.user), invitations.link(colleague))


def _above(colleague: Colleague, asker: Colleague) -> bool:
    """Whoever has an invitation can use it, so nobody makes one for more than she may herself."""
    return bool(colleague.role == Role.OWNER != asker.role)


def _last_owner(colleague: Colleague) -> bool:
    owners = Colleague.objects.filter(role=Role.OWNER, is_active=True, signed_on__isnull=False)
    return colleague.role == Role.OWNER and not owners.exclude(pk=colleague.pk).exists()


@staff(*ANY)
@require_safe
def my_logins(request: HttpRequest) -> HttpResponse:
    """Her own logins, so that she sees one that was not hers."""
    mine = Login.objects.filter(colleague=request.user)[:SHOWN]
    return render(request, "accounts/logins.html", {"logins": mine, "mine": True})


@staff(Role.OWNER)
@require_safe
def logins(request: HttpRequest) -> HttpResponse:
    """Every attempt to log in."""
    found = Login.objects.select_related("colleague")[:SHOWN]
    return render(request, "accounts/logins.html", {"logins": found, "mine": False})
