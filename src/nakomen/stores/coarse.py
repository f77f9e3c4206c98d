"""A value made coarse, so that it says something of a group and of nobody in it."""

import re
from datetime import UTC, date, datetime, time
from decimal import Decimal
from ipaddress import IPv4Interface, IPv6Interface, ip_interface, ip_network

from nakomen.records import Coarse, Grain
from nakomen.stores.clock import ISO_DAY
from nakomen.stores.family import Family

_BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
IPV4 = rf"^({_BYTE}[.]){{3}}{_BYTE}$"
_H = "[0-9A-Fa-f]{1,4}"
IPV6 = "^(" + "|".join(
    (
        f"({_H}:){{7}}{_H}",
        f"({_H}:){{1,7}}:",
        *(f"({_H}:){{1,{7 - n}}}(:{_H}){{1,{n}}}" for n in range(1, 7)),
        f":((:{_H}){{1,7}}|:)",
    )
) + ")$"  # fmt: skip
"""Addresses in plain writing. What is written otherwise is not guessed at: it is emptied."""
POSTCODE = "^[1-9][0-9]{3}( ?[A-Za-z]{2})?$"
V4_BITS, V6_BITS = 24, 48
"""The network of some 250 addresses, and the site that one subscriber of IPv6 may be."""


def coarse(becomes: Coarse, value: object, fam: Family) -> object:
    """
    *value* made coarse; None where it has no coarse form, and must be emptied.

    >>> coarse(Coarse(Grain.NETWORK), "203.0.113.77", Family.TEXT)
    '203.0.113.0'
    >>> coarse(Coarse(Grain.NETWORK), "2001:db8:7:9::1", Family.TEXT)
    '2001:db8:7::'
    >>> coarse(Coarse(Grain.MONTH), date(2026, 3, 29), Family.DATE)
    datetime.date(2026, 3, 1)
    >>> coarse(Coarse(Grain.AREA), "1234 AB", Family.TEXT)
    '1234'
    >>> coarse(Coarse(Grain.STEP, 10), 47, Family.INTEGER)
    40
    >>> coarse(Coarse(Grain.PREFIX, 5), "+31201234567", Family.TEXT)
    '+3120'
    """
    if value is None:
        return None
    match becomes.grain:
        case Grain.NETWORK:
            return _network(value, fam)
        case Grain.MONTH | Grain.YEAR:
            return _start(value, becomes.grain is Grain.YEAR, fam)
        case Grain.AREA:
            text = str(value)
            return text[:4] if re.search(POSTCODE, text, re.ASCII) else None
        case Grain.STEP:
            return _step(value, becomes.step)
        case Grain.PREFIX:
            return str(value)[: becomes.step]


def _network(value: object, fam: Family) -> str | None:
    if fam is Family.INET:
        found = ip_interface(str(value))
        return str(_wider(found).network)
    text = str(value)
    if re.search(IPV4, text, re.ASCII) or re.search(IPV6, text, re.ASCII):
        bits = V6_BITS if ":" in text else V4_BITS
        return str(ip_network(f"{text}/{bits}", strict=False).network_address)
    return None


def _wider(found: IPv4Interface | IPv6Interface) -> IPv4Interface | IPv6Interface:
    bits = V4_BITS if found.version == 4 else V6_BITS
    return ip_interface(f"{found.ip}/{min(bits, found.network.prefixlen)}")


def _start(value: object, year: bool, fam: Family) -> object:
    """The first day of the month or the year; a moment with a zone by UTC."""
    if isinstance(value, datetime):
        moment = value.astimezone(UTC) if value.tzinfo else value
        first = moment.date().replace(day=1)
        first = first.replace(month=1) if year else first
        return datetime.combine(first, time(), moment.tzinfo)
    if isinstance(value, date):
        return value.replace(month=1, day=1) if year else value.replace(day=1)
    text = str(value)
    if not ISO_DAY.match(text):
        return None
    told = f"{text[:4]}-01-01" if year else f"{text[:7]}-01"
    if fam in (Family.LOCAL, Family.INSTANT):  # SQLite: the program that wrote it wants its form.
        told += re.sub(r"\d", "0", text[10:])
    return told


def _step(value: object, step: int) -> int | float | Decimal | None:
    if not isinstance(value, int | float | Decimal):
        return None
    return value // step * step
