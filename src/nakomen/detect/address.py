"""
Detector: the value is an address line: a street with a number, in the Dutch or a foreign order.

A product has a word and a number too ("Fiber 1000"), so the street must say that it is one: by
its ending (straat, laan, ...), by what stands before it (rue, via, ...) or by a post office box.
A place behind the number may follow.
"""

import re

FORM = re.compile(rb"(?=.*9)(?=.*[ ,])(?=.*(?:a|AAAA))[^@]{3,}", re.DOTALL)
_LONGEST = 150
_DUTCH = (
    "straat|str\\.|laan|weg|plein|hof|kade|gracht|dijk|pad|dreef|singel|steeg|markt|park|plantsoen"
    "|baan|ring|wal|haven|erf|brink|boulevard|allee|vaart|akker|horst|weide|gaarde|schans|zoom"
    "|pleintje|straatje|laantje|hofje|paadje|passage|promenade|voorhout|waterstad|meent|werf"
)
_GERMAN = "stra(?:ß|ss)e|str|weg|platz|allee|gasse|ufer|damm|ring|chaussee"
_BEFORE = (
    "rue|avenue|av\\.|boulevard|bd|place|chemin|route|all[ée]e|impasse|quai|via|viale|piazza|corso"
    "|calle|avenida|plaza|paseo|carrer|rua|ul\\.|ulica|al\\."
)
_ENGLISH = (
    "street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|ln\\.?|drive|dr\\.?|square|sq\\.?|close|court"
    "|crescent|terrace|gardens|place|way|hill|row|mews|grove|boulevard|blvd\\.?|parkway|highway"
)
# What may stand behind the number of a house: 12a, 12-2, 12 bis, 12/3, 12 hs.
_HOUSE = r"[0-9]{1,5}(?: ?[-/] ?[0-9a-z]{1,4}| ?(?:bis|hs|rd|zw|huis|[a-z])(?: ?[0-9]{1,3})?)?"
_PLACE = r"(?:(?:[ ]?,[ ]?|[ ]?\n[ ]?| - | ).{2,80})?"
_REST = re.compile(rf"{_HOUSE}{_PLACE}", re.IGNORECASE | re.DOTALL)
_NUMBER_FIRST = re.compile(
    rf"{_HOUSE},? (?:{_BEFORE}) [^\d]{{2,60}}{_PLACE}"
    rf"|{_HOUSE},? (?:[a-z][\w.'’-]* ){{1,4}}(?:{_ENGLISH}){_PLACE}",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"[0-9](?<![^ ,][\s\S])[0-9]*(?!e )")
# A street is a few words; what ends on "straat" behind twenty is a sentence.
_MOST_WORDS = 6
_ENDS = (
    *f"{_DUTCH}|{_GERMAN}|{_ENGLISH}".replace("\\", "").replace("stra(?:ß|ss)e", "straße|strasse")
    .replace("?", "").split("|"), " noord", " zuid", " oost", " west", " nz", " zz", " wz", " oz",
)  # fmt: skip
_BEGINS = (
    *(f"{word} " for word in _BEFORE.replace("\\", "").replace("all[ée]e", "allée").split("|")),
    "laan ", "plein ", "weg ", "kade ", "hof ", "park ", "burcht ", "postbus", "postfach",
    "po box", "p.o. box", "antwoordnummer", "boîte postale",
)  # fmt: skip
_STREET_ENDS = (
    "straat", "laan", "weg", "plein", "hof", "kade", "gracht", "dijk", "pad", "dreef", "singel",
    "steeg", "markt", "plantsoen", "straße", "strasse", "platz", "gasse", "straatje", "hofje",
    "wal", "baan", "park", "erf", "brink", "haven", "ring", "boulevard", "vaart", " street",
    " road", " avenue", " lane",
    " drive", " square",
)  # fmt: skip
_STREET_BEGINS = ("rue ", "avenue ", "via ", "calle ", "laan van ", "plein van ", "weg naar ")
_NO_STREETS = frozenset({"onderweg", "bedrijf", "werf", "voorhof", "supermarkt", "spoorbaan"})


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is an address line.

    >>> dutch = ("Dorpsstraat 12", "Laan van Meerdervoort 8-2", "1e Kade 7 bis", "Postbus 123")
    >>> [passes(t) for t in (*dutch, "Burg. de Vrieslaan 3A, Zwolle", "'s-Gravenweg 8")]
    [True, True, True, True, True, True]
    >>> abroad = ("Hauptstraße 5", "12 rue de la Paix", "221B Baker Street", "Via Roma 3")
    >>> [passes(t) for t in abroad]
    [True, True, True, True]

    Not a product, a street without a number, a sentence, a code, or an amount:

    >>> [passes(t) for t in ("Fiber 1000", "Office 365", "iPhone 14 Pro", "Dorpsstraat")]
    [False, False, False, False]
    >>> [passes(t) for t in ("Wij bellen u om 10 uur terug", "ORD-2024-17", "12 maanden", "")]
    [False, False, False, False]
    """
    if len(text) > _LONGEST:
        return False
    number = _NUMBER.search(text)
    if number is None:
        return False
    start = number.start()
    if start == 0:
        return _NUMBER_FIRST.fullmatch(text) is not None
    ahead = text[:start].rstrip(" ,").lower()
    street = ahead.endswith(_ENDS) or ahead.startswith(_BEGINS)
    return street and ahead.count(" ") < _MOST_WORDS and _REST.fullmatch(text, start) is not None


def is_street(text: str) -> bool:
    """
    Whether *text* is a street without its number.

    >>> [is_street(t) for t in ("Dorpsstraat", "Laan", "Nieuwe Markt", "Rue de la Paix")]
    [True, True, True, True]
    >>> [is_street(t) for t in ("Amsterdam", "Jansen", "Glasvezel", "onderweg naar u toe")]
    [False, False, False, False]
    """
    lower = text.lower()
    if lower in _NO_STREETS or lower.count(" ") >= _MOST_WORDS or any(map(str.isdigit, text)):
        return False
    return lower.endswith(_STREET_ENDS) or lower.startswith(_STREET_BEGINS)
