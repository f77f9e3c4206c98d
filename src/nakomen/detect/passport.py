"""
Detector: the value has the form of the number of a Dutch passport or identity card.

Nine signs: two letters, six letters or digits, a digit; never the letter O (Paspoortuitvoerings-
regeling). Those with seven digits behind the letters are left out: order numbers look like that,
and of arbitrary documents fewer than one in a thousand does.
"""

import re

FORM = re.compile(rb"A{2}[A9]{6}9")
_NUMBER = re.compile(r"(?![A-Z]{2}[0-9]{7})[A-NP-Z]{2}[A-NP-Z0-9]{6}[0-9]")


def passes(text: str) -> bool:
    """
    Whether *text* could be the number of a document.

    >>> [passes(t) for t in ("SPECI2014", "NWR4H2K61", "IB3RP79L4")]
    [True, True, True]

    Not an order number, a BSN, a code with a hyphen, or one with the letter O:

    >>> [passes(t) for t in ("AB1234567", "111222333", "ARTIKEL-1", "NOR4H2K61", "nwr4h2k61")]
    [False, False, False, False, False]
    """
    return _NUMBER.fullmatch(text) is not None
