"""The OpenAPI document, made from the endpoints themselves."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from nakomen.desk.api.endpoints import api
from nakomen.desk.api.problems import TYPE, Problem


def document() -> dict[str, Any]:
    """What each address takes and answers (OpenAPI 3.1)."""
    made: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=""))
    for methods in made["paths"].values():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                if int(status) >= 400 and "content" in answer:
                    answer["content"] = {TYPE: answer["content"]["application/json"]}
    return made


def served(request: HttpRequest) -> HttpResponse:
    """For everybody: it says no more than the code, which is public."""
    if request.method not in ("GET", "HEAD"):
        raise Problem(405, headers={"Allow": "GET, HEAD"})
    return JsonResponse(document())
