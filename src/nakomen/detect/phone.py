"""
Detector: the value is a telephone number, in Dutch or international writing.

Dutch numbers after the Nummerplan telefoon- en ISDN-diensten: nine digits after the 0, or four
or seven after 0800, 0900, 0906 and 0909. International ones after ITU-T E.164: at most 15 digits.
"""

import re

FORM = re.compile(rb"(?=(?:[^9]*9){8})(?:[Aa]{1,3}:)?[+]?[9(][9() .\-/a\t]{7,40}")

_WRITTEN = re.compile(r"(?:tel:)?\+?[0-9()][0-9\s().\-/\u2010-\u2013\u00a0]{5,24}", re.IGNORECASE)
# Most are written like this, and that is quickly seen.
PLAIN = re.compile(r"(?:\+31[ -]?|\(?0)(?:[1-7][ -]?[0-9]|8[4578])(?:\)? ?-?[0-9]){7}")
_BEGINS = frozenset("0+(3tT")
_NATIONAL = re.compile(
    r"(?:[1-57][0-9]|6[0-9]|8[4578])[0-9]{7}|97[0-9]{9}|(?:800|90[069])(?:[0-9]{4}|[0-9]{7})"
)
_ABROAD = re.compile(r"1[0-9]{10}|(?!1|31)[2-9][0-9]{7,14}")
# Behind 00 at least ten digits, or a zero-padded order number would be a telephone in Denmark.
_SHORTEST_BEHIND_00 = 10


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is one number.

    >>> dutch = ("0612345678", "06-12345678", "06 1234 5678", "(020) 123 45 67", "0800-1234")
    >>> [passes(t) for t in dutch]
    [True, True, True, True, True]
    >>> abroad = ("+31 6 1234 5678", "+31(0)20 1234567", "0031201234567", "31612345678")
    >>> [passes(t) for t in abroad + ("+32 2 123 45 67", "+1 212 555 0100", "+44 20 7946 0018")]
    [True, True, True, True, True, True, True]

    Not nine digits (a BSN, a Dutch number that lost its zero), a KvK number, an order number,
    a date, an amount, or a code with letters:

    >>> [passes(t) for t in ("612345678", "123456782", "12345678", "01234567", "2024000123")]
    [False, False, False, False, False]
    >>> [passes(t) for t in ("0000012345", "0012345678", "0045678901", "01-02-2024", "1234,50")]
    [False, False, False, False, False]
    >>> [passes(t) for t in ("NL91ABNA0417164300", "192.0.2.10", "2024-01-01", "+31 6 12", "")]
    [False, False, False, False, False]
    """
    if PLAIN.fullmatch(text):
        return True
    if text[:1] not in _BEGINS or not _WRITTEN.fullmatch(text):
        return False
    digits = re.sub(r"\D", "", text.replace("(0)", ""))
    if "+" in text:
        return _is_international(digits)
    if digits.startswith("00"):
        return len(digits) - 2 >= _SHORTEST_BEHIND_00 and _is_international(digits[2:])
    if digits.startswith("0"):
        return _NATIONAL.fullmatch(digits[1:]) is not None
    return digits.startswith("31") and _is_international(digits)


def _is_international(digits: str) -> bool:
    if digits.startswith("31"):
        return _NATIONAL.fullmatch(digits[2:]) is not None
    return _ABROAD.fullmatch(digits) is not None
