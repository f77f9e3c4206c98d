"""Who has her data erased has no account any more either."""

from typing import Any

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.customers import opening
from nakomen.desk.customers.models import Customer, Opening
from nakomen.desk.dossiers.flow import note
from nakomen.desk.dossiers.forgetting import ACCOUNT, ERASED
from nakomen.desk.dossiers.models import Case


def listen() -> None:
    ERASED.connect(_close, dispatch_uid="customers")


def _close(*, case: Case, by: Colleague, **_: Any) -> None:
    Opening.objects.filter(asked=opening.asked(case.email)).delete()
    hers = Customer.objects.filter(user__email__iexact=case.email).select_related("user").first()
    if hers:
        opening.close(hers)
        note(case, ACCOUNT, by)
