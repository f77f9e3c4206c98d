"""The list of requests, and one request: what was asked, what is due, and the next button."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nakomen import NakomenError
from nakomen.desk.accounts.roles import DESK
from nakomen.desk.cases import told
from nakomen.desk.cases.forms import Decision, Label, Planning, Refusal, Taken
from nakomen.desk.cases.page import LETTER, Wrong, by_hand, page, row, step
from nakomen.desk.cases.step_forms import Handing, Identified
from nakomen.desk.dossiers import (
    answering,
    asks,
    deadlines,
    flow,
)
from nakomen.desk.dossiers.models import (
    ENDED,
    Case,
    Channel,
    Letter,
    Sending,
    Shown,
    State,
)
from nakomen.desk.dossiers.rights import Right
from nakomen.desk.kit import papers
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.words import chosen, lang
from nakomen.desk.mailbox.counted import counted

SHOWN = 100
FURTHEST = 100_000


@staff(*DESK)
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """What waits, the nearest deadline first; then what ended."""
    today, turn = timezone.localdate(), _turn(request)
    waiting = deadlines.waiting(today, (turn - 1) * SHOWN, SHOWN)
    many = Case.objects.exclude(state__in=ENDED).count()
    others = Case.objects.filter(state=State.WAITS).exists()
    ended = Case.objects.filter(state__in=ENDED).order_by("-answered_on", "-pk")[:SHOWN]
    page = {
        "waiting": [row(case, today) for case in waiting],
        "sheet": told.Sheet(turn=turn, size=SHOWN, many=many),
        "late": asks.overdue(today) if others else (),
        "ended": [row(case, today) for case in ended],
        "year": told.year(Case.objects.filter(answered_on__year=today.year)),
        "this_year": today.year,
        "mail": counted(),
    }
    return render(request, "cases/list.html", page)


def _turn(request: HttpRequest) -> int:
    """Which page of the list she asks for, the first is 1."""
    asked = request.GET.get("bladzijde", "1")
    return int(asked) if asked.isdecimal() and 0 < int(asked) < FURTHEST else 1


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
    made = flow.receive(channel=channel, at=noon, **given)
    return redirect("case", made.pk)


@staff(*DESK)
@require_safe
def case(request: HttpRequest, number: int) -> HttpResponse:
    """One request."""
    return page(request, get_object_or_404(Case, pk=number))


@step(State.ASKED)
def seen(request: HttpRequest, case: Case) -> None:
    """A colleague saw who she is: in person, or by facts that only she knows."""
    form = Identified(request.POST)
    if not form.is_valid():
        raise Wrong(identified=form)
    flow.see(case, Shown(form.cleaned_data["how"]), request.user)


@step(State.PROVEN, State.PLANNED)
def plan(request: HttpRequest, case: Case) -> None:
    """Make the plan, or make it again while nothing was carried out."""
    if not case.right or case.complaint:
        raise Http404
    form = Planning(Right(case.right), request.POST)
    if not form.is_valid():
        raise Wrong(planning=form)
    given = form.cleaned_data
    try:
        answering.make_plan(
            case, request.user, given.get("set"), given.get("purpose"), given.get("ground")
        )
    except NakomenError as error:
        raise Wrong(planning=form, trouble=[error.text.in_(lang())]) from error


@step(State.ASKED, State.PROVEN)
def label(request: HttpRequest, case: Case) -> None:
    """A colleague read which right she means."""
    if not flow.may_label(case):
        raise Http404
    form = Label(request.POST)
    if not form.is_valid():
        raise Wrong(label=form)
    flow.label(case, form.cleaned_data["right"], request.user)


@step(State.PLANNED)
def decide(request: HttpRequest, case: Case, step: str) -> None:
    """Answer a question of the plan; another plan follows from it."""
    form = Decision(request.POST)
    if not form.is_valid():
        raise Wrong(trouble=[told for errors in form.errors.values() for told in errors])
    yes = form.cleaned_data["yes"] == "yes"
    answering.decide(case, step, yes, form.cleaned_data["because"], request.user)


@step(State.PLANNED, State.BEGUN)
def carry_out(request: HttpRequest, case: Case) -> None:
    """Say yes to the plan that was shown, and carry it out."""
    if request.POST.get("plan") != case.plan:
        raise flow.Overtaken  # She read another plan than the one that is there now.
    if waits := answering.carry_out(case, request.user):
        raise Wrong(trouble=[why.in_(lang()) for why in waits])


@step(State.CARRIED_OUT)
def answer(request: HttpRequest, case: Case) -> None:
    """The answer is ready for her."""
    answering.send(case, request.user)
    messages.success(request, chosen("Het antwoord staat klaar.", "The answer is ready."))


@step(*flow.UNTOUCHED)
def refuse(request: HttpRequest, case: Case) -> None:
    """Nothing is done, and she reads why."""
    form = Refusal(answering.request_of(case), request.POST)
    if case.complaint:
        raise Http404
    if not form.is_valid():
        raise Wrong(refusal=form)
    flow.refuse(case, form.cleaned_data["ground"], form.cleaned_data["because"], request.user)


@staff(*DESK)
@require_POST
def paper(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001
    """The letter as a PDF, to print and to post."""
    found = get_object_or_404(Case, pk=number, state__in=LETTER)
    return papers.paper(answering.pdf(found), found.reference)


@staff(*DESK)
@require_POST
def hand_over(request: HttpRequest, number: int) -> HttpResponse:
    """Her copy, for whom no mail reaches: a colleague gives or sends it, and that is noted."""
    found = get_object_or_404(Case, pk=number)
    file, form = answering.copy_of(found), Handing(request.POST)
    if file is None or not by_hand(found):
        raise Http404
    if not form.is_valid():
        return page(request, found, handing=form)
    flow.note(found, form.cleaned_data["how"], request.user)
    return papers.copy(file, found.reference)


@staff(*DESK)
@require_POST
def send_again(request: HttpRequest, number: int, letter: int) -> HttpResponse:
    """A letter that may not have left goes once more, because a person says so."""
    found = get_object_or_404(Letter, pk=letter, case_id=number, fleeting=False)
    unsure = Letter.objects.filter(pk=letter, state__in=(Sending.LEAVING, Sending.FAILED))
    if unsure.update(state=Sending.WAITING, again_at=None):
        flow.note(found.case, "sent_again", request.user)
    return redirect("case", number)
