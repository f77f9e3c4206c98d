"""One sentence: its verdict over time with the evidence, and the ways out when it is broken."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nakomen import verbs
from nakomen.desk.accounts.roles import ANY, DESK
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.words import chosen, lang, lazily
from nakomen.desk.promises.mending import MENDING
from nakomen.desk.promises.models import Count, Explained, Mended, Step, Turn
from nakomen.desk.promises.wall import WORDS, margin_of
from nakomen.terms import Lang, Period
from nakomen.terms.period import PeriodError

TURNS = 60
YEAR = timedelta(days=366)
SOONEST = timedelta(days=40)
"""What the form proposes: time to write to everybody, and a month's notice."""


class Explaining(forms.Form):
    """Why it is so, and until when that may be said."""

    words = forms.CharField(
        label=lazily("Waarom is het zo?", "Why is it so?"),
        help_text=lazily(
            "Schrijf geen namen op. Uw eigen naam komt erbij te staan.",
            "Write no names. Your own name stands with it.",
        ),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": lazily("Schrijf op waarom.", "Write down why.")},
    )
    until = forms.DateField(
        label=lazily("Tot en met welke dag?", "Until which day?"),
        help_text=lazily("Daarna verdwijnt de uitleg.", "After it the explanation goes."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": lazily("Kies een dag.", "Choose a day.")},
    )

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if not timezone.localdate() <= until <= timezone.localdate() + YEAR:
            told = chosen("Kies een dag binnen een jaar.", "Choose a day within a year.")
            raise forms.ValidationError(told)
        return until


class Rewording(forms.Form):
    """The sentence as it is to be, and from when."""

    says = forms.CharField(
        label=lazily("De nieuwe zin", "The new sentence"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": lazily("Schrijf de zin op.", "Write the sentence.")},
    )
    term = forms.CharField(
        label=lazily("De nieuwe termijn", "The new term"),
        help_text=lazily(
            "Een getal en een eenheid, zoals 6 maanden.", "A number and a unit, such as 6 months."
        ),
        max_length=20,
        error_messages={"required": lazily("Vul de termijn in.", "Fill in the term.")},
    )
    effective = forms.DateField(
        label=lazily("Vanaf welke dag geldt dit?", "From which day does it hold?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": lazily("Kies een dag.", "Choose a day.")},
    )

    def __init__(self, term: Period | None, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if term is None:
            del self.fields["term"]
        else:
            self.fields["term"].initial = term.tell(lang())
        self.fields["effective"].initial = timezone.localdate() + SOONEST

    def clean_term(self) -> str:
        try:
            return Period.parse(self.cleaned_data["term"]).iso
        except PeriodError:
            told = chosen("Schrijf bijvoorbeeld: 6 maanden.", "Write for instance: 6 months.")
            raise forms.ValidationError(told) from None

    def clean_effective(self) -> date:
        day: date = self.cleaned_data["effective"]
        if day <= timezone.localdate():
            told = chosen("Kies een dag na vandaag.", "Choose a day after today.")
            raise forms.ValidationError(told)
        return day


def explained(promises: set[str] | None = None) -> dict[str, Explained]:
    """The explanations that hold today, the last of each promise."""
    found = Explained.objects.filter(until__gte=timezone.localdate()).select_related("by")
    if promises is not None:
        found = found.filter(promise__in=promises)
    return {one.promise: one for one in reversed(found)}


@staff(*ANY)
@require_safe
def sentence(request: HttpRequest, promise: str) -> HttpResponse:
    """Everything about one sentence."""
    return _page(request, promise)


def _page(request: HttpRequest, promise: str, **more: Any) -> HttpResponse:
    margin = _margin(promise)
    turns = Turn.objects.filter(promise=promise)[:TURNS]
    page: dict[str, Any] = {
        "margin": margin,
        "turns": [(turn, WORDS[turn.ruling]) for turn in turns],
        "notes": [(n, n.until >= timezone.localdate()) for n in _notes(promise)],
        "mendings": Mended.objects.filter(promise=promise)[:10],
        "may": request.user.role in DESK,
        "explaining": Explaining(),
        "asked_as": uuid4(),
        **more,
    }
    page["turns"] = [(turn, mark, chosen(nl, en)) for turn, (mark, nl, en) in page["turns"]]
    form = page.get("explaining")
    wrong = bool(form and form.errors)
    return render(request, "promises/sentence.html", page, status=422 if wrong else 200)


def _notes(promise: str) -> Any:
    return Explained.objects.filter(promise=promise).select_related("by")[:10]


def _margin(promise: str) -> Any:
    count = Count.objects.filter(shown__isnull=False).first()
    found = count and margin_of(count.shown, promise, lang())
    if not found:
        raise Http404
    return found


@staff(*DESK)
@require_POST
def explain(request: HttpRequest, promise: str) -> HttpResponse:
    """An explanation with her name beside the verdict, which stays what it is."""
    _margin(promise)
    form = Explaining(request.POST)
    if not form.is_valid():
        return _page(request, promise, explaining=form)
    Explained.objects.create(promise=promise, by=request.user, **form.cleaned_data)
    return redirect("sentence", promise)


@staff(*DESK)
@require_http_methods(["GET", "HEAD", "POST"])
def reword(request: HttpRequest, promise: str) -> HttpResponse:
    """The sentence in other words; first is seen what that brings."""
    _margin(promise)
    with opened() as company:
        known = next((p for p in company.policy.promises if p.id == promise), None)
        if known is None or not known.says:
            raise Http404
        term = verbs.term_of(company, promise)
    form = Rewording(term, request.POST or None, initial={"says": known.says})
    if form.is_valid():
        made = Mended.objects.create(
            promise=promise, asked_by=request.user, day=timezone.localdate(), **form.cleaned_data
        )
        MENDING.ask()
        return redirect("mended", made.pk)
    page = {"form": form, "promise": promise, "says": known.says}
    return render(request, "promises/reword.html", page, status=422 if form.errors else 200)


@staff(*DESK)
@require_safe
def mended(request: HttpRequest, number: int) -> HttpResponse:
    """What the other words bring, and after a yes how far it is."""
    return _mended(request, get_object_or_404(Mended, pk=number))


def _mended(request: HttpRequest, one: Mended, trouble: str = "") -> HttpResponse:
    shown = one.shown or {}
    page = {
        "one": one,
        "busy": one.step in (Step.LOOKING, Step.AGREED),
        "error": one.error.get(lang().value, ""),
        "trouble": trouble,
        "before": _ruling(shown.get("before")),
        "after": _ruling(shown.get("after")),
        "late": [la for la in shown.get("lacks", ()) if la["latest"] < _today()],
        **{name: _told(shown, name) for name in ("changes", "come", "gone", "lacks")},
    }
    return render(request, "promises/mended.html", page, status=409 if trouble else 200)


def _today() -> str:
    return str(timezone.localdate().isoformat())


def _ruling(told: dict[str, Any] | None) -> dict[str, Any] | None:
    if told is None:
        return None
    mark, nl, en = WORDS[told["ruling"]]
    return {"mark": mark, "word": chosen(nl, en), **told}


def _told(shown: dict[str, Any], name: str) -> list[dict[str, Any]]:
    key = "en" if lang() is Lang.EN else "nl"
    return [{**one, "words": one[key]} for one in shown.get(name, ())]


@staff(*DESK)
@require_POST
def agree(request: HttpRequest, number: int) -> HttpResponse:
    """She read what it brings, and puts her name to it."""
    one = get_object_or_404(Mended, pk=number)
    read = request.POST.get("read") == "on" and request.POST.get("digest") == one.digest
    if not read:
        return _mended(request, one, chosen(*_UNREAD))
    if any(la["latest"] < _today() for la in (one.shown or {}).get("lacks", ())):
        return _mended(request, one, chosen(*_LATE))
    seen = Mended.objects.filter(pk=one.pk, step=Step.SEEN, digest=one.digest)
    seen.update(step=Step.AGREED, agreed_by=request.user)
    MENDING.ask()
    return redirect("mended", number)


_UNREAD = (
    "Lees eerst wat dit brengt, en zet het vinkje.",
    "First read what this brings, and tick the box.",
)
_LATE = (
    "Het bericht kan niet meer op tijd. Begin opnieuw met een latere dag.",
    "The notice cannot be in time any more. Begin again with a later day.",
)
