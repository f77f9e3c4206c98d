"""Keys of programs: made, known again, counted."""

import hashlib
import secrets
from datetime import date, timedelta

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.api.models import Token
from nakomen.desk.api.problems import Problem
from nakomen.desk.api.scopes import Scope
from nakomen.desk.kit.cached import times

PREFIX = "nk_"
"""So that a search for leaked keys knows one."""
A_MINUTE = 300
"""Requests of one key."""
WRONG_A_MINUTE = 30
"""Requests without a good key from one place."""
MINUTE_S = 60


def make(name: str, scopes: list[Scope], until: date, by: Colleague) -> str:
    """A new key; nobody can read it back."""
    key = PREFIX + secrets.token_urlsafe(32)
    Token.objects.create(
        name=name,
        digest=digest(key),
        scopes=[scope.value for scope in scopes],
        made_by=by,
        made_at=timezone.now(),
        until=until,
    )
    return key


def digest(key: str) -> str:
    """A key has 256 random bits: nobody finds it by trying, so a plain digest is enough."""
    return hashlib.sha256(key.encode()).hexdigest()


def of(request: HttpRequest, key: str) -> Token:
    """
    The token that *key* is, counted and noted.

    Raises:
        Problem: nobody has it, it is over, or it asks too often.
    """
    token: Token | None = Token.objects.filter(digest=digest(key)).first() if key else None
    if token is None or not token.opens:
        _count(f"api-wrong-{request.META.get('REMOTE_ADDR', '')}", WRONG_A_MINUTE)
        raise Problem(401, headers={"WWW-Authenticate": 'Bearer realm="nakomen"'})
    _count(f"api-{token.pk}", A_MINUTE)
    _used(token)
    return token


def may(token: Token, scope: Scope) -> bool:
    return scope.value in token.scopes


def _count(what: str, most: int) -> None:
    """
    Raises:
        Problem: this minute it was too often.
    """
    now = timezone.now()
    name = f"{what}-{now:%H%M}"
    if times(name, 2 * MINUTE_S) > most:
        raise Problem(429, headers={"Retry-After": str(MINUTE_S - now.second)})


def _used(token: Token) -> None:
    """When it was used last, to the minute: a busy program does not write each time."""
    now = timezone.now()
    before = Q(used_at=None) | Q(used_at__lt=now - timedelta(seconds=MINUTE_S))
    Token.objects.filter(before, pk=token.pk).update(used_at=now)
