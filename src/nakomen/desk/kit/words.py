"""Two languages side by side: what is said in Dutch, and the same in English."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import lazy
from django.utils.translation import get_language

from nakomen.terms import Lang


def lang() -> Lang:
    """The language of this request."""
    return Lang.EN if (get_language() or "nl").startswith("en") else Lang.NL


def chosen(nl: str, en: str) -> str:
    return en if lang() is Lang.EN else nl


lazily = lazy(chosen, str)
"""As `chosen`, when it is shown: for what is written before anybody asks."""


def company(request: HttpRequest) -> dict[str, str]:  # noqa: ARG001
    """For every page: whose desk it is."""
    return {"company": settings.COMPANY_NAME}
