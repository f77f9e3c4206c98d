"""What the registers of colleagues say goes into the evidence, so that the wall can show it."""

from django.utils import timezone

from nakomen import verbs
from nakomen.desk.accounts import changes, places, tidying, training
from nakomen.desk.accounts.models import Colleague, Review
from nakomen.desk.kit.beside import Beside
from nakomen.desk.kit.company import opened

EVERY_S = 600.0


def daily() -> None:
    """Who leaves today is out; what is long over goes; the registers are told."""
    today = timezone.localdate()
    changes.see_out(today)
    places.forget(today)
    tidying.tidy()
    tell()


def tell() -> None:
    """A line in the ledger for each register, where it says something else than before."""
    last = Review.objects.first()
    looked = last.on if last else None
    trained = [until for _, until in training.deadlines()]
    working = Colleague.objects.filter(is_active=True, signed_on__isnull=False)
    signed = [None for each in working if each.may_enter]
    with opened() as company:
        verbs.note_staff(company, "staff-training-register", trained, looked)
        verbs.note_staff(company, "confidentiality-register", signed, looked)


def due() -> bool:
    """Whether anybody works here yet: for nobody no process is begun."""
    return bool(Colleague.objects.exists())


PEOPLE = Beside("people", EVERY_S, daily, apart=True, due=due)
