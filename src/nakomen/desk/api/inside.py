"""Every address of programs, from ``/api/v1`` on."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from ninja.errors import HttpError, ValidationError

from nakomen.desk.api.document import served
from nakomen.desk.api.endpoints import api
from nakomen.desk.api.guard import guarded, refuse, refuse_unread, refuse_wrong
from nakomen.errors import NakomenError


def _endpoints() -> Iterator[URLPattern]:
    for pattern in api.urls[0]:
        if pattern.name != "api-root":
            yield path(str(pattern.pattern), guarded(pattern.callback))


def _raise(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    raise error


api.add_exception_handler(ValidationError, refuse_wrong)
api.add_exception_handler(HttpError, refuse_unread)
api.add_exception_handler(NakomenError, refuse)
api.add_exception_handler(Http404, _raise)
api.add_exception_handler(Exception, _raise)
urlpatterns = [path("openapi.json", guarded(served)), *_endpoints()]
