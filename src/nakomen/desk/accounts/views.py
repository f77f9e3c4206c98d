"""The door of colleagues: taking up an invitation, and who logged in."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nakomen.desk.accounts import invitations
from nakomen.desk.accounts.forms import Acceptance, Founding
from nakomen.desk.accounts.founding import WAITING
from nakomen.desk.accounts.models import Login
from nakomen.desk.accounts.roles import CUSTOMER, Role
from nakomen.desk.kit.access import door, own, staff
from nakomen.desk.kit.words import chosen, lang

SHOWN = 200
"""So many attempts to log in stand on one page, the newest first."""


@door
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


@own
@require_safe
def my_logins(request: HttpRequest) -> HttpResponse:
    """Her own logins, so that she sees one that was not hers."""
    mine = Login.objects.filter(colleague=request.user)[:SHOWN]
    return render(request, "accounts/logins.html", {"logins": mine, "mine": True})


@staff(Role.OWNER)
@require_safe
def logins(request: HttpRequest) -> HttpResponse:
    """Every attempt to log in, but those of customers: where they were is theirs."""
    found = Login.objects.exclude(colleague__role=CUSTOMER).select_related("colleague")[:SHOWN]
    return render(request, "accounts/logins.html", {"logins": found, "mine": False})
