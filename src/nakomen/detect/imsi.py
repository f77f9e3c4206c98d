"""Detector: the value has the form of an IMSI, the number in a SIM card (ITU-T E.212)."""

import re

FORM = re.compile(rb"9{15}")
# Fifteen digits that begin with the code of a country in Europe or a large one outside it.
_NUMBER = re.compile(
    r"(?:20[2468]|21[2-46-9]|22[0-2689]|23[0-4568]|24[024678]|25[0579]|26[0268]|27[0-8]"
    r"|28[0-9]|29[0-57]|302|31[0-6]|404|405|425|440|460|505|604|655)[0-9]{12}"
)


def passes(text: str) -> bool:
    """
    Whether *text* could be an IMSI.

    >>> [passes(t) for t in ("204080123456789", "262011234567890")]
    [True, True]

    Not an IMEI, a moment in digits, a card number or one of another length:

    >>> [passes(t) for t in ("490154203237518", "20261121093000", "378282246310005")]
    [False, False, False]
    >>> [passes(t) for t in ("20408012345678", "2040801234567890", "")]
    [False, False, False]
    """
    return _NUMBER.fullmatch(text) is not None
