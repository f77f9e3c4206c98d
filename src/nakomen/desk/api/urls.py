"""Where programs knock, and where the owner gives them keys."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path
from ninja.errors import HttpError, ValidationError

from nakomen import NakomenError
from nakomen.desk.api import document, hooks, keys
from nakomen.desk.api.endpoints import PATH, api
from nakomen.desk.api.guard import guarded, nothing, refuse, refuse_unread, refuse_wrong


def _endpoints() -> Iterator[URLPattern]:
    for pattern in api.urls[0]:
        if pattern.name != "api-root":
            at = f"{PATH[1:]}/{pattern.pattern}"
            yield path(at, guarded(pattern.callback), name=f"api-{pattern.name}")


def _raise(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    raise error


api.add_exception_handler(ValidationError, refuse_wrong)
api.add_exception_handler(HttpError, refuse_unread)
api.add_exception_handler(NakomenError, refuse)
api.add_exception_handler(Http404, _raise)
api.add_exception_handler(Exception, _raise)
urlpatterns = [
    path("koppelingen/", keys.keys, name="keys"),
    path("koppelingen/<int:number>/intrekken/", keys.end, name="key-end"),
    path("koppelingen/nieuws/", hooks.hooks, name="hooks"),
    path("koppelingen/nieuws/<int:number>/verwijderen/", hooks.remove, name="hook-remove"),
    path("koppelingen/nieuws/<int:number>/opnieuw/", hooks.again, name="hook-again"),
    path(f"{PATH[1:]}/openapi.json", document.served, name="api-document"),
    *_endpoints(),
    re_path(r"^api/", nothing, name="api-nothing"),
]
