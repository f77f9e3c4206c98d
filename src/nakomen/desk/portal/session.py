"""What a visitor's session remembers: her answers so far, and of which cases she proved herself."""

import time
from typing import Any

from django.http import HttpRequest

from nakomen.desk.dossiers.models import Case

ASKING = "asking"
PROVEN = "proven"
HOLDS_S = 3600
"""So long a proof holds in one browser."""


def answers(request: HttpRequest) -> dict[str, Any]:
    return dict(request.session.get(ASKING, {}))


def remember(request: HttpRequest, **given: str) -> None:
    request.session[ASKING] = {**answers(request), **given}


def forget(request: HttpRequest) -> None:
    request.session.pop(ASKING, None)


def prove(request: HttpRequest, case: Case) -> None:
    """A new session key, so that one who knew the old has nothing."""
    proven = {**request.session.get(PROVEN, {}), str(case.pk): time.time()}
    request.session.cycle_key()
    request.session[PROVEN] = proven


def proves(request: HttpRequest, case: Case) -> bool:
    at = request.session.get(PROVEN, {}).get(str(case.pk), 0.0)
    return bool(0 <= time.time() - at < HOLDS_S)
