"""Detector: the value is the hardware address of a network card (EUI-48), as programs write it."""

import re

FORM = re.compile(rb"[9Aa]{1,2}(?:[:\-][9Aa]{1,2}){5}|[9Aa]{1,4}(?:\.[9Aa]{1,4}){2}")
_PAIR = "[0-9A-Fa-f]{2}"
_ADDRESS = re.compile(
    rf"{_PAIR}(?::{_PAIR}){{5}}|{_PAIR}(?:-{_PAIR}){{5}}|{_PAIR}{_PAIR}(?:\.{_PAIR}{_PAIR}){{2}}"
)


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is one address.

    >>> [passes(t) for t in ("00:1b:44:11:3a:b7", "00-1B-44-11-3A-B7", "001b.4411.3ab7")]
    [True, True, True]

    Not a time, a date with a time, an address of the internet, or a licence plate:

    >>> [passes(t) for t in ("12:34:56", "2026-11-21-09-30", "2001:db8::1", "12-AB-34", "")]
    [False, False, False, False, False]
    """
    return _ADDRESS.fullmatch(text) is not None
