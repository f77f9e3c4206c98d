"""Detector: the value is the number of a payment card: an issuer's range, and the Luhn test."""

import re

from nakomen.detect.check_digits import luhn

FORM = re.compile(rb"9{13,19}|9{4}(?:[ \-]9{4}){3}(?:[ \-]9{1,3})?|9{4}[ \-]9{6}[ \-]9{4,5}")
CHANCE = 1 / 10
# Visa, Mastercard, Maestro, American Express, Diners, Discover, JCB, UnionPay (ISO/IEC 7812).
_ISSUED = re.compile(
    r"4(?:[0-9]{12}|[0-9]{15}|[0-9]{18})|5[1-5][0-9]{14}|2(?:2[2-9]|[3-6][0-9]|7[01])[0-9]{13}"
    r"|2720[0-9]{12}|(?:5[0678]|6[0-9])[0-9]{14,17}|3[47][0-9]{13}|3(?:0[0-5]|[689])[0-9]{11,13}"
    r"|35[0-9]{14}"
)
_WRITTEN = re.compile(r"[0-9]{13,19}|[0-9]{4}(?:[ \-][0-9]{4,6}){1,3}(?:[ \-][0-9]{1,3})?")


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is a card number.

    >>> [passes(t) for t in ("4242424242424242", "5555 5555 5555 4444", "3782-822463-10005")]
    [True, True, True]

    Not sixteen digits that fail the test or that no issuer gives out, an EAN, an IMEI or a BSN:

    >>> [passes(t) for t in ("4242424242424241", "1234567812345670", "8712345678906")]
    [False, False, False]
    >>> [passes(t) for t in ("490154203237518", "111222333", "1732180000000", "")]
    [False, False, False, False]
    """
    if _WRITTEN.fullmatch(text) is None:
        return False
    digits = text.replace(" ", "").replace("-", "")
    return _ISSUED.fullmatch(digits) is not None and luhn(digits)
