"""Customers, their contacts and their subscriptions."""

from sqlalchemy import Insert, and_, case, null, or_

from nakomen.demo.provider import people
from nakomen.demo.provider.expressions import DAY_SECONDS, Day, Instant, padded, words
from nakomen.demo.provider.frame import A, Scope, each, fill, k, n
from nakomen.demo.provider.schema import CONTACT, CUSTOMER, SUBSCRIPTION


def customers(scope: Scope) -> Insert:
    gone = people.days_gone(n)
    birth = case(
        (or_(people.is_company(n), n % 6 == 0), null()), else_=Day(n * 7_919 % 23_000 - 10_900)
    )
    return fill(
        CUSTOMER,
        A,
        n <= scope.size.customers,
        id=n,
        number="K" + padded(n, 6),
        kind=case((people.is_company(n), "company"), else_="person"),
        name=people.name(n),
        company_name=people.company_name(n),
        email=people.email(n),
        phone=people.phone(n),
        street=people.street(n),
        postcode=people.postcode(n),
        city=people.city(n),
        iban=people.account(n),
        date_of_birth=birth,
        created_at=Instant(people.first_day(n, scope.day) * DAY_SECONDS + n * 61 % DAY_SECONDS),
        cancelled_on=case((gone.is_(None), null()), else_=Day(people.last_day(n, scope.day))),
        account_manager_id=1 + n % 5,
    )


def contacts(scope: Scope) -> Insert:
    """One for each company, two for one in four; contact 25 has the e-mail of her company."""
    own = "contact" + words(n) + "." + words(k) + "@bedrijf" + words(n) + ".example"
    return fill(
        CONTACT,
        each(2).join(CUSTOMER, CUSTOMER.c.id == n),
        and_(n <= scope.size.customers, people.is_company(n), or_(k == 1, n % 20 == 13)),
        id=2 * n - 2 + k,
        customer_id=n,
        name=people.name(n * 3 + k),
        email=case((and_(k == 1, n % 20 == 13), CUSTOMER.c.email), else_=own),
        phone=case((k == 1, CUSTOMER.c.phone), else_=null()),
    )


def subscriptions(scope: Scope) -> Insert:
    number = 2 * n - 2 + k
    mobile = people.is_mobile(n, k)
    gone = people.days_gone(n)
    first = people.first_day(n, scope.day) + (k - 1) * 400
    return fill(
        SUBSCRIPTION,
        each(2),
        and_(n <= scope.size.customers, or_(k == 1, n % 4 == 3)),
        id=number,
        customer_id=n,
        product=case(
            (and_(k == 1, mobile), "MOBIEL"),
            (k == 1, "HOSTING"),
            (mobile, "MOBIEL-DATA"),
            else_="DOMEIN",
        ),
        msisdn=case((mobile, people.msisdn(number)), else_=null()),
        started_on=Day(first),
        ended_on=case((gone.is_(None), null()), else_=Day(people.last_day(n, scope.day))),
    )
