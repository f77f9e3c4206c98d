"""What moves the clock of a case: a doubt about who asks, and a notice that it takes longer."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from nakomen import NakomenError
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.dossiers import deadlines, flow, letters, proving
from nakomen.desk.dossiers.models import Case, Longer


class NoLonger(NakomenError):
    """This can be extended no more: only once, and only while a notice can leave in time."""

    nl = "Verlengen kan niet meer: dat mag één keer, en alleen als de brief nog op tijd weg kan."


class NotThen(NakomenError):
    """Her answer came on a day between your question and today."""

    nl = "Haar antwoord kwam op een dag tussen uw vraag en vandaag."


def doubt(case: Case, asked: str, by: Colleague) -> None:
    """
    Ask her for more, because it is in doubt who asks: *asked* is what she reads (AVG artikel 12
    lid 6). The clock waits for her answer, when the question came at once.

    Raises:
        Overtaken: more was asked before, or something was done already.
    """
    new = {"doubted_on": timezone.localdate(), "doubt": asked.strip()}
    open_cases = Case.objects.filter(pk=case.pk, doubted_on=None, state__in=flow.UNTOUCHED)
    with transaction.atomic():
        if not open_cases.update(**new):
            raise flow.Overtaken
        case.refresh_from_db()
        flow.note(case, "doubted", by)
        letters.question(case)


def settle(case: Case, on: date, by: Colleague) -> None:
    """
    Her answer came *on* a day; the clock goes on from there.

    Raises:
        NotThen: no day on which it can have come.
        Overtaken: nothing was asked, or a colleague noted it.
    """
    if case.doubted_on is None:
        raise flow.Overtaken
    if not case.doubted_on <= on <= timezone.localdate():
        raise NotThen
    with transaction.atomic():
        if not Case.objects.filter(pk=case.pk, settled_on=None).update(settled_on=on):
            raise flow.Overtaken
        case.refresh_from_db()
        flow.note(case, "settled", by)


def extend(case: Case, why: Longer, because: str, by: Colleague) -> None:
    """
    Two months more, told to her with the reason before the first month ends (AVG artikel 12 lid 3).
    It counts from the moment when that letter left; without a mail server *by* posts it today.

    Raises:
        NoLonger: too late, or extended before; nothing was sent.
    """
    today = timezone.localdate()
    if not deadlines.may_extend(case, today):
        raise NoLonger
    new = {"extended_on": today, "extended_for": why, "extended_because": because.strip()}
    with transaction.atomic():
        if not Case.objects.filter(pk=case.pk, extended_on=None).update(**new):
            raise NoLonger
        case.refresh_from_db()
        flow.note(case, "extended", by)
        if proving.possible():
            case.notice = letters.longer(case, deadlines.term_of(case, today).due)
            case.save(update_fields=["notice"])
