"""
Detector: the value has the form of a number in the trade register of the Kamer van Koophandel.

Eight digits without a check digit, so values alone prove nothing: the column's name decides.
"""

import re

FORM = re.compile(rb"9{8}|99 999 999")
# Not begun with a year, as dates and order numbers are; 00 and 99 are not given out.
_NUMBER = re.compile(r"(?!00|99|19|20)[0-9]{8}|(?!00|99)[0-9]{2} [0-9]{3} [0-9]{3}")


def passes(text: str) -> bool:
    """
    Whether *text* could be a number of the trade register.

    >>> [passes(t) for t in ("12345678", "01234567", "87654321")]
    [True, True, True]

    Not a day, an order number that begins with its year, a BSN or a padded counter:

    >>> [passes(t) for t in ("20261121", "20240017", "111222333", "00000123", "1234567", "")]
    [False, False, False, False, False, False]
    """
    return _NUMBER.fullmatch(text) is not None
