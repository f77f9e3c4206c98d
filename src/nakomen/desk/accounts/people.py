"""Who works here: invited, proposed as an owner; and what was done to whose account."""

from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Max, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from nakomen.desk.accounts import changes, invitations, training
from nakomen.desk.accounts.colleague import may_touch
from nakomen.desk.accounts.forms import Invitation
from nakomen.desk.accounts.founding import WAITING
from nakomen.desk.accounts.models import Colleague, Done, Outcome, Ownership, Review, What
from nakomen.desk.accounts.reviewing import due
from nakomen.desk.accounts.roles import DESK, PEOPLE, TOLD, Role
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


def _shown(request: HttpRequest, form: Invitation, link: str) -> HttpResponse:
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
            "changes": not each.gone and may_touch(asker, each),
        }
        for each in found.order_by("left_on", "name")
    ]


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


@staff(*DESK)
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """What was done to which account, the newest first."""
    found = Done.objects.select_related("by", "about")[:SHOWN]
    lines = [(done, chosen(*DID[What(done.what)])) for done in found]
    return render(request, "accounts/log.html", {"lines": lines})
