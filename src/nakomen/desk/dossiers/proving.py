"""Who is she? A code goes to her address; who can read it there, is whoever has that address."""

import hmac
import secrets
from datetime import timedelta
from string import digits

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from nakomen.desk.dossiers import flow, letters
from nakomen.desk.dossiers.models import Case, Code
from nakomen.desk.kit.keyed import keyed

TRIES = 5
"""Wrong tries after which a code is worth nothing."""
DIGITS = 6
A_DAY = 8
"""Codes that one address gets in a day; more would fill the mailbox of somebody else."""


def send(case: Case, *, first: bool = False) -> bool:
    """
    Send a new code, and end those before it; False when there were too many today. The *first*
    code goes once, however often its button is pressed.
    """
    since = timezone.now() - timedelta(days=1)
    if Code.objects.filter(case__email=case.email, made_at__gte=since).count() >= A_DAY:
        return False
    made = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    with transaction.atomic():
        if first and case.codes.exists():
            return True
        case.codes.update(used=True)
        Code.objects.create(case=case, digest=_digest(case, made), made_at=timezone.now())
        letters.code(case, made)
    return True


def check(case: Case, typed: str) -> bool:
    """Whether *typed* is the code that was sent last; right or wrong, each try counts."""
    with transaction.atomic():
        code = case.codes.filter(
            used=False, tries__lt=TRIES, made_at__gte=timezone.now() - Code.HOLDS
        ).last()
        if code is None:
            return False
        Code.objects.filter(pk=code.pk).update(tries=F("tries") + 1)
        plain = "".join(sign for sign in typed if sign in digits)
        right = hmac.compare_digest(code.digest, _digest(case, plain))
        if right:
            Code.objects.filter(pk=code.pk).update(used=True)
            flow.prove(case)
        return right


def _digest(case: Case, code: str) -> str:
    return keyed(f"code of {case.pk}", code.encode())


def possible() -> bool:
    """There is a server for outgoing mail; without it a person must see who she is."""
    return settings.MAIL_SERVER is not None
