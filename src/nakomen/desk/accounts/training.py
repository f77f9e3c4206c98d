"""Who was trained in privacy, until when that is fresh, and who is late."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Max

from nakomen import verbs
from nakomen.desk.accounts.changes import note
from nakomen.desk.accounts.models import Colleague, Training, What
from nakomen.desk.kit.company import opened
from nakomen.terms import Period

FIRST = Period(months=1)
"""Who is new is trained within a month."""


def term() -> tuple[Period, bool]:
    """After how long a training is done again, and whether the statement says so."""
    with opened() as company:
        return verbs.training_term(company)


def add(colleague: Colleague, what: str, on: date, until: date, by: Colleague) -> None:
    Training.objects.create(colleague=colleague, what=what, on=on, until=until)
    note(What.TRAINED, by, colleague, until.isoformat())


def good_until() -> Mapping[int, date]:
    """Of each colleague who was ever trained, the last day on which that is fresh."""
    latest = Training.objects.values_list("colleague").annotate(Max("until")).order_by()
    return dict(latest)


def until(colleague: Colleague, good: Mapping[int, date]) -> date:
    """Her last day; of who was never trained, a month after she signed."""
    return good.get(colleague.pk) or FIRST.after(colleague.signed_on or colleague.added_on)


def deadlines() -> list[tuple[Colleague, date]]:
    """Everybody who can come in, with the day by which she is trained again, the first first."""
    good = good_until()
    working = Colleague.objects.filter(is_active=True, signed_on__isnull=False)
    found = [(each, until(each, good)) for each in working if each.may_enter]
    return sorted(found, key=lambda pair: (pair[1], pair[0].name))


def overdue(today: date) -> int:
    """How many are late."""
    return sum(day < today for _, day in deadlines())
