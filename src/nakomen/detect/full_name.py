"""
Detector: the value is the name of a person.

Known given names and surnames, endings that only surnames have, initials and the small words in
between (van der, de, el). What a value lacks the column's name and neighbours must say: "Roos" is
a name, a flower and a colour, so a single word counts apart.
"""

import re

from nakomen.detect.given_names import GIVEN, SURNAMES

FORM = re.compile(rb"['(]?[Aa][Aa .,'()\-]{1,70}")
_LONGEST = 60
_BETWEEN = (
    "van|de|den|der|het|'t|’t|ter|ten|te|op|in|uit|uijt|over|onder|bij|aan|tot|la|le|du|des|von|zu"
    "|el|al|ben|bin|ait|dos|da|do|della|di|'s|’s|v\\.?d\\.?|v\\."
)
_PREFIX = rf"(?:(?:{_BETWEEN}) )+"
_WORD = r"['’]?[A-ZÀ-ÖØ-ÞŠŽĆČŁİŞĞ][\w'’]*"
_LAST = rf"(?:{_WORD})(?:[- ](?:(?:{_BETWEEN}) )*{_WORD})?"
_TITLE = r"(?:(?:dhr|mevr|mw|mr|mrs|ms|dr|drs|ir|ing|prof|de heer|mevrouw)\.?,? )*"
_INITIALS = re.compile(
    rf"{_TITLE}(?:[A-Z](?:[a-z]{{1,2}})?\. ?){{1,6}}(?i:{_PREFIX})?{_LAST}"
    rf"|(?i:{_PREFIX})?{_LAST}, ?(?:[A-Z]\. ?){{1,6}}(?i:{_PREFIX}|{_BETWEEN})?",
)
_NAME = re.compile(
    rf"(?i:{_TITLE})(?P<first>[^\W\d_][\w'’]*)(?:-[^\W\d_]+)?(?P<middle>(?: [^\s,]+)*?)"
    r" (?P<last>[^\s,]+)"
)
_TURNED = re.compile(r"(?P<last>[^,]{2,40}), ?(?P<first>[^\W\d_][\w'’-]*)(?: [^,]{1,20})?")
_SURNAME_ONLY = re.compile(r".{2,}(?:stra|sma|inga|ema|mans|ssen|nsen|rsen|lsen|oğlu|wicz|ckx)")
_PREFIXED = re.compile(rf"(?i:{_PREFIX}){_LAST}")
# Whoever bears one of these is a company, a street or a thing.
_NO_PERSON = re.compile(
    r"\b(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|gmbh|ltd|inc|stichting|vereniging|bakkerij|bedrijf|groep"
    r"|holding|beheer|advies|bouw|transport|schilders\w*|garage|restaurant|caf[ée]|hotel|winkel"
    r"|straat|laan|plein|gemeente|team|afdeling|support|admin\w*|service|info|verkoop|abonnement"
    r"|basis|premium|zakelijk|installat\w+|onderhoud|kosten|factuur|product|set|model|serie|zn"
    r"|zonen|dochter|co|\w*makerij|\w*slagerij|\w*kwekerij|\w*handel|\w*school|kliniek|praktijk)\b",
    re.IGNORECASE,
)


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
    if len(text) > _LONGEST or _NO_PERSON.search(text):
        return False
    found = _NAME.fullmatch(text)
    if found and _both(found["first"], found["middle"], found["last"]):
        return True
    turned = _TURNED.fullmatch(text) if "," in text else None
    if turned and turned["first"].lower() in GIVEN and _PREFIXED_OR_WORD.fullmatch(turned["last"]):
        return True
    return "." in text and _INITIALS.fullmatch(text) is not None


_PREFIXED_OR_WORD = re.compile(rf"(?i:{_PREFIX})?{_LAST}")
_MIDDLE = re.compile(rf"(?: (?:(?i:{_BETWEEN})|[A-Z]\.?|[^\W\d_][\w'’.-]*))*")


def _both(first: str, middle: str, last: str) -> bool:
    """A given name that is known with any surname, or a known surname behind a capital."""
    if _STREET_END.fullmatch(last) or not _MIDDLE.fullmatch(middle):
        return False
    words = middle.count(" ")
    if first.lower() in GIVEN:
        proper = last[0].isupper() or last.lower() in SURNAMES
        return words <= 4 and proper
    if not (first[0].isupper() and last[0].isupper()) or words > 3:
        return False
    known = last.lower() in SURNAMES or is_surname(last)
    return known and (words == 0 or middle.strip().lower() in _SMALL)


_STREET_END = re.compile(r".*(?:straat|laan|weg|plein|gracht|kade|dijk|park|singel)", re.IGNORECASE)
_SMALL = frozenset(
    {"van", "de", "den", "der", "van de", "van den", "van der", "van 't", "op de", "in 't",
     "ter", "ten", "te", "el", "al", "v.d.", "von", "di", "la", "le"}
)  # fmt: skip


def is_given_name(text: str) -> bool:
    """
    Whether *text* is a given name alone, or two of them.

    >>> [is_given_name(t) for t in ("Anna", "Jan Willem", "Anne-Marie", "Factuur", "Utrecht")]
    [True, True, True, False, False]
    """
    parts = re.split(r"[ -]", text.lower())
    return 1 <= len(parts) <= 3 and parts[0] in GIVEN and parts[-1] in GIVEN


def is_surname(text: str) -> bool:
    """
    Whether *text* is a surname alone, with or without what stands before it.

    >>> [is_surname(t) for t in ("Jansen", "de Vries", "van den Berg", "Hoekstra", "Bakker-Smit")]
    [True, True, True, True, True]
    >>> [is_surname(t) for t in ("Amsterdam", "Korting", "Fiber", "de", "123")]
    [False, False, False, False, False]
    """
    if text.lower() in SURNAMES or _SURNAME_ONLY.fullmatch(text):
        return text[:1].isupper() or text.lower() in SURNAMES
    if _PREFIXED.fullmatch(text):
        return text[:1].islower() or text.rpartition(" ")[2].lower() in SURNAMES
    first, _, last = text.partition("-")
    return bool(last) and first.lower() in SURNAMES
