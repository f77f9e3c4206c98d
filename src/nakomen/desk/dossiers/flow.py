"""What happens to a request, step by step; every step is one transaction and stands in the log."""

import secrets
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from nakomen import Company, verbs
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.dossiers import letters
from nakomen.desk.dossiers.models import Case, Channel, Event, State

NAMED = timedelta(days=30)
"""So long after its end a case has a name: the person can still read the answer."""


def receive(
    right: str,
    channel: Channel,
    email: str,
    *,
    name: str = "",
    words: str = "",
    language: str = "nl",
    at: datetime | None = None,
) -> Case:
    """
    A case for a request, with its clock running since *at*; the receipt is on its way.

    The clock runs from receipt, whoever asks: whether it is she is found out meanwhile.
    """
    came = at or timezone.now()
    on = timezone.localtime(came).date()
    with Company.open(settings.FOLDER) as company:
        due, why = verbs.answer_by(company, on)
    with transaction.atomic():
        case: Case = Case.objects.create(
            token=secrets.token_urlsafe(32),
            right=right,
            channel=channel,
            language=language,
            name=name.strip(),
            email=email.strip().lower(),
            words=words.strip(),
            received_at=came,
            received_on=on,
            due=due,
            due_why_nl=why.nl,
            due_why_en=why.en,
        )
        note(case, "received")
        letters.receipt(case)
    return case


def prove(case: Case) -> None:
    """She showed that the address is hers; from here on the desk may look for her."""
    with transaction.atomic():
        if not case.proven:
            case.proven_at = timezone.now()
            case.state = State.PROVEN if case.state == State.ASKED else case.state
            case.save()
            note(case, "proven")


def take(case: Case, colleague: Colleague) -> None:
    """*colleague* sees to it."""
    with transaction.atomic():
        case.owner = colleague
        case.save()
        note(case, "taken", colleague)


def refuse(case: Case, because: str, colleague: Colleague) -> None:
    """The person is told why nothing is done, and where she can complain (AVG artikel 12 lid 4)."""
    with transaction.atomic():
        case.state, case.refused_because = State.REFUSED, because.strip()
        case.ended_on = timezone.localdate()
        case.save()
        note(case, "refused", colleague)
        letters.ready(case)


def note(case: Case, what: str, by: Colleague | None = None) -> None:
    Event.objects.create(case=case, at=timezone.now(), what=what, by=by)


def make_nameless(today: date) -> int:
    """
    Of cases that ended long enough ago nothing stays that leads to anybody: what was asked, when it
    came, when and how it ended. Returns how many.
    """
    over = Case.objects.filter(ended_on__lt=today - NAMED).exclude(email="")
    made = 0
    for case in over:
        with transaction.atomic():
            case.letters.all().delete()
            case.codes.all().delete()
            case.name = case.email = case.words = case.refused_because = ""
            case.token = secrets.token_urlsafe(32)
            case.save()
            note(case, "nameless")
        made += 1
    return made
