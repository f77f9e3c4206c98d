"""Her yes or no, carried out in the systems at once, where nobody need look at it first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils import timezone

from nakomen import verbs

if TYPE_CHECKING:
    from nakomen import Choosable, Company, Known, Plan, Request

Pair = tuple[str, str]
ADVERTISING = "marketing"


def every(company: Company, her: Known) -> list[Choosable]:
    """Each use that she decides about, and of advertising each channel apart."""
    uses = verbs.choosable(company, her)
    return [one for use in uses for one in (use, *use.ways)]


def no(company: Company, given: Sequence[Pair], stops: Request, purpose: str) -> bool:
    """
    Noted at once, so that the use is refused; then carried out.

    Returns:
        Whether it is done everywhere; else a person must look.
    """
    planned = verbs.plan(company, stops, given, timezone.localdate(), purpose=purpose).plan
    if verbs.questions(planned) or verbs.waits_for(company, planned):
        return False
    return _carried_out(company, planned)


def yes(company: Company, given: Sequence[Pair], settings: Sequence[Pair]) -> bool:
    """Write what says yes, by place; False when it is not there."""
    from nakomen import Request

    today = timezone.localdate()
    planned = verbs.plan(company, Request.RECTIFY, given, today, settings=settings).plan
    return not verbs.questions(planned) and _carried_out(company, planned)


def _carried_out(company: Company, plan: Plan) -> bool:
    from nakomen import PlanDone

    events = verbs.apply(company, plan, timezone.localdate())
    return any(isinstance(e, PlanDone) and e.state == "done" for e in events)
