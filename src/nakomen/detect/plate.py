"""
Detector: the value is a Dutch licence plate, after the fourteen series (sidecodes) of the RDW.

Vowels, C and Q are not given out since 1978, so random codes with letters and hyphens pass by
chance only in part; those of older plates are not told from article codes and do not pass.
"""

import re

_L = "BDFGHJKLMNPRSTVWXZ"
_SERIES = (
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9",
    "9-XXX-99", "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
)  # fmt: skip
_WRITTEN = (*_SERIES, *(series.replace("-", "") for series in _SERIES))
_PLATE = re.compile(
    "|".join(w.replace("9", "[0-9]").replace("X", f"[{_L}]") for w in _WRITTEN), re.IGNORECASE
)
FORM = re.compile(rb"[9Aa]{1,3}-[9Aa]{1,3}-[9Aa]{1,3}|(?=.*9)(?=.*[Aa])[9Aa]{3,6}")
CHANCE = (18 / 26) ** 2


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is a plate, with hyphens or without.

    >>> [passes(t) for t in ("GB-001-B", "12-XL-RK", "1-KBB-00", "16-rs-lz", "16rslz", "H-786-FG")]
    [True, True, True, True, True, True]

    Not a date, an article code with vowels or another division, a postcode, or a word:

    >>> [passes(t) for t in ("12-11-26", "AB-12-34", "BX-1234-9", "1234 AB", "bestek", "B12345")]
    [False, False, False, False, False, False]
    """
    return _PLATE.fullmatch(text) is not None
