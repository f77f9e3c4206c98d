"""The OpenAPI document, made from the endpoints themselves."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from nakomen.desk.api.auth import Key
from nakomen.desk.api.endpoints import api
from nakomen.desk.api.problems import TYPE, Problem


def document() -> dict[str, Any]:
    """What each address takes and answers (OpenAPI 3.1)."""
    made: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=""))
    scopes = dict(_scopes())
    for path, methods in made["paths"].items():
        for method, operation in methods.items():
            operation["security"] = [{"Key": [scopes[path, method]]}]
            for status, answer in operation["responses"].items():
                if int(status) >= 400 and "content" in answer:
                    answer["content"] = {TYPE: answer["content"]["application/json"]}
    return made


def _scopes() -> Iterator[tuple[tuple[str, str], str]]:
    """Path and method → the scope that its key has; the framework leaves it out."""
    for before, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                [scope] = [key.scope for key in operation.auth_callbacks if isinstance(key, Key)]
                for method in operation.methods:
                    yield (before + path, method.lower()), scope.value


def served(request: HttpRequest) -> HttpResponse:
    """For everybody: it says no more than the code, which is public."""
    if request.method not in ("GET", "HEAD"):
        raise Problem(405, headers={"Allow": "GET, HEAD"})
    return JsonResponse(document())
