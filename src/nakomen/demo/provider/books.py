"""Invoices, their lines and payments."""

from datetime import date
from typing import Final

from sqlalchemy import Insert, and_, case, func, literal, null

from nakomen.demo.provider import people, vocabulary
from nakomen.demo.provider.expressions import Day, Number, day_number, padded, pick
from nakomen.demo.provider.frame import B, Scope, each, fill, k, n
from nakomen.demo.provider.schema import CUSTOMER, INVOICE, INVOICE_LINE, PAYMENT

LINES: Final = 3


def _cents(invoice_id: Number, line: Number | int) -> Number:
    return 1500 + (invoice_id * 37 + line * 500) % 3000


def _issued(scope: Scope) -> Number:
    """
    The day number of invoice *k* of customer *n*, the youngest first, about one a year.

    Two in ten customers have one on the last day that may go (AWR artikel 52) and one on the
    first day that must stay.
    """
    line = date(scope.today.year - 7, 1, 1)
    return case(
        (and_(_on_the_line(), k == 8), day_number(line)),
        (and_(_on_the_line(), k == 9), day_number(line) - 1),
        else_=people.last_day(n, scope.day) - 40 - (k - 1) * 350 - n * 13 % 310,
    )


def _on_the_line() -> people.Truth:
    return (n % 10).in_([7, 8])


def invoices(scope: Scope) -> Insert:
    number = (n - 1) * scope.size.invoices_each + k
    payer = CUSTOMER.c
    return fill(
        INVOICE,
        each(scope.size.invoices_each).join(CUSTOMER, CUSTOMER.c.id == n),
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
    return fill(
        INVOICE_LINE,
        INVOICE.join(B, k <= LINES),
        literal(True),
        id=(INVOICE.c.id - 1) * LINES + k,
        invoice_id=INVOICE.c.id,
        description=pick(tuple(vocabulary.PRODUCTS.values()), INVOICE.c.id + k),
        amount=_cents(INVOICE.c.id, k) / 100.0,
    )


def payments(scope: Scope) -> Insert:
    """
    One for each invoice; the youngest of one in three customers is not paid yet.

    Of the invoices of 31 December half are paid the same day, half in the next book year.
    """
    number = (n - 1) * scope.size.invoices_each + k
    return fill(
        PAYMENT,
        each(scope.size.invoices_each)
        .join(INVOICE, INVOICE.c.id == number)
        .join(CUSTOMER, CUSTOMER.c.id == n),
        n <= scope.size.customers,
        id=number,
        invoice_id=number,
        paid_on=case(
            (and_(k == 1, n % 3 == 1), null()),
            (_on_the_line() & (k == 9) & (n % 20 < 10), Day(_issued(scope))),
            else_=Day(_issued(scope) + 5 + n % 20),
        ),
        amount=INVOICE.c.total,
        iban=CUSTOMER.c.iban,
    )
