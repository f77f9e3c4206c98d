"""Pages that belong to no room: another language, nothing here, not for you."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from nakomen.desk.accounts.roles import CUSTOMER
from nakomen.desk.kit.access import everybody


@everybody
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Visitors ask something, customers see their data, colleagues the promises."""
    if not request.user.is_authenticated:
        return redirect("ask")
    return redirect("mine" if request.user.role == CUSTOMER else "wall")


@everybody
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """The same page in the other language, and every page after it."""
    back = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    answer = redirect(back if safe else "/")
    wanted = request.POST.get("lang", "")
    if wanted in dict(settings.LANGUAGES):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            wanted,
            max_age=365 * 24 * 60 * 60,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return answer


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "kit/refused.html", status=403)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form without the token of this browser: too old, or sent from another site."""
    return render(request, "kit/stale.html", status=403)


def nowhere(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return render(request, "kit/nowhere.html", status=404)
