"""Once a year somebody goes through who may see what, and signs that it is right."""

from datetime import date

from nakomen.desk.accounts.changes import note
from nakomen.desk.accounts.models import Colleague, Review, What
from nakomen.terms import Period

EVERY = Period(years=1)


def sign_off(by: Colleague, today: date) -> None:
    """*by* looked today; the list as it is now is kept with her name."""
    working = Colleague.objects.filter(is_active=True, signed_on__isnull=False)
    found = {str(each.pk): each.role for each in working if each.may_enter}
    Review.objects.create(by=by, on=today, found=found)
    note(What.REVIEWED, by, None)


def due(today: date) -> date:
    """By which day somebody must look again; today, when nobody ever did."""
    last = Review.objects.first()
    return EVERY.after(last.on) if last else today
