"""Detector: the value is an IBAN with right length, form and check digits (ISO 13616)."""

from stdnum import iban


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is an IBAN, with or without spaces.

    >>> [passes(t) for t in ("NL91ABNA0417164300", "nl91 abna 0417 1643 00", "BE68 5390 0754 7034")]
    [True, True, True]

    Not one with a wrong check digit, a wrong length, an old account number, or a creditor id:

    >>> [passes(t) for t in ("NL92ABNA0417164300", "NL91ABNA041716430", "0417164300")]
    [False, False, False]
    >>> [passes(t) for t in ("41.71.64.300", "NL12ZZZ123456780000", "NL123456782B01", "")]
    [False, False, False, False]
    """
    # Lists of a country's banks grow old; length, form and check digits do not.
    return iban.is_valid(text, check_country=False)
