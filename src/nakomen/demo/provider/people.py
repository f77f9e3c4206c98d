"""What is true of customer number *n*: SQL expressions, the same for every table that asks."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    MetaData,
    Table,
    and_,
    case,
    func,
    null,
    or_,
)

from nakomen.demo.provider import cast, vocabulary
from nakomen.demo.provider.expressions import Number, Words, iban, padded, pick, scattered, words

Truth = ColumnElement[bool]
NUMBER: Final = Table(
    "zonneveld_number",
    MetaData(),
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    prefixes=["TEMPORARY"],
)
"""1, 2, 3 … as many as there are customers; gone when the connection closes."""

_LEFT: Final = {c.id: c.cancelled_days_ago for c in cast.CUSTOMERS if c.cancelled_days_ago}


def is_company(n: Number) -> Truth:
    return (n % 10).in_([3, 4])


def has_calls(n: Number) -> Truth:
    """One in five has hosting only."""
    return n % 5 != 0


def is_mobile(n: Number, k: Number) -> Truth:
    """Subscription *k* (1 or 2) of the customer has a telephone number."""
    return or_(and_(k == 1, has_calls(n)), and_(k == 2, n % 8 == 7))


def household(n: Number) -> Number:
    """The customer whose address and internet line this one shares: 8 and 9 live with 7."""
    return case((n % 20 == 8, n - 1), (n % 20 == 9, n - 2), else_=n)


def days_gone(n: Number) -> Number:
    """How many days ago the customer left; NULL for who is still there."""
    years = case((n % 10 == 6, 200 + n * 37 % 3200), (n % 50 == 21, 1 + n % 85))
    return case(_LEFT, value=n, else_=years)


def last_day(n: Number, today: int) -> Number:
    """The day number on which the customer left, or today."""
    return today - func.coalesce(days_gone(n), 0)


def first_day(n: Number, today: int) -> Number:
    return last_day(n, today) - 3700 - n * 37 % 1500


def name(n: Number) -> Words:
    first = pick(vocabulary.FIRST_NAMES, n)
    return first + " " + pick(vocabulary.LAST_NAMES, n * 7)


def company_name(n: Number) -> Words:
    kind = pick(vocabulary.COMPANY_KINDS, n)
    title = kind + " " + pick(vocabulary.COMPANY_NAMES, n) + " " + words(n)
    return case((is_company(n), title + " " + pick(vocabulary.COMPANY_FORMS, n)))


def email(n: Number) -> Words:
    """Mostly lower case; customer 22 is klant9003."""
    count = words(n + 8981)
    return case(
        (is_company(n), "info@bedrijf" + words(n) + ".example"),
        (n % 50 == 29, "Klant" + count + "@Post.Example"),
        else_="klant" + count + "@post.example",
    )


def msisdn(subscription_id: Number) -> Words:
    """As `cast.msisdn_of`."""
    return "+3164" + padded(scattered(subscription_id, 7919, 10**7), 7)


def phone(n: Number) -> Words:
    """
    The contact number, in five ways of writing.

    A couple (7 and 8) gives the husband's mobile, two companies (13 and 14) one switchboard.
    """
    digits = "1" + padded(scattered(n, 104_729, 10**7), 7)
    return case(
        (n % 20 == 16, null()),
        (n % 20 == 7, "06-4" + func.substr(msisdn(2 * n + 1), 6)),
        (n % 20 == 8, msisdn(2 * n - 1)),
        (n % 20 == 13, "030-2" + padded(n, 6)),
        (n % 20 == 14, "+31302" + padded(n - 1, 6)),
        (n % 4 == 0, "+316" + digits),
        (n % 4 == 1, "06-" + digits),
        (n % 4 == 2, "0031 6 " + digits),
        else_="06 " + digits,
    )


def account(n: Number) -> Words:
    """The bank account; the couple has a joint one."""
    return iban(case((n % 20 == 8, n - 1), else_=n))


def street(n: Number) -> Words:
    home = household(n)
    return pick(vocabulary.STREETS, home) + " " + words(1 + home * 7 % 400)


def postcode(n: Number) -> Words:
    home = household(n)
    return words(1000 + home * 31 % 8999) + " " + pick(vocabulary.POSTCODE_LETTERS, home)


def city(n: Number) -> Words:
    return pick(vocabulary.CITIES, household(n))


def ip(n: Number) -> Words:
    """An address from the ranges for documentation, RFC 5737 and RFC 3849."""
    home = household(n)
    return case(
        (n % 10 == 2, "2001:db8::" + words(home % 9999)),
        else_="203.0.113." + words(1 + home % 254),
    )
