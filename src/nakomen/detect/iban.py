"""Detector: the value is an IBAN with right length, form and check digits (ISO 13616)."""

import re
from functools import lru_cache

from nakomen.detect.check_digits import mod97

FORM = re.compile(rb"[Aa]{1,2}99[ .\-Aa9]{3,45}")
CHANCE = 1 / 97
# 34 signs, and a blank after each four.
_LONGEST = 45
# Length by country, from the IBAN registry; lists of a country's banks would grow old.
_REGISTRY = (
    "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 "
    "DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 "
    "IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 "
    "MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 "
    "SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
)
_LENGTH = {said[:2]: int(said[2:]) for said in _REGISTRY.split()}
_DUTCH = re.compile(r"NL[0-9]{2}[A-Z]{4}[0-9]{10}")
_APART = re.compile(r"[ .\-]")
_PLAIN = re.compile(r"[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}")
# Where all that stands behind the check digits is digits.
_DIGITS = ("AT", "BE", "CZ", "DE", "DK", "EE", "ES", "FI", "HR", "HU", "IL", "LT", "NO", "PL", "PT",
           "SE", "SI", "SK")  # fmt: skip


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
    if len(text) > _LONGEST:
        return False
    if _DUTCH.fullmatch(text):
        return _dutch(text)
    if not _PLAIN.fullmatch(text):
        text = _APART.sub("", text).upper()
        if not _PLAIN.fullmatch(text):
            return False
    if text.startswith("NL"):
        return _DUTCH.fullmatch(text) is not None and _dutch(text)
    return len(text) == _LENGTH.get(text[:2]) and _fits(text) and mod97(text[4:] + text[:4]) == 1


def _fits(text: str) -> bool:
    return text[:2] not in _DIGITS or text[4:].isdecimal()


def _dutch(text: str) -> bool:
    """As `mod97`, with the few banks of the Netherlands remembered."""
    return int(_bank(text[4:8]) + text[8:] + "2321" + text[2:4]) % 97 == 1


@lru_cache(maxsize=1000)
def _bank(letters: str) -> str:
    return "".join(str(ord(letter) - 55) for letter in letters)
