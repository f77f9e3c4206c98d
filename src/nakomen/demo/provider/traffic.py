"""Calls and logins."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Insert, Table, and_, case, null

from nakomen.demo.provider import people, vocabulary
from nakomen.demo.provider.expressions import (
    DAY_SECONDS,
    Instant,
    Number,
    Words,
    padded,
    pick,
    scattered,
    words,
)
from nakomen.demo.provider.frame import Scope, each, fill, k, n
from nakomen.demo.provider.schema import CALL, CALL_RECORD, LOGIN_EVENT

FIRST_CALL: Final = 1_001
"""Calls below this id are those of the cast."""
TWO_YEARS_S: Final = 730 * DAY_SECONDS


def _subscription_that_calls() -> Number:
    """A fifth of the calls of who has a second mobile are on that."""
    return case((and_(n % 8 == 7, k % 5 == 0), 2 * n), else_=2 * n - 1)


def _other_party(scope: Scope) -> Words:
    """Another customer in one call of three, else somebody outside."""
    other = 1 + (n * 31 + k * 17) % scope.size.customers
    outside = pick(vocabulary.LANDLINES, n + k) + padded(scattered(n * 131 + k, 613, 10**7), 7)
    inside = and_(k % 3 == 0, people.has_calls(other), other != n)
    return case((inside, people.msisdn(2 * other - 1)), else_=outside)


def _calls(scope: Scope, table: Table, **more: ColumnElement[Any]) -> Insert:
    """Spread over the last two years as a customer; one in ten is an incoming call."""
    own = people.msisdn(_subscription_that_calls())
    outside = case((k % 20 == 19, null()), else_="+3188" + padded(scattered(n + k, 977, 10**7), 7))
    spread = scattered(n * 7919 + k * 104_729, 613, TWO_YEARS_S)
    started = people.last_day(n, scope.day) * DAY_SECONDS - 1 - spread
    return fill(
        table,
        each(scope.size.calls_each),
        and_(n <= scope.size.customers, people.has_calls(n)),
        id=FIRST_CALL + (n - 1) * scope.size.calls_each + k - 1,
        caller=case((k % 10 == 9, outside), else_=own),
        callee=case((k % 10 == 9, own), else_=_other_party(scope)),
        started_at=Instant(started),
        seconds=scattered(n + k * 13, 7, 3600),
        **more,
    )


def call_records(scope: Scope) -> Insert:
    return _calls(scope, CALL_RECORD, subscription_id=_subscription_that_calls())


def calls(scope: Scope) -> Insert:
    return _calls(scope, CALL)


def login_events(scope: Scope) -> Insert:
    """Over the last 400 days; logins are promised to go after six months."""
    ago = ((n * 31 + k * 53) % 400) * DAY_SECONDS + n * k * 17 % DAY_SECONDS
    return fill(
        LOGIN_EVENT,
        each(scope.size.logins_each),
        n <= scope.size.customers,
        id=(n - 1) * scope.size.logins_each + k,
        customer_id=n,
        ip=case((k % 4 == 0, "198.51.100." + words(1 + (n + k) % 254)), else_=people.ip(n)),
        at=Instant(people.last_day(n, scope.day) * DAY_SECONDS - 1 - ago),
    )
