"""What may happen to a request on its way: doubt, more time, money, a complaint, others."""

from django.contrib import messages
from django.http import Http404, HttpRequest

from nakomen.desk.cases.page import OPEN, Wrong, step
from nakomen.desk.cases.step_forms import (
    Answered,
    Charge,
    Doubt,
    Extension,
    Identified,
    Judgement,
    Settled,
)
from nakomen.desk.dossiers import (
    answering,
    asks,
    clock,
    complaints,
    delivery,
    flow,
)
from nakomen.desk.dossiers.models import (
    Case,
    Judged,
    Longer,
    Shown,
    State,
)
from nakomen.desk.kit.words import chosen


@step(*OPEN)
def identify(request: HttpRequest, case: Case) -> None:
    """Who she is was seen meanwhile, so that an answer may go elsewhere."""
    form = Identified(request.POST)
    if not form.is_valid():
        raise Wrong(identified=form)
    delivery.identify(case, Shown(form.cleaned_data["how"]), request.user)


@step(*flow.UNTOUCHED)
def doubt(request: HttpRequest, case: Case) -> None:
    """Ask her for more; the clock waits."""
    form = Doubt(request.POST)
    if not form.is_valid():
        raise Wrong(doubting=form)
    clock.doubt(case, form.cleaned_data["doubt"], request.user)


@step(*OPEN)
def settle(request: HttpRequest, case: Case) -> None:
    """Her answer came; the clock goes on."""
    form = Settled(request.POST)
    if not form.is_valid():
        raise Wrong(settling=form)
    clock.settle(case, form.cleaned_data["settled_on"], request.user)


@step(*OPEN)
def extend(request: HttpRequest, case: Case) -> None:
    """Two months more, told to her in time."""
    form = Extension(request.POST)
    if not form.is_valid():
        raise Wrong(extension=form)
    given = form.cleaned_data
    clock.extend(case, Longer(given["extended_for"]), given["extended_because"], request.user)


@step(*flow.UNTOUCHED)
def charge(request: HttpRequest, case: Case) -> None:
    """Money, on a ground of the law."""
    form = Charge(request.POST)
    if not form.is_valid():
        raise Wrong(charge=form)
    given = form.cleaned_data
    cents = int(given["amount"] * 100)
    answering.charge(case, cents, given["ground"], given["because"], request.user)


@step(State.ASKED, State.PROVEN)
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


@step(State.CARRIED_OUT, State.WAITS, State.ANSWERED)
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


@step(State.WAITS)
def close(request: HttpRequest, case: Case) -> None:
    """All is done, also by others."""
    asks.close(case, request.user)
