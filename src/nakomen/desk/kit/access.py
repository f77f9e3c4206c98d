"""
Who may open which address. An address without a rule is closed for everybody.

A rule stands on the view itself (`everybody`, `signed_in`, `staff`); views of packages have theirs
in `PACKAGE_RULES`, by the name of their address.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect
from django.urls import resolve, reverse
from django.utils.http import urlencode

from nakomen.desk.accounts.places import refused
from nakomen.desk.accounts.roles import ANY

View = TypeVar("View", bound=Callable[..., HttpResponse])
NOT_FROM_HERE = (
    "Vanaf dit internetadres is deze site niet te gebruiken. Klopt dat niet? Bel ons.\n"
    "This site cannot be used from this internet address. Is that not right? Call us.\n"
)
ASKED_OF_NOBODY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
SECOND = "second_factor_made_here"
"""Set in a session in which somebody made a second factor: she has just shown it."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """
    *signed_in*: a password is enough, because a second factor is made there. *roles*: only those,
    with a second factor and a signed confidentiality statement. *door*: anybody may open it, and
    only a colleague gets on from there. *customers*: who has an account as a customer too, with
    the second factor that she made, if she made one.
    """

    signed_in: bool = False
    roles: frozenset[str] = frozenset()
    door: bool = False
    customers: bool = False

    @property
    def open(self) -> bool:
        return self.door or self == OPEN


OPEN, SIGNED_IN, DOOR = Rule(), Rule(signed_in=True), Rule(door=True)
OWN = Rule(roles=frozenset(ANY), customers=True)
"""Of everybody who has one, for her own account."""
PACKAGE_RULES = {
    "account_login": OPEN,
    "account_logout": OPEN,
    "mfa_authenticate": OPEN,
    "account_reauthenticate": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "account_change_password": OWN,
    "mfa_reauthenticate": OWN,
    "mfa_reauthenticate_webauthn": OWN,
    "mfa_index": OWN,
    "mfa_deactivate_totp": OWN,
    "mfa_list_webauthn": OWN,
    "mfa_edit_webauthn": OWN,
    "mfa_remove_webauthn": OWN,
    "mfa_view_recovery_codes": OWN,
    "mfa_generate_recovery_codes": OWN,
    "mfa_download_recovery_codes": OWN,
    "usersessions_list": OWN,
}


def everybody(view: View) -> View:
    """Anybody may open it, signed in or not."""
    return _ruled(view, OPEN)


def door(view: View) -> View:
    """Anybody may open it who may come in from where she is; colleagues get on from there."""
    return _ruled(view, DOOR)


def signed_in(view: View) -> View:
    """Who gave her password, also before she has a second factor."""
    return _ruled(view, SIGNED_IN)


def own(view: View) -> View:
    """Everybody with an account, for what is hers alone."""
    return _ruled(view, OWN)


def customers(view: View) -> View:
    """Customers; of staff who is a customer too."""
    return _ruled(view, Rule(customers=True))


def staff(*roles: str) -> Callable[[View], View]:
    """Colleagues with one of *roles*, a second factor and a signed confidentiality statement."""

    def ruled(view: View) -> View:
        return _ruled(view, Rule(roles=frozenset(roles)))

    return ruled


def _ruled(view: View, rule: Rule) -> View:
    view.rule = rule  # type: ignore[attr-defined]
    return view


class PlacesMiddleware:
    """Whoever may not come in from where she is meets the same answer at every address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if refused(request, staff=False):
            return HttpResponseForbidden(NOT_FROM_HERE, content_type="text/plain; charset=utf-8")
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: Any
    ) -> None:
        """Where only colleagues may not come in, their pages are not there for anybody."""
        rule = rule_of(view, request.resolver_match.url_name)
        if rule and rule != OPEN and _of_staff(request, rule) and refused(request, staff=True):
            logout(request)
            raise Http404


def _of_staff(request: HttpRequest, rule: Rule) -> bool:
    """A colleague asks, or nobody knows who, for what only colleagues open."""
    if request.user.is_authenticated:
        return request.user.role in ANY
    # What is anybody's own belongs to customers too; the door of staff does not.
    return rule.door or (bool(rule.roles) and not rule.customers)


class AccessMiddleware:
    """Lets a request through to its view, sends it where something is missing, or refuses it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # On a machine that people share, "back" shows nothing of who was there before.
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", ASKED_OF_NOBODY)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: Any
    ) -> HttpResponse | None:
        rule = rule_of(view, request.resolver_match.url_name)
        if rule is None:
            raise Http404
        return None if rule.open else missing(request, rule)


def rule_of(view: Callable[..., HttpResponse], name: str | None) -> Rule | None:
    """What stands on *view*, or for the address *name* of a package; None: closed."""
    own: Rule | None = getattr(view, "rule", None)
    return own or PACKAGE_RULES.get(name or "")


def missing(request: HttpRequest, rule: Rule) -> HttpResponse | None:
    """
    Where to get what the person still lacks; None when she may pass.

    Raises:
        PermissionDenied: her role is another.
    """
    person = request.user
    if not person.is_authenticated:
        return _to_login(request)
    if not shown_second(request):
        if is_mfa_enabled(person):
            # With her password alone, from before she made a second factor: perhaps not her.
            logout(request)
            return _to_login(request)
        if person.works_here:
            return None if rule.signed_in else redirect("mfa_activate_totp")
    if not _may(person, rule):
        raise PermissionDenied
    return None


def _may(person: Any, rule: Rule) -> bool:
    # Somebody who works here may be a customer too: then she has opened an account as one.
    hers = rule.customers and hasattr(person, "customer")
    return rule.signed_in or person.role in rule.roles or hers


def _to_login(request: HttpRequest) -> HttpResponse:
    return redirect(f"{reverse('account_login')}?{urlencode({'next': request.path})}")


def shown_second(request: HttpRequest) -> bool:
    """The person has a second factor, and showed it in this session or made it there."""
    if not hasattr(request, "shown_second"):
        records = get_authentication_records(request, request.user)
        showed = any(record.get("method") == "mfa" for record in records)
        made_here = request.session.get(SECOND) == request.user.pk
        request.shown_second = (showed or made_here) and is_mfa_enabled(request.user)
    return bool(request.shown_second)


@cache
def _rule_named(name: str) -> Rule | None:
    return rule_of(resolve(reverse(name)).func, name)


def may_open(request: HttpRequest, name: str) -> bool:
    """Whether the page *name* would open for her now: what a menu shows."""
    rule = _rule_named(name)
    person = request.user
    if rule is None or rule.signed_in or not person.is_authenticated:
        return False
    works_here = person.role in ANY
    if works_here and (not shown_second(request) or refused(request, staff=True)):
        return False
    return _may(person, rule)
