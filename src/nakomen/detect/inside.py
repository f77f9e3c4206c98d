"""
What stands inside a text: e-mail addresses, numbers with their checks, words of a special kind.

Answers with places, never with what stands there. A number counts when it stands apart: nine
digits within an order number are no BSN.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from nakomen.detect import bsn, btw, card, email, iban, imei, mac, phone, special

Span = tuple[int, int]
_Finder = Callable[[str], Iterator[Span]]

_APART = r"(?<![\w.,/+\-])"
_END = r"(?![\w/\-]|[.,][0-9])"
_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@(?:[^\W_][\w\-]{0,62}\.)+[^\W\d_]{2,24}(?![\w@])")
_BSN = re.compile(rf"{_APART}(?:[0-9]{{9}}|[0-9]{{4}}[ .][0-9]{{2}}[ .][0-9]{{3}}){_END}")
_CARD = re.compile(rf"{_APART}[0-9](?:[ \-]?[0-9]){{12,18}}{_END}")
_IMEI = re.compile(rf"{_APART}[0-9]{{15}}{_END}")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}(?!\w)", re.IGNORECASE)
_PHONE = re.compile(
    rf"{_APART}(?:(?:\+|00)31[ \-]?(?:\(0\))?|\(?0)[ \-]?[1-9](?:[ \-)]{{0,2}}[0-9]){{8}}{_END}"
    rf"|{_APART}\+[1-9](?:[ .\-]?[0-9]){{7,14}}{_END}"
)
_IP = re.compile(
    r"(?<![\w.\-])(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
    r"(?:\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}(?![\w\-]|\.[0-9])"
)
_MAC = re.compile(r"(?<![\w:\-])[0-9A-Fa-f]{2}(?:[:\-][0-9A-Fa-f]{2}){5}(?![\w:\-])")
_BTW = re.compile(r"(?<!\w)NL ?[0-9]{9} ?B ?[0-9]{2}(?!\w)", re.IGNORECASE)
_POSTCODE = re.compile(
    r"(?<![\w\-])[1-9][0-9]{3} ?(?!S[ADS])[A-Z]{2}(?=,? ['’]?[A-Z][a-z]|\s*$|[.,;)\n\"])"
)
_ADDRESS = re.compile(
    r"(?<!\w)[A-Z][\w.'’\-]{0,40}(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|dijk"
    r"|steeg) [0-9]{1,4}(?:[a-zA-Z]|-[0-9]{1,3})?(?!\w)"
)
_BIRTH = re.compile(
    r"(?<!\w)(?:geb(?:oren|oorte(?:datum|dag))?|dob|born)\b[^0-9\n]{0,20}"
    r"([0-9]{1,2}[-/. ][0-9]{1,2}[-/. ](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9][0-9 .\-/():]{5,}[0-9]|[0-9]{4} ?[A-Z]{2}|[a-z] [0-9]|[0-9A-Fa-f][:\-]")


def _matches(pattern: re.Pattern[str], passes: Callable[[str], bool], text: str) -> Iterator[Span]:
    return (m.span() for m in pattern.finditer(text) if passes(m[0]))


def _form(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (m.span(m.lastindex or 0) for m in pattern.finditer(text))


def _ibans(text: str) -> Iterator[Span]:
    """The longest stretch that is one, for words in capitals may follow an IBAN with spaces."""
    for match in _IBAN.finditer(text):
        start = match.start()
        ends = (end for end in range(match.end(), start + 14, -1) if text[end - 1] != " ")
        end = next((e for e in ends if iban.passes(text[start:e])), None)
        if end:
            yield start, end


_WITH_DIGITS: Mapping[str, _Finder] = {
    "iban": _ibans,
    "card": partial(_matches, _CARD, card.passes),
    "imei": partial(_matches, _IMEI, imei.passes),
    "bsn": partial(_matches, _BSN, bsn.passes),
    "phone": partial(_matches, _PHONE, phone.passes),
    "btw": partial(_matches, _BTW, btw.passes),
    "ip": partial(_form, _IP),
    "mac": partial(_matches, _MAC, mac.passes),
    "address": partial(_form, _ADDRESS),
    "postcode": partial(_form, _POSTCODE),
    "birth": partial(_form, _BIRTH),
}
"""In the order in which they win: the digits of an IBAN are no BSN."""
NAMES = ("email", *_WITH_DIGITS, *special.KINDS)


def found_in(text: str) -> Mapping[str, tuple[Span, ...]]:
    """
    By detector the places (start, end) in *text* where something personal stands.

    No value is in the answer; what nothing was found of is not either. Special categories stand
    under the names that the gates give them: health, belief, union, ...

    >>> found_in("Mail anna@example.nl of bel 06-12345678; BSN 111222333.")
    {'email': ((5, 20),), 'bsn': ((45, 54),), 'phone': ((28, 39),)}
    >>> found_in("Klant is ziek, rekening NL91 ABNA 0417 1643 00")
    {'iban': ((24, 46),), 'health': ((9, 13),)}

    Not an order number, an amount, a version, or nine digits that fail the elfproef:

    >>> found_in("Order 2024000123, EUR 1.234,50, versie 1.2.3, kenmerk 111222334-A")
    {}
    """
    found = {"email": tuple(emails(text)), **numbers(text), **specials(text)}
    return {name: spans for name, spans in found.items() if spans}


def emails(text: str) -> Iterator[Span]:
    """Where e-mail addresses stand in *text*."""
    if "@" in text:
        yield from _matches(_EMAIL, email.passes, text)


def numbers(text: str) -> dict[str, tuple[Span, ...]]:
    """Where numbers and addresses stand, each place under one name."""
    if not _DIGITS.search(text):
        return {}
    taken: list[Span] = []
    found: dict[str, tuple[Span, ...]] = {}
    for name, finder in _WITH_DIGITS.items():
        free = tuple(span for span in finder(text) if not _overlaps(span, taken))
        if free:
            found[name] = free
            taken += free
    return found


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in taken)


def specials(text: str) -> dict[str, tuple[Span, ...]]:
    """Where words of a special kind stand in *text*."""
    found: dict[str, tuple[Span, ...]] = {}
    for kind, start, end in special.found(text):
        found[kind] = (*found.get(kind, ()), (start, end))
    return found


def nine_digits(text: str) -> bool:
    """Whether a number stands in *text* that has the form of a BSN, right or wrong."""
    return _BSN.search(text) is not None
