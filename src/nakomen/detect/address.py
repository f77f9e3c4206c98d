"""
Detector: the value is an address line: a street with a number, in the Dutch or a foreign order.

A product has a word and a number too ("Fiber 1000"), so the street must say that it is one: by
its ending (straat, laan, ...), by what stands before it (rue, via, ...) or by a post office box.
A place behind the number may follow.
"""

import re

FORM = re.compile(rb"(?=.*9)(?=.*[Aa].*).{5,}", re.DOTALL)
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
_WORDS = r"(?:[0-9]{1,3}e |['’]?[a-z][\w.'’-]* )*"
_PLACE = r"(?:(?:[ ]?,[ ]?|[ ]?\n[ ]?| - | ).{2,80})?"
_LINE = re.compile(
    rf"(?:{_WORDS}['’]?(?:[\w.'’-]*(?:{_DUTCH}|{_GERMAN})| ?(?:{_DUTCH}))"
    rf"(?: (?:noord|zuid|oost|west|[no]z|[zw]z|midden|achter|boven|beneden))?,? {_HOUSE}{_PLACE}"
    rf"|(?:laan|plein|weg|kade|hof|park|boulevard|burcht)(?: [\w.'’-]+){{1,5}},? {_HOUSE}{_PLACE}"
    rf"|(?:{_BEFORE}) [^\d,]{{2,60}}?,? ?{_HOUSE}{_PLACE}"
    rf"|{_HOUSE},? (?:{_BEFORE}) [^\d]{{2,60}}{_PLACE}"
    rf"|{_HOUSE},? (?:[a-z][\w.'’-]* ){{1,4}}(?:{_ENGLISH}){_PLACE}"
    rf"|(?:postbus|postfach|p\.?o\.? ?box|antwoordnummer|bo[îi]te postale) [0-9]{{1,6}}{_PLACE})",
    re.IGNORECASE | re.DOTALL,
)
_STREET = re.compile(
    rf"(?:{_WORDS}['’]?(?:[\w.'’-]+(?:straat|laan|weg|plein|hof|kade|gracht|dijk|pad|dreef|singel"
    r"|steeg|markt|plantsoen|stra(?:ß|ss)e|platz|gasse|straatje|hofje|wal|baan|park|erf|burg)"
    rf"|(?:{_DUTCH}))(?: (?:noord|zuid|oost|west|[no]z|[zw]z))?"
    rf"|(?:[a-z][\w.'’-]* ){{1,4}}(?:street|road|avenue|lane|drive|square)"
    rf"|(?:{_BEFORE}) [^\d,]{{3,60}})",
    re.IGNORECASE,
)


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
    ahead = text[: number.start()].rstrip(" ,").lower()
    # A cheap look at what stands before the first number spares most sentences the dear one.
    likely = ahead.endswith(_ENDS) or ahead.startswith(_BEGINS) or not ahead
    return likely and _LINE.fullmatch(text) is not None


_NUMBER = re.compile(r"(?:^|(?<=[ ,]))[0-9]+(?!e )")
_ENDS = tuple(
    f"{_DUTCH}|{_GERMAN}|noord|zuid|oost|west".replace("\\", "")
    .replace("stra(?:ß|ss)e", "straße|strasse")
    .split("|")
)
_BEGINS = (
    *_BEFORE.replace("\\", "").replace("all[ée]e", "allée|allee").split("|"),
    "laan", "plein", "weg", "kade", "hof", "park", "burcht", "postbus", "postfach", "po ", "p.o",
    "antwoordnummer", "boîte",
)  # fmt: skip


def is_street(text: str) -> bool:
    """
    Whether *text* is a street without its number.

    >>> [is_street(t) for t in ("Dorpsstraat", "Laan", "Nieuwe Markt", "Rue de la Paix")]
    [True, True, True, True]
    >>> [is_street(t) for t in ("Amsterdam", "Jansen", "Glasvezel", "onderweg naar u toe")]
    [False, False, False, False]
    """
    return _STREET.fullmatch(text) is not None
