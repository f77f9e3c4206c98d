"""Detector: the value is one IP address, version 4 or 6."""

import re
from ipaddress import ip_interface

FORM = re.compile(
    rb"9{1,3}(?:\.9{1,3}){3}(?:/9{1,2})?|(?=.*::|(?:.*:){6})[9Aa:.]+(?:%.*)?(?:/9{1,3})?"
)
_OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_VERSION_4 = re.compile(rf"{_OCTET}(?:\.{_OCTET}){{3}}")


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is an address; a network length behind it is allowed.

    >>> [passes(t) for t in ("192.0.2.10", "10.0.0.1", "2001:db8::1", "192.0.2.10/32")]
    [True, True, True, True]

    Not a version number, a number, a time or a hardware address:

    >>> [passes(t) for t in ("1.2.3", "10.0.19041.1", "3232235777", "12:34:56", "")]
    [False, False, False, False, False]
    >>> [passes(t) for t in ("00:1b:44:11:3a:b7", "v1.2.3.4", "192.0.2.256", "01.02.03.04")]
    [False, False, False, False]
    """
    if _VERSION_4.fullmatch(text):
        return True
    try:
        ip_interface(text)
    except ValueError:
        return False
    return True
