"""
The people whom tests and the demo know by name: the same in every size and every database.

All are invented. Names of domains end on .example (RFC 2606), addresses of machines come from
the ranges for documentation (RFC 5737), the bank FICT does not exist.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Customer:
    """A row of `customer` with known id. *phone* is as stored; *msisdns* are E.164."""

    id: int
    name: str
    email: str
    phone: str | None
    msisdns: tuple[str, ...]
    company_name: str | None = None
    subscriber_email: str | None = None
    """As it stands in the newsletter; None: she does not receive it."""
    cancelled_days_ago: int | None = None

    @property
    def number(self) -> str:
        """
        The customer number.

        >>> ANNA.number
        'K000007'
        """
        return f"K{self.id:06d}"


@dataclass(frozen=True, kw_only=True)
class Employee:
    """A row of `staff`."""

    id: int
    name: str
    email: str


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Somebody who is in the newsletter and is no customer."""

    id: int
    email: str


def msisdn_of(subscription_id: int) -> str:
    """
    The mobile number that belongs to a subscription, E.164.

    >>> msisdn_of(13)
    '+31640102947'
    """
    return f"+3164{subscription_id * 7919 % 10_000_000:07d}"


def contact_digits_of(customer_id: int) -> str:
    """
    What stands behind 06 in a customer's contact number.

    >>> contact_digits_of(9)
    '10942561'
    """
    return f"1{customer_id * 104_729 % 10_000_000:07d}"


ANNA: Final = Customer(
    id=7,
    name="Anna de Wit",
    email="anna.dewit@post.example",
    phone="06-" + msisdn_of(15)[4:],
    msisdns=(msisdn_of(13), msisdn_of(14)),
    subscriber_email="Anna.DeWit@Post.Example",
)
"""Two subscriptions; her contact number is her husband's mobile, written in another way."""

DAAN: Final = Customer(
    id=8,
    name="Daan de Wit",
    email="daan.dewit@post.example",
    phone=msisdn_of(15),
    msisdns=(msisdn_of(15),),
)
"""Her husband: same address, same contact number, same (joint) bank account."""

LOTTE: Final = Customer(
    id=9,
    name="Lotte de Wit",
    email="lotte.dewit@post.example",
    phone="06-" + contact_digits_of(9),
    msisdns=(msisdn_of(17),),
    subscriber_email="lotte.dewit@post.example",
)
"""Lives with them: same address and internet line, own number and account."""

BRAM_AT_HOME: Final = Customer(
    id=11,
    name="Bram Bakker",
    email="bram@thuis.example",
    phone="+316" + contact_digits_of(11),
    msisdns=(msisdn_of(21),),
    subscriber_email="bram@thuis.example",
)
"""Bram as a customer. He and Anna call one another."""

OTHER_ANNA: Final = Customer(
    id=19,
    name="Anna de Wit",
    email="anna.de.wit@post.example",
    phone="06-" + contact_digits_of(19),
    msisdns=(msisdn_of(37),),
    subscriber_email="anna.de.wit@post.example",
)
"""Another person with Anna's name; one dot more in the e-mail address."""

JAN: Final = Customer(
    id=17,
    name="Jan de Vries",
    email="jan.devries@post.example",
    phone="+316" + contact_digits_of(17),
    msisdns=(msisdn_of(33),),
    subscriber_email="jan.devries@post.example",
)
OTHER_JAN: Final = Customer(
    id=18,
    name="Jan de Vries",
    email="jan.de.vries@post.example",
    phone="0031 6 " + contact_digits_of(18),
    msisdns=(msisdn_of(35),),
    subscriber_email="Jan.de.Vries@post.example",
)
KLANT9003: Final = Customer(
    id=22,
    name="Zoë van 't Hooft",
    email="klant9003@post.example",
    phone="06 " + contact_digits_of(22),
    msisdns=(msisdn_of(43),),
    subscriber_email="klant9003@post.example",
)
KLANT9003_AS_GIVEN: Final = "KLANT9003@POST.EXAMPLE"
"""How she writes her address when she asks for her data."""

