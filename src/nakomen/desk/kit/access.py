"""
Who may open which address. An address without a rule is closed for everybody.

A rule stands on the view itself (`everybody`, `signed_in`, `staff`); views of packages have theirs
in `PACKAGE_RULES`, by the name of their address.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

View = TypeVar("View", bound=Callable[..., HttpResponse])
SECOND = "second_factor_made_here"
"""Set in a session in which somebody made a second factor: she has just shown it."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """
    *signed_in*: a password is enough, because a second factor is made there. *roles*: only those,
    with a second factor and a signed confidentiality statement.
    """

    signed_in: bool = False
    roles: frozenset[str] = frozenset()


OPEN, SIGNED_IN = Rule(), Rule(signed_in=True)
PACKAGE_RULES = {
    "account_login": OPEN,
    "account_logout": OPEN,
    "account_inactive": OPEN,
    "mfa_authenticate": OPEN,
    "account_reauthenticate": SIGNED_IN,
    "account_change_password": SIGNED_IN,
    "mfa_reauthenticate": SIGNED_IN,
    "mfa_reauthenticate_webauthn": SIGNED_IN,
    "mfa_index": SIGNED_IN,
    "mfa_activate_totp": SIGNED_IN,
    "mfa_deactivate_totp": SIGNED_IN,
    "mfa_list_webauthn": SIGNED_IN,
    "mfa_add_webauthn": SIGNED_IN,
    "mfa_edit_webauthn": SIGNED_IN,
    "mfa_remove_webauthn": SIGNED_IN,
    "mfa_view_recovery_codes": SIGNED_IN,
    "mfa_generate_recovery_codes": SIGNED_IN,
    "mfa_download_recovery_codes": SIGNED_IN,
    "usersessions_list": SIGNED_IN,
}


def everybody(view: View) -> View:
    """Anybody may open it, signed in or not."""
    return _ruled(view, OPEN)


def signed_in(view: View) -> View:
    """Who gave her password, also before she has a second factor."""
    return _ruled(view, SIGNED_IN)


def staff(*roles: str) -> Callable[[View], View]:
    """Colleagues with one of *roles*, a second factor and a signed confidentiality statement."""

    def ruled(view: View) -> View:
        return _ruled(view, Rule(roles=frozenset(roles)))

    return ruled


def _ruled(view: View, rule: Rule) -> View:
    view.rule = rule  # type: ignore[attr-defined]
    return view


class AccessMiddleware:
    """Lets a request through to its view, sends it where something is missing, or refuses it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], *_: Any
    ) -> HttpResponse | None:
        rule = rule_of(view, request.resolver_match.url_name)
        if rule is None:
            raise Http404
        if rule == OPEN:
            return None
        return missing(request, rule)


def rule_of(view: Callable[..., HttpResponse], name: str | None) -> Rule | None:
    """What stands on *view*, or for the address *name* of a package; None: closed."""
    own: Rule | None = getattr(view, "rule", None)
    return own or PACKAGE_RULES.get(name or "")


def missing(request: HttpRequest, rule: Rule) -> HttpResponse | None:
    """
    Where to get what the person still lacks; None when she may pass.

    Raises:
        PermissionDenied: her role is another, or she signed no confidentiality statement.
    """
    person = request.user
    if not person.is_authenticated:
        return redirect(f"{reverse('account_login')}?{urlencode({'next': request.path})}")
    if rule.signed_in:
        return None
    if not shown_second(request):
        return redirect("mfa_index")
    if person.role not in rule.roles or not person.signed_on:
        raise PermissionDenied
    return None


def shown_second(request: HttpRequest) -> bool:
    """The person has a second factor, and showed it in this session or made it there."""
    if not is_mfa_enabled(request.user):
        return False
    records = get_authentication_records(request, request.user)
    made_here = request.session.get(SECOND) == request.user.pk
    return made_here or any(record.get("method") == "mfa" for record in records)
