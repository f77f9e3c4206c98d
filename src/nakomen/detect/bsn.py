"""
Detector: the value is nine digits that pass the elfproef of the burgerservicenummer.

One in eleven arbitrary numbers passes too, and so does every RSIN of a company: a share near 1
says more than one value does, and the column's name decides.
"""

import re

from stdnum.nl import bsn

_NINE_DIGITS = re.compile(r"\d{9}|\d{4}[ .]\d{2}[ .]\d{3}")


def passes(text: str) -> bool:
    """
    Whether *text* could be a BSN.

    >>> [passes(t) for t in ("111222333", "1112.22.333", "123456782")]
    [True, True, True]
    >>> [passes(t) for t in ("111222334", "12345678", "0612345678", "000000000", "")]
    [False, False, False, False, False]
    """
    return _NINE_DIGITS.fullmatch(text) is not None and bsn.is_valid(text)
