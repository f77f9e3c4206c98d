"""One request as a page, and the buttons on it: each does its work, and shows the page again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.roles import DESK
from nakomen.desk.cases import told
from nakomen.desk.cases.forms import Label, Planning, Refusal
from nakomen.desk.cases.step_forms import (
    Charge,
    Doubt,
    Extension,
    Handing,
    Identified,
    Judgement,
    Settled,
)
from nakomen.desk.dossiers import (
    answering,
    asks,
    deadlines,
    delivery,
    flow,
    proving,
)
from nakomen.desk.dossiers.handling import handling
from nakomen.desk.dossiers.models import (
    REPLIED,
    Case,
    Channel,
    Sending,
    Shown,
    State,
)
from nakomen.desk.dossiers.rights import Right, asked
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.acts import acts
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.words import chosen, lang

OPEN = (State.ASKED, State.PROVEN, State.PLANNED, State.BEGUN, State.CARRIED_OUT)
"""She has no answer yet."""


def row(case: Case, today: Any) -> dict[str, Any]:
    """What the list and the page both say of a case."""
    return {
        "case": case,
        "right": asked(case.right).short.in_(lang()),
        "clock": told.Clock.of(case, today),
        "state": chosen(*told.state_of(case)),
    }


def page(request: HttpRequest, case: Case, **more: Any) -> HttpResponse:
    """The case as it is now; *more* takes the place of what is shown else, such as a wrong form."""
    shown = row(case, timezone.localdate()) | {
        "events": [(e, chosen(*told.EVENTS[e.what])) for e in case.events.select_related("by")],
        "letters": [(m, chosen(*told.SENDING[Sending(m.state)])) for m in case.letters.all()],
        "channel": chosen(*told.CHANNELS[Channel(case.channel)]),
        "planning": Planning(Right(case.right)) if case.right and not case.complaint else None,
        "label": Label(initial={"right": case.right}) if flow.may_label(case) else None,
        **_forms(case),
        "mail": proving.possible(),
        **_plan(case),
    }
    shown |= more
    forms = (value for value in shown.values() if isinstance(value, Form))
    wrong = any(form.errors for form in forms) or shown.get("trouble")
    return render(request, "cases/case.html", shown, status=422 if wrong else 200)


def _forms(case: Case) -> dict[str, Any]:
    """What a colleague can still do about the clock, the address, the price and the end."""
    today = timezone.localdate()
    untouched = case.state in flow.UNTOUCHED
    why_not = None if case.answered or case.complaint else delivery.why_not(case)
    return {
        "refusal": None if case.complaint else Refusal(answering.request_of(case)),
        "doubting": Doubt() if untouched and not (case.complaint or case.doubted_on) else None,
        "settling": Settled() if case.doubted_on and not case.settled_on else None,
        "extension": Extension() if deadlines.may_extend(case, today) else None,
        "identified": None if case.answered or case.complaint else Identified(),
        "charge": Charge() if untouched and not (case.complaint or handling().free) else None,
        "judgement": Judgement() if case.complaint and not case.answered else None,
        "handing": Handing() if by_hand(case) and answering.copy_of(case) else None,
        "elsewhere": not handling().never_elsewhere,
        "why_not": why_not.in_(lang()) if why_not and case.known is not None else "",
        "how": chosen(*told.HOW[Shown(case.identified_how)]) if case.identified_how else "",
    }


def by_hand(case: Case) -> bool:
    """No mail brings her to her copy: she asked on paper or by telephone, or there is no server."""
    return case.channel in (Channel.POST, Channel.PHONE) or not proving.possible()


def _plan(case: Case) -> dict[str, Any]:
    """Its plan in words, and what it asks of a person."""
    if not case.plan and case.state not in LETTER:
        return {"effects": answering.effects(case)}
    with opened() as company:
        letter = answering.letter_of(company, case) if case.state in LETTER else None
        plan = verbs.recall(company, case.plan).plan if case.plan else None
        others = [told.Other.of(ask) for ask in asks.asks_of(company, case)]
    shown = {"letter": letter, "others": others, "effects": answering.effects(case)}
    if plan is None:
        return shown
    return shown | {"plan": plan, "acts": acts(plan), "questions": _questions(plan)}


LETTER = (State.CARRIED_OUT, *REPLIED)


def _questions(plan: Any) -> list[tuple[Any, str]]:
    return [(step, step.because.text.in_(lang())) for step in verbs.questions(plan)]


def step(*states: State) -> Callable[[Callable[..., None]], Any]:
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
                return page(request, found, **wrong.shown)
            except NakomenError as error:
                found.refresh_from_db()
                return page(request, found, trouble=[error.text.in_(lang())])
            return redirect("case", number)

        return staff(*DESK)(require_POST(wraps(work)(view)))

    return made


class Wrong(Exception):
    """What the page shows instead."""

    def __init__(self, **shown: Any) -> None:
        super().__init__()
        self.shown = shown
