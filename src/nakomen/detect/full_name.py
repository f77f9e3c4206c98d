"""
Detector: the value is the name of a person.

Known given names and surnames, endings that only surnames have, initials and the small words in
between (van der, de, el). What a value lacks the column's name and neighbours must say: "Roos" is
a name, a flower and a colour, so a single word counts apart.
"""

import re

from nakomen.detect.given_names import GIVEN, SURNAMES

FORM = re.compile(rb"[Aa][Aa.'-]*,? [Aa .,'()-]{1,70}")
_LONGEST = 60
_MOST_WORDS = 7
_BETWEEN = (
    "van|de|den|der|het|'t|’t|ter|ten|te|op|in|uit|uijt|over|onder|bij|aan|tot|la|le|du|des|von|zu"
    "|el|al|ben|bin|ait|dos|da|do|della|di|'s|’s|v\\.?d\\.?|v\\."
)
_PREFIX = rf"(?:(?:{_BETWEEN}) )+"
_WORD = r"['’]?[A-ZÀ-ÖØ-ÞŠŽĆČŁİŞĞ][\w'’]*"
_LAST = rf"(?:{_WORD})(?:[- ](?:(?:{_BETWEEN}) )*{_WORD})?"
_TITLE = r"(?i:(?:dhr|mevr|mw|mr|mrs|ms|dr|drs|ir|ing|prof|de heer|mevrouw)\.?,? )*"
_INITIALS = re.compile(
    rf"{_TITLE}(?:[A-ZÀ-Ö](?:[a-z]{{1,2}})?\. ?){{1,6}}(?i:{_PREFIX})?{_LAST}"
    rf"|{_TITLE}(?P<first>[A-ZÀ-Ö]\w+)(?: [A-Z]\.){{0,3}} (?i:{_PREFIX})?{_LAST}"
)
_INITIALS_ONLY = re.compile(rf" ?(?:[A-Z]\. ?){{1,6}}(?i:{_BETWEEN})?")
_SURNAME_ENDS = (
    "stra", "sma", "inga", "ema", "mans", "ssen", "nsen", "rsen", "lsen", "oglu", "oğlu", "wicz",
    "ckx",
)  # fmt: skip
_PREFIXES = (
    "van ", "de ", "den ", "der ", "het ", "'t ", "ter ", "ten ", "te ", "op ", "in ", "la ", "le ",
    "von ", "el ", "al ", "di ", "da ", "dos ", "ben ", "ait ",
)  # fmt: skip
_PREFIXED = re.compile(rf"(?i:{_PREFIX})?{_LAST}")
# Whoever bears one of these is a company, a street or a thing.
_NOT = (
    "bv b.v. b.v nv n.v. vof v.o.f. gmbh ltd inc stichting vereniging bakkerij bedrijf groep "
    "holding beheer advies bouw transport garage restaurant café cafe hotel winkel "
    "gemeente team afdeling support admin administratie service info verkoop abonnement "
    "basis premium zakelijk onderhoud kosten factuur product set model serie zn zonen dochter co "
    "kliniek praktijk school slagerij kwekerij handel klant customer user test"
)
_NO_PERSON = frozenset(_NOT.split())
_NO_PERSON_ENDS = (
    "straat", "slaan", "nlaan", "rlaan", "weg", "plein", "gracht", "kade", "singel", "makerij",
    "slagerij", "handel", "school", "bedrijf", "praktijk",
)  # fmt: skip
_INITIAL = re.compile(r"(?:^|[ ,])[A-ZÀ-Ö](?:[a-z]{1,2})?\.")


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is the name of a person, given name or initials with a surname.

    >>> full = ("Anna de Wit", "Bram Bakker", "Jan-Willem van der Berg", "Fatima el Amrani")
    >>> [passes(t) for t in (*full, "A.B. Jansen", "Vries, J. de", "Dhr. P. van Dijk", "anna smit")]
    [True, True, True, True, True, True, True, True]

    Not a company, a product, a place, a street, a sentence or a single word:

    >>> [passes(t) for t in ("Bakkerij de Vries", "Jansen B.V.", "Fiber Zakelijk", "Den Haag")]
    [False, False, False, False]
    >>> [passes(t) for t in ("Alphen aan den Rijn", "Jan van Galenstraat", "Goede morgen", "Roos")]
    [False, False, False, False]
    """
    if len(text) > _LONGEST:
        return False
    lower = text.lower().split()
    if not 1 < len(lower) <= _MOST_WORDS:
        return False
    if not _NO_PERSON.isdisjoint(lower) or lower[-1].endswith(_NO_PERSON_ENDS):
        return False
    if "," in text:
        return _turned(text)
    if "." in text:
        return _INITIAL.search(text) is not None and _INITIALS.fullmatch(text) is not None
    return _in_order(text.split(), lower)


def _in_order(words: list[str], lower: list[str]) -> bool:
    """A given name that is known with any surname, or a known surname behind a capital."""
    last = words[-1]
    if not (last[0].isupper() or lower[-1] in SURNAMES or last[0] in "'’"):
        return False
    if not last.replace("'", "").replace("’", "").replace("-", "").isalpha():
        return False
    if lower[0].partition("-")[0] in GIVEN:
        return True
    known = lower[-1] in SURNAMES or lower[-1].endswith(_SURNAME_ENDS)
    return known and words[0][0].isupper() and " ".join(lower[1:-1]) in _SMALL


def _turned(text: str) -> bool:
    """The surname first, as lists have it."""
    last, _, first = text.partition(",")
    if not _PREFIXED.fullmatch(last.strip()):
        return False
    given = first.split()
    return bool(given) and (
        given[0].lower() in GIVEN or _INITIALS_ONLY.fullmatch(first) is not None
    )


_SMALL = frozenset(
    {"", "van", "de", "den", "der", "van de", "van den", "van der", "van 't", "op de", "in 't",
     "ter", "ten", "te", "el", "al", "v.d.", "von", "di", "la", "le"}
)  # fmt: skip


def is_given_name(text: str) -> bool:
    """
    Whether *text* is a given name alone, or two of them.

    >>> [is_given_name(t) for t in ("Anna", "Jan Willem", "Anne-Marie", "Factuur", "Utrecht")]
    [True, True, True, False, False]
    """
    parts = text.lower().replace("-", " ").split()
    return 1 <= len(parts) <= 3 and all(part in GIVEN for part in parts)


def is_surname(text: str) -> bool:
    """
    Whether *text* is a surname alone, with or without what stands before it.

    >>> [is_surname(t) for t in ("Jansen", "de Vries", "van den Berg", "Hoekstra", "Bakker-Smit")]
    [True, True, True, True, True]
    >>> [is_surname(t) for t in ("Amsterdam", "Korting", "Fiber", "de", "123")]
    [False, False, False, False, False]
    """
    lower = text.lower()
    if lower in SURNAMES:
        return True
    if lower.startswith(_PREFIXES):
        known = lower.rpartition(" ")[2] in SURNAMES
        return known or (text[0].islower() and _PREFIXED.fullmatch(text) is not None)
    if text[:1].isupper() and " " not in text and lower.endswith(_SURNAME_ENDS):
        return True
    return "-" in lower and lower.partition("-")[0] in SURNAMES
