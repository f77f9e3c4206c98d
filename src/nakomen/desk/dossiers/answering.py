"""From plan to answer: made, carried out, told; and her copy, for a short time."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.dossiers import asks, deadlines, delivery, forgetting, letters
from nakomen.desk.dossiers.flow import NAMED, UNTOUCHED, Overtaken, move, note
from nakomen.desk.dossiers.handling import handling
from nakomen.desk.dossiers.models import Case, State
from nakomen.desk.dossiers.rights import Right
from nakomen.desk.kit.company import opened
from nakomen.terms import Lang, Text

if TYPE_CHECKING:
    from nakomen import Company, Document, OwnPart, Plan, Request

COPIED = (Right.ACCESS, Right.PORT)


def make_plan(
    case: Case,
    by: Colleague,
    settings_given: list[tuple[str, str]] | None = None,
    purpose: str | None = None,
    ground: str | None = None,
) -> Plan:
    """
    What her request would do; nothing changes in any system.

    Raises:
        NakomenError: why there is no plan, or a colleague was just before.
    """
    from nakomen import Ground, Request

    with opened() as company:
        planned = verbs.plan(
            company,
            Request(case.right),
            [("email", case.email)],
            timezone.localdate(),
            settings=settings_given or (),
            purpose=purpose or None,
            ground=Ground(ground) if ground else None,
        )
    with transaction.atomic():
        move(case, State.PLANNED, State.PROVEN, State.PLANNED, by=by, plan=planned.plan.id)
        note(case, "planned", by)
    return planned.plan


def decide(case: Case, step: str, yes: bool, because: str, by: Colleague) -> None:
    """
    Answer a question of the plan; the plan that follows takes its place.

    Raises:
        NakomenError: nothing was noted.
    """
    with opened() as company:
        plan = verbs.recall(company, case.plan).plan
        next_plan = verbs.decide_step(
            company, plan, step, yes, because, by.email, timezone.localdate()
        )
    with transaction.atomic():
        move(case, State.PLANNED, State.PLANNED, by=by, plan=next_plan.id)
        note(case, "decided", by)


def carry_out(case: Case, by: Colleague) -> list[Text]:
    """
    Carry the plan out as far as may be; begun before, it goes on where it stopped. From the first
    act on there is no other way than to go on.

    Returns:
        Why it waits or what failed; empty when all is done and was counted again.

    Raises:
        NakomenError: nothing was touched, or the plan is not good any more.
    """
    from nakomen import PlanDone, StepOutcome

    today = timezone.localdate()
    with opened() as company:
        plan = verbs.recall(company, case.plan).plan
        if case.state == State.PLANNED and (waits := verbs.approve(company, plan, by.email, today)):
            note(case, "agreed", by)
            return waits
        move(case, State.BEGUN, State.PLANNED, State.BEGUN, by=by)
        try:
            events = list(verbs.apply(company, plan, today, _place(case), _own(company, case)))
        except NakomenError as error:
            # Who must wait for another run cannot tell how far that one is.
            if not error.retry and verbs.recall(company, case.plan).state == "planned":
                move(case, State.PLANNED, State.BEGUN, by=by)
            raise
    failed = [e.why for e in events if isinstance(e, StepOutcome) and e.why]
    if not any(isinstance(e, PlanDone) and e.state == "done" for e in events):
        return failed or [_NOT_WHOLE]
    with transaction.atomic():
        move(case, State.CARRIED_OUT, State.BEGUN, by=by)
        note(case, "carried_out", by)
        forgetting.forget(case, by)
    return []


def _own(company: Company, case: Case) -> list[OwnPart]:
    """What the desk itself keeps of her goes along in a copy."""
    from nakomen.desk.own import parts_of  # it knows every table, and each of those knows cases

    return parts_of(company, case) if case.right in COPIED else []


def _place(case: Case) -> Path | None:
    return _file(case) if case.right in COPIED else None


_NOT_WHOLE = Text(
    "Het plan is nog niet helemaal uitgevoerd.", "The plan was not wholly carried out yet."
)


def send(case: Case, by: Colleague) -> None:
    """
    The answer is there; she hears where. The case ends with it, unless others who had her data must
    still say what they did.

    Raises:
        Overtaken: a colleague just sent it.
        NotOnFile: no answer goes to this address.
        NakomenError: there is no letter that may be sent.
    """
    today = timezone.localdate()
    with opened() as company:
        plan = verbs.recall(company, case.plan).plan
        delivery.check(case, sum(step.rows for step in plan.steps))
        letter_of(company, case)
        left = [ask for ask in asks.asks_of(company, case) if not ask.outside.is_answered]
    told = {"answered_on": today, **deadlines.fixed(case, today)}
    with transaction.atomic():
        if left:
            move(case, State.WAITS, State.CARRIED_OUT, by=by, **told)
        else:
            move(case, State.ANSWERED, State.CARRIED_OUT, by=by, ended_on=today, **told)
        note(case, "answered", by)
        letters.ready(case)


def charge(case: Case, cents: int, ground: str, because: str, by: Colleague) -> None:
    """
    Ask money for an answer, before anything is done; 0 takes it back.

    Raises:
        NakomenError: no ground of the law, no reason, or promised for free.
        Overtaken: something was done already.
    """
    with opened() as company:
        verbs.fee(company, cents, ground, because)
    said = {"fee_cents": cents, "fee_for": ground if cents else "", "fee_because": because.strip()}
    with transaction.atomic():
        if not Case.objects.filter(pk=case.pk, state__in=UNTOUCHED).update(**said):
            raise Overtaken
        case.refresh_from_db()
        note(case, "charged" if cents else "free", by)
        if cents:
            letters.costs(case)


def letter(case: Case) -> Document:
    """The letter: told from the evidence, or why nothing was done."""
    with opened() as company:
        return letter_of(company, case)


def letter_of(company: Company, case: Case) -> Document:
    """As `letter`, for who has the company open."""
    on = case.answered_on or timezone.localdate()
    which = (case.received_on, case.reference, on, Lang(case.language))
    if case.complaint and case.state == State.ANSWERED:
        return verbs.complaint_answer(company, *which, case.judged, case.outcome)
    fee = verbs.fee(company, case.fee_cents, case.fee_for, case.fee_because)
    if case.state == State.REFUSED:
        asked = request_of(case)
        return verbs.refusal(company, asked, *which, case.ground, case.refused_because, fee)
    return verbs.reply(company, case.plan, *which, fee, forgetting.told(case))


def effects(case: Case) -> tuple[str, ...]:
    """What the statement says that her request does to her service: she reads it before it does."""
    request = request_of(case)
    return verbs.effects(handling(), request) if request else ()


def request_of(case: Case) -> Request | None:
    """What a plan would be asked for; None of a complaint, or when nobody knows yet."""
    from nakomen import Request

    return Request(case.right) if case.right and not case.complaint else None


def pdf(case: Case) -> bytes:
    return verbs.as_pdf(letter(case), case.answered_on or timezone.localdate())


def open_until(case: Case) -> date | None:
    """The last day on which she can fetch her copy."""
    return case.answered_on + NAMED if case.answered_on else None


def copy_of(case: Case) -> Path | None:
    """Her copy, while it is there and may be fetched."""
    until = open_until(case)
    file = _file(case)
    return file if until and timezone.localdate() <= until and file.is_file() else None


def clear() -> None:
    """Copies whose time is over go, also of cases that are gone."""
    if not _folder().is_dir():
        return
    kept = {
        _file(case)
        for case in Case.objects.filter(right__in=COPIED)
        if case.answered_on is None or copy_of(case)
    }
    for file in _folder().glob("*.zip"):
        if file not in kept:
            file.unlink(missing_ok=True)


def _folder() -> Path:
    folder: Path = settings.STATE / "answers"
    return folder


def _file(case: Case) -> Path:
    _folder().mkdir(mode=0o700, exist_ok=True)
    return _folder() / f"{case.reference}.zip"
