"""What went wrong, as programs read it: Problem Details (RFC 9457)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse, JsonResponse

from nakomen.desk.kit.words import chosen

TYPE = "application/problem+json"
TITLES = {
    400: ("Dit is geen leesbaar verzoek", "This is no readable request"),
    401: ("Er is geen geldige sleutel bij", "There is no valid key with it"),
    403: ("Deze sleutel mag dit niet", "This key may not do this"),
    404: ("Dit is er niet", "This is not there"),
    405: ("Dit adres doet dat niet", "This address does not do that"),
    409: ("Dit kan nu niet", "This cannot be done now"),
    413: ("Dit is te groot", "This is too large"),
    415: ("Stuur JSON", "Send JSON"),
    422: ("Dit klopt niet", "This is not right"),
    429: ("Te veel verzoeken", "Too many requests"),
    500: ("Er ging hier iets mis", "Something went wrong here"),
    503: ("Dit kan nu even niet", "This cannot be done right now"),
}


class Problem(Exception):
    """Ends an answer: *status*, why, and per field what is wrong. Never holds what was sent."""

    def __init__(
        self,
        status: int,
        detail: str = "",
        errors: Sequence[Mapping[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status)
        self.status, self.detail, self.errors = status, detail, errors
        self.headers = headers or {}


def wrong(field: str, detail: str) -> Problem:
    """That one *field* of what was sent is wrong."""
    return Problem(422, errors=[{"pointer": f"/{field}", "detail": detail}])


def wrong_day(field: str) -> Problem:
    """That *field* holds a day on which it cannot have been."""
    return wrong(field, chosen("Deze dag kan niet.", "This day cannot be."))


def told(problem: Problem) -> HttpResponse:
    """The problem as it goes over the line."""
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": chosen(*TITLES[problem.status]),
        "status": problem.status,
    }
    if problem.detail:
        body["detail"] = problem.detail
    if problem.errors:
        body["errors"] = list(problem.errors)
    made = JsonResponse(body, status=problem.status, content_type=TYPE)
    for name, value in problem.headers.items():
        made[name] = value
    return made
