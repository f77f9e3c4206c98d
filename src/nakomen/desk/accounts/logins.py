"""Every attempt to log in is noted: when, from where, and how it ended."""

from datetime import timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.signals import authentication_failed, authenticator_added
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.http import HttpRequest
from django.utils import timezone

from nakomen.desk.accounts.models import Colleague, Login, Outcome
from nakomen.desk.kit.access import SECOND

KEPT = timedelta(days=366)
"""So long an attempt is on file: where somebody was, is hers."""


def listen() -> None:
    user_logged_in.connect(_went_in, dispatch_uid="logins")
    user_login_failed.connect(_was_wrong, dispatch_uid="logins")
    authentication_failed.connect(_second_was_wrong, dispatch_uid="logins")
    authenticator_added.connect(_made_second, dispatch_uid="logins")


def _went_in(*, request: HttpRequest, user: Colleague, **_: Any) -> None:
    _note(request, user, Outcome.IN)


def _was_wrong(*, credentials: dict[str, Any], request: HttpRequest | None, **_: Any) -> None:
    typed = str(credentials.get("email") or credentials.get("username") or "")
    outcome = Outcome.PLACE if getattr(request, "right_elsewhere", False) else Outcome.WRONG
    _note(request, Colleague.objects.filter(email__iexact=typed).first(), outcome)


def _second_was_wrong(*, request: HttpRequest, user: Colleague, **_: Any) -> None:
    _note(request, user, Outcome.SECOND_WRONG)


def _made_second(*, request: HttpRequest, user: Colleague, **_: Any) -> None:
    request.session[SECOND] = user.pk


def _note(request: HttpRequest | None, colleague: Colleague | None, outcome: Outcome) -> None:
    ip = get_adapter().get_client_ip(request) if request else None
    Login.objects.create(colleague=colleague, ip=ip or None, outcome=outcome)


def second_removed(account: Colleague) -> None:
    """That her second step went stands among her logins; where the colleague was does not."""
    _note(None, account, Outcome.REMOVED)


def forget() -> None:
    Login.objects.filter(at__lt=timezone.now() - KEPT).delete()
