"""Detector: the value is the IMEI of a telephone: fifteen digits, a body that gives them, Luhn."""

import re

from nakomen.detect.check_digits import luhn

FORM = re.compile(rb"9{15}|99-9{6}-9{6}-9")
CHANCE = 1 / 10
# The bodies that hand out type codes begin with these (GSMA TS.06).
_GIVEN_OUT = re.compile(r"(?:01|35|44|45|49|50|51|52|53|54|86|91|98|99)[0-9]{13}")


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is an IMEI.

    >>> [passes(t) for t in ("490154203237518", "35-209900-176148-1")]
    [True, True]

    Not one that fails the test, a card of American Express, an IMSI, or a number of 14 digits:

    >>> [passes(t) for t in ("490154203237517", "378282246310005", "204080123456789")]
    [False, False, False]
    >>> [passes(t) for t in ("49015420323751", "")]
    [False, False]
    """
    digits = text.replace("-", "")
    return _GIVEN_OUT.fullmatch(digits) is not None and luhn(digits)
