"""
What stands in each table: one SELECT over the number table, nothing decided by chance.

A customer is a number *n*. Her subscriptions are 2n-1 and 2n, her tickets and contacts too; her
invoices, logins and calls count on from those of customer n-1. `cast.py` relies on this.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Insert,
    Select,
    Table,
    and_,
    case,
    func,
    insert,
    literal,
    null,
    or_,
    select,
)

from nakomen.demo.provider import people, vocabulary
from nakomen.demo.provider.expressions import (
    DAY_SECONDS,
    Day,
    Instant,
    Number,
    Words,
    day_number,
    padded,
    pick,
    scattered,
    words,
)
from nakomen.demo.provider.schema import (
    CALL,
    CALL_RECORD,
    CONTACT,
    CUSTOMER,
    INVOICE,
    INVOICE_LINE,
    LOGIN_EVENT,
    PAYMENT,
    SUBSCRIBER,
    SUBSCRIPTION,
    TICKET,
    TICKET_MESSAGE,
)

FIRST_CALL: Final = 1_001
"""Calls below this id are those of the cast."""
FIRST_READER: Final = 1_000_001
"""Subscribers from this id on are no customers."""
LINES: Final = 3
TWO_YEARS_S: Final = 730 * DAY_SECONDS


@dataclass(frozen=True, kw_only=True)
class Size:
    """How much there is; *calls_each* holds for the four in five customers who call."""

    customers: int
    calls_each: int
    invoices_each: int = 10
    logins_each: int = 10


@dataclass(frozen=True, kw_only=True)
class Scope:
    """One generation: its size, and the day on which the data will be looked at."""

    size: Size
    today: date

    @property
    def day(self) -> int:
        return day_number(self.today)


_A: Final = people.NUMBER.alias("a")
_B: Final = people.NUMBER.alias("b")
n: Final[Number] = _A.c.n
k: Final[Number] = _B.c.n


def _fill(
    table: Table, source: FromClause, where: ColumnElement[bool], **columns: ColumnElement[Any]
) -> Insert:
    rows: Select[Any] = select(*columns.values()).select_from(source).where(where)
    return insert(table).from_select(list(columns), rows)


def _each(count: int) -> FromClause:
    """Every number *n* with every *k* from 1 to *count*."""
    return _A.join(_B, k <= count)


def customers(scope: Scope) -> Insert:
    gone = people.days_gone(n)
    birth = case(
        (or_(people.is_company(n), n % 6 == 0), null()), else_=Day(n * 7_919 % 23_000 - 10_900)
    )
    return _fill(
        CUSTOMER,
        _A,
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
    return _fill(
        CONTACT,
        _each(2).join(CUSTOMER, CUSTOMER.c.id == n),
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
    return _fill(
        SUBSCRIPTION,
        _each(2),
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


def _cents(invoice_id: Number, line: Number | int) -> Number:
    return 1500 + (invoice_id * 37 + line * 500) % 3000


def _issued(scope: Scope) -> Number:
    """
    The day number of invoice *k* of customer *n*, the youngest first, about one a year.

    Two in ten customers have one on the last day that may go (AWR artikel 52) and one on the
    first day that must stay.
    """
    line = date(scope.today.year - 7, 1, 1)
    on_the_line = (n % 10).in_([7, 8])
    return case(
        (and_(on_the_line, k == 8), day_number(line)),
        (and_(on_the_line, k == 9), day_number(line) - 1),
        else_=people.last_day(n, scope.day) - 40 - (k - 1) * 350 - n * 13 % 310,
    )


def invoices(scope: Scope) -> Insert:
    number = (n - 1) * scope.size.invoices_each + k
    payer = CUSTOMER.c
    return _fill(
        INVOICE,
        _each(scope.size.invoices_each).join(CUSTOMER, CUSTOMER.c.id == n),
        n <= scope.size.customers,
        id=number,
        number="F" + padded(number, 9),
        customer_id=n,
        issued_on=Day(_issued(scope)),
        total=sum((_cents(number, line) for line in range(2, LINES + 1)), _cents(number, 1))
        / 100.0,
        bill_name=func.coalesce(payer.company_name, payer.name),
        bill_address=payer.street + ", " + payer.postcode + " " + payer.city,
    )


def invoice_lines(_scope: Scope) -> Insert:
    return _fill(
        INVOICE_LINE,
        INVOICE.join(_B, k <= LINES),
        literal(True),
        id=(INVOICE.c.id - 1) * LINES + k,
        invoice_id=INVOICE.c.id,
        description=pick(tuple(vocabulary.PRODUCTS.values()), INVOICE.c.id + k),
        amount=_cents(INVOICE.c.id, k) / 100.0,
    )


def payments(scope: Scope) -> Insert:
    """One for each invoice; the youngest of one in three customers is not paid yet."""
    number = (n - 1) * scope.size.invoices_each + k
    return _fill(
        PAYMENT,
        _each(scope.size.invoices_each)
        .join(INVOICE, INVOICE.c.id == number)
        .join(CUSTOMER, CUSTOMER.c.id == n),
        n <= scope.size.customers,
        id=number,
        invoice_id=number,
        paid_on=case((and_(k == 1, n % 3 == 1), null()), else_=Day(_issued(scope) + 5 + n % 20)),
        amount=INVOICE.c.total,
        iban=CUSTOMER.c.iban,
    )


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
    return _fill(
        table,
        _each(scope.size.calls_each),
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
    return _fill(
        LOGIN_EVENT,
        _each(scope.size.logins_each),
        n <= scope.size.customers,
        id=(n - 1) * scope.size.logins_each + k,
        customer_id=n,
        ip=case((k % 4 == 0, "198.51.100." + words(1 + (n + k) % 254)), else_=people.ip(n)),
        at=Instant(people.last_day(n, scope.day) * DAY_SECONDS - 1 - ago),
    )


def _opened_s(customer: Number, ticket: Number, scope: Scope) -> Number:
    """The second in which ticket 1 or 2 of a customer was opened: some time in five years."""
    ago = 2 + (customer * 53 + ticket * 211) % 1800
    return (
        (people.last_day(customer, scope.day) - ago) * DAY_SECONDS + 28_800 + customer * 7 % 30_000
    )


def tickets(scope: Scope) -> Insert:
    return _fill(
        TICKET,
        _each(2),
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
    return _fill(
        TICKET_MESSAGE,
        TICKET.join(_B, k <= 3).join(CUSTOMER, writer.id == TICKET.c.customer_id),
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
    return _fill(
        SUBSCRIBER,
        _A,
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
    return _fill(
        SUBSCRIBER,
        _A,
        n <= scope.size.customers // 8,
        id=FIRST_READER - 1 + n,
        email="lezer" + words(n) + "@lezers.example",
        list=literal("nieuwsbrief"),
        subscribed_at=Instant((scope.day - 10 - n % 2000) * DAY_SECONDS + n * 89 % DAY_SECONDS),
        confirmed_ip=case((n % 2 == 0, null()), else_="198.51.100." + words(1 + n % 254)),
    )
