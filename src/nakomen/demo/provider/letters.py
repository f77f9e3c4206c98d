"""Tickets with their messages, and the newsletter."""

from typing import Final

from sqlalchemy import Insert, and_, case, func, literal, null, or_

from nakomen.demo.provider import people, vocabulary
from nakomen.demo.provider.expressions import DAY_SECONDS, Instant, Number, Words, pick, words
from nakomen.demo.provider.frame import A, B, Scope, each, fill, k, n
from nakomen.demo.provider.schema import CUSTOMER, SUBSCRIBER, TICKET, TICKET_MESSAGE

FIRST_READER: Final = 1_000_001
"""Subscribers from this id on are no customers."""


def _opened_s(customer: Number, ticket: Number, scope: Scope) -> Number:
    """The second in which ticket 1 or 2 of a customer was opened: some time in five years."""
    ago = 2 + (customer * 53 + ticket * 211) % 1800
    return (
        (people.last_day(customer, scope.day) - ago) * DAY_SECONDS + 28_800 + customer * 7 % 30_000
    )


def tickets(scope: Scope) -> Insert:
    return fill(
        TICKET,
        each(2),
        and_(n <= scope.size.customers, or_(k == 1, n % 2 == 1)),
        id=2 * n - 2 + k,
        customer_id=n,
        subject=pick(vocabulary.SUBJECTS, n + k),
        opened_at=Instant(_opened_s(n, k, scope)),
    )


def ticket_messages(scope: Scope) -> Insert:
    """Three a ticket; the text names the customer, her addresses, now and then a BSN."""
    writer = CUSTOMER.c
    which = TICKET.c.id - 2 * (TICKET.c.customer_id - 1)
    body: Words = pick(vocabulary.MESSAGES, TICKET.c.id + k)
    facts = {
        "{name}": writer.name,
        "{email}": writer.email,
        "{phone}": func.coalesce(writer.phone, "mijn mobiel"),
        "{bsn}": pick(vocabulary.TEST_BSNS, TICKET.c.id),
    }
    for place, value in facts.items():
        body = func.replace(body, place, value)
    return fill(
        TICKET_MESSAGE,
        TICKET.join(B, k <= 3).join(CUSTOMER, writer.id == TICKET.c.customer_id),
        literal(True),
        id=(TICKET.c.id - 1) * 3 + k,
        ticket_id=TICKET.c.id,
        body=body,
        at=Instant(_opened_s(TICKET.c.customer_id, which, scope) + (k - 1) * 7_200),
    )


def subscribers(scope: Scope) -> Insert:
    """Three customers in four, in one of three with capitals."""
    loud = "Klant" + words(n + 8981) + "@POST.example"
    ago = 30 + n * 29 % 2500
    return fill(
        SUBSCRIBER,
        A,
        and_(n <= scope.size.customers, n % 4 != 0),
        id=n,
        email=case((and_(n % 3 == 0, ~people.is_company(n)), loud), else_=people.email(n)),
        list=case((people.is_company(n), "zakelijk"), else_="nieuwsbrief"),
        subscribed_at=Instant(
            (people.last_day(n, scope.day) - ago) * DAY_SECONDS + n * 97 % DAY_SECONDS
        ),
        confirmed_ip=case((n % 6 == 0, null()), else_=people.ip(n)),
    )


def readers(scope: Scope) -> Insert:
    """People in the newsletter who are no customers, one to eight customers."""
    return fill(
        SUBSCRIBER,
        A,
        n <= scope.size.customers // 8,
        id=FIRST_READER - 1 + n,
        email="lezer" + words(n) + "@lezers.example",
        list=literal("nieuwsbrief"),
        subscribed_at=Instant((scope.day - 10 - n % 2000) * DAY_SECONDS + n * 89 % DAY_SECONDS),
        confirmed_ip=case((n % 2 == 0, null()), else_="198.51.100." + words(1 + n % 254)),
    )
