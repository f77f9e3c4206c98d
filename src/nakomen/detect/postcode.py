"""Detector: the value is a Dutch postcode, or an address line that holds one."""

import re

FORM = re.compile(rb"9{4} ?[Aa]{1,2}|.*9{4} ?AA.*", re.DOTALL)
CHANCE = 0.9
"""Of four digits and two letters; the post leaves out a zero in front, SA, SD and SS."""
PLAIN = re.compile(r"[1-9][0-9]{3} ?(?!S[ADS])[A-Z]{2}", re.IGNORECASE)
_LONGEST_LINE = 200
# Inside a line only in capitals, or "in 2024 is er" would hold one; behind it a place or the end.
_IN_LINE = re.compile(
    r"(?:^|(?<=[\s,;]))[1-9][0-9]{3} ?(?!S[ADS])[A-Z]{2}(?=[\s,;]*(?:$|['’]?[^\W\d_]))"
)
_STREET = re.compile(r"(?=.*[^\W\d_]{2}).*\d.*", re.DOTALL)


def passes(text: str) -> bool:
    """
    Whether *text* is a postcode or an address with one.

    >>> [passes(t) for t in ("1234 AB", "1234AB", "1234 ab", "Dorpsstraat 1, 1001 AB Utrecht")]
    [True, True, True, True]
    >>> [passes(t) for t in ("Laan 2 bis\\n3511 KC  Utrecht", "Kade 7, 9712HZ, Groningen")]
    [True, True]
    >>> [passes(t) for t in ("'s-Gravenweg 8, 5211 AB 's-Hertogenbosch", "1e Kade 2, 1234 AB")]
    [True, True]
    >>> passes("1234 AB Utrecht")
    True

    Not an order number, a year in a sentence, or a code that the post never gives out:

    >>> [passes(t) for t in ("ORD-1234 AB", "2024-AB", "INV 2024 AB 001", "0123 AB", "1234 SS")]
    [False, False, False, False, False]
    >>> [passes(t) for t in ("12345 AB", "Sinds 2024 is er storing", "A1234AB", "1234", "")]
    [False, False, False, False, False]
    """
    if PLAIN.fullmatch(text):
        return True
    found = _IN_LINE.search(text) if len(text) <= _LONGEST_LINE else None
    if found is None:
        return False
    return found.start() == 0 or _STREET.fullmatch(text[: found.start()]) is not None
