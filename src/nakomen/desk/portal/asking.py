"""Asking: what, who, in which words, and is this right? Four pages, each with one question."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from nakomen.desk.dossiers import flow, proving
from nakomen.desk.dossiers.models import Channel
from nakomen.desk.dossiers.rights import ASKED, Right
from nakomen.desk.kit.access import everybody
from nakomen.desk.kit.words import lang
from nakomen.desk.portal import limits, session
from nakomen.desk.portal.forms import What, Who, Words

STEPS = 4
_ways = require_http_methods(["GET", "HEAD", "POST"])


@everybody
@_ways
def what(request: HttpRequest) -> HttpResponse:
    """What do you want?"""
    form = What(request.POST or None, initial=session.answers(request))
    if form.is_valid():
        session.remember(request, right=form.cleaned_data["right"])
        return redirect("ask-who")
    return _page(request, "portal/what.html", form, 1)


@everybody
@_ways
def complain(request: HttpRequest) -> HttpResponse:
    """A complaint has an address of its own; a button begins it, so that a scanner begins none."""
    if request.method == "POST":
        session.remember(request, right=Right.COMPLAINT.value)
        return redirect("ask-who")
    return render(request, "portal/complaint.html")


@everybody
@_ways
def who(request: HttpRequest) -> HttpResponse:
    """Who are you?"""
    if "right" not in session.answers(request):
        return redirect("ask")
    form = Who(request.POST or None, initial=session.answers(request))
    if form.is_valid():
        session.remember(request, **form.cleaned_data)
        return redirect("ask-words")
    return _page(request, "portal/who.html", form, 2)


@everybody
@_ways
def words(request: HttpRequest) -> HttpResponse:
    """What more do you want to say?"""
    given = session.answers(request)
    if "email" not in given:
        return redirect("ask-who")
    form = Words(Right(given["right"]), request.POST or None, initial=given)
    if form.is_valid():
        session.remember(request, **form.cleaned_data)
        return redirect("ask-send")
    return _page(request, "portal/words.html", form, 3)


@everybody
@_ways
def send(request: HttpRequest) -> HttpResponse:
    """Is this right? Only a button sends it."""
    given = session.answers(request)
    if request.method == "POST" and not given and (before := session.last(request)):
        return redirect("follow", before)
    if "words" not in given:
        return redirect("ask-words")
    if request.method != "POST":
        return _page(request, "portal/send.html", None, 4, given=_told(given))
    if limits.too_many(request, given["email"]):
        return render(request, "portal/too-many.html", status=429)
    case = flow.receive(channel=Channel.PORTAL, language=lang().value, **given)
    session.sent(request, case)
    if proving.possible():
        proving.send(case, first=True)
    return redirect("follow", case.token)


def _told(given: dict[str, Any]) -> dict[str, Any]:
    return {**given, "whole": ASKED[Right(given["right"])].whole.in_(lang())}


def _page(
    request: HttpRequest, template: str, form: forms.Form | None, step: int, **more: Any
) -> HttpResponse:
    wrong = bool(form and form.errors)
    page = {"form": form, "step": step, "steps": STEPS, **more}
    return render(request, template, page, status=422 if wrong else 200)
