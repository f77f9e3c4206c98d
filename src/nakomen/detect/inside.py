"""
What stands inside a text: e-mail addresses, numbers with their checks, words of a special kind.

Answers with places, never with what stands there. A number counts when it stands apart: nine
digits within an order number are no BSN.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from nakomen.detect import bsn, btw, card, email, iban, imei, ip, mac, phone, special

Span = tuple[int, int]
_Passes = Callable[[str], bool]
_Finder = Callable[[str], Iterator[Span]]
_Near = Callable[[str, int, int], Iterator[Span]]

# Each begins with one class of signs, of which `re` finds the next at once, and looks back from
# there; a pattern that begins with a look back would be tried at every letter.
_APART = r"(?<![\w.,/+\-][\s\S])"
_END = r"(?![\w/\-]|[.,][0-9])"
_REST = r"[1-9](?:[ \-)]{0,2}[0-9]){8}"
_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,64}@(?:[^\W_][\w\-]{0,62}\.)+[^\W\d_]{2,24}(?![\w@])")
_BSN = re.compile(rf"[0-9]{_APART}[0-9]{{3}}(?:[0-9]{{5}}|[ .][0-9]{{2}}[ .][0-9]{{3}}){_END}")
_CARD = re.compile(rf"[0-9]{_APART}(?:[ \-]?[0-9]){{12,18}}{_END}")
_IMEI = re.compile(rf"[0-9]{_APART}[0-9]{{14}}{_END}")
_IBAN = re.compile(r"[0-9](?<=[A-Za-z][A-Za-z][0-9])[0-9](?: ?[A-Za-z0-9]){11,30}")
_BTW = re.compile(r"[0-9](?:(?<=[Nn][Ll][0-9])|(?<=[Nn][Ll] [0-9]))[0-9]{8} ?[Bb] ?[0-9]{2}(?!\w)")
_PHONE = re.compile(
    rf"[+(0]{_APART}(?:(?<=\+)(?:31[ \-]?(?:\(0\))?[ \-]?{_REST}|[1-9](?:[ .\-]?[0-9]){{7,14}})"
    rf"|(?<=0)(?:031[ \-]?(?:\(0\))?[ \-]?{_REST}|[ \-]?{_REST})|(?<=\()0{_REST}){_END}"
)
_IP = re.compile(rf"[0-9]{_APART}[0-9]{{0,2}}(?:\.[0-9]{{1,3}}){{3}}(?![\w\-]|\.[0-9])")
_MAC = re.compile(r"[0-9A-Fa-f](?<![\w:\-][\s\S])[0-9A-Fa-f](?:[:\-][0-9A-Fa-f]{2}){5}(?![\w:\-])")
_POSTCODE = re.compile(
    r"[1-9](?<![\w\-][\s\S])[0-9]{3} ?(?!S[ADS])[A-Z]{2}"
    r"(?=,? ['’]?[A-Z][a-z]|\s*$|[.,;)\n\"])"
)
_HOUSE = re.compile(r"[0-9](?<=[a-z.] [0-9])[0-9]{0,3}(?:[a-zA-Z]|-[0-9]{1,3})?(?!\w)")
_STREET = re.compile(
    r"[A-Z][\w'’.\-]*(?:straat|laan|weg|plein|gracht|kade|singel|dreef|hof|dijk|steeg)$"
)
_BIRTH = re.compile(
    r"(?<!\w)(?:geb(?:oren|oorte(?:datum|dag))?|dob|born)\b[^0-9\n]{0,20}"
    r"([0-9]{1,2}[-/. ][0-9]{1,2}[-/. ](?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2})",
    re.IGNORECASE,
)
_BORN = re.compile("[gGbBdD](?:eb|EB|orn|ob|OB)")
# What must stand in a text for any number of these to be there.
_DIGIT = re.compile(r"[0-9]")
_LONG_NUMBER = re.compile(r"[0-9](?:[ .\-()/]{0,2}[0-9]){7,}")
# Before and behind the digits, what may belong to the number: "+", "NL91 ABNA", "B01".
_BEFORE, _BEHIND = 16, 26


def _matches(
    pattern: re.Pattern[str], passes: _Passes, text: str, start: int = 0, end: int = sys.maxsize
) -> Iterator[Span]:
    return (m.span() for m in pattern.finditer(text, start, end) if passes(m[0]))


def _form(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    return (m.span(m.lastindex or 0) for m in pattern.finditer(text))


def _ibans(text: str, first: int, last: int) -> Iterator[Span]:
    """The longest stretch that is one, for words may follow an IBAN with spaces."""
    for match in _IBAN.finditer(text, first, last):
        start = match.start() - 2
        if start and text[start - 1].isalnum():
            continue
        ends = (end for end in range(match.end(), start + 14, -1) if text[end - 1] != " ")
        end = next((e for e in ends if iban.passes(text[start:e])), None)
        if end:
            yield start, end


def _vat(text: str, first: int, last: int) -> Iterator[Span]:
    for match in _BTW.finditer(text, first, last):
        start = text.upper().rindex("NL", 0, match.start())
        if btw.passes(text[start : match.end()]):
            yield start, match.end()


def _addresses(text: str) -> Iterator[Span]:
    """A house number behind one word that says it is a street."""
    for match in _HOUSE.finditer(text):
        start = text.rfind(" ", 0, match.start() - 1) + 1
        if _STREET.match(text, start, match.start() - 1):
            yield start, match.end()


_LONG_NUMBERS: Mapping[str, _Near] = {
    "iban": _ibans,
    "card": partial(_matches, _CARD, card.passes),
    "imei": partial(_matches, _IMEI, imei.passes),
    "bsn": partial(_matches, _BSN, bsn.passes),
    "phone": partial(_matches, _PHONE, phone.passes),
    "btw": _vat,
}
"""In the order in which they win: the digits of an IBAN are no BSN."""


def _always(_: str) -> bool:
    return True


def _tells_birth(text: str) -> bool:
    return _BORN.search(text) is not None


_OTHERS: Mapping[str, tuple[Callable[[str], object], _Finder]] = {
    "ip": (lambda text: text.count(".") >= 3, partial(_matches, _IP, ip.passes)),
    "mac": (
        lambda text: text.count(":") + text.count("-") >= 5,
        partial(_matches, _MAC, mac.passes),
    ),
    "address": (_always, _addresses),
    "postcode": (_always, partial(_form, _POSTCODE)),
    "birth": (_tells_birth, partial(_form, _BIRTH)),
}
"""Each with a quick look whether it pays to search."""
NAMES = ("email", *_LONG_NUMBERS, *_OTHERS, *special.KINDS)


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
    found: dict[str, tuple[Span, ...]] = {}
    taken: list[Span] = []
    for name, span in _spans(text):
        if not any(span[0] < end and start < span[1] for start, end in taken):
            found[name] = (*found.get(name, ()), span)
            taken.append(span)
    return found


def may_hold_numbers(text: str) -> bool:
    """Whether it pays to look for numbers: a glance, for the many texts that hold none."""
    return _DIGIT.search(text) is not None


def _spans(text: str) -> Iterator[tuple[str, Span]]:
    """Each place with its detector, those that win first."""
    if not may_hold_numbers(text):
        return
    for digits in _LONG_NUMBER.finditer(text):
        first, last = max(0, digits.start() - _BEFORE), digits.end() + _BEHIND
        for name, near in _LONG_NUMBERS.items():
            yield from ((name, span) for span in near(text, first, last))
    for name, (pays, finder) in _OTHERS.items():
        if pays(text):
            yield from ((name, span) for span in finder(text))


def specials(text: str) -> dict[str, tuple[Span, ...]]:
    """Where words of a special kind stand in *text*."""
    found: dict[str, tuple[Span, ...]] = {}
    for kind, start, end in special.found(text):
        found[kind] = (*found.get(kind, ()), (start, end))
    return found


def nine_digits(text: str) -> bool:
    """Whether a number stands in *text* that has the form of a BSN, right or wrong."""
    return _LONG_NUMBER.search(text) is not None and _BSN.search(text) is not None