COMPANY: Final = Customer(
    id=13,
    name="Ökçe Yıldız",
    company_name="Fietsenmakerij De Ketting B.V.",
    email="info@deketting.example",
    phone="030-2000013",
    msisdns=(msisdn_of(25),),
    subscriber_email="info@deketting.example",
)
"""Contact 25 has the e-mail address of the company, contact 26 her own."""

OTHER_COMPANY: Final = Customer(
    id=14,
    name="Klaas de Boer",
    company_name="Drukkerij Inktvis V.O.F.",
    email="administratie@inktvis.example",
    phone="+31302000013",
    msisdns=(msisdn_of(27),),
    subscriber_email="administratie@inktvis.example",
)
"""Same building, same switchboard as COMPANY."""

CANCELLED: Final = Customer(
    id=26,
    name="Fatima el Amrani",
    email="fatima@oud.example",
    phone="06-" + contact_digits_of(26),
    msisdns=(msisdn_of(51),),
    subscriber_email="fatima@oud.example",
    cancelled_days_ago=1162,
)
"""Left three years ago; still has invoices that must be kept."""

LONG_GONE: Final = Customer(
    id=6,
    name="Piet Visser",
    email="piet.visser@oud.example",
    phone=None,
    msisdns=(msisdn_of(11),),
    subscriber_email="piet.visser@oud.example",
    cancelled_days_ago=3700,
)
"""Left ten years ago; no invoice has to be kept any more."""

LEFT_89: Final = Customer(
    id=30,
    name="Emma Smit",
    email="vertrek89@post.example",
    phone="0031 6 " + contact_digits_of(30),
    msisdns=(),
    subscriber_email="vertrek89@post.example",
    cancelled_days_ago=89,
)
LEFT_90: Final = Customer(
    id=31,
    name="Sem Mulder",
    email="vertrek90@post.example",
    phone="06 " + contact_digits_of(31),
    msisdns=(msisdn_of(61), msisdn_of(62)),
    subscriber_email="vertrek90@post.example",
    cancelled_days_ago=90,
)
LEFT_91: Final = Customer(
    id=32,
    name="Noor Bos",
    email="vertrek91@post.example",
    phone="+316" + contact_digits_of(32),
    msisdns=(msisdn_of(63),),
    cancelled_days_ago=91,
)
"""Left 89, 90 and 91 days ago; within 90 days everything should be gone."""

CUSTOMERS: Final = (
    LONG_GONE,
    ANNA,
    DAAN,
    LOTTE,
    BRAM_AT_HOME,
    COMPANY,
    OTHER_COMPANY,
    JAN,
    OTHER_JAN,
    OTHER_ANNA,
    KLANT9003,
    CANCELLED,
    LEFT_89,
    LEFT_90,
    LEFT_91,
)

BRAM: Final = Employee(id=1, name="Bram Bakker", email="bram.bakker@zonneveld.example")
CHAIMA: Final = Employee(id=2, name="Chaima Haddad", email="chaima.haddad@zonneveld.example")
"""The privacy officer."""
STAFF: Final = (
    BRAM,
    CHAIMA,
    Employee(id=3, name="Willem 't Hooft", email="willem.thooft@zonneveld.example"),
    Employee(id=4, name="Sanne Meijer", email="sanne.meijer@zonneveld.example"),
    Employee(id=5, name="Mehmet Öz", email="mehmet.oz@zonneveld.example"),
)

READER: Final = Reader(id=1_000_001, email="lezer1@lezers.example")
"""In the newsletter only."""

MESSAGE_ABOUT_ANNA: Final = 61
"""A `ticket_message` in Bram's ticket 21 that names Anna: his row, her name."""
MESSAGE_ABOUT_DAAN: Final = 37
"""One in Anna's ticket 13 that names her husband and his number."""
