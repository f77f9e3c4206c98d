"""The link to the deadlines: made, shown once, taken back; and what it opens."""

from collections.abc import Iterator
from datetime import datetime, time
from itertools import groupby
from operator import itemgetter

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nakomen.desk.accounts import reviewing, training
from nakomen.desk.accounts.roles import DESK
from nakomen.desk.agenda.calendar import Day, calendar
from nakomen.desk.agenda.models import Feed
from nakomen.desk.dossiers.deadlines import term_of
from nakomen.desk.dossiers.models import REPLIED, Case
from nakomen.desk.dossiers.rights import ASKED, Right
from nakomen.desk.kit import links
from nakomen.desk.kit.access import everybody, staff
from nakomen.desk.kit.words import chosen, lang
from nakomen.desk.secret import derived, secret

ICS = "text/calendar; charset=utf-8"


@staff(*DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest) -> HttpResponse:
    """Whether she has a link; a new one stands on the answer to her wish, and nowhere else."""
    shown = ""
    if request.method == "POST":
        token = Feed.renewed(request.user)
        shown = f"{links.link('agenda-feed')}?sleutel={token}"
    page = {"shown": shown, "feed": Feed.objects.filter(colleague=request.user).first()}
    return render(request, "agenda/link.html", page)


@staff(*DESK)
@require_POST
def take_back(request: HttpRequest) -> HttpResponse:
    """Her link opens nothing any more."""
    Feed.objects.filter(colleague=request.user).delete()
    return redirect("agenda")


@everybody
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """
    The deadlines of what waits, for whoever has the secret. Without it, nothing is there.

    It says no more than a reference, a right and a day, and of trainings how many: a calendar is
    read on many screens.
    """
    if not Feed.opened_by(request.GET.get("sleutel", "")):
        raise Http404
    waiting = Case.objects.exclude(state__in=REPLIED).select_related("notice")
    name = chosen("Termijnen", "Deadlines")
    here = derived(secret(settings.STATE), "agenda").hex()[:16]
    days = [*(_day(case, here) for case in waiting), *_trainings(here), _review(here)]
    made = HttpResponse(calendar(name, days), content_type=ICS)
    made["Content-Disposition"] = 'inline; filename="agenda.ics"'
    return made


def _day(case: Case, here: str) -> Day:
    """*here* tells this desk from others in one calendar."""
    what = ASKED[Right(case.right)].short.in_(lang()) if case.right else chosen("brief", "letter")
    term = term_of(case, timezone.localdate())
    still = chosen(" · staat stil", " · stands still") if term.still else ""
    return Day(
        uid=f"{case.reference}@{here}.nakomen",
        on=term.due,
        changed=case.received_at,
        summary=f"{case.reference} · {what}{still}",
        url=links.link("case", case.pk),
    )


def _trainings(here: str) -> Iterator[Day]:
    """A day for each on which somebody must have been trained again."""
    for on, group in groupby(training.deadlines(), key=itemgetter(1)):
        many = len(list(group))
        yield Day(
            uid=f"training-{on.isoformat()}@{here}.nakomen",
            on=on,
            changed=timezone.make_aware(datetime.combine(on, time())),
            summary=chosen("Opleiding privacy: {}", "Privacy training: {}").format(many),
            url=links.link("trainings"),
        )


def _review(here: str) -> Day:
    """By when somebody must go through who may see what."""
    on = reviewing.due(timezone.localdate())
    return Day(
        uid=f"review-{on.isoformat()}@{here}.nakomen",
        on=on,
        changed=timezone.make_aware(datetime.combine(on, time())),
        summary=chosen("Rechten nalopen", "Review of rights"),
        url=links.link("review"),
    )
