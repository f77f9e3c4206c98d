"""A complaint: a person judges it, and she reads what was found and where she can go next."""

from django.db import transaction
from django.utils import timezone

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.dossiers import deadlines, letters
from nakomen.desk.dossiers.flow import move, note
from nakomen.desk.dossiers.models import Case, Judged, State
from nakomen.errors import NakomenError


class NoComplaint(NakomenError):
    """This is a request and no complaint. Make a plan for it."""

    nl = "Dit is een verzoek en geen klacht. Maak er een plan voor."


def answer(case: Case, judged: Judged, outcome: str, by: Colleague) -> None:
    """
    The answer is there; she hears where. It holds what she wrote herself and no more, so nobody
    need prove anything before.

    Raises:
        NoComplaint: nothing was noted.
        Overtaken: a colleague just answered it.
    """
    if not case.complaint:
        raise NoComplaint
    today = timezone.localdate()
    told = {"judged": judged, "outcome": outcome.strip(), "answered_on": today, "ended_on": today}
    told |= deadlines.fixed(case, today)
    with transaction.atomic():
        move(case, State.ANSWERED, State.ASKED, State.PROVEN, by=by, **told)
        note(case, "answered", by)
        letters.ready(case)
