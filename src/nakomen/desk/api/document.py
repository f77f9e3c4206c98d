"""The OpenAPI document, made from the endpoints themselves."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from nakomen.desk.api.endpoints import api
from nakomen.desk.api.problems import TYPE
from nakomen.desk.kit.access import everybody


def document() -> dict[str, Any]:
    """What each address takes and answers (OpenAPI 3.1)."""
    made: dict[str, Any] = dict(api.get_openapi_schema(path_prefix=""))
    for methods in made["paths"].values():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                if int(status) >= 400 and "content" in answer:
                    answer["content"] = {TYPE: answer["content"]["application/json"]}
    return made


@everybody
@require_safe
def served(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    return JsonResponse(document())
