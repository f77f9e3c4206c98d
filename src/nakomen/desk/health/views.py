"""For who watches over the machine: is it well, and figures."""

import hmac
import ipaddress
import os

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from nakomen.desk.health import openmetrics
from nakomen.desk.health.state import state
from nakomen.desk.kit.access import everybody

TOKEN = "NAKOMEN_METRICS_TOKEN"
"""The variable with a token for who asks from another machine."""


@everybody
@require_safe
def healthy(request: HttpRequest) -> HttpResponse:
    """200 or 503; what is wrong is told to this machine, or to who has the token."""
    now = state()
    troubles = ["database"] if now is None else now.troubles
    told: dict[str, object] = {"status": "trouble" if troubles else "ok"}
    if _may_know(request):
        told["troubles"] = troubles
    return JsonResponse(told, status=503 if troubles else 200)


@everybody
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Figures, for this machine or who has the token; for anybody else it is not there."""
    if not _may_know(request):
        raise Http404
    return HttpResponse(openmetrics.text(state()), content_type=openmetrics.TYPE)


def _may_know(request: HttpRequest) -> bool:
    token = os.environ.get(TOKEN, "")
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if token and hmac.compare_digest(given.encode(), token.encode()):
        return True
    # Who came through the web server before it came encrypted, from wherever.
    return not request.is_secure() and _near(request.META.get("REMOTE_ADDR", ""))


def _near(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
