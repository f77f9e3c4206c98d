"""The key that comes with a request, as the OpenAPI document knows it."""

from django.http import HttpRequest
from ninja.security import HttpBearer

from nakomen.desk.api import tokens
from nakomen.desk.api.models import Token
from nakomen.desk.api.problems import Problem
from nakomen.desk.api.scopes import Scope
from nakomen.desk.kit.words import chosen


class Key(HttpBearer):
    """``Authorization: Bearer nk_…`` with a key that has this *scope*."""

    openapi_bearerFormat = "nk_…"  # noqa: N815 (the name that the document has)

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Token:
        kind, _, key = request.headers.get("Authorization", "").partition(" ")
        token = self.authenticate(request, key.strip() if kind.lower() == "bearer" else "")
        if not tokens.may(token, self.scope):
            raise Problem(403, chosen("Nodig is: ", "It needs: ") + self.scope.value)
        return token

    def authenticate(self, request: HttpRequest, key: str) -> Token:
        return tokens.of(request, key)
