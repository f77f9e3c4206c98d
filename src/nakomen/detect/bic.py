"""
Detector: the value is a BIC, the code of a bank (ISO 9362): bank, country, place, branch.

A word of eight capitals has the form too, so the country in the middle must be one where banks
are, and "EXEMPLAAR" has none.
"""

import re

FORM = re.compile(rb"A{6}[A9]{2}(?:[A9]{3})?")
_COUNTRY = (
    "AD AE AT AU BE BG BR CA CH CN CW CY CZ DE DK EE ES FI FR GB GI GR HK HR HU IE IL IN IS IT JP "
    "LI LT LU LV MA MC MT NL NO NZ PL PT RO RS SE SG SI SK SM SR SX TR UA US ZA"
)
_CODE = re.compile(
    rf"[A-Z]{{4}}(?:{'|'.join(_COUNTRY.split())})[A-Z2-9][A-NP-Z0-9](?:XXX|[A-WYZ0-9][A-Z0-9]{{2}})?"
)
# Words of a bank's customer that happen to have the form.
_WORDS = frozenset({"ANNULERE", "BETAALDE", "RESERVED", "INTERNET", "VERVALLE", "CANCELED"})


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is a BIC.

    >>> [passes(t) for t in ("ABNANL2A", "INGBNL2AXXX", "RABONL2U", "DEUTDEFF500")]
    [True, True, True, True]

    Not a word in capitals, an article code, or the code of a bank within an IBAN:

    >>> [passes(t) for t in ("HANDLEIDING", "ARTIKEL1", "ABNA", "INTERNET", "abnanl2a", "")]
    [False, False, False, False, False, False]
    """
    return _CODE.fullmatch(text) is not None and text not in _WORDS
