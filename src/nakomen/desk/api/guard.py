"""Around every address of programs: what is no JSON, too large or broken ends as a problem."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from nakomen.desk.api.problems import Problem, told
from nakomen.desk.kit.words import lang
from nakomen.errors import UsageError

LARGEST = 65_536
"""Bytes of a request."""
_LOG = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def guarded(view: View) -> View:
    """*view*, which asks for a key itself; however it ends, a program can read it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            _look(request)
            made = view(request, *args, **kwargs)
            if made.status_code == 405:
                raise Problem(405, headers={"Allow": made["Allow"]})
        except Problem as problem:
            made = told(problem)
        except Http404:
            made = told(Problem(404))
        except Exception as error:  # noqa: BLE001 (a program reads JSON, whatever broke)
            _LOG.error("an answer broke", exc_info=error)
            made = told(Problem(500))
        patch_vary_headers(made, ["Authorization"])
        return made

    return answer


def _look(request: HttpRequest) -> None:
    long = int(request.META.get("CONTENT_LENGTH") or 0)
    if long > LARGEST:
        raise Problem(413)
    if (request.method == "POST" or long) and request.content_type != "application/json":
        raise Problem(415)


def refuse_wrong(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    """Where something is wrong, and what; not what was sent."""
    header = any(one["loc"][0] == "header" for one in error.errors)
    errors = [{"pointer": _pointer(one["loc"]), "detail": one["msg"]} for one in error.errors]
    return told(Problem(400 if header else 422, errors=errors))


def _pointer(loc: tuple[Any, ...]) -> str:
    """
    >>> _pointer(("body", "asked", "email")), _pointer(("header", "Idempotency-Key"))
    ('/email', '/Idempotency-Key')
    """
    inner = loc[2:] if loc[0] == "body" else loc[1:]
    return "".join(f"/{part}" for part in inner)


def refuse_unread(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    return told(Problem(error.status_code))


def refuse(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ARG001
    """A mistake in the question, something that is away for now, or something that cannot be."""
    status = 422 if isinstance(error, UsageError) else 503 if error.retry else 409
    return told(Problem(status, error.text.in_(lang())))
