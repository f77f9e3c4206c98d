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
from nakomen.desk.dossiers import letters
from nakomen.desk.dossiers.flow import NAMED, move, note
from nakomen.desk.dossiers.models import Case, State
from nakomen.desk.dossiers.rights import Right
from nakomen.desk.kit.company import opened
from nakomen.terms import Lang, Text

if TYPE_CHECKING:
    from nakomen import Company, Document, Plan

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
            events = list(verbs.apply(company, plan, today, _place(case)))
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
    return []


def _place(case: Case) -> Path | None:
    return _file(case) if case.right in COPIED else None


_NOT_WHOLE = Text(
    "Het plan is nog niet helemaal uitgevoerd.", "The plan was not wholly carried out yet."
)


def send(case: Case, by: Colleague) -> None:
    """
    The answer is there; she hears where.

    Raises:
        Overtaken: a colleague just sent it.
    """
    with transaction.atomic():
        move(case, State.ANSWERED, State.CARRIED_OUT, by=by, ended_on=timezone.localdate())
        note(case, "answered", by)
        letters.ready(case)


def letter(case: Case) -> Document:
    """The letter: told from the evidence, or why nothing was done."""
    with opened() as company:
        return letter_of(company, case)


def letter_of(company: Company, case: Case) -> Document:
    """As `letter`, for who has the company open."""
    from nakomen import Request

    if case.state == State.REFUSED:
        return verbs.refusal(
            company,
            Request(case.right) if case.right else None,
            case.received_on,
            case.reference,
            case.ended_on,
            Lang(case.language),
            case.refused_because,
        )
    return verbs.reply(
        company,
        case.plan,
        case.received_on,
        case.reference,
        case.ended_on or timezone.localdate(),
        Lang(case.language),
    )


def pdf(case: Case) -> bytes:
    return verbs.as_pdf(letter(case), case.ended_on or timezone.localdate())


def open_until(case: Case) -> date | None:
    """The last day on which she can fetch her copy."""
    return case.ended_on + NAMED if case.ended_on else None


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
        if not case.ended or copy_of(case)
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
