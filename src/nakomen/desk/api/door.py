"""
The one door for programs. What is behind it is brought in when a program first knocks: what checks
and describes JSON takes tens of megabytes that a desk without programs does not need.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import resolve
from django.views.decorators.csrf import csrf_exempt

from nakomen.desk.api.problems import Problem, told
from nakomen.desk.kit.access import everybody

PATH = "/api/v1"


@everybody
@csrf_exempt
def door(request: HttpRequest, rest: str) -> HttpResponse:
    """For everybody with a key: each address behind it asks for one; cookies mean nothing here."""
    try:
        found = resolve(f"/{rest}", "nakomen.desk.api.inside")
    except Http404:
        return told(Problem(404))
    answer: HttpResponse = found.func(request, *found.args, **found.kwargs)
    return answer


@everybody
@csrf_exempt
def nothing(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """No version of the door."""
    return told(Problem(404))
