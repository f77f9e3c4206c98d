"""The list of requests, and one request: what was asked, what is due, and the one next button."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.roles import DESK
from nakomen.desk.cases import told
from nakomen.desk.cases.forms import (
    Answered,
    Charge,
    Decision,
    Doubt,
    Extension,
    Identified,
    Judgement,
    Label,
    Planning,
    Refusal,
    Settled,
    Taken,
)
from nakomen.desk.dossiers import (
    answering,
    asks,
    clock,
    complaints,
    deadlines,
    delivery,
    flow,
    proving,
)
from nakomen.desk.dossiers.handling import handling
from nakomen.desk.dossiers.models import (
    ENDED,
    REPLIED,
    Case,
    Channel,
    Judged,
    Letter,
    Longer,
    Sending,
    Shown,
    State,
)
from nakomen.desk.dossiers.rights import Right, asked
from nakomen.desk.kit import papers
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.acts import acts
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.words import chosen, lang
from nakomen.desk.mailbox.counted import counted

SHOWN = 200
OPEN = (State.ASKED, State.PROVEN, State.PLANNED, State.BEGUN, State.CARRIED_OUT)
"""She has no answer yet."""


@staff(*DESK)
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """What waits, the nearest deadline first; then what ended."""
    today = timezone.localdate()
    open_cases = Case.objects.exclude(state__in=ENDED).select_related("notice")
    waiting = sorted((_row(case, today) for case in open_cases), key=_first)
    ended = Case.objects.filter(state__in=ENDED).order_by("-answered_on", "-pk")[:SHOWN]
    page = {
        "waiting": waiting,
        "ended": [_row(case, today) for case in ended],
        "year": told.year(today, Case.objects.filter(answered_on__year=today.year)),
        "this_year": today.year,
        "mail": counted(),
    }
    return render(request, "cases/list.html", page)


def _first(row: dict[str, Any]) -> tuple[bool, Any, int]:
    """What still must be answered by the nearest day; then what only waits for others."""
    return row["case"].answered, row["clock"].due, row["case"].pk


def _row(case: Case, today: Any) -> dict[str, Any]:
    return {
        "case": case,
        "right": asked(case.right).short.in_(lang()),
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
    made = flow.receive(channel=channel, at=noon, **given)
    return redirect("case", made.pk)


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
        "planning": Planning(Right(case.right)) if case.right and not case.complaint else None,
        "label": Label(initial={"right": case.right}) if flow.may_label(case) else None,
        **_forms(case),
        "mail": proving.possible(),
        **_plan(case),
    }
    page |= more
    shown = (value for value in page.values() if isinstance(value, Form))
    wrong = any(form.errors for form in shown) or page.get("trouble")
    return render(request, "cases/case.html", page, status=422 if wrong else 200)


def _forms(case: Case) -> dict[str, Any]:
    """What a colleague can still do about the clock, the address, the price and the end."""
    today = timezone.localdate()
    untouched = case.state in flow.UNTOUCHED
    why_not = None if case.answered else delivery.why_not(case)
    return {
        "refusal": None if case.complaint else Refusal(answering.request_of(case)),
        "doubting": Doubt() if untouched and not (case.complaint or case.doubted_on) else None,
        "settling": Settled() if case.doubted_on and not case.settled_on else None,
        "extension": Extension() if deadlines.may_extend(case, today) else None,
        "identified": None if case.answered or case.complaint else Identified(),
        "charge": Charge() if untouched and not (case.complaint or handling().free) else None,
        "judgement": Judgement() if case.complaint and not case.answered else None,
        "why_not": why_not.in_(lang()) if why_not and case.known is not None else "",
        "how": chosen(*told.HOW[Shown(case.identified_how)]) if case.identified_how else "",
    }


def _plan(case: Case) -> dict[str, Any]:
    """Its plan in words, and what it asks of a person."""
    if not case.plan and case.state not in _TOLD:
        return {"effects": answering.effects(case)}
    with opened() as company:
        letter = answering.letter_of(company, case) if case.state in _TOLD else None
        plan = verbs.recall(company, case.plan).plan if case.plan else None
        others = [told.Other.of(ask) for ask in asks.asks_of(company, case)]
    shown = {"letter": letter, "others": others, "effects": answering.effects(case)}
    if plan is None:
        return shown
    return shown | {"plan": plan, "acts": acts(plan), "questions": _asked(plan)}


_TOLD = (State.CARRIED_OUT, *REPLIED)


def _asked(plan: Any) -> list[tuple[Any, str]]:
    return [(step, step.because.text.in_(lang())) for step in verbs.questions(plan)]


def _step(*states: State) -> Callable[[Callable[..., None]], Any]:
    """
    A button on a case: does its work when the case is in one of *states*, and shows the case.

    What could not be done is told there; also that a colleague was just before.
    """

    def made(work: Callable[..., None]) -> Any:
        def view(request: HttpRequest, number: int, **more: Any) -> HttpResponse:
            found = get_object_or_404(Case, pk=number)
            try:
                if found.state not in states:
                    raise flow.Overtaken
                work(request, found, **more)
            except Wrong as wrong:
                return _page(request, found, **wrong.shown)
            except NakomenError as error:
                found.refresh_from_db()
                return _page(request, found, trouble=[error.text.in_(lang())])
            return redirect("case", number)

        return staff(*DESK)(require_POST(wraps(work)(view)))

    return made


class Wrong(Exception):
    """What the page shows instead."""

    def __init__(self, **shown: Any) -> None:
        super().__init__()
        self.shown = shown


@_step(State.ASKED)
def seen(request: HttpRequest, case: Case) -> None:
    """A colleague saw who she is: in person, or by facts that only she knows."""
    form = Identified(request.POST)
    if not form.is_valid():
        raise Wrong(identified=form)
    flow.see(case, Shown(form.cleaned_data["how"]), request.user)


@_step(*OPEN)
def identify(request: HttpRequest, case: Case) -> None:
    """Who she is was seen meanwhile, so that an answer may go elsewhere."""
    form = Identified(request.POST)
    if not form.is_valid():
        raise Wrong(identified=form)
    delivery.identify(case, Shown(form.cleaned_data["how"]), request.user)


@_step(*flow.UNTOUCHED)
def doubt(request: HttpRequest, case: Case) -> None:
    """Ask her for more; the clock waits."""
    form = Doubt(request.POST)
    if not form.is_valid():
        raise Wrong(doubting=form)
    clock.doubt(case, form.cleaned_data["doubt"], request.user)


@_step(*OPEN)
def settle(request: HttpRequest, case: Case) -> None:
    """Her answer came; the clock goes on."""
    form = Settled(request.POST)
    if not form.is_valid():
        raise Wrong(settling=form)
    clock.settle(case, form.cleaned_data["settled_on"], request.user)


@_step(*OPEN)
def extend(request: HttpRequest, case: Case) -> None:
    """Two months more, told to her in time."""
    form = Extension(request.POST)
    if not form.is_valid():
        raise Wrong(extension=form)
    given = form.cleaned_data
    clock.extend(case, Longer(given["extended_for"]), given["extended_because"], request.user)


@_step(*flow.UNTOUCHED)
def charge(request: HttpRequest, case: Case) -> None:
    """Money, on a ground of the law."""
    form = Charge(request.POST)
    if not form.is_valid():
        raise Wrong(charge=form)
    given = form.cleaned_data
    cents = int(given["amount"] * 100)
    answering.charge(case, cents, given["ground"], given["because"], request.user)


@_step(State.ASKED, State.PROVEN)
def judge(request: HttpRequest, case: Case) -> None:
    """The answer to a complaint."""
    if not case.complaint:
        raise Http404
    form = Judgement(request.POST)
    if not form.is_valid():
        raise Wrong(judgement=form)
    given = form.cleaned_data
    complaints.answer(case, Judged(given["judged"]), given["outcome"], request.user)
    messages.success(request, chosen("Het antwoord staat klaar.", "The answer is ready."))


@_step(State.CARRIED_OUT, State.WAITS, State.ANSWERED)
def other(request: HttpRequest, case: Case) -> None:
    """What a processor or receiver said, with its proof or its ground."""
    form = Answered(request.POST)
    if not form.is_valid():
        raise Wrong(trouble=[told for errors in form.errors.values() for told in errors])
    name, state, said = (form.cleaned_data[field] for field in ("ask", "state", "said"))
    if state != "sent" and not said.strip():
        missing = ("Noteer wat u kreeg, of de grond.", "Note what you received, or the ground.")
        raise Wrong(trouble=[chosen(*missing)])
    proof = said.encode() if state == "done" else None
    asks.answer(case, name, state, request.user, proof, said if state == "refused" else None)


@_step(State.WAITS)
def close(request: HttpRequest, case: Case) -> None:
    """All is done, also by others."""
    asks.close(case, request.user)


@_step(State.PROVEN, State.PLANNED)
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


@_step(State.ASKED, State.PROVEN)
def label(request: HttpRequest, case: Case) -> None:
    """A colleague read which right she means."""
    if not flow.may_label(case):
        raise Http404
    form = Label(request.POST)
    if not form.is_valid():
        raise Wrong(label=form)
    flow.label(case, form.cleaned_data["right"], request.user)


@_step(State.PLANNED)
def decide(request: HttpRequest, case: Case, step: str) -> None:
    """Answer a question of the plan; another plan follows from it."""
    form = Decision(request.POST)
    if not form.is_valid():
        raise Wrong(trouble=[told for errors in form.errors.values() for told in errors])
    yes = form.cleaned_data["yes"] == "yes"
    answering.decide(case, step, yes, form.cleaned_data["because"], request.user)


@_step(State.PLANNED, State.BEGUN)
def carry_out(request: HttpRequest, case: Case) -> None:
    """Say yes to the plan that was shown, and carry it out."""
    if request.POST.get("plan") != case.plan:
        raise flow.Overtaken  # She read another plan than the one that is there now.
    if waits := answering.carry_out(case, request.user):
        raise Wrong(trouble=[why.in_(lang()) for why in waits])


@_step(State.CARRIED_OUT)
def answer(request: HttpRequest, case: Case) -> None:
    """The answer is ready for her."""
    answering.send(case, request.user)
    messages.success(request, chosen("Het antwoord staat klaar.", "The answer is ready."))


@_step(*flow.UNTOUCHED)
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
    found = get_object_or_404(Case, pk=number, state__in=_TOLD)
    return papers.paper(answering.pdf(found), found.reference)


@staff(*DESK)
@require_POST
def send_again(request: HttpRequest, number: int, letter: int) -> HttpResponse:
    """A letter that may not have left goes once more, because a person says so."""
    found = get_object_or_404(Letter, pk=letter, case_id=number, fleeting=False)
    unsure = Letter.objects.filter(pk=letter, state__in=(Sending.LEAVING, Sending.FAILED))
    if unsure.update(state=Sending.WAITING, again_at=None):
        flow.note(found.case, "sent_again", request.user)
    return redirect("case", number)
