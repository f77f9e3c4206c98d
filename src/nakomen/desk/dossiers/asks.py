"""What others must do or hear for a case: each ask of its plan, until it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.dossiers import flow
from nakomen.desk.dossiers.models import Case, Letter, Sending, State
from nakomen.desk.kit.company import opened

if TYPE_CHECKING:
    from nakomen import Company, Outside


class StillOpen(NakomenError):
    """Somebody who had her data has not said yet what was done. Note each answer first."""

    nl = "Iemand die haar gegevens had, zei nog niet wat er is gedaan. Noteer eerst elk antwoord."


class NotTold(NakomenError):
    """The confirmation to her has not left yet. Send it first."""

    nl = "De bevestiging aan haar is nog niet weg. Verstuur die eerst."


class NotOfThis(NakomenError):
    """This case has no such ask."""

    nl = "Bij deze zaak hoort die vraag niet."


@dataclass(frozen=True, kw_only=True)
class Ask:
    """*ours*: the confirmation to herself, which is our own letter."""

    outside: Outside
    ours: bool


def asks_of(company: Company, case: Case) -> list[Ask]:
    """Every ask and notice of the plan of *case*, with how far each is today."""
    if not case.plan:
        return []
    subject = verbs.recall(company, case.plan).plan.subject
    found = verbs.outside(company, timezone.localdate())
    return [Ask(outside=one, ours=one.to in subject) for one in found if one.plan == case.plan]


def overdue(today: date) -> set[str]:
    """Plans of which somebody outside is too late with an answer on *today*."""
    with opened() as company:
        return {one.plan for one in verbs.outside(company, today) if one.state.value == "overdue"}


def answer(
    case: Case, name: str, state: str, by: Colleague, proof: bytes | None, ground: str | None
) -> None:
    """
    Note what a processor or receiver said; when it was the last, the case ends.

    Raises:
        NotOfThis: *name* is an ask of another plan, or our own letter.
        NakomenError: nothing was noted.
    """
    with opened() as company:
        mine = [a.outside.id for a in asks_of(company, case) if not a.ours]
        if name not in mine:
            raise NotOfThis
        verbs.answer(company, name, state, timezone.localdate(), proof, ground)
        flow.note(case, f"other_{state}", by)
        if case.state == State.WAITS and not _open(company, case):
            _end(case, by)


def close(case: Case, by: Colleague) -> None:
    """
    End a case of which all that had to be done is done, with proof or refused with its ground.

    Raises:
        StillOpen, NotTold: it stays open.
    """
    with opened() as company:
        if left := _open(company, case):
            raise NotTold if all(ask.ours for ask in left) else StillOpen
        _end(case, by)


def is_over(company: Company, case: Case) -> bool:
    """Whether nothing is left that others, or our own letter, must still say."""
    return not _open(company, case)


def _open(company: Company, case: Case) -> list[Ask]:
    """What is not answered; the confirmation to her is, as soon as her letter left."""
    left = [ask for ask in asks_of(company, case) if not ask.outside.is_answered]
    if (proof := _left(case)) is not None:
        for ask in left:
            if ask.ours:
                verbs.answer(company, ask.outside.id, "done", timezone.localdate(), proof)
        left = [ask for ask in left if not ask.ours]
    return left


def _left(case: Case) -> bytes | None:
    """What proves that her letter left: that letter; without a mail server, the yes of staff."""
    if not case.answered:
        return None
    if not settings.MAIL_SERVER:
        return case.reference.encode()
    sent: Letter | None = case.letters.filter(
        fleeting=False, state=Sending.SENT, made_at__date__gte=case.answered_on
    ).last()
    return f"{sent.subject}\n{sent.body}".encode() if sent else None


def _end(case: Case, by: Colleague) -> None:
    with transaction.atomic():
        today = timezone.localdate()
        flow.move(case, State.ANSWERED, State.WAITS, by=by, ended_on=today)
        flow.note(case, "ended", by)
