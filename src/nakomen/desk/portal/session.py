"""What a visitor's session remembers: her answers so far, and of which cases she proved herself."""

import secrets
import time
from typing import Any

from django.http import HttpRequest

from nakomen.desk.dossiers.models import Case

ASKING = "asking"
SENT = "sent"
PROVEN = "proven"
HOLDS_S = 3600
"""So long a proof holds in one browser."""


def answers(request: HttpRequest) -> dict[str, Any]:
    return dict(request.session.get(ASKING, {}))


def remember(request: HttpRequest, **given: str) -> None:
    """From the first answer on there is a token: the same form opens one case."""
    first = {"token": secrets.token_urlsafe(32)}
    request.session[ASKING] = {**first, **answers(request), **given}


def sent(request: HttpRequest, case: Case) -> None:
    """Her answers are with her case now; pressed again, the button leads there."""
    request.session.pop(ASKING, None)
    request.session[SENT] = case.token


def last(request: HttpRequest) -> str | None:
    """The token of the case that she sent last in this browser."""
    token: str | None = request.session.get(SENT)
    return token


def prove(request: HttpRequest, case: Case) -> None:
    """A new session key, so that one who knew the old has nothing."""
    proven = {**request.session.get(PROVEN, {}), str(case.pk): time.time()}
    request.session.cycle_key()
    request.session[PROVEN] = proven


def proves(request: HttpRequest, case: Case) -> bool:
    at = request.session.get(PROVEN, {}).get(str(case.pk), 0.0)
    return bool(0 <= time.time() - at < HOLDS_S)
