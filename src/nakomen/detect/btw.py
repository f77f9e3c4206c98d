"""
Detector: the value is a number for VAT: Dutch with its check, or of another country of the EU.

The old number of a sole trader holds his BSN (until 2020); the new one is arbitrary and is guarded
by MOD 97-10 over the whole, the old one by the elfproef of its nine digits.
"""

import re

from nakomen.detect.check_digits import eleven, mod97

FORM = re.compile(
    rb"[Aa]{1,2}[ .]?[9Aa]{1,2}[ .]?9[9. ]{3,13}[Aa]{0,2}[ .]?9{0,2}|9{9}[ .]?[Aa][ .]?99"
)
CHANCE = 1 / 11 + 1 / 97
_DUTCH = re.compile(r"(?:NL)?([0-9]{9})B([0-9]{2})")
_ABROAD = re.compile(
    r"BE[01][0-9]{9}|DE[0-9]{9}|FR[0-9A-HJ-NP-Z]{2}[0-9]{9}|LU[0-9]{8}|ATU[0-9]{8}|IT[0-9]{11}"
    r"|ES[0-9A-Z][0-9]{7}[0-9A-Z]|PL[0-9]{10}|SE[0-9]{10}01|DK[0-9]{8}|FI[0-9]{8}"
    r"|IE[0-9]{7}[A-W][A-IW]?|PT[0-9]{9}|GB[0-9]{9}"
)
_APART = re.compile(r"[ .]")


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is a number for VAT.

    >>> [passes(t) for t in ("NL123456782B01", "NL 1234.56.782.B01", "NL002455799B11")]
    [True, True, True]
    >>> [passes(t) for t in ("BE0428759497", "DE136695976")]
    [True, True]

    Not one that fails its check, nine digits alone, or an IBAN:

    >>> [passes(t) for t in ("NL123456783B01", "123456782", "NL91ABNA0417164300", "BE1234", "")]
    [False, False, False, False, False]
    """
    plain = _APART.sub("", text).upper()
    dutch = _DUTCH.fullmatch(plain)
    if dutch:
        return eleven(dutch[1]) or mod97(f"NL{dutch[1]}B{dutch[2]}") == 1
    return _ABROAD.fullmatch(plain) is not None
