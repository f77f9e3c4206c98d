"""The list of requests, and one request: what was asked, what is due, and the one next button."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nakomen import Company, NakomenError, verbs
from nakomen.desk.accounts.roles import DESK
from nakomen.desk.cases import told
from nakomen.desk.cases.forms import Planning, Refusal, Taken
from nakomen.desk.dossiers import answering, flow, proving
from nakomen.desk.dossiers.models import ENDED, Case, Channel, Letter, Sending, State
from nakomen.desk.dossiers.rights import ASKED, Right
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.acts import acts
from nakomen.desk.kit.words import chosen, lang

SHOWN = 200


@staff(*DESK)
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """What waits, the nearest deadline first; then what ended."""
    today = timezone.localdate()
    waiting = [_row(case, today) for case in Case.objects.exclude(state__in=ENDED)]
    ended = Case.objects.filter(state__in=ENDED).order_by("-ended_on", "-pk")[:SHOWN]
    page = {
        "waiting": waiting,
        "ended": [_row(case, today) for case in ended],
        "year": told.year(today, Case.objects.filter(ended_on__year=today.year)),
        "this_year": today.year,
    }
    return render(request, "cases/list.html", page)


def _row(case: Case, today: Any) -> dict[str, Any]:
    asked = ASKED[Right(case.right)]
    return {
        "case": case,
        "right": chosen(asked.short.nl, asked.short.en),
        "clock": told.Clock.of(case, today),
        "state": chosen(*told.STATES[State(case.state)]),
    }


@staff(*DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def take_down(request: HttpRequest) -> HttpResponse:
    """A request that did not come through the portal."""
    form = Taken(request.POST or None)
    if not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "cases/new.html", {"form": form}, status=status)
    given = dict(form.cleaned_data)
    on, channel = given.pop("received_on"), Channel(given.pop("channel"))
    noon = timezone.make_aware(timezone.datetime(on.year, on.month, on.day, 12))
    case = flow.receive(channel=channel, at=noon, **given)
    return redirect("case", case.pk)


@staff(*DESK)
@require_safe
def case(request: HttpRequest, number: int) -> HttpResponse:
    """One request."""
    return _page(request, get_object_or_404(Case, pk=number))


def _page(request: HttpRequest, case: Case, **more: Any) -> HttpResponse:
    page = _row(case, timezone.localdate()) | {
        "events": [(e, chosen(*told.EVENTS[e.what])) for e in case.events.select_related("by")],
        "letters": [(m, chosen(*told.SENDING[Sending(m.state)])) for m in case.letters.all()],
        "channel": chosen(*told.CHANNELS[Channel(case.channel)]),
        "planning": Planning(Right(case.right)),
        "refusal": Refusal(),
        "mail": proving.possible(),
        **_plan(case),
    }
    page |= more
    wrong = page["planning"].errors or page["refusal"].errors or page.get("trouble")
    return render(request, "cases/case.html", page, status=422 if wrong else 200)


def _plan(case: Case) -> dict[str, Any]:
    """Its plan in words, and what it asks of a person."""
    if not case.plan:
        return {}
    with Company.open(settings.FOLDER) as company:
        plan = verbs.recall(company, case.plan).plan
        letter = answering.letter(case) if case.state in _TOLD else None
    return {"plan": plan, "acts": acts(plan), "questions": _asked(plan), "letter": letter}


_TOLD = (State.CARRIED_OUT, State.ANSWERED)


def _asked(plan: Any) -> list[tuple[Any, str]]:
    return [(step, step.because.text.in_(lang())) for step in verbs.questions(plan)]


def _open(number: int, *states: State) -> Case:
    """
    Raises:
        Http404: no such case, or it is somewhere else by now.
    """
    found: Case = get_object_or_404(Case, pk=number)
    if found.state not in states:
        raise Http404
    return found


@staff(*DESK)
@require_POST
def seen(request: HttpRequest, number: int) -> HttpResponse:
    """A colleague saw who she is: in person, or by facts that only she knows."""
    found = _open(number, State.ASKED)
    flow.note(found, "seen", request.user)
    flow.prove(found)
    return redirect("case", number)


@staff(*DESK)
@require_POST
def plan(request: HttpRequest, number: int) -> HttpResponse:
    """Make the plan, or make it again while nothing was carried out."""
    found = _open(number, State.PROVEN, State.PLANNED)
    form = Planning(Right(found.right), request.POST)
    if not form.is_valid():
        return _page(request, found, planning=form)
    given = form.cleaned_data
    try:
        answering.make_plan(
            found, request.user, given.get("set"), given.get("purpose"), given.get("ground")
        )
    except NakomenError as error:
        return _page(request, found, planning=form, trouble=[error.text.in_(lang())])
    return redirect("case", number)


@staff(*DESK)
@require_POST
def decide(request: HttpRequest, number: int, step: str) -> HttpResponse:
    """Answer a question of the plan; another plan follows from it."""
    found = _open(number, State.PLANNED)
    because = request.POST.get("because", "").strip()
    try:
        answering.decide(found, step, request.POST.get("yes") == "yes", because, request.user)
    except NakomenError as error:
        return _page(request, found, trouble=[error.text.in_(lang())])
    return redirect("case", number)


@staff(*DESK)
@require_POST
def carry_out(request: HttpRequest, number: int) -> HttpResponse:
    """Say yes to the plan that was shown, and carry it out."""
    found = _open(number, State.PLANNED)
    if request.POST.get("plan") != found.plan:
        return redirect("case", number)  # She read another plan than the one that is there now.
    try:
        waits = answering.carry_out(found, request.user)
    except NakomenError as error:
        return _page(request, found, trouble=[error.text.in_(lang())])
    if waits:
        return _page(request, found, trouble=[why.in_(lang()) for why in waits])
    return redirect("case", number)


@staff(*DESK)
@require_POST
def answer(request: HttpRequest, number: int) -> HttpResponse:
    """The answer is ready for her."""
    answering.send(_open(number, State.CARRIED_OUT), request.user)
    messages.success(request, chosen("Het antwoord staat klaar.", "The answer is ready."))
    return redirect("case", number)


@staff(*DESK)
@require_POST
def refuse(request: HttpRequest, number: int) -> HttpResponse:
    """Nothing is done, and she reads why."""
    found = _open(number, State.ASKED, State.PROVEN, State.PLANNED)
    form = Refusal(request.POST)
    if not form.is_valid():
        return _page(request, found, refusal=form)
    flow.refuse(found, form.cleaned_data["because"], request.user)
    return redirect("case", number)


@staff(*DESK)
@require_POST
def paper(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001
    """The letter as a PDF, to print and to post."""
    found = _open(number, *_TOLD)
    made = HttpResponse(answering.pdf(found), content_type="application/pdf")
    made["Content-Disposition"] = f'attachment; filename="{found.reference}.pdf"'
    made["Cache-Control"] = "no-store"
    return made


@staff(*DESK)
@require_POST
def send_again(request: HttpRequest, number: int, letter: int) -> HttpResponse:
    """A letter that may not have left goes once more, because a person says so."""
    found = get_object_or_404(Letter, pk=letter, case_id=number, fleeting=False)
    if found.state in (Sending.LEAVING, Sending.FAILED):
        Letter.objects.filter(pk=letter).update(state=Sending.WAITING)
        flow.note(found.case, "sent_again", request.user)
    return redirect("case", number)
