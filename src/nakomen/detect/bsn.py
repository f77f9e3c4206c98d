"""
Detector: the value is nine digits that pass the elfproef of the burgerservicenummer.

One in eleven arbitrary numbers passes too, and so does every RSIN of a company: a share near 1
says more than one value does, and the column's name decides.
"""

import re

from nakomen.detect.check_digits import eleven

FORM = re.compile(rb"9{9}|9{4}[ .]99[ .]999")
CHANCE = 1 / 11
"""Of arbitrary numbers of this form, the share that passes."""
_NINE_DIGITS = re.compile(r"[0-9]{9}|[0-9]{4}[ .][0-9]{2}[ .][0-9]{3}")


def passes(text: str) -> bool:
    """
    Whether *text* could be a BSN.

    >>> [passes(t) for t in ("111222333", "1112.22.333", "123456782")]
    [True, True, True]
    >>> [passes(t) for t in ("111222334", "12345678", "0612345678", "000000000", "")]
    [False, False, False, False, False]

    Numbers up to 9 999 999 are not given out:

    >>> passes("000000012")
    False
    """
    if _NINE_DIGITS.fullmatch(text) is None:
        return False
    digits = text if len(text) == 9 else text.replace(".", "").replace(" ", "")
    return not digits.startswith("00") and eleven(digits)
