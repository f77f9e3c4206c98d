"""The clock of a case: until when she has her answer, why that day, and what may move it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from nakomen import verbs
from nakomen.desk.dossiers.models import Case, Sending
from nakomen.terms import Text

if TYPE_CHECKING:
    from nakomen import Term


def term_of(case: Case, today: date) -> Term:
    """
    Where the clock stands on *today*. Of a case that was answered, where it stood then; of one that
    nobody doubted or extended, where it was set at receipt.
    """
    why = Text(case.due_why_nl, case.due_why_en)
    if case.answered_on or not (case.doubted_on or case.extended_on):
        from nakomen import Term

        return Term(due=case.due, why=why, tell_by=case.due)
    told = _told(case, today)
    term = verbs.term(
        case.received_on,
        case.due,
        why,
        today,
        asked=case.doubted_on,
        arrived=case.settled_on,
        told=told,
    )
    return replace(term, lost=_CAME_BACK) if case.extended_on and told is None else term


def _told(case: Case, today: date) -> date | None:
    """When the notice of an extension left. One that has yet to leave, leaves today at best."""
    posted: date | None = case.extended_on
    letter = case.notice
    if letter is None or posted is None:
        return posted  # a colleague posted it
    if letter.state == Sending.SENT and letter.sent_at:
        left: date = timezone.localtime(letter.sent_at).date()
        return left
    return None if letter.state in (Sending.FAILED, Sending.OVER) else today


def may_extend(case: Case, today: date) -> bool:
    """Once, of a request and not of a complaint, while a notice can still leave in time."""
    begun = case.answered_on is not None or case.extended_on is not None
    return not (begun or case.complaint) and today <= term_of(case, today).tell_by


def fixed(case: Case, today: date) -> dict[str, object]:
    """What an answer of *today* leaves of the clock: the day that held, and why."""
    term = term_of(case, today)
    return {
        "due": term.due,
        "due_why_nl": term.why.nl[:LONGEST],
        "due_why_en": term.why.en[:LONGEST],
    }


LONGEST = 200
_CAME_BACK = Text(
    "de brief over de verlenging kwam niet aan", "the letter about the extension did not arrive"
)
