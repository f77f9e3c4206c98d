"""The clock of a case: until when she has her answer, why that day, and what may move it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from nakomen import verbs
from nakomen.desk.dossiers.models import REPLIED, Case, Sending, State
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


def waiting(today: date, start: int, many: int) -> list[Case]:
    """
    So *many* cases that did not end, from number *start* on: the nearest day first, and at the end
    those with an answer that wait for others only. Only those whose clock was moved are all read.
    """
    still = Case.objects.exclude(state__in=REPLIED)
    moved = still.exclude(doubted_on=None, extended_on=None).select_related("notice")
    fixed = still.filter(doubted_on=None, extended_on=None).order_by("due", "pk")
    days = [(term_of(case, today).due, case.pk) for case in moved]
    days = sorted([*days, *fixed.values_list("due", "pk")[: start + many]])
    numbers = [number for _, number in days[start : start + many]]
    if room := many - len(numbers):
        others = Case.objects.filter(state=State.WAITS).order_by("due", "pk")
        begun = max(start - still.count(), 0)
        numbers += others.values_list("pk", flat=True)[begun : begun + room]
    found = Case.objects.select_related("notice").in_bulk(numbers)
    return [found[number] for number in numbers]


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
