"""Her own page: prove who you are, see how far it is, receive the answer."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from nakomen.desk.dossiers import answering, proving
from nakomen.desk.dossiers.deadlines import term_of
from nakomen.desk.dossiers.models import REPLIED, Case
from nakomen.desk.dossiers.rights import asked
from nakomen.desk.kit import papers
from nakomen.desk.kit.access import everybody
from nakomen.desk.kit.words import chosen, lang
from nakomen.desk.portal import session
from nakomen.desk.portal.forms import CodeTyped
from nakomen.desk.support.told import sessions_at


@everybody
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, token: str) -> HttpResponse:
    """Before she proves herself this page says nothing of what she asked."""
    case = get_object_or_404(Case, token=token)
    if session.proves(request, case):
        return render(request, "portal/case.html", _case(case))
    form = CodeTyped(request.POST or None)
    if form.is_valid() and proving.check(case, form.cleaned_data["code"]):
        session.prove(request, case)
        return redirect("follow", token)
    if form.is_valid():
        form.add_error("code", chosen(*WRONG))
    page = {"case": case, "form": form, "sent": case.codes.exists(), "mail": proving.possible()}
    return render(request, "portal/prove.html", page, status=422 if form.errors else 200)


WRONG = (
    "Deze code klopt niet of is verlopen. Vraag een nieuwe.",
    "This code is wrong or has expired. Ask for a new one.",
)


@everybody
@require_POST
def code(request: HttpRequest, token: str) -> HttpResponse:
    """Send a new code; only a button does it, so that a scanner of links sends none."""
    case = get_object_or_404(Case, token=token)
    if proving.possible() and not proving.send(case):
        return render(request, "portal/too-many.html", status=429)
    return redirect("follow", token)


def _case(case: Case) -> dict[str, object]:
    term = term_of(case, timezone.localdate())
    return {
        "case": case,
        "right": asked(case.right).short.in_(lang()),
        "term": term,
        "why": term.why.in_(lang()),
        "effects": () if case.answered else answering.effects(case),
        "letter": answering.letter(case) if case.answered else None,
        "copy": answering.copy_of(case) is not None,
        "until": answering.open_until(case),
        "sessions": sessions_at(case.email),
    }


@everybody
@require_POST
def paper(request: HttpRequest, token: str) -> HttpResponse:
    """The letter as a PDF."""
    case = _hers(request, token)
    return papers.paper(answering.pdf(case), case.reference)


@everybody
@require_POST
def copy(request: HttpRequest, token: str) -> FileResponse:
    """Her copy, behind a button, for a short time."""
    case = _hers(request, token)
    file = answering.copy_of(case)
    if file is None:
        raise Http404
    return papers.copy(file, case.reference)


def _hers(request: HttpRequest, token: str) -> Case:
    """
    Raises:
        Http404: no such case, not proven here, or not answered yet.
    """
    case: Case = get_object_or_404(Case, token=token, state__in=REPLIED)
    if not session.proves(request, case):
        raise Http404
    return case
