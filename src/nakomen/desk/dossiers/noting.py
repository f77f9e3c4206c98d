"""How each case goes is told to the evidence, so that the wall can judge it: days, never who."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils import timezone

from nakomen import verbs
from nakomen.desk.dossiers import deadlines
from nakomen.desk.dossiers.flow import HERS
from nakomen.desk.dossiers.models import Case, State
from nakomen.desk.kit.beside import Beside
from nakomen.desk.kit.company import opened

if TYPE_CHECKING:
    from nakomen import Handled

EVERY_S = 600.0


def tell() -> None:
    """A line for each case of which something else is true than its last line says."""
    today = timezone.localdate()
    cases = Case.objects.select_related("notice").defer("token", *HERS).order_by("pk")
    with opened() as company:
        verbs.note_cases(company, (told(case, today) for case in cases))


def told(case: Case, today: date) -> Handled:
    """What the evidence may know of *case*."""
    from nakomen import Address, End, Handled

    term = deadlines.term_of(case, today)
    return Handled(
        number=case.pk,
        right=case.right,
        received=case.received_on,
        due=None if term.still else term.due,
        end=End(_end(case)),
        address=Address(_address(case)),
        answered=case.answered_on,
        ended=case.ended_on,
        plan=case.plan or None,
        charged=bool(case.fee_cents),
        grounded=_grounded(case),
    )


def _end(case: Case) -> str:
    if not case.answered:
        return "open"
    if case.state == State.REFUSED:
        return "refused"
    return str(case.judged) if case.complaint else "granted"


def _address(case: Case) -> str:
    if case.known:
        return "on_file"
    return "identified" if case.identified_on else "unknown"


def _grounded(case: Case) -> bool:
    refused = case.state == State.REFUSED
    return bool(case.ground or not refused) and bool(case.fee_for or not case.fee_cents)


def due() -> bool:
    """Whether there is anything to tell: the company is not opened for nothing."""
    return bool(Case.objects.exists())


NOTING = Beside("noting", EVERY_S, tell, due=due)
